"""Verdicts, cleared pairs, and how both are taken back."""

from datetime import date

import pytest
from msgspec.structs import replace

from casework.desks import (
    DOCUMENT,
    LISTED,
    OLENA,
    PABLO,
    PERSON,
    RUTH,
    UNSEEN,
    after,
    assessment,
    at,
    by,
    finding,
    judged,
    opened,
    read,
    ruled,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Case,
    Fields,
    Quiet,
    Ruling,
    Sifted,
    State,
    Verdict,
    dispose,
    finding_id,
    fold,
    keep_quiet,
    open_case,
    take,
    undo,
    withdraw,
)
from tamiz.casework.says import REASON_MOST
from tamiz.errors import CaseConflict, HurriedVerdict, NotAllowed

QUIET = Quiet(id="K1", applicant=Fields(names=("a",)), listed=Fields(names=("b",)))
PAIR = finding_id(LISTED)


def quieted(*, until: date | None = None, seconds: float = 0) -> Case:
    """A case whose pair Olena told apart and keeps quiet, at one instant."""
    case = judged(read(opened(), OLENA), OLENA, seconds=seconds)
    quiet = Quiet(id="K1", applicant=QUIET.applicant, listed=QUIET.listed, until=until)
    return after(case, keep_quiet(case, by(OLENA, seconds), DEFAULT, finding=PAIR, quiet=quiet))


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_kept_with_its_reason(verdict: Verdict) -> None:
    case = judged(read(opened(), RUTH), RUTH, verdict)

    said = case.dispositions[PAIR]
    assert (said.verdict, said.reason, said.actor) == (verdict, "another birth date", "ruth")


def test_one_verdict_on_a_group_is_recorded_on_each() -> None:
    case = judged(read(opened(LISTED, DOCUMENT, UNSEEN), OLENA), OLENA)

    assert len(case.dispositions) == 3
    assert case.unsettled == ()


def test_escalating_a_finding_sends_the_case_to_a_senior() -> None:
    case = judged(read(opened(), OLENA, RUTH), OLENA, Verdict.ESCALATE)

    assert case.state is State.ESCALATED
    with pytest.raises(NotAllowed):
        judged(case, OLENA, seconds=30)
    assert judged(case, RUTH, seconds=30).dispositions[PAIR].actor == "ruth"


@pytest.mark.parametrize("reason", ["", " ", "…?!", "ok", "x" * (REASON_MOST + 1)])
def test_a_verdict_needs_a_reason(reason: str) -> None:
    case = read(opened(), OLENA)

    with pytest.raises(CaseConflict, match=r"reason|signs"):
        dispose(case, by(OLENA), DEFAULT, findings=(PAIR,), verdict=Verdict.SAME, reason=reason)


@pytest.mark.parametrize(
    "reason", ["інша дата", "不是他本人", "لا يشبه", "12.04.1988", "age", "x" * REASON_MOST]
)
def test_a_reason_may_be_in_any_script(reason: str) -> None:
    case = read(opened(), OLENA)

    assert dispose(
        case, by(OLENA), DEFAULT, findings=(PAIR,), verdict=Verdict.DIFFERENT, reason=reason
    )


@pytest.mark.parametrize("findings", [(), ("0000000000000000",), (PAIR, "nonsense")])
def test_what_is_not_in_the_case_cannot_be_judged(findings: tuple[str, ...]) -> None:
    case = read(opened(), OLENA)

    with pytest.raises(CaseConflict, match="not, or no longer"):
        dispose(
            case,
            by(OLENA),
            DEFAULT,
            findings=findings,
            verdict=Verdict.SAME,
            reason="the photograph",
        )


def test_a_case_that_another_has_taken_is_left_to_them() -> None:
    case = read(opened(), OLENA)
    case = after(case, take(case, by(PABLO), DEFAULT))

    with pytest.raises(CaseConflict, match="with pablo"):
        judged(case, OLENA, seconds=60)
    assert judged(case, OLENA, seconds=31 * 60).dispositions


def test_two_tabs_cannot_both_decide_one_case() -> None:
    case = judged(read(opened(), OLENA), OLENA)
    case = ruled(case, OLENA, Ruling.GRANT)

    with pytest.raises(CaseConflict, match="is decided"):
        judged(case, OLENA, seconds=30)


def test_a_verdict_on_what_was_not_read_is_asked_for_again() -> None:
    with pytest.raises(HurriedVerdict, match="not read 1"):
        judged(opened(), OLENA)


def test_a_verdict_keeps_nothing_quiet_by_itself() -> None:
    assert judged(read(opened(), OLENA), OLENA).judged.clearances == ()


def test_a_cleared_pair_says_what_it_rests_on() -> None:
    (clearance,) = quieted().judged.clearances

    assert clearance.parties == {"un-sc/QDi.1"}
    assert (clearance.applicant, clearance.check) == ("P1", "watchlist_person")
    assert (clearance.reason, clearance.actor) == ("another birth date", "olena")
    assert (clearance.day, clearance.until) == (date(2026, 11, 26), date(2028, 11, 25))


@pytest.mark.parametrize("until", [date(2026, 11, 25), date(2028, 11, 26)])
def test_it_ends_within_what_policy_allows(until: date) -> None:
    with pytest.raises(CaseConflict, match="is not a day"):
        quieted(until=until)


