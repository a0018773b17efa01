"""Decisions, and when they need a second officer."""

import pytest
from msgspec.structs import replace

from casework.desks import (
    AUDITOR,
    DOCUMENT,
    IVAN,
    LISTED,
    OLENA,
    PABLO,
    RUTH,
    UNSEEN,
    actor,
    after,
    assessment,
    at,
    by,
    disagreed,
    judged,
    looked,
    opened,
    opinion,
    proposed,
    read,
    ruled,
    told_apart,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Actor,
    CasePolicy,
    Role,
    Ruling,
    State,
    Verdict,
    Why,
    ask_again,
    decide,
    effective_from,
    renew,
    second_officer,
    see,
    undo,
)
from tamiz.errors import CaseConflict, HurriedVerdict, NotAllowed
from tamiz.model import Finding


@pytest.mark.parametrize(
    ("verdict", "ruling", "bulk", "sampled", "why"),
    [
        (Verdict.DIFFERENT, Ruling.GRANT, "", False, ()),
        (Verdict.NOT_A_CONCERN, Ruling.GRANT, "", False, ()),
        (Verdict.SAME, Ruling.GRANT, "", False, (Why.WAIVER,)),
        (Verdict.UNSURE, Ruling.GRANT, "", False, (Why.WAIVER,)),
        (None, Ruling.GRANT, "", False, (Why.WAIVER,)),
        (Verdict.DIFFERENT, Ruling.REFUSE, "", False, (Why.REFUSAL,)),
        (Verdict.SAME, Ruling.REFUSE, "", False, (Why.REFUSAL,)),
        (Verdict.DIFFERENT, Ruling.GRANT, "B1", False, (Why.BULK,)),
        (Verdict.DIFFERENT, Ruling.GRANT, "", True, (Why.QUALITY,)),
        (None, Ruling.REFUSE, "B1", True, (Why.REFUSAL, Why.BULK, Why.QUALITY)),
        (None, Ruling.ASK, "B1", True, ()),
        (None, Ruling.ESCALATE, "B1", True, ()),
    ],
)
def test_the_table_of_four_eyes(
    verdict: Verdict | None, ruling: Ruling, bulk: str, sampled: bool, why: tuple[Why, ...]
) -> None:
    case = read(opened(), OLENA)
    case = case if verdict is None else judged(case, OLENA, verdict)

    assert second_officer(case, ruling, bulk=bulk, sampled=sampled) == why


def test_what_could_not_be_checked_is_waived_too() -> None:
    assert second_officer(opened(UNSEEN), Ruling.GRANT) == (Why.WAIVER,)


def test_a_verdict_given_in_bulk_makes_a_second_officer_look() -> None:
    case = judged(read(opened(), OLENA), OLENA, bulk="B1")

    assert second_officer(case, Ruling.GRANT) == (Why.BULK,)


def test_a_grant_with_all_settled_is_decided_by_one() -> None:
    case = ruled(told_apart(), OLENA, Ruling.GRANT)

    assert case.decision is not None
    assert (case.state, case.decision.maker, case.decision.checker) == (State.DECIDED, "olena", "")


def test_a_waiver_names_what_it_waives() -> None:
    case = ruled(read(opened(), OLENA), OLENA, Ruling.GRANT)

    assert case.state is State.PENDING
    assert case.judged.waived == tuple(case.to_judge)


def test_a_refusal_waits_for_a_second_officer() -> None:
    assert proposed().state is State.PENDING
    assert proposed().decision is None


def test_two_who_say_the_same_decide() -> None:
    case = proposed()

    case = looked(case, PABLO, Ruling.REFUSE)

    assert case.decision is not None
    assert (case.decision.maker, case.decision.checker) == ("olena", "pablo")
    assert case.decision.why == (Why.REFUSAL,)
    assert case.decision.told == "what you told us does not agree"


def test_maker_and_checker_are_two_people() -> None:
    case = proposed()

    with pytest.raises(NotAllowed, match="another officer"):
        looked(case, OLENA, Ruling.REFUSE)


def test_who_judged_a_finding_is_no_second_officer() -> None:
    case = judged(read(opened(), OLENA, PABLO), PABLO)
    case = ruled(case, OLENA, Ruling.REFUSE)

    with pytest.raises(NotAllowed, match="already judged"):
        looked(case, PABLO, Ruling.REFUSE)


def test_a_decision_is_bound_to_the_evidence_that_was_seen() -> None:
    case = told_apart()
    seen = case.evidence
    case = after(case, renew(case, by(ENGINE, 5), DEFAULT, assessment=assessment(LISTED, DOCUMENT)))

    with pytest.raises(CaseConflict, match="evidence changed"):
        decide(case, by(OLENA, 9), DEFAULT, opinion(seen))


def test_a_second_look_fails_when_the_evidence_moved() -> None:
    case = proposed()
    seen = case.evidence
    case = after(
        case, renew(case, by(ENGINE, 30), DEFAULT, assessment=assessment(LISTED, DOCUMENT))
    )

    assert case.state is State.OPEN
    with pytest.raises(CaseConflict, match="evidence changed"):
        looked(case, PABLO, Ruling.REFUSE, seen=seen)


def test_a_newer_edition_of_the_list_does_not_move_the_evidence() -> None:
    case = proposed()
    newer = renamed_edition()

    assert renew(case, by(ENGINE, 30), DEFAULT, assessment=assessment(newer)) == ()


