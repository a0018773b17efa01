"""Two say the same only of the same: what came in after a look is not in it."""

from collections.abc import Callable

import pytest

from casework.desks import (
    IVAN,
    MARTA,
    OLENA,
    RUTH,
    actor,
    after,
    by,
    disagreed,
    judged,
    looked,
    opinion,
    proposed,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    Case,
    CaseKind,
    Role,
    Ruling,
    State,
    answer,
    appeal,
    decide,
    observe,
)
from tamiz.errors import NotAllowed

SENIOR_OLENA = actor("olena", Role.SENIOR)


def answered(case: Case) -> Case:
    """The case after a senior officer asked, and the applicant answered."""
    asked = decide(case, by(RUTH, 100), DEFAULT, opinion(case.grounds, Ruling.ASK, told="whose?"))
    case = after(case, asked)
    case = after(case, answer(case, by(IVAN, 110), DEFAULT, text="my brother's"))
    return read(case, RUTH, MARTA, OLENA, seconds=115)


def observed(case: Case) -> Case:
    told = observe(case, by(IVAN, 110), DEFAULT, text="knew it", grading="B2")
    return read(after(case, told), RUTH, MARTA, OLENA, seconds=115)


CAME = pytest.mark.parametrize("came", [answered, observed], ids=lambda one: one.__name__)


@CAME
@pytest.mark.parametrize("ruling", [Ruling.REFUSE, Ruling.GRANT])
def test_a_senior_s_agreement_with_a_look_from_before_is_a_proposal(
    came: Callable[[Case], Case], ruling: Ruling
) -> None:
    case = ruled(came(disagreed()), RUTH, ruling, seconds=200)

    assert (case.state, case.decision) == (State.PENDING, None)


@CAME
def test_a_third_officer_then_decides_with_the_senior(came: Callable[[Case], Case]) -> None:
    case = ruled(came(disagreed()), RUTH, Ruling.REFUSE, seconds=200)

    decision = looked(case, MARTA, Ruling.REFUSE, seconds=300).decision

    assert decision is not None
    assert (decision.maker, decision.checker) == ("ruth", "marta")


@CAME
def test_one_of_two_who_disagreed_proposes_anew_and_decides_nothing_alone(
    came: Callable[[Case], Case],
) -> None:
    case = came(disagreed())

    assert ruled(case, SENIOR_OLENA, Ruling.REFUSE, seconds=200).state is State.PENDING
    with pytest.raises(NotAllowed):  # nothing is open, so that a grant would take nobody else
        ruled(judged(case, SENIOR_OLENA, seconds=150), SENIOR_OLENA, Ruling.GRANT, seconds=200)


def test_who_looked_first_does_not_come_round_to_what_was_said_without_the_answer() -> None:
    case = ruled(answered(disagreed()), SENIOR_OLENA, Ruling.GRANT, seconds=200)

    assert case.state is State.PENDING


def test_an_early_appeal_makes_a_proposal_fall_as_an_answer_does() -> None:
    case = proposed()

    told = appeal(case, by(IVAN, 40), DEFAULT, opens="", kind=CaseKind.APPEAL, text="my brother")

    assert after(case, told).state is State.OPEN


def test_agreeing_with_a_look_ends_nothing_where_several_cases_are_decided_at_once() -> None:
    case = ruled(read(disagreed(), RUTH), RUTH, Ruling.REFUSE, seconds=200, bulk="B1")

    assert case.state is State.PENDING
