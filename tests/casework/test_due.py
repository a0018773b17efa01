"""When a case is to be decided: by the policy, anew where it comes back."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from casework.desks import (
    CLEAR,
    DOCUMENT,
    LISTED,
    OLENA,
    PABLO,
    RUTH,
    after,
    assessment,
    at,
    by,
    judged,
    looked,
    opened,
    read,
    ruled,
)
from tamiz.casework import DEFAULT, ENGINE, Case, Ruling, State, renew, reopen
from tamiz.casework.events import Reopened
from tamiz.model import Queue

WEEK = 7 * 86400  # seconds after the opening: whatever was due then is overdue
IN_REVIEW = timedelta(hours=72)  # by the default policy


def proposed() -> Case:
    """A case that somebody would refuse."""
    return ruled(judged(read(opened(), OLENA), OLENA), OLENA, Ruling.REFUSE)


def decided() -> Case:
    """A refused case."""
    return looked(read(proposed(), PABLO), PABLO, Ruling.REFUSE)


@pytest.mark.parametrize("case", [decided(), proposed()], ids=["decided", "proposed"])
def test_what_comes_back_with_new_findings_is_due_anew(case: Case) -> None:
    now = assessment(LISTED, DOCUMENT)

    back = after(case, renew(case, by(ENGINE, WEEK), DEFAULT, assessment=now))

    assert (back.state, back.due) == (State.OPEN, at(WEEK) + IN_REVIEW)


def test_what_somebody_opens_again_is_due_anew() -> None:
    case = decided()

    back = after(case, reopen(case, by(RUTH, WEEK), DEFAULT, reason="new letter of the unit"))

    assert back.due == at(WEEK) + IN_REVIEW


def test_an_open_case_is_due_no_later_for_new_findings() -> None:
    case = opened()

    moved = after(
        case, renew(case, by(ENGINE, 60), DEFAULT, assessment=assessment(LISTED, DOCUMENT))
    )

    assert moved.due == case.due


def test_an_open_case_is_due_sooner_where_it_is_more_urgent() -> None:
    case = opened()
    now = replace(assessment(LISTED, DOCUMENT), queue=Queue.ESCALATE)

    moved = after(case, renew(case, by(ENGINE, 60), DEFAULT, assessment=now))

    assert moved.due == at(60) + timedelta(hours=24)


def test_a_grant_that_stands_is_due_no_more() -> None:
    case = ruled(judged(read(opened(), OLENA), OLENA), OLENA, Ruling.GRANT)

    kept = after(case, renew(case, by(ENGINE, WEEK), DEFAULT, assessment=assessment(CLEAR)))

    assert (kept.state, kept.due) == (State.DECIDED, case.due)


def test_events_of_before_leave_the_day_as_it_was() -> None:
    case = decided()

    back = after(case, (Reopened(case=case.id, at=at(WEEK), actor="ruth", reason="a letter"),))

    assert back.due == case.due
