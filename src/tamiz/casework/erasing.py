"""Erasing a case when its time is over: one asks, another does it."""

from datetime import datetime, timedelta

from tamiz.casework.case import Case, State
from tamiz.casework.events import AnyEvent, Erased, ErasureAsked, ErasureDropped, Ground
from tamiz.casework.people import Act, By, require
from tamiz.casework.policy import CasePolicy
from tamiz.casework.refusal import conflict, not_allowed
from tamiz.casework.says import reason_given, standing


def kept_until(case: Case, policy: CasePolicy) -> datetime:
    """The instant from which a case may be erased: so long after its decision, or the last appeal.

    Without a decision so long after its last event; asking for its erasure is none.
    """
    return _since(case) + timedelta(days=policy.retention_days)


def _since(case: Case) -> datetime:
    if case.decision is not None:
        return max((case.decision.at, *(one.at for one in case.appeals)))
    return case.at if case.erasure is None else case.erasure.since


def ask_erasure(
    case: Case, by: By, policy: CasePolicy, *, ground: Ground, reason: str
) -> tuple[AnyEvent, ...]:
    """Ask that everything personal go. Nothing does before another agrees (``erase``).

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: its time is not over, it was asked for already, or no reason is given.
    """
    require(by.actor, Act.ASK_ERASURE, case)
    _may_go(case, by, policy)
    if case.erasure is not None:
        raise conflict("erasure_asked", case=case.id)
    return (
        ErasureAsked(
            case=case.id, at=by.at, actor=by.actor.id, ground=ground,
            reason=reason_given(case, reason), since=_since(case),
        ),
    )  # fmt: skip


def drop_erasure(case: Case, by: By, *, reason: str) -> tuple[AnyEvent, ...]:
    """Leave the case as it is, though its erasure was asked for.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: nobody asked for it, or no reason is given.
    """
    require(by.actor, Act.ERASE, case)
    standing(case)
    _asked(case)
    said = reason_given(case, reason)
    return (ErasureDropped(case=case.id, at=by.at, actor=by.actor.id, reason=said),)


def erase(case: Case, by: By, policy: CasePolicy) -> tuple[AnyEvent, ...]:
    """Everything personal goes; the case's key is to be destroyed in the same transaction.

    Raises:
        NotAllowed: the role may not, or not here; they judged it, or what it contests, and would wipe
            their own trace; or they asked for it themselves.
        CaseConflict: nobody asked for it, or its time is not over.
    """
    require(by.actor, Act.ERASE, case)
    _may_go(case, by, policy)
    asked = _asked(case)
    if by.actor.id in case.judges | case.barred:
        raise not_allowed("own_trace", case=case.id, actor=by.actor.id)
    if by.actor.id == asked.actor:
        raise not_allowed("own_erasure", case=case.id, actor=by.actor.id)
    return (
        Erased(
            case=case.id, at=by.at, actor=by.actor.id, ground=asked.ground.value,
            asked_by=asked.actor,
        ),
    )  # fmt: skip


def _may_go(case: Case, by: By, policy: CasePolicy) -> None:
    standing(case)
    until = kept_until(case, policy)
    if by.at < until:
        raise conflict("retained", case=case.id, until=until.date().isoformat())


def _asked(case: Case) -> ErasureAsked:
    if case.erasure is None or case.state is State.ERASED:
        raise conflict("no_erasure", case=case.id)
    return case.erasure