@pytest.mark.parametrize("until", [date(2026, 11, 26), date(2028, 11, 25)])
def test_its_last_day_may_be_the_first_or_the_latest(until: date) -> None:
    assert quieted(until=until).judged.clearances[0].until == until


def test_a_verdict_on_one_pair_leaves_another_quiet() -> None:
    """Of one question about two parties, and of two questions about one."""
    another = finding(listed=replace(PERSON, id="QDi.2"))
    question = finding("watchlist_related", listed=PERSON)
    case = judged(read(opened(LISTED, another, question), OLENA), OLENA)
    case = after(case, keep_quiet(case, by(OLENA), DEFAULT, finding=PAIR, quiet=QUIET))

    for other in (another, question):
        said = dispose(
            case, by(OLENA, 60), DEFAULT, findings=(finding_id(other),), verdict=Verdict.SAME,
            reason="the photograph is his",
        )  # fmt: skip
        assert [one.id for one in after(case, said).judged.clearances] == ["K1"]


def test_what_an_earlier_case_keeps_quiet_is_withdrawn_here_too() -> None:
    case = fold(
        open_case(
            by(ENGINE, -3600), DEFAULT, case="C2", applicant="P1", compartment="north",
            assessment=assessment(LISTED, DOCUMENT), sifted=Sifted(quiet={PAIR: "K1"}),
        )
    )  # fmt: skip

    case = after(case, withdraw(case, by(PABLO), clearance="K1"))

    assert case.quiet == {}
    assert PAIR in case.to_judge
    assert [(one.clearance, one.finding) for one in case.judged.lapsed] == [("K1", PAIR)]


def test_only_what_one_told_apart_oneself_is_kept_quiet() -> None:
    told = judged(read(opened(), OLENA), OLENA)
    unsure = judged(read(opened(), OLENA), OLENA, Verdict.UNSURE)

    for case, who in ((told, PABLO), (unsure, OLENA), (read(opened(), OLENA), OLENA)):
        with pytest.raises(CaseConflict, match="say yourself"):
            keep_quiet(case, by(who, 5), DEFAULT, finding=PAIR, quiet=QUIET)


def test_a_finding_about_nobody_else_is_no_pair() -> None:
    case = judged(read(opened(DOCUMENT), OLENA), OLENA)

    with pytest.raises(CaseConflict, match="no pair"):
        keep_quiet(case, by(OLENA), DEFAULT, finding=finding_id(DOCUMENT), quiet=QUIET)


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.UNSURE, Verdict.ESCALATE])
def test_another_verdict_ends_it(verdict: Verdict) -> None:
    case = judged(quieted(), OLENA, verdict, seconds=60)

    assert case.judged.clearances == ()
    assert [one.clearance for one in case.judged.lapsed] == ["K1"]


def test_it_can_be_withdrawn_once() -> None:
    case = quieted()

    case = after(case, withdraw(case, by(PABLO, 60), clearance="K1"))

    assert case.judged.clearances == ()
    with pytest.raises(CaseConflict, match="no clearance K1"):
        withdraw(case, by(PABLO, 60), clearance="K1")


def test_what_keeps_a_decided_case_quiet_is_not_withdrawn_behind_it() -> None:
    case = ruled(quieted(), OLENA, Ruling.GRANT)

    with pytest.raises(CaseConflict, match="is decided"):
        withdraw(case, by(PABLO, 60), clearance="K1")


def test_verdict_and_clearance_of_one_instant_are_taken_back_together() -> None:
    case = quieted(seconds=5)

    case = after(case, undo(case, by(OLENA, 9), DEFAULT))

    assert (case.dispositions, case.judged.clearances) == ({}, ())


def test_only_the_last_act_is_taken_back() -> None:
    case = judged(read(opened(), OLENA), OLENA, Verdict.UNSURE)
    case = judged(case, OLENA, Verdict.DIFFERENT, seconds=5)

    case = after(case, undo(case, by(OLENA, 6), DEFAULT))

    assert case.dispositions[PAIR].verdict is Verdict.UNSURE
    with pytest.raises(CaseConflict, match="nothing to take back"):
        undo(case, by(OLENA, 7), DEFAULT)


def test_an_escalation_is_taken_back() -> None:
    case = judged(read(opened(), OLENA), OLENA, Verdict.ESCALATE)

    assert after(case, undo(case, by(OLENA, 3), DEFAULT)).state is State.OPEN


def test_nobody_takes_back_what_another_did() -> None:
    case = judged(read(opened(), OLENA), OLENA)

    with pytest.raises(CaseConflict, match="another officer"):
        undo(case, by(RUTH, 3), DEFAULT)


def test_the_instant_of_a_verdict_is_kept() -> None:
    assert judged(read(opened(), OLENA), OLENA, seconds=7).dispositions[PAIR].at == at(7)


def test_a_pair_of_which_one_side_cannot_be_read_is_not_kept_quiet() -> None:
    case = judged(read(opened(), OLENA), OLENA)
    unread = Quiet(id="K1", applicant=Fields(), listed=None)

    with pytest.raises(CaseConflict, match="could not be read"):
        keep_quiet(case, by(OLENA, 1), DEFAULT, finding=finding_id(LISTED), quiet=unread)