def renamed_edition() -> Finding:
    assert LISTED.listed is not None
    return replace(LISTED, listed=replace(LISTED.listed, content_date="2026-11-25", sha256="bb"))


@pytest.mark.parametrize("reason", ["", "   ", "…", ".", "ok"])
def test_every_decision_needs_a_reason(reason: str) -> None:
    case = told_apart()

    with pytest.raises(CaseConflict, match="reason"):
        decide(case, by(OLENA, 20), DEFAULT, opinion(case.evidence, reason=reason))


def test_a_refusal_tells_the_applicant_why() -> None:
    case = read(opened(), OLENA)

    with pytest.raises(CaseConflict, match="reason"):
        decide(case, by(OLENA), DEFAULT, opinion(case.evidence, Ruling.REFUSE))


@pytest.mark.parametrize(
    "who",
    [
        IVAN, AUDITOR, ENGINE, actor("s", Role.SYSTEM_ADMIN), actor("p", Role.PEOPLE_ADMIN),
        actor("l", Role.LIST_MANAGER), actor("o", Role.OFFICER, compartments=frozenset({"south"})),
    ],
    ids=lambda who: who.id,
)  # fmt: skip
def test_nobody_else_decides(who: Actor) -> None:
    case = told_apart()

    with pytest.raises(NotAllowed):
        decide(case, by(who, 20), DEFAULT, opinion(case.evidence))


@pytest.mark.parametrize(
    "who",
    [IVAN, AUDITOR, ENGINE, actor("o", Role.OFFICER, compartments=frozenset({"south"}))],
    ids=lambda who: who.id,
)
def test_nobody_else_gives_a_second_look(who: Actor) -> None:
    with pytest.raises(NotAllowed):
        looked(proposed(), who, Ruling.REFUSE)


def test_an_officer_hands_a_case_to_a_senior_and_a_senior_to_nobody() -> None:
    case = ruled(read(opened(), OLENA, RUTH), OLENA, Ruling.ESCALATE)

    assert case.state is State.ESCALATED
    with pytest.raises(CaseConflict, match="with a senior officer"):
        ruled(case, RUTH, Ruling.ESCALATE, seconds=60)
    assert ruled(case, RUTH, Ruling.REFUSE, seconds=60).state is State.PENDING


def test_a_decided_case_is_not_decided_twice() -> None:
    case = ruled(told_apart(), OLENA, Ruling.GRANT)

    with pytest.raises(CaseConflict, match="decided"):
        ruled(case, RUTH, Ruling.REFUSE)


@pytest.mark.parametrize(("seconds", "is_let_through"), [(1, False), (3.9, False), (4, True)])
def test_a_verdict_faster_than_reading_is_asked_for_again(
    seconds: float, is_let_through: bool
) -> None:
    case = judged(read(opened(), PABLO), PABLO)
    case = after(case, see(case, by(OLENA, 0), purpose="vetting"))

    if is_let_through:
        assert ruled(case, OLENA, Ruling.GRANT, seconds=seconds).state is State.DECIDED
    else:
        with pytest.raises(HurriedVerdict):
            ruled(case, OLENA, Ruling.GRANT, seconds=seconds)


def test_a_second_look_without_looking_is_asked_for_again() -> None:
    case = ruled(read(opened(), OLENA), OLENA, Ruling.REFUSE)

    with pytest.raises(HurriedVerdict):
        looked(case, PABLO, Ruling.REFUSE)
    case = after(case, ask_again(case, by(PABLO, 60)))
    assert looked(case, PABLO, Ruling.REFUSE).state is State.DECIDED


def test_it_is_asked_for_once() -> None:
    case = judged(read(opened(), PABLO), PABLO)

    case = after(case, ask_again(case, by(OLENA, 1)))

    assert ruled(case, OLENA, Ruling.GRANT, seconds=2).state is State.DECIDED


@pytest.mark.parametrize(
    ("seconds", "who", "is_taken_back"),
    [
        (0, OLENA, True),
        (10, OLENA, True),
        (10.001, OLENA, False),
        (-1, OLENA, False),
        (5, PABLO, False),
    ],
)
def test_undo_is_for_ten_seconds_and_for_who_did_it(
    seconds: float, who: Actor, is_taken_back: bool
) -> None:
    case = told_apart()
    decided = ruled(case, OLENA, Ruling.GRANT, seconds=20)

    if is_taken_back:
        back = after(decided, undo(decided, by(who, 20 + seconds), DEFAULT))
        assert back.judged == case.judged
    else:
        with pytest.raises((CaseConflict, NotAllowed)):
            undo(decided, by(who, 20 + seconds), DEFAULT)


def test_nothing_is_undone_after_a_second_look() -> None:
    with pytest.raises(CaseConflict, match="nothing to take back"):
        undo(disagreed(), by(OLENA, 61), DEFAULT)


def test_no_letter_leaves_while_a_decision_can_be_taken_back() -> None:
    case = ruled(told_apart(), OLENA, Ruling.GRANT, seconds=20)

    assert effective_from(case, DEFAULT) == at(30)
    assert effective_from(told_apart(), CasePolicy()) is None


# The same Olena, promoted: it is who she is that counts.
