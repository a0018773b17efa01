"""Who judged any earlier state of a case is never its second officer, whatever became of that state."""

from collections.abc import Callable

import pytest

from casework.desks import (
    DOCUMENT,
    IVAN,
    LISTED,
    MARTA,
    OLENA,
    OVER,
    PABLO,
    RUTH,
    actor,
    after,
    assessment,
    by,
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
    Case,
    CaseKind,
    Ground,
    Role,
    Ruling,
    State,
    appeal,
    ask_erasure,
    erase,
    fold,
    is_blind,
    observe,
    renew,
    reopen,
    undo,
)
from tamiz.errors import NotAllowed

NORA = actor("nora", Role.SENIOR)
ZOE = actor("zoe", Role.SENIOR)
EVERYBODY = (OLENA, PABLO, RUTH, MARTA, NORA, ZOE)


def fresh() -> Case:
    return read(opened(), *EVERYBODY)


def moved(case: Case) -> Case:
    """The case after a screening that found something else."""
    now = assessment(LISTED, DOCUMENT) if len(case.to_judge) == 1 else assessment(DOCUMENT)
    return read(
        after(case, renew(case, by(ENGINE, 30), DEFAULT, assessment=now)), *EVERYBODY, seconds=31
    )


def observed(case: Case) -> Case:
    told = observe(case, by(IVAN, 30), DEFAULT, text="knew it", grading="B2")
    return after(case, told)


def proposed_and_moved() -> Case:
    return moved(ruled(fresh(), OLENA, Ruling.REFUSE))


def proposed_and_observed() -> Case:
    return observed(ruled(fresh(), OLENA, Ruling.REFUSE))


def judged_and_moved() -> Case:
    case = judged(fresh(), OLENA)
    return read(
        after(case, renew(case, by(ENGINE, 30), DEFAULT, assessment=assessment(DOCUMENT))),
        *EVERYBODY,
    )


def taken_back() -> Case:
    case = ruled(fresh(), OLENA, Ruling.REFUSE)
    return after(case, undo(case, by(OLENA, 25), DEFAULT))


def disagreed_and_moved() -> Case:
    """Marta proposed, Olena saw it otherwise; then the evidence moved."""
    case = looked(ruled(fresh(), MARTA, Ruling.GRANT), OLENA, Ruling.REFUSE)
    return moved(case)


def decided_and_reopened() -> Case:
    case = looked(ruled(fresh(), PABLO, Ruling.REFUSE), OLENA, Ruling.REFUSE)
    return after(case, reopen(case, by(RUTH, 99), DEFAULT, reason="a letter"))


def escalated_and_moved() -> Case:
    """Olena told a senior officer what she thinks of it."""
    return moved(ruled(fresh(), OLENA, Ruling.ESCALATE))


BEFORE = [
    escalated_and_moved,
    proposed_and_moved,
    proposed_and_observed,
    judged_and_moved,
    taken_back,
    disagreed_and_moved,
    decided_and_reopened,
]


@pytest.mark.parametrize("before", BEFORE, ids=lambda one: one.__name__)
def test_who_judged_what_no_longer_stands_gives_no_second_look(before: Callable[[], Case]) -> None:
    case = ruled(before(), RUTH, Ruling.REFUSE, seconds=200)

    assert case.state is State.PENDING
    with pytest.raises(NotAllowed, match="already judged"):
        looked(case, OLENA, Ruling.REFUSE, seconds=300)


@pytest.mark.parametrize("before", BEFORE, ids=lambda one: one.__name__)
def test_who_judged_what_no_longer_stands_is_not_blind(before: Callable[[], Case]) -> None:
    case = ruled(before(), RUTH, Ruling.REFUSE, seconds=200)

    assert [is_blind(case, who) for who in (OLENA, ZOE)] == [False, True]


@pytest.mark.parametrize("before", BEFORE, ids=lambda one: one.__name__)
def test_who_judged_what_no_longer_stands_judges_no_appeal(before: Callable[[], Case]) -> None:
    case = before()

    told = appeal(
        case, by(IVAN, 400), DEFAULT, opens="C2", kind=CaseKind.CORRECTION, text="wrong year"
    )

    assert "olena" in fold([one for one in told if one.case == "C2"]).barred


def test_who_judged_what_no_longer_stands_does_not_erase_it() -> None:
    case = disagreed_and_moved()
    asked = ask_erasure(
        case, by(RUTH, OVER + 999), DEFAULT, ground=Ground.RETENTION, reason="time is over"
    )

    with pytest.raises(NotAllowed, match="you judged it"):
        erase(after(case, asked), by(MARTA, OVER + 1000), DEFAULT)


def disagreement(proposes: Actor) -> Case:
    """Marta and Nora disagreed, the evidence moved, somebody would refuse now, and Zoe grant."""
    case = moved(looked(ruled(fresh(), MARTA, Ruling.GRANT), NORA, Ruling.REFUSE))
    case = ruled(case, proposes, Ruling.REFUSE, seconds=200)
    return looked(case, ZOE, Ruling.GRANT, seconds=300)


def test_an_agreement_of_two_who_judged_before_is_none() -> None:
    case = ruled(disagreement(MARTA), NORA, Ruling.REFUSE, seconds=400)

    assert case.state is State.PENDING
    assert case.judged.looks[-1].actor == "nora"


@pytest.mark.parametrize(
    ("proposes", "ends", "ruling", "maker", "checker"),
    [
        (MARTA, RUTH, Ruling.REFUSE, "marta", "ruth"),
        (MARTA, NORA, Ruling.GRANT, "nora", "zoe"),
        (RUTH, NORA, Ruling.REFUSE, "nora", "ruth"),
    ],
)
def test_of_two_who_agree_the_second_officer_judged_nothing_before(
    proposes: Actor, ends: Actor, ruling: Ruling, maker: str, checker: str
) -> None:
    decision = ruled(disagreement(proposes), ends, ruling, seconds=400).decision

    assert decision is not None
    assert (decision.maker, decision.checker) == (maker, checker)


def test_what_a_senior_writes_who_becomes_the_second_officer_is_kept() -> None:
    case = ruled(disagreement(MARTA), RUTH, Ruling.REFUSE, seconds=400)

    assert [look.actor for look in case.judged.looks] == ["marta", "zoe", "ruth"]


def test_who_judged_it_before_may_judge_it_again() -> None:
    case = ruled(proposed_and_moved(), OLENA, Ruling.REFUSE, seconds=200)

    assert case.judged.looks[-1].actor == "olena"
