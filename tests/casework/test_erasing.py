"""A case is erased when its time is over: one asks, another does it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from casework.desks import (
    IVAN,
    LISTED,
    MARTA,
    OLENA,
    OVER,
    PABLO,
    RUTH,
    actor,
    after,
    at,
    by,
    erased,
    fresh,
    granted,
    judged,
    looked,
    opened,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Actor,
    AnyEvent,
    By,
    Case,
    CaseKind,
    Ground,
    Role,
    Ruling,
    State,
    Verdict,
    answer,
    appeal,
    ask_erasure,
    dispose,
    drop_erasure,
    erase,
    fold,
    kept_until,
    note,
    observe,
)
from tamiz.casework.events import Erased
from tamiz.errors import CaseConflict, NotAllowed

NORA = actor("nora", Role.SENIOR)


def undecided() -> Case:
    return read(opened(), PABLO)


def asked(case: Case, who: Actor = MARTA, seconds: float = OVER) -> Case:
    told = ask_erasure(
        case, By(who, at(seconds)), DEFAULT, ground=Ground.RETENTION, reason="five years are over"
    )
    return after(case, told)


def test_an_erased_case_holds_nothing_of_the_person() -> None:
    case = erased(granted())

    assert case.state is State.ERASED
    assert (case.applicant, case.findings, case.notes, case.earlier) == ("", {}, (), ())
    assert case.assessment.name == ""
    assert (case.id, case.compartment) == ("C1", "north")


def test_what_stays_readable_says_on_what_ground_and_by_whom() -> None:
    (gone,) = erase(asked(granted()), by(RUTH, OVER + 5), DEFAULT)

    assert isinstance(gone, Erased)
    assert (gone.ground, gone.asked_by, gone.actor) == ("retention", "marta", "ruth")


@pytest.mark.parametrize("early", [0, 2 * 86400])
def test_a_case_is_kept_as_long_as_policy_says(early: float) -> None:
    until = kept_until(granted(), DEFAULT)

    assert until == at(20) + timedelta(days=DEFAULT.retention_days)
    with pytest.raises(CaseConflict, match="kept until 2031-11-25"):
        asked(granted(), seconds=OVER - 200 - early)


def test_a_case_that_was_never_decided_is_kept_since_it_was_last_touched() -> None:
    case = read(opened(), OLENA, seconds=100)

    with pytest.raises(CaseConflict, match="kept until"):
        asked(case, seconds=OVER - 1)
    assert erase(asked(case), by(RUTH, OVER), DEFAULT)


def test_nobody_erases_what_they_judged() -> None:
    hers = ruled(judged(fresh(), RUTH), RUTH, Ruling.GRANT)

    with pytest.raises(NotAllowed, match="may not erase"):
        erase(asked(hers), by(RUTH, OVER), DEFAULT)


def test_nobody_erases_what_contests_their_own_decision() -> None:
    """The appeal is the trace of what they did."""
    first = looked(ruled(fresh(), OLENA, Ruling.REFUSE), RUTH, Ruling.REFUSE)
    told = appeal(first, by(IVAN, 99), DEFAULT, opens="C9", kind=CaseKind.APPEAL, text=MINE)
    second = asked(fold(told[1:]))

    with pytest.raises(NotAllowed, match="may not erase"):
        erase(second, by(RUTH, OVER + 5), DEFAULT)
    assert erase(second, by(NORA, OVER + 5), DEFAULT)


def test_nobody_erases_what_they_asked_for_themselves() -> None:
    with pytest.raises(NotAllowed, match="asked for its erasure yourself"):
        erase(asked(granted()), by(MARTA, OVER), DEFAULT)


def test_nobody_erases_what_nobody_asked_for() -> None:
    with pytest.raises(CaseConflict, match="nobody asked"):
        erase(granted(), by(RUTH, OVER), DEFAULT)


def test_it_is_asked_for_once() -> None:
    with pytest.raises(CaseConflict, match="already"):
        asked(asked(granted()), RUTH)


def test_by_policy_tamiz_asks_and_a_person_does_it() -> None:
    assert erase(asked(granted(), ENGINE), by(RUTH, OVER), DEFAULT)


def test_it_can_be_left_as_it_is() -> None:
    case = asked(granted())

    case = after(case, drop_erasure(case, by(MARTA, OVER + 1), reason="a lawsuit is coming"))

    assert case.erasure is None
    with pytest.raises(CaseConflict, match="nobody asked"):
        erase(case, by(RUTH, OVER + 2), DEFAULT)


MINE = "I was never told"


def answered(case: Case) -> tuple[AnyEvent, ...]:
    return answer(case, by(IVAN, OVER + 1), DEFAULT, text=MINE)


def observed(case: Case) -> tuple[AnyEvent, ...]:
    return observe(case, by(IVAN, OVER + 1), DEFAULT, text=MINE, grading="B2")


def appealed(case: Case) -> tuple[AnyEvent, ...]:
    told = appeal(case, by(IVAN, OVER + 1), DEFAULT, opens="C9", kind=CaseKind.APPEAL, text=MINE)
    return tuple(one for one in told if one.case == case.id)


def disposed(case: Case) -> tuple[AnyEvent, ...]:
    return dispose(
        case, by(PABLO, OVER + 1), DEFAULT, findings=tuple(case.to_judge), verdict=Verdict.SAME,
        reason=MINE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "comes"),
    [
        (granted, answered),
        (granted, observed),
        (granted, appealed),
        (undecided, answered),
        (undecided, observed),
        (undecided, appealed),
        (undecided, disposed),
    ],
)
def test_what_comes_in_meanwhile_keeps_the_case(
    before: Callable[[], Case], comes: Callable[[Case], tuple[AnyEvent, ...]]
) -> None:
    case = asked(before())

    case = after(case, comes(case))

    with pytest.raises(CaseConflict):
        erase(case, by(RUTH, OVER + 5), DEFAULT)
    with pytest.raises(CaseConflict):
        asked(case, RUTH, seconds=OVER + 6)


def test_a_note_does_not_hold_it_up() -> None:
    case = read(opened(LISTED), PABLO)
    case = asked(case)

    case = after(case, note(case, by(PABLO, OVER + 1), text="a remark"))

    assert erase(case, by(RUTH, OVER + 2), DEFAULT)
