"""What a second officer may see before they have looked: the evidence, and nobody's opinion."""

from msgspec.structs import replace

from tamiz.casework.case import Case, Judged, State
from tamiz.casework.events import LapseReason
from tamiz.casework.people import Act, Actor, may

# Why a clearance ended where that is what somebody said of the person.
_OPINIONS = frozenset({LapseReason.ELSEWHERE, LapseReason.OVERRULED})


def is_blind(case: Case, actor: Actor) -> bool:
    """Whether this reader may not yet see what others think of the case.

    So may nobody who could still give the second look. Who judged has seen their own, and an
    auditor is never asked. While it holds, the case's events are not shown either.
    """
    return (
        case.state is State.PENDING
        and actor.id not in case.judges
        and may(actor, Act.SECOND_LOOK, case)
    )


def seen_by(case: Case, actor: Actor) -> Case:
    """The case as this reader may see it now.

    Blind: the evidence, and what came in since (answers and observations), but without verdicts,
    proposal, notes, earlier decisions, clearances given here and what they keep quiet, who cleared a
    pair before, what was said of it elsewhere, who judged, traces of who read what, and ties to cases
    that contest this one or that this one contests.
    While a second look is due, nobody but an auditor is told why it is. What is masked is for
    showing: rules and ``fold`` take the case itself.
    """
    if case.state is not State.PENDING or may(actor, Act.SEE_AUDIT):
        return case
    if not is_blind(case, actor):
        return replace(case, judged=replace(case.judged, why=()), is_masked=True)
    mine = {who: one for who, one in case.readings.items() if who == actor.id}
    given = {one.id for one in case.judged.clearances}
    quiet = {key: one for key, one in case.quiet.items() if one not in given}
    gone = {key: replace(one, by=frozenset()) for key, one in case.judged.removed.items()}
    return replace(
        case, judged=Judged(state=State.PENDING, quiet=quiet, removed=gone), undoable=None, notes=(),
        assignee=case.assignee if case.assignee == actor.id else "", readings=mine, earlier=(),
        contests_refusal=False,
        appeals=(), about="", barred=frozenset(), judges=frozenset(), judged_before=frozenset(),
        observations=tuple(replace(one, actor="", placed_by="") for one in case.observations),
        changed={
            key: replace(one, cleared_by="")
            for key, one in case.changed.items()
            if one.why not in _OPINIONS
        },
        warned=case.warned & {actor.id}, is_masked=True,
    )  # fmt: skip
