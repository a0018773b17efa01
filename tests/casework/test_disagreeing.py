"""Two officers who disagree: what a senior officer then says, and who may not say it."""

import pytest
from msgspec.structs import replace

from casework.desks import (
    OLENA,
    PABLO,
    RUTH,
    after,
    by,
    disagreed,
    judged,
    opinion,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    Role,
    Ruling,
    State,
    answer,
    decide,
)
from tamiz.errors import NotAllowed


def test_two_who_disagree_leave_it_to_a_senior() -> None:
    assert disagreed().state is State.ESCALATED
    with pytest.raises(NotAllowed, match="senior"):
        ruled(disagreed(), OLENA, Ruling.REFUSE)


@pytest.mark.parametrize(("ruling", "checker"), [(Ruling.REFUSE, "olena"), (Ruling.GRANT, "pablo")])
def test_a_senior_who_agrees_with_one_of_two_decides(ruling: Ruling, checker: str) -> None:
    case = ruled(disagreed(), RUTH, ruling, seconds=120)

    assert case.decision is not None
    assert (case.decision.maker, case.decision.checker) == ("ruth", checker)


SENIOR_OLENA = replace(OLENA, roles=frozenset({Role.SENIOR}))


def test_who_disagreed_does_not_overrule_the_other_alone() -> None:
    case = judged(disagreed(), SENIOR_OLENA, seconds=90)

    with pytest.raises(NotAllowed):
        decide(
            case,
            by(SENIOR_OLENA, 120),
            DEFAULT,
            opinion(case.evidence, case.judged.looks[0].ruling, told="your papers do not agree"),
        )


def test_a_senior_who_comes_round_to_the_other_decides() -> None:
    case = disagreed()

    after_all = after(
        case,
        decide(
            case,
            by(SENIOR_OLENA, 120),
            DEFAULT,
            opinion(case.evidence, case.judged.looks[1].ruling, told="your papers do not agree"),
        ),
    )

    assert after_all.decision is not None
    assert {after_all.decision.maker, after_all.decision.checker} == {OLENA.id, PABLO.id}


def test_asking_does_not_give_an_escalated_case_back_to_anybody() -> None:
    asked = decide(
        disagreed(), by(RUTH, 120), DEFAULT,
        opinion(disagreed().evidence, Ruling.ASK, told="which year?"),
    )  # fmt: skip
    waiting = after(disagreed(), asked)
    answered = after(waiting, answer(waiting, by(OLENA, 150), DEFAULT, text="in 2019"))

    assert (waiting.state, answered.state) == (State.WAITING, State.ESCALATED)
    with pytest.raises(NotAllowed):
        decide(waiting, by(OLENA, 160), DEFAULT, opinion(waiting.evidence))
