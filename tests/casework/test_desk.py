"""What an officer does at the desk without judging."""

from collections.abc import Callable

import pytest

from casework.desks import (
    AUDITOR,
    IVAN,
    LISTED,
    OLENA,
    OVER,
    PABLO,
    RUTH,
    after,
    assessment,
    at,
    by,
    erased,
    granted,
    judged,
    opened,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    FORM,
    AnyEvent,
    Case,
    CaseKind,
    Ground,
    Opinion,
    Ruling,
    appeal,
    ask_erasure,
    decide,
    disclosed,
    erase,
    finding_id,
    note,
    observe,
    release,
    renew,
    see,
    take,
)
from tamiz.errors import CaseConflict, NotAllowed


def test_taking_a_case_locks_it_for_a_while() -> None:
    case = after(opened(), take(opened(), by(OLENA), DEFAULT))

    assert (case.assignee, case.locked_until) == ("olena", at(1800))
    with pytest.raises(CaseConflict, match="with olena"):
        take(case, by(PABLO, 60), DEFAULT)
    assert take(case, by(OLENA, 60), DEFAULT)
    assert take(case, by(PABLO, 1800), DEFAULT)


def test_a_senior_gives_cases_and_takes_locks_over() -> None:
    case = after(opened(), take(opened(), by(OLENA), DEFAULT))

    assert after(case, take(case, by(RUTH, 5), DEFAULT)).assignee == "ruth"
    assert after(case, take(case, by(RUTH, 5), DEFAULT, to="pablo")).assignee == "pablo"
    with pytest.raises(NotAllowed):
        take(opened(), by(OLENA), DEFAULT, to="pablo")


def test_only_the_holder_lets_go() -> None:
    case = after(opened(), take(opened(), by(OLENA), DEFAULT))

    assert release(case, by(PABLO)) == ()
    assert after(case, release(case, by(OLENA))).assignee == ""


def test_a_decision_ends_the_lock() -> None:
    case = judged(read(opened(), OLENA), OLENA)
    case = after(case, take(case, by(OLENA), DEFAULT))

    assert ruled(case, OLENA, Ruling.GRANT).assignee == ""


@pytest.mark.parametrize("purpose", ["", "  "])
def test_every_reading_has_a_purpose(purpose: str) -> None:
    with pytest.raises(CaseConflict, match="what you open it for"):
        see(opened(), by(OLENA), purpose=purpose)


def test_what_is_not_in_the_case_cannot_have_been_read() -> None:
    with pytest.raises(CaseConflict, match="no longer"):
        see(opened(), by(OLENA), purpose="vetting", read=("0000000000000000",))


def test_reading_adds_up_and_opening_starts_the_clock_anew() -> None:
    case = read(opened(), OLENA)

    case = after(case, see(case, by(OLENA, 5), purpose="vetting"))

    assert case.readings["olena"].since == at(5)
    assert finding_id(LISTED) in case.readings["olena"].read


def test_an_auditor_reads_and_does_no_more() -> None:
    assert see(opened(), by(AUDITOR), purpose="audit")
    with pytest.raises(NotAllowed):
        note(opened(), by(AUDITOR), text="a note")
    with pytest.raises(NotAllowed):
        take(opened(), by(AUDITOR), DEFAULT)


def test_what_is_given_out_is_recorded() -> None:
    (event,) = disclosed(granted(), by(OLENA), audience="sponsor", form="slip", sha256="ab")

    assert (event.case, event.actor) == ("C1", "olena")
    assert after(granted(), (event,)).judged == granted().judged


Rule = Callable[[Case], tuple[AnyEvent, ...]]
SAID = Opinion(ruling=Ruling.GRANT, reason="as found", seen=granted().grounds)
ACTS: dict[str, Rule] = {
    "take": lambda case: take(case, by(RUTH), DEFAULT),
    "note": lambda case: note(case, by(RUTH), text="a note"),
    "erase": lambda case: erase(case, by(RUTH, OVER), DEFAULT),
    "ask": lambda case: ask_erasure(
        case, by(RUTH, OVER), DEFAULT, ground=Ground.RETENTION, reason="five years are over"
    ),
    "disclosed": lambda case: disclosed(case, by(RUTH), audience="x", form="y", sha256="z"),
    "renew": lambda case: renew(case, by(ENGINE), DEFAULT, assessment=assessment()),
    "observe": lambda case: observe(case, by(FORM), DEFAULT, text="knew it", grading="B2"),
    "appeal": lambda case: appeal(
        case, by(IVAN), DEFAULT, opens="C2", kind=CaseKind.CORRECTION, text="not me"
    ),
    "decide": lambda case: decide(case, by(RUTH), DEFAULT, SAID),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_done_with_an_erased_case(act: str) -> None:
    with pytest.raises(CaseConflict, match="erased"):
        ACTS[act](erased(granted()))
