"""An escalated case whose proposal falls goes back to the senior officer who made it."""

from collections.abc import Callable

import pytest

from casework.desks import (
    DOCUMENT,
    IVAN,
    LISTED,
    MARTA,
    OLENA,
    PABLO,
    RUTH,
    after,
    assessment,
    by,
    fresh,
    granted,
    looked,
    opinion,
    proposed,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Case,
    Ruling,
    State,
    answer,
    decide,
    observe,
    renew,
    reopen,
    undo,
)
from tamiz.errors import NotAllowed

FOUND = assessment(LISTED, DOCUMENT)


def by_a_senior() -> Case:
    """Olena escalated it; Ruth, a senior officer, would refuse."""
    case = read(ruled(fresh(), OLENA, Ruling.ESCALATE), MARTA)
    return ruled(case, RUTH, Ruling.REFUSE, seconds=40)


def moved(case: Case) -> Case:
    return after(case, renew(case, by(ENGINE, 60), DEFAULT, assessment=FOUND))


def observed(case: Case) -> Case:
    return after(case, observe(case, by(IVAN, 60), DEFAULT, text="knew it", grading="B2"))


def answered(case: Case) -> Case:
    return after(case, answer(case, by(IVAN, 60), DEFAULT, text="it is my brother's"))


def taken_back(case: Case) -> Case:
    return after(case, undo(case, by(RUTH, 45), DEFAULT))


def rejected(case: Case) -> Case:
    return looked(case, MARTA, Ruling.GRANT, seconds=60)


FALLS = [moved, observed, answered, taken_back, rejected]


@pytest.mark.parametrize("falls", FALLS, ids=lambda one: one.__name__)
def test_it_is_with_the_senior_who_proposed(falls: Callable[[Case], Case]) -> None:
    case = falls(by_a_senior())

    assert (case.state, case.judged.for_senior, case.assignee) == (State.ESCALATED, True, "ruth")


@pytest.mark.parametrize("falls", FALLS, ids=lambda one: one.__name__)
def test_no_lock_holds_up_another_senior(falls: Callable[[Case], Case]) -> None:
    assert not falls(by_a_senior()).locked_by_other("marta", by(MARTA, 61).at)


@pytest.mark.parametrize("falls", FALLS, ids=lambda one: one.__name__)
def test_it_is_not_anybody_s(falls: Callable[[Case], Case]) -> None:
    case = falls(by_a_senior())

    with pytest.raises(NotAllowed, match="senior"):
        decide(case, by(PABLO, 300), DEFAULT, opinion(case.grounds))


@pytest.mark.parametrize("falls", [moved, observed, answered], ids=lambda one: one.__name__)
@pytest.mark.parametrize("case", [proposed, granted], ids=lambda one: one.__name__)
def test_what_no_senior_was_asked_for_is_anybody_s(
    falls: Callable[[Case], Case], case: Callable[[], Case]
) -> None:
    fallen = falls(case())

    assert (fallen.state, fallen.judged.for_senior, fallen.assignee) == (State.OPEN, False, "")


def test_a_decision_of_seniors_that_is_opened_again_is_anybody_s() -> None:
    case = looked(by_a_senior(), MARTA, Ruling.REFUSE, seconds=60)
    case = after(case, reopen(case, by(PABLO, 90), DEFAULT, reason="a letter"))

    assert (case.state, case.judged.for_senior) == (State.OPEN, False)
