"""Of an applicant's cases the decision that was made last stands; the others are history."""

import pytest
from msgspec.structs import replace

from casework.desks import IVAN, MARTA, RUTH, after, at, by, opinion, read, refused
from casework.desks import looked as look
from tamiz.casework import (
    DEFAULT,
    Audience,
    Case,
    CaseKind,
    Ruling,
    appeal,
    decide,
    disclose,
    fold,
    reopen,
    with_standing,
)

NOW = at(5_000)


def contested() -> tuple[Case, Case]:
    """A case that was refused, and the appeal against it, read by two seniors."""
    told = appeal(
        refused(), by(IVAN, 400), DEFAULT, opens="C2", kind=CaseKind.APPEAL, text="my brother"
    )
    first = after(refused(), tuple(one for one in told if one.case == "C1"))
    return first, read(fold([one for one in told if one.case == "C2"]), RUTH, MARTA, seconds=410)


def ended(case: Case, ruling: Ruling) -> Case:
    """The case as two seniors decide it."""
    said = opinion(case.grounds, ruling, told="we looked again")
    case = after(case, decide(case, by(RUTH, 500), DEFAULT, said))
    return look(case, MARTA, ruling, seconds=600)


def result(case: Case, *others: Case, seconds: float = 5_000) -> tuple[object, object, object]:
    shown = with_standing(case, others)
    told = disclose(shown, (), Audience.APPLICANT, policy=DEFAULT, at=at(seconds))
    return told.result, told.decided_at, told.may_appeal


def test_what_an_appeal_decided_is_the_result_of_the_first_case() -> None:
    first, second = contested()
    second = ended(second, Ruling.GRANT)

    assert result(first, second) == (Ruling.GRANT, at(600), False)
    assert result(second, first) == (Ruling.GRANT, at(600), False)


def test_what_the_applicant_is_told_is_the_appeal_s() -> None:
    first, second = contested()
    shown = with_standing(first, [ended(second, Ruling.REFUSE)])

    told = disclose(shown, (), Audience.APPLICANT, policy=DEFAULT, at=NOW)

    assert (told.result, told.told) == (Ruling.REFUSE, "we looked again")


def test_the_first_decision_stays_among_the_earlier_ones() -> None:
    first, second = contested()

    shown = with_standing(first, [ended(second, Ruling.GRANT)])

    assert first.decision is not None
    assert shown.earlier == (*first.earlier, first.decision)


def test_while_the_appeal_is_open_the_first_decision_stands() -> None:
    first, second = contested()

    assert result(first, second)[0] is Ruling.REFUSE


def test_nothing_stands_while_the_newest_decision_can_be_taken_back() -> None:
    first, second = contested()

    assert result(first, ended(second, Ruling.GRANT), seconds=605) == (None, None, False)


@pytest.mark.parametrize("again", [Ruling.REFUSE, Ruling.GRANT])
def test_a_first_case_that_is_decided_anew_stands_before_its_appeal(again: Ruling) -> None:
    first, second = contested()
    second = ended(second, Ruling.GRANT)
    anew = after(first, reopen(first, by(RUTH, 700), DEFAULT, reason="something new"))
    assert result(anew, second) == (None, None, False)  # it is judged again

    assert first.decision is not None
    made = replace(first.decision, ruling=again, at=at(900))
    first = replace(first, judged=replace(first.judged, decision=made))

    assert result(first, second)[:2] == result(second, first)[:2] == (again, at(900))


def test_what_is_shown_so_is_taken_by_no_rule() -> None:
    first, second = contested()

    shown = with_standing(first, [ended(second, Ruling.GRANT)])

    with pytest.raises(ValueError, match="masked"):
        reopen_by_hand(shown)


def reopen_by_hand(case: Case) -> Case:
    return after(case, reopen(case, by(RUTH, 900), DEFAULT, reason="again"))


def test_an_auditor_reads_both() -> None:
    first, second = contested()
    shown = with_standing(first, [ended(second, Ruling.GRANT)])

    told = disclose(shown, (), Audience.AUDITOR, policy=DEFAULT, at=NOW)

    assert [one.ruling for one in told.earlier or ()] == [Ruling.REFUSE]
