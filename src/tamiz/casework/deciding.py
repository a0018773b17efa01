"""Decisions on cases, and when they need a second officer."""

from datetime import datetime, timedelta

from tamiz.casework.case import Case, State
from tamiz.casework.events import (
    AnyEvent,
    Asked,
    Decided,
    Escalated,
    EscalatedBy,
    Looked,
    Proposed,
)
from tamiz.casework.overruling import after_decision, after_look
from tamiz.casework.pace import unhurried
from tamiz.casework.people import Act, By, require
from tamiz.casework.policy import CasePolicy
from tamiz.casework.refusal import conflict, not_allowed
from tamiz.casework.removed import brought
from tamiz.casework.says import OPEN_STATES, may_judge, reason_given, same_grounds
from tamiz.casework.verdicts import Decision, Look, Opinion, Ruling, Why

FINAL = frozenset({Ruling.GRANT, Ruling.REFUSE})


def second_officer(
    case: Case, ruling: Ruling, *, by: str = "", bulk: str = "", sampled: bool = False
) -> tuple[Why, ...]:
    """Why a ruling on this case needs a second officer; empty where it needs none.

    ``by`` is who rules, an actor's id.

    Asking and escalating never do: they end nothing.
    """
    if ruling not in FINAL:
        return ()
    in_bulk = bulk or any(one.bulk for one in case.dispositions.values())
    reasons = (
        (Why.REFUSAL, ruling is Ruling.REFUSE),
        (Why.WAIVER, ruling is Ruling.GRANT and bool(case.unsettled)),
        (Why.BULK, bool(in_bulk)),
        (Why.QUALITY, sampled),
        (Why.OVERTURNS, ruling is Ruling.GRANT and case.was_refused),
        (Why.PLACED, ruling is Ruling.GRANT and by in case.judged.placed),
        (Why.BROUGHT, by in brought(case.judged.removed)),
    )
    return tuple(why for why, applies in reasons if applies)


def decide(
    case: Case,
    by: By,
    policy: CasePolicy,
    opinion: Opinion,
    *,
    bulk: str = "",
    sampled: bool = False,
) -> tuple[AnyEvent, ...]:
    """A decision, or the proposal of one where a second officer must look.

    Args:
        case: as it stands.
        by: the officer.
        policy: the unit's.
        opinion: what they would do, why, and having seen what.
        bulk: names the set of cases that are decided together; "" for this case alone.
        sampled: what ``is_sampled`` says.

    Raises:
        NotAllowed: the role may not, not here, they judged what this case is about, or they are one of
            two who disagreed and would overrule the other alone.
        CaseConflict: evidence moved, no reason, another's lock, or the case is past deciding.
        HurriedVerdict: nothing was read; record ``ask_again`` and ask once more.
    """
    require(by.actor, Act.DECIDE, case)
    same_grounds(case, opinion.seen)
    may_judge(case, by, states=OPEN_STATES)
    ruling = opinion.ruling
    look = _look(case, by, opinion)
    if ruling is Ruling.ASK or (ruling is Ruling.REFUSE and policy.refusal_must_tell):
        reason_given(case, look.told)
    unhurried(case, by, policy, tuple(case.to_judge))
    if ruling is Ruling.ESCALATE:
        return _escalate(case, by, look)
    if ruling is Ruling.ASK:
        return _ask(case, by, policy, look)
    why = second_officer(case, ruling, by=by.actor.id, bulk=bulk, sampled=sampled)
    return _final(case, by, look, why, bulk)


def _look(case: Case, by: By, opinion: Opinion) -> Look:
    return Look(
        ruling=opinion.ruling, reason=reason_given(case, opinion.reason), actor=by.actor.id,
        at=by.at, evidence=case.evidence, told=opinion.told.strip(), grounds=case.grounds,
    )  # fmt: skip


def _escalate(case: Case, by: By, look: Look) -> tuple[AnyEvent, ...]:
    if case.state is State.ESCALATED:
        raise conflict("state", case=case.id, state=case.state.value)
    return (
        Escalated(
            case=case.id, at=by.at, actor=by.actor.id, why=EscalatedBy.OFFICER, reason=look.reason
        ),
    )


def _ask(case: Case, by: By, policy: CasePolicy, look: Look) -> tuple[AnyEvent, ...]:
    due = by.at + timedelta(days=policy.answer_days)
    return (
        Asked(
            case=case.id,
            at=by.at,
            actor=by.actor.id,
            question=look.told,
            reason=look.reason,
            due=due,
        ),
    )


