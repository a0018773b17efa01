"""What two officers refused, one alone does not grant: not in the case, not in its appeal."""

from collections.abc import Callable

import pytest

from casework.desks import (
    DOCUMENT,
    IVAN,
    MARTA,
    OLENA,
    PABLO,
    RUTH,
    after,
    assessment,
    by,
    granted,
    judged,
    looked,
    read,
    refused,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Case,
    CaseKind,
    Ruling,
    State,
    Why,
    answer,
    appeal,
    fold,
    for_others,
    observe,
    renew,
    reopen,
)


def reopened(case: Case) -> Case:
    return after(case, reopen(case, by(RUTH, 400), DEFAULT, reason="a letter"))


def moved(case: Case) -> Case:
    """Another screening finds something else in its place."""
    return after(case, renew(case, by(ENGINE, 400), DEFAULT, assessment=assessment(DOCUMENT)))


def gone(case: Case) -> Case:
    """Another screening finds nothing any more."""
    return after(case, renew(case, by(ENGINE, 400), DEFAULT, assessment=assessment()))


def answered(case: Case) -> Case:
    return after(case, answer(case, by(IVAN, 400), DEFAULT, text="it is my brother's"))


def observed(case: Case) -> Case:
    return after(case, observe(case, by(IVAN, 400), DEFAULT, text="knew it", grading="B2"))


def contested(case: Case) -> Case:
    """The appeal against it, as its page loads it."""
    told = appeal(case, by(IVAN, 400), DEFAULT, opens="C2", kind=CaseKind.APPEAL, text="not so")
    first = after(case, tuple(one for one in told if one.case == case.id))
    return for_others(fold([one for one in told if one.case == "C2"]), first)


def contested_and_erased(case: Case) -> Case:
    """The same after the case that it contests is gone: nobody can read what that was."""
    told = appeal(case, by(IVAN, 400), DEFAULT, opens="C2", kind=CaseKind.APPEAL, text="not so")
    return fold([one for one in told if one.case == "C2"])


AGAIN = [reopened, moved, gone, answered, observed, contested, contested_and_erased]


def grant(case: Case) -> Case:
    case = read(case, RUTH, MARTA, seconds=410)
    case = judged(case, RUTH, seconds=420) if case.to_judge else case
    return ruled(case, RUTH, Ruling.GRANT, seconds=430)


@pytest.mark.parametrize("again", AGAIN, ids=lambda one: one.__name__)
def test_what_two_refused_takes_two_to_grant(again: Callable[[Case], Case]) -> None:
    case = grant(again(refused()))

    assert (case.state, case.judged.why) == (State.PENDING, (Why.OVERTURNS,))
    assert looked(case, MARTA, Ruling.GRANT, seconds=500).state is State.DECIDED


@pytest.mark.parametrize("again", [reopened, moved, answered], ids=lambda one: one.__name__)
def test_what_was_granted_is_granted_again_by_one(again: Callable[[Case], Case]) -> None:
    assert grant(again(granted())).state is State.DECIDED


def test_what_two_granted_after_a_refusal_is_granted_again_by_one() -> None:
    case = looked(grant(reopened(refused())), MARTA, Ruling.GRANT, seconds=500)
    case = after(case, reopen(case, by(PABLO, 600), DEFAULT, reason="a letter"))

    assert ruled(read(case, OLENA), OLENA, Ruling.GRANT, seconds=700).state is State.DECIDED
