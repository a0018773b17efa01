"""What verdicts and decisions make of a case, and what an undo brings back."""

from collections.abc import Iterator

from msgspec.structs import replace

from tamiz.casework.case import Case, Judged, State, Undoable
from tamiz.casework.clearance import Denied, parties
from tamiz.casework.events import (
    AnyEvent,
    Asked,
    Decided,
    Disposed,
    Escalated,
    EscalatedBy,
    Lapsed,
    LapseReason,
    Looked,
    Proposed,
    Suppressed,
    Undone,
)
from tamiz.casework.refusal import conflict
from tamiz.casework.removed import alone, looked_at
from tamiz.casework.verdicts import SETTLES


def disposed(case: Case, event: Disposed) -> Case:
    """The newest verdict on a finding counts."""
    given = {**case.dispositions, **dict.fromkeys(event.findings, event.disposition)}
    sums = {key: case.findings[key].bits for key in event.findings if key in case.findings}
    weighed = {**case.judged.weighed, **sums}
    denied = (*case.judged.denied, *_denied(case, event))
    case = _judged_by(case, event.disposition.actor)
    judged = replace(case.judged, dispositions=given, denied=denied, weighed=weighed)
    return _judging(case, event, judged)


def _denied(case: Case, event: Disposed) -> Iterator[Denied]:
    """What a verdict says of pairs that are, or may be, one; kept when their findings move."""
    if event.disposition.verdict in SETTLES:
        return
    for finding in (case.findings[key] for key in event.findings if key in case.findings):
        if others := parties(finding):
            yield Denied(check=finding.check, parties=others, day=event.at.date())


def proposed(case: Case, event: Proposed) -> Case:
    """Somebody else must look."""
    judged = replace(
        case.judged, state=State.PENDING, looks=(*case.judged.looks, event.look), why=event.why,
        waived=event.waived, bulk=event.bulk, asked=None,
        removed=looked_at(case.judged.removed, event.look.actor),
        placed=alone(case.judged.placed, event.look.actor),
    )  # fmt: skip
    return _freed(_judging(_judged_by(case, event.look.actor), event, judged))


def looked(case: Case, event: Looked) -> Case:
    """From here on nothing is undone: two officers have seen it."""
    case = _judged_by(case, event.look.actor)
    judged = replace(
        case.judged, looks=(*case.judged.looks, event.look),
        removed=looked_at(case.judged.removed, event.look.actor),
        placed=alone(case.judged.placed, event.look.actor),
    )  # fmt: skip
    return replace(case, judged=judged, undoable=None)


def decided(case: Case, event: Decided) -> Case:
    """What two have decided is not undone."""
    two = event.decision.maker, event.decision.checker
    judged = replace(
        case.judged, state=State.DECIDED, decision=event.decision, asked=None,
        removed=looked_at(case.judged.removed, *two), placed=alone(case.judged.placed, *two),
    )  # fmt: skip
    case = _judged_by(case, *two)
    if event.decision.checker:
        return _freed(replace(case, judged=judged, undoable=None))
    return _freed(_judging(case, event, judged))


def escalated(case: Case, event: Escalated) -> Case:
    """From here on it is for a senior officer, also while the applicant is asked.

    Whoever escalated it told that officer what they think.
    """
    case = _judged_by(case, event.actor)
    judged = replace(case.judged, state=State.ESCALATED, asked=None, for_senior=True)
    if event.why is EscalatedBy.DISAGREEMENT:  # the second look that found it is not taken back
        freed = back_to_senior(_freed(case), second=event.actor)
        return replace(freed, judged=judged, undoable=None)
    return _freed(_judging(case, event, judged))


def asked(case: Case, event: Asked) -> Case:
    """It waits for the applicant."""
    judged = replace(case.judged, state=State.WAITING, asked=event)
    return _freed(_judging(case, event, judged))


def undone(case: Case, _event: Undone) -> Case:
    """As it stood before the last judging act."""
    last = case.undoable
    if last is None:
        raise conflict("nothing_to_undo", case=case.id)
    return replace(back_to_senior(case), judged=last.before, undoable=None)


def suppressed(case: Case, event: Suppressed) -> Case:
    """The pair is told apart anew, whatever was said of it here before."""
    judged = replace(
        case.judged, clearances=(*case.judged.clearances, event.clearance),
        denied=tuple(one for one in case.judged.denied if not one.is_about(event.clearance)),
    )  # fmt: skip
    return _judging(case, event, judged)


def lapsed(case: Case, event: Lapsed) -> Case:
    """A clearance of this case ends, or one of an earlier case no longer covers a finding."""
    judged = replace(
        case.judged, lapsed=(*case.judged.lapsed, event),
        clearances=tuple(one for one in case.judged.clearances if one.id != event.clearance),
        quiet={key: one for key, one in case.quiet.items() if one != event.clearance},
    )  # fmt: skip
    if event.why in {LapseReason.VERDICT, LapseReason.WITHDRAWN}:
        return _judging(case, event, judged)
    changed = {**case.changed, event.finding: event} if event.finding else case.changed
    return replace(case, judged=judged, changed=changed)


def _judged_by(case: Case, *officers: str) -> Case:
    """These have judged something of it, for good."""
    return replace(case, judges=case.judges | (frozenset(officers) - {""}))


def is_senior_s_proposal(case: Case) -> bool:
    """Whether it waits for a second look at what a senior officer proposed of an escalated case."""
    return case.state is State.PENDING and case.judged.for_senior


def back_to_senior(case: Case, *, second: str = "") -> Case:
    """With the senior officer whose proposal falls, if one's does: theirs, and locked for nobody.

    ``second`` is who looked at it and saw it otherwise.
    """
    if not is_senior_s_proposal(case):
        return case
    proposer = [look.actor for look in case.judged.looks if look.actor != second][-1]
    return replace(case, assignee=proposer, locked_until=None)


def _freed(case: Case) -> Case:
    """The lock ends with the decision."""
    return replace(case, assignee="", locked_until=None)


def _judging(case: Case, event: AnyEvent, judged: Judged) -> Case:
    """The case judged so; what one person does at one instant is undone as one act."""
    last = case.undoable
    if last is not None and (last.actor, last.at) == (event.actor, event.at):
        before = last.before
    else:
        before = case.judged
    undoable = Undoable(actor=event.actor, at=event.at, revision=case.revision + 1, before=before)
    return replace(case, judged=judged, undoable=undoable)