def _final(case: Case, by: By, look: Look, why: tuple[Why, ...], bulk: str) -> tuple[AnyEvent, ...]:
    """Decided, where nobody else is needed or two have now said the same of these grounds.

    Together with others a case is not opened: agreeing there with an earlier look ends nothing.
    """
    waived = case.unsettled if look.ruling is Ruling.GRANT else ()
    two = None if bulk else _two(case, look)
    mine = [one for one in case.judged.looks if one.actor == by.actor.id]
    if two is None and mine and (not why or any(_same(one, look) for one in mine)):
        raise not_allowed("maker_is_checker", case=case.id, actor=by.actor.id)  # they disagreed
    if two is None and why:
        return (
            Proposed(
                case=case.id, at=by.at, actor=by.actor.id, look=look, why=why, waived=waived,
                bulk=bulk,
            ),
        )  # fmt: skip
    said, checker = two or (look, "")
    decision = Decision(
        ruling=said.ruling, reason=said.reason, maker=said.actor, at=by.at, bulk=bulk,
        evidence=said.evidence, told=look.told or said.told, checker=checker, why=why, waived=waived,
    )  # fmt: skip
    decided = Decided(case=case.id, at=by.at, actor=by.actor.id, decision=decision)
    ended = after_decision(case, by, decision)
    if said is look:
        return (*ended, decided)
    own = Looked(case=case.id, at=by.at, actor=by.actor.id, look=look, agrees=True)
    return own, *ended, decided


def _two(case: Case, look: Look) -> tuple[Look, str] | None:
    """Whose word stands, and who is the second officer, where another look says the same.

    The second officer is one who judged no earlier state of the case; None where neither is one.
    """
    for one in case.judged.looks:
        if not _agree(one, look):
            continue
        if one.actor not in case.judged_before:
            return look, one.actor
        if look.actor not in case.judged_before:
            return one, look.actor
    return None


def _agree(one: Look, other: Look) -> bool:
    """Whether two officers, having seen the same, say the same."""
    return one.actor != other.actor and _same(one, other) and one.ruling is other.ruling


def _same(one: Look, other: Look) -> bool:
    """Whether both saw the same evidence, and the same beside it."""
    return (one.grounds or one.evidence) == (other.grounds or other.evidence)


def second_look(case: Case, by: By, policy: CasePolicy, opinion: Opinion) -> tuple[AnyEvent, ...]:
    """What a second officer would decide, blind. Where both say the same, the case is decided.

    Where they do not, a senior officer decides; what agrees with one of the two is final.

    Raises:
        NotAllowed: they judged something of the case, or what it is about; or their role.
        CaseConflict: evidence moved, no reason, another's lock, or no second look is due.
        HurriedVerdict: nothing was read; record ``ask_again`` and ask once more.
    """
    require(by.actor, Act.SECOND_LOOK, case)
    same_grounds(case, opinion.seen)
    if by.actor.id in case.judges:
        raise not_allowed("maker_is_checker", case=case.id, actor=by.actor.id)
    may_judge(case, by, states=frozenset({State.PENDING}))
    proposal = case.judged.looks[-1]
    look = _look(case, by, opinion)
    unhurried(case, by, policy, tuple(case.to_judge))
    agrees = _agree(look, proposal)
    looked = Looked(case=case.id, at=by.at, actor=by.actor.id, look=look, agrees=agrees)
    if not agrees:
        return (
            looked,
            *after_look(case, by, proposal),
            Escalated(case=case.id, at=by.at, actor=by.actor.id, why=EscalatedBy.DISAGREEMENT),
        )
    decided = _decided(case, by, proposal)
    return looked, *after_decision(case, by, decided.decision), decided


def _decided(case: Case, by: By, proposal: Look) -> Decided:
    judged = case.judged
    decision = Decision(
        ruling=proposal.ruling, reason=proposal.reason, maker=proposal.actor, at=by.at,
        evidence=proposal.evidence, told=proposal.told, checker=by.actor.id, why=judged.why,
        waived=judged.waived, bulk=judged.bulk,
    )  # fmt: skip
    return Decided(case=case.id, at=by.at, actor=by.actor.id, decision=decision)


def effective_from(case: Case, policy: CasePolicy) -> datetime | None:
    """When a decision can no longer be taken back: no letter leaves before. None: undecided."""
    if case.decision is None:
        return None
    return case.decision.at + timedelta(seconds=policy.undo_seconds)
