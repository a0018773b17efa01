"""What an officer does at the desk without judging: take, let go, read, note, give out."""

from datetime import timedelta

from tamiz.casework.case import Case
from tamiz.casework.events import (
    AnyEvent,
    Disclosed,
    Noted,
    Released,
    Seen,
    Taken,
)
from tamiz.casework.people import Act, By, may, require
from tamiz.casework.policy import CasePolicy
from tamiz.casework.refusal import conflict
from tamiz.casework.says import reason_given, standing


def take(case: Case, by: By, policy: CasePolicy, *, to: str = "") -> tuple[AnyEvent, ...]:
    """Lock a case for oneself, or as a senior officer give it ``to`` another.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: somebody else holds the lock, and one may not give cases away.
    """
    require(by.actor, Act.TAKE, case)
    standing(case)
    if to and to != by.actor.id:
        require(by.actor, Act.ASSIGN, case)
    elif case.locked_by_other(by.actor.id, by.at) and not may(by.actor, Act.ASSIGN, case):
        raise conflict("locked", case=case.id, assignee=case.assignee)
    until = by.at + timedelta(minutes=policy.lock_minutes)
    return (Taken(case=case.id, at=by.at, actor=by.actor.id, to=to or by.actor.id, until=until),)


def release(case: Case, by: By) -> tuple[AnyEvent, ...]:
    """Let go of the lock one holds; nothing where one holds none.

    Raises:
        NotAllowed: the role may not, or not here.
    """
    require(by.actor, Act.TAKE, case)
    if case.assignee != by.actor.id:
        return ()
    return (Released(case=case.id, at=by.at, actor=by.actor.id),)


def see(case: Case, by: By, *, purpose: str, read: tuple[str, ...] = ()) -> tuple[AnyEvent, ...]:
    """Read a case (``read`` empty), or findings of it; to be recorded before anything is shown.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: no purpose is given, or a finding is not, or no longer, in the case.
    """
    require(by.actor, Act.SEE, case)
    if not purpose.strip():
        raise conflict("no_purpose", case=case.id)
    known_findings(case, read)
    return (Seen(case=case.id, at=by.at, actor=by.actor.id, purpose=purpose.strip(), read=read),)


def note(case: Case, by: By, *, text: str) -> tuple[AnyEvent, ...]:
    """A note in the margin.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: the note says nothing, or the case was erased.
    """
    require(by.actor, Act.NOTE, case)
    standing(case)
    return (Noted(case=case.id, at=by.at, actor=by.actor.id, text=reason_given(case, text)),)


def disclosed(case: Case, by: By, *, audience: str, form: str, sha256: str) -> tuple[AnyEvent, ...]:
    """Something about the case leaves the unit; to be recorded before it does.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: the case was erased.
    """
    require(by.actor, Act.DISCLOSE, case)
    standing(case)
    return (
        Disclosed(
            case=case.id, at=by.at, actor=by.actor.id, audience=audience, form=form, sha256=sha256
        ),
    )


def known_findings(case: Case, findings: tuple[str, ...]) -> None:
    """Nothing, where all are findings of the case as it stands.

    Raises:
        CaseConflict: one is not: the evidence moved, or never was so.
    """
    for finding in findings:
        if finding not in case.findings:
            raise conflict("no_finding", case=case.id, finding=finding)
