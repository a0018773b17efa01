"""Verdicts on findings, the pairs they keep quiet, and how both are taken back."""

from datetime import date, timedelta

from msgspec import Struct

from tamiz.casework.case import Case, State
from tamiz.casework.clearance import Clearance, parties
from tamiz.casework.desk import known_findings
from tamiz.casework.events import (
    AnyEvent,
    Disposed,
    Escalated,
    EscalatedBy,
    Lapsed,
    LapseReason,
    Suppressed,
    Undone,
)
from tamiz.casework.fields import Fields
from tamiz.casework.pace import unhurried
from tamiz.casework.people import Act, By, require
from tamiz.casework.policy import CasePolicy
from tamiz.casework.refusal import conflict
from tamiz.casework.says import OPEN_STATES, may_judge, reason_given
from tamiz.casework.verdicts import SETTLES, Disposition, Verdict


class Quiet(Struct, frozen=True, kw_only=True):
    """That a pair is to stay quiet: what both sides said when it was cleared, and until when.

    ``listed`` None: the other side could not be read. ``until`` None: as long as the policy
    allows. ``id`` names the clearance.
    """

    id: str
    applicant: Fields
    listed: Fields | None
    until: date | None = None


def dispose(
    case: Case,
    by: By,
    policy: CasePolicy,
    *,
    findings: tuple[str, ...],
    verdict: Verdict,
    reason: str,
    bulk: str = "",
) -> tuple[AnyEvent, ...]:
    """One verdict with one reason on one or several findings.

    SAME ends what kept the pair quiet; ESCALATE sends the case to a senior officer. Nothing is
    kept quiet by a verdict: that is ``keep_quiet``.

    Raises:
        NotAllowed: the role may not, not here, or they judged what this case is about.
        CaseConflict: no reason, no such finding, another's lock, or the case is past judging.
        HurriedVerdict: nothing was read; record ``ask_again`` and ask once more.
    """
    require(by.actor, Act.DISPOSE, case)
    may_judge(case, by, states=OPEN_STATES)
    if not findings:
        raise conflict("no_finding", case=case.id, finding="–")
    known_findings(case, findings)
    said = Disposition(
        verdict=verdict, reason=reason_given(case, reason), actor=by.actor.id, at=by.at, bulk=bulk
    )
    unhurried(case, by, policy, findings)
    events: list[AnyEvent] = [
        Disposed(case=case.id, at=by.at, actor=by.actor.id, findings=findings, disposition=said)
    ]
    if verdict not in SETTLES:
        events += _contradicted(case, by, findings)
    if verdict is Verdict.ESCALATE and case.state is not State.ESCALATED:
        events.append(
            Escalated(
                case=case.id,
                at=by.at,
                actor=by.actor.id,
                why=EscalatedBy.OFFICER,
                reason=said.reason,
            )
        )
    return tuple(events)


def _contradicted(case: Case, by: By, findings: tuple[str, ...]) -> list[AnyEvent]:
    """The clearances that a verdict ends: those that kept one of its findings quiet."""
    ended = {case.quiet[key]: key for key in findings if key in case.quiet}
    for clearance in case.judged.clearances:
        for key in findings:
            finding = case.findings[key]
            if clearance.check == finding.check and clearance.parties & parties(finding):
                ended[clearance.id] = key
    return [
        Lapsed(
            case=case.id, at=by.at, actor=by.actor.id, clearance=clearance, finding=key,
            why=LapseReason.VERDICT,
        )
        for clearance, key in ended.items()
    ]  # fmt: skip


def keep_quiet(
    case: Case, by: By, policy: CasePolicy, *, finding: str, quiet: Quiet
) -> tuple[AnyEvent, ...]:
    """A pair that was told apart stays quiet until either side changes in a material field.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: the finding has no other side or it could not be read, there is no settling
            verdict of one's own, or the last day is past or beyond what the policy allows.
    """
    require(by.actor, Act.CLEAR, case)
    may_judge(case, by, states=OPEN_STATES)
    known_findings(case, (finding,))
    given = case.dispositions.get(finding)
    others = parties(case.findings[finding])
    if given is None or given.verdict not in SETTLES or given.actor != by.actor.id:
        raise conflict("not_cleared", case=case.id, finding=finding)
    if not others:
        raise conflict("no_pair", case=case.id, finding=finding)
    if quiet.listed is None:
        raise conflict("unread_side", case=case.id, finding=finding)
    latest = by.at.date() + timedelta(days=policy.clearance_days)
    until = latest if quiet.until is None else quiet.until
    if not by.at.date() <= until <= latest:
        raise conflict("until", case=case.id, found=until.isoformat(), latest=latest.isoformat())
    clearance = Clearance(
        id=quiet.id, applicant=case.applicant, check=case.findings[finding].check, parties=others,
        applicant_fields=quiet.applicant, listed_fields=quiet.listed, reason=given.reason,
        actor=by.actor.id, day=by.at.date(), until=until, case=case.id,
    )  # fmt: skip
    return (
        Suppressed(case=case.id, at=by.at, actor=by.actor.id, finding=finding, clearance=clearance),
    )


def withdraw(case: Case, by: By, *, clearance: str) -> tuple[AnyEvent, ...]:
    """A clearance given in this case, or keeping a finding of it quiet, ends.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: the case has no such clearance, or is past judging: reopen it first, as what
            was quiet is then to be judged.
    """
    require(by.actor, Act.CLEAR, case)
    may_judge(case, by, states=OPEN_STATES)
    quieted = {key for key, one in case.quiet.items() if one == clearance}
    if not quieted and all(one.id != clearance for one in case.judged.clearances):
        raise conflict("no_clearance", case=case.id, clearance=clearance)
    return (
        Lapsed(
            case=case.id, at=by.at, actor=by.actor.id, clearance=clearance,
            why=LapseReason.WITHDRAWN, finding=min(quieted, default=""),
        ),
    )  # fmt: skip


def undo(case: Case, by: By, policy: CasePolicy) -> tuple[AnyEvent, ...]:
    """The last judging act is taken back, by who did it, within seconds, before a second look.

    Raises:
        NotAllowed: somebody else did it, or the role may not judge here (any more).
        CaseConflict: there is nothing to take back, or it is too late. Where the clock went
            backwards nobody knows how late it is, and it is too late.
    """
    require(by.actor, Act.DISPOSE, case)
    last = case.undoable
    if last is None:
        raise conflict("nothing_to_undo", case=case.id)
    if last.actor != by.actor.id:
        raise conflict("undo_of_other", case=case.id)
    if not timedelta(0) <= by.at - last.at <= timedelta(seconds=policy.undo_seconds):
        raise conflict("undo_late", case=case.id, seconds=str(policy.undo_seconds))
    return (Undone(case=case.id, at=by.at, actor=by.actor.id, revision=last.revision),)
