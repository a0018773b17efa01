"""A second officer sees the evidence and nobody's opinion, until they have looked."""

import msgspec
import pytest
from msgspec.structs import replace

from casework.desks import (
    AUDITOR,
    DOCUMENT,
    LISTED,
    OLENA,
    PABLO,
    RUTH,
    after,
    assessment,
    at,
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
    Change,
    Fields,
    Quiet,
    Ruling,
    Side,
    Sifted,
    Verdict,
    ask_again,
    finding_id,
    is_blind,
    keep_quiet,
    note,
    renew,
    reopen,
    seen_by,
    take,
)
from tamiz.casework.events import Lapsed, LapseReason


def pending(*, sampled: bool = False) -> Case:
    """Olena judged the finding, noted why, and proposed."""
    case = judged(read(opened(), OLENA, PABLO), OLENA, Verdict.DIFFERENT)
    case = after(case, note(case, by(OLENA, 5), text="I know his brother"))
    return ruled(case, OLENA, Ruling.GRANT if sampled else Ruling.REFUSE, sampled=sampled)


@pytest.mark.parametrize("who", [PABLO, RUTH], ids=lambda who: who.id)
def test_before_looking_one_sees_nobodys_opinion(who: Actor) -> None:
    shown = seen_by(pending(), who)

    assert shown.dispositions == {}
    assert (shown.judged.looks, shown.judged.why, shown.decision) == ((), (), None)
    assert (shown.notes, shown.undoable, shown.judged.waived) == ((), None, ())
    assert b"olena" not in msgspec.json.encode(shown)
    assert b"brother" not in msgspec.json.encode(shown)


def test_what_was_decided_before_is_an_opinion_too() -> None:
    case = ruled(judged(read(opened(), OLENA, PABLO), OLENA), OLENA, Ruling.GRANT)
    case = after(case, reopen(case, by(RUTH, 50), DEFAULT, reason="a letter came"))
    case = ruled(case, OLENA, Ruling.REFUSE, seconds=90)

    assert case.earlier
    assert seen_by(case, PABLO).earlier == ()


def test_the_evidence_is_all_there() -> None:
    case = pending()

    shown = seen_by(case, PABLO)

    assert (shown.findings, shown.evidence) == (case.findings, case.evidence)
    assert tuple(shown.to_judge) == tuple(case.to_judge)


def test_who_cleared_a_pair_before_is_an_opinion_and_what_changed_is_evidence() -> None:
    lapsed = Lapsed(
        case="C1", at=at(0), actor="tamiz", clearance="K1", why=LapseReason.CHANGED,
        finding=finding_id(LISTED), cleared_by="olena",
        changes=(Change(side=Side.LISTED, field="names", added=("new alias",)),),
    )  # fmt: skip
    case = ruled(after(read(opened(), OLENA), (lapsed,)), OLENA, Ruling.REFUSE)

    (shown,) = seen_by(case, PABLO).changed.values()

    assert shown == replace(lapsed, cleared_by="")


def test_what_the_maker_keeps_quiet_in_this_case_is_an_opinion() -> None:
    """Also when another screening has made it the reason why the finding is quiet."""
    case = judged(read(opened(), OLENA), OLENA)
    quiet = Quiet(id="K1", applicant=Fields(), listed=Fields())
    given = keep_quiet(case, by(OLENA, 1), DEFAULT, finding=finding_id(LISTED), quiet=quiet)
    case = after(case, given)
    now, sifted = assessment(LISTED, DOCUMENT), Sifted(quiet={finding_id(LISTED): "K1"})
    case = after(case, renew(case, by(ENGINE, 5), DEFAULT, assessment=now, sifted=sifted))
    case = ruled(read(case, OLENA), OLENA, Ruling.REFUSE)

    shown = seen_by(case, PABLO)

    assert finding_id(LISTED) not in case.to_judge
    assert finding_id(LISTED) in shown.to_judge
    assert seen_by(case, OLENA).quiet == case.quiet


def test_what_was_said_of_a_pair_in_another_case_is_an_opinion() -> None:
    lapsed = Lapsed(
        case="C1", at=at(0), actor="tamiz", clearance="K1", why=LapseReason.ELSEWHERE,
        finding=finding_id(LISTED), cleared_by="olena",
    )  # fmt: skip
    case = ruled(after(read(opened(), OLENA), (lapsed,)), OLENA, Ruling.REFUSE)

    assert case.changed
    assert seen_by(case, PABLO).changed == {}


def test_one_sees_what_one_has_read_oneself_and_of_nobody_else() -> None:
    case = after(pending(), ask_again(pending(), by(PABLO, 40)))
    case = after(case, take(case, by(PABLO, 41), DEFAULT))

    assert set(seen_by(case, PABLO).readings) == {"pablo"}
    assert seen_by(case, PABLO).warned == {"pablo"}
    assert seen_by(case, PABLO).assignee == "pablo"
    assert seen_by(case, RUTH).assignee == ""
    assert seen_by(case, RUTH).warned == frozenset()


@pytest.mark.parametrize("who", [OLENA, PABLO], ids=lambda who: who.id)
def test_what_is_masked_is_for_showing_to_anybody(who: Actor) -> None:
    assert seen_by(pending(), who).is_masked


def test_what_is_masked_is_for_showing() -> None:
    case = pending()
    shown = seen_by(case, PABLO)

    with pytest.raises(ValueError, match="masked"):
        looked(shown, PABLO, Ruling.REFUSE)
    with pytest.raises(ValueError, match="masked"):
        after(shown, note(case, by(PABLO), text="a note"))


def test_a_quality_case_and_a_refusal_look_the_same() -> None:
    refusal, quality = seen_by(pending(), PABLO), seen_by(pending(sampled=True), PABLO)

    assert msgspec.json.encode(refusal) == msgspec.json.encode(quality)


def test_the_maker_is_not_told_that_it_is_for_quality() -> None:
    shown = seen_by(pending(sampled=True), OLENA)

    assert shown.judged.why == ()
    assert shown.dispositions


def test_after_looking_one_sees_all() -> None:
    case = looked(pending(), PABLO, Ruling.GRANT)

    assert seen_by(case, PABLO) == case
    assert not is_blind(case, PABLO)


def test_an_auditor_sees_all_at_any_time() -> None:
    assert seen_by(pending(), AUDITOR) == pending()
    assert not is_blind(pending(), AUDITOR)


def test_while_nothing_is_proposed_nobody_is_blind() -> None:
    case = judged(read(opened(), OLENA), OLENA)

    assert seen_by(case, PABLO) == case
