"""How a case is made of its events; pure, and the same in every process."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from tamiz.casework import judging_steps as steps
from tamiz.casework.case import Answer, Case, Judged, Reading, State
from tamiz.casework.events import (
    Answered,
    AnyEvent,
    Appealed,
    Asked,
    Decided,
    Disclosed,
    Disposed,
    Erased,
    ErasureAsked,
    ErasureDropped,
    Escalated,
    Hurried,
    Lapsed,
    Looked,
    Noted,
    Observed,
    Opened,
    Proposed,
    Released,
    Renewed,
    Reopened,
    Seen,
    Suppressed,
    Taken,
    Undone,
)
from tamiz.casework.evidence import by_id, evidence_hash
from tamiz.casework.refusal import conflict
from tamiz.casework.removed import removed
from tamiz.model import Assessment

# Checks whose questions an observation asks anew begin so.
_BACKGROUND = "background"
# Whatever else happens to a case after its erasure was asked for keeps it.
_HOLDS_UP_NO_ERASURE = (
    Seen, Taken, Released, Noted, Hurried, Disclosed, ErasureAsked, ErasureDropped, Erased,
)  # fmt: skip


def fold(events: Iterable[AnyEvent], case: Case | None = None) -> Case:
    """The case that events make, from its opening or from ``case`` on.

    Raises:
        CaseConflict: there is no opening, a second one, or an event of another case.
    """
    for event in events:
        case = apply(case, event)
    if case is None:
        raise conflict("no_opening", case="")
    return case


def apply(case: Case | None, event: AnyEvent) -> Case:
    """The case after one more event; None stands for no case yet.

    Raises:
        CaseConflict: as for ``fold``.
        ValueError: it is a masked case, which is for showing.
    """
    if isinstance(event, Opened):
        if case is not None:
            raise conflict("opened_twice", case=case.id)
        return _opened(event)
    if case is None:
        raise conflict("no_opening", case=event.case)
    if event.case != case.id:
        raise conflict("other_case", case=case.id, found=event.case)
    if case.is_masked:
        raise ValueError(f"case {case.id} is masked; events are put to the case itself")
    after = _STEPS[type(event)](case, event)
    if case.erasure is not None and not isinstance(event, _HOLDS_UP_NO_ERASURE):
        after = replace(after, erasure=None)
    return replace(after, revision=case.revision + 1, at=event.at)


def _opened(event: Opened) -> Case:
    findings = by_id(event.assessment.findings)
    return Case(
        id=event.case, applicant=event.applicant, compartment=event.compartment, kind=event.reason,
        assessment=event.assessment, findings=findings, judged=Judged(quiet=event.quiet),
        evidence=evidence_hash(event.assessment.findings), opened=event.at, at=event.at,
        due=event.due, about=event.about, text=event.text, barred=event.barred,
        contests_refusal=event.contests_refusal,
    )  # fmt: skip


def _renewed(case: Case, event: Renewed) -> Case:
    """Other findings: verdicts stand on what still says the same; looks at the old are void."""
    findings = by_id(event.assessment.findings)
    kept = {
        key: one
        for key, one in case.dispositions.items()
        if key in findings and key not in event.moved
    }
    gone = removed(
        case.judged.removed, case.to_judge, findings, given=case.dispositions, quiet=event.quiet,
        brought_by=event.brought_by,
    )  # fmt: skip
    case = _opened_again(case, event) if event.reopens else replace(case, undoable=None)
    case = replace(case, judged_before=case.judges)
    return replace(
        case, assessment=event.assessment, findings=findings,
        evidence=evidence_hash(event.assessment.findings), warned=frozenset(),
        readings={who: replace(one, read=one.read - event.moved) for who, one in case.readings.items()},
        changed={key: one for key, one in case.changed.items() if key in findings},
        judged=replace(case.judged, dispositions=kept, quiet=event.quiet, removed=gone),
    )  # fmt: skip


def _opened_again(case: Case, event: Renewed | Reopened) -> Case:
    """The case due anew."""
    return replace(_reopened(case), due=event.due or case.due)


def _reopened(case: Case) -> Case:
    """Nothing decided or proposed any more; what was decided is kept among the earlier ones."""
    decision = case.decision
    stays = case.state in {State.ESCALATED, State.WAITING}
    falls_back = steps.is_senior_s_proposal(case)
    state = State.ESCALATED if falls_back else case.state if stays else State.OPEN
    judged = replace(
        case.judged, state=state, decision=None, looks=(), why=(), waived=(), bulk="",
        for_senior=(stays or falls_back) and case.judged.for_senior,
    )  # fmt: skip
    case = steps.back_to_senior(case)
    earlier = case.earlier if decision is None else (*case.earlier, decision)
    return replace(case, judged=judged, earlier=earlier, judged_before=case.judges, undoable=None)


def _taken(case: Case, event: Taken) -> Case:
    return replace(case, assignee=event.to, locked_until=event.until)


def _released(case: Case, _event: Released) -> Case:
    return replace(case, assignee="", locked_until=None)


def _seen(case: Case, event: Seen) -> Case:
    """Opening the page starts the clock of the pace guard; reading adds to what was read."""
    before = case.readings.get(event.actor)
    if before is None or not event.read:
        read = frozenset() if before is None else before.read
        now = Reading(since=event.at, read=read | frozenset(event.read))
    else:
        now = replace(before, read=before.read | frozenset(event.read))
    return replace(case, readings={**case.readings, event.actor: now})


def _noted(case: Case, event: Noted) -> Case:
    return replace(case, notes=(*case.notes, event))


def _hurried(case: Case, event: Hurried) -> Case:
    return replace(case, warned=case.warned | {event.actor})


def _answered(case: Case, event: Answered) -> Case:
    """An answer ends the waiting; one for which nobody waited is news to a case that is past it."""
    asked = case.judged.asked
    said = Answer(question="" if asked is None else asked.question, text=event.text, at=event.at)
    case = replace(case, answers=(*case.answers, said))
    if case.state is not State.WAITING:
        return _news(case, event.due)
    state = State.ESCALATED if case.judged.for_senior else State.OPEN
    return replace(case, judged=replace(case.judged, state=state, asked=None), undoable=None)


def _news(case: Case, due: datetime | None) -> Case:
    """The case after something came in: what is decided, or proposed, was so without knowing it."""
    if case.state in {State.DECIDED, State.PENDING}:
        return replace(_reopened(case), due=due)
    return case


def _appealed(case: Case, event: Appealed) -> Case:
    """A decision that is contested is not taken back any more as a slip.

    One that comes before a decision is news to whoever looks second, as an answer is.
    """
    if not event.opens:
        case = _news(case, case.due)
    return replace(case, appeals=(*case.appeals, event), undoable=None)


def _observed(case: Case, event: Observed) -> Case:
    """The case with it; what was said of the background was said without knowing it."""
    back = _news(case, event.due)
    if event.placed_by:
        placed = back.judged.placed | {event.placed_by}
        back = replace(back, judged=replace(back.judged, placed=placed), undoable=None)
    kept = {
        key: given
        for key, given in back.judged.dispositions.items()
        if key not in back.findings or not back.findings[key].check.startswith(_BACKGROUND)
    }
    if len(kept) < len(back.judged.dispositions):
        back = replace(back, judged=replace(back.judged, dispositions=kept), undoable=None)
    return replace(back, observations=(*case.observations, event))


def _disclosed(case: Case, _event: Disclosed) -> Case:
    return case


def _erasure_asked(case: Case, event: ErasureAsked) -> Case:
    return replace(case, erasure=event)


def _erasure_dropped(case: Case, _event: ErasureDropped) -> Case:
    return replace(case, erasure=None)


def _erased(case: Case, _event: Erased) -> Case:
    """Nothing personal is left: only that there was a case, where, and when."""
    return Case(
        id=case.id, applicant="", compartment=case.compartment, kind=case.kind,
        assessment=Assessment(id="", queue=case.assessment.queue, rule="", findings=()), findings={},
        evidence=case.evidence, opened=case.opened, at=case.at, judged=Judged(state=State.ERASED),
        revision=case.revision,
    )  # fmt: skip


# One function an event; the second argument of each is the event it stands beside.
_STEPS: Mapping[type, Callable[[Case, Any], Case]] = {
    Renewed: _renewed, Taken: _taken, Released: _released, Seen: _seen, Noted: _noted,
    Hurried: _hurried, Answered: _answered, Reopened: _opened_again, Appealed: _appealed,
    Observed: _observed, Disclosed: _disclosed,
    Disposed: steps.disposed, Suppressed: steps.suppressed, Lapsed: steps.lapsed,
    Proposed: steps.proposed, Looked: steps.looked, Decided: steps.decided, Undone: steps.undone,
    Escalated: steps.escalated, Asked: steps.asked,
    ErasureAsked: _erasure_asked, ErasureDropped: _erasure_dropped, Erased: _erased,
}  # fmt: skip
