"""How cases begin and come back: screening, re-screening, reopening."""

from datetime import datetime

from msgspec.structs import replace

from tamiz.casework.case import Case, State
from tamiz.casework.clearance import Holding
from tamiz.casework.events import AnyEvent, Lapsed, LapseReason, Opened, Renewed, Reopened
from tamiz.casework.evidence import by_id, moved
from tamiz.casework.people import Act, By, require
from tamiz.casework.policy import CaseKind, CasePolicy, due_at
from tamiz.casework.refusal import conflict
from tamiz.casework.says import reason_given, refuse_barred, standing
from tamiz.casework.sifting import Sifted
from tamiz.casework.verdicts import Ruling
from tamiz.model import Assessment, Finding


def open_case(
    by: By,
    policy: CasePolicy,
    *,
    case: str,
    applicant: str,
    compartment: str,
    assessment: Assessment,
    sifted: Sifted = Sifted(),  # noqa: B008 - frozen
    brought_by: frozenset[str] = frozenset(),
) -> tuple[AnyEvent, ...]:
    """A case for what screening found. ``applicant`` is the person's id, stable over applications.

    ``brought_by``: the ids of those whose file it was.

    Raises:
        NotAllowed: the role may not open cases.
    """
    require(by.actor, Act.OPEN)
    opened = Opened(
        case=case, at=by.at, actor=by.actor.id, applicant=applicant, compartment=compartment,
        reason=CaseKind.SCREENING, assessment=assessment, quiet=sifted.quiet, brought_by=brought_by,
        due=due_at(policy, CaseKind.SCREENING, assessment.queue, by.at),
    )  # fmt: skip
    return (opened, *_lapses(case, by, sifted))


def renew(
    case: Case,
    by: By,
    policy: CasePolicy,
    *,
    assessment: Assessment,
    sifted: Sifted = Sifted(),  # noqa: B008 - frozen
    brought_by: frozenset[str] = frozenset(),
) -> tuple[AnyEvent, ...]:
    """What a new screening changes in a case: nothing, where it says the same.

    A decided case is opened again where something is to be judged anew, or where it was refused
    and a finding is gone. One that comes back is due anew. Whoever brought what takes findings away
    (``brought_by``) does not then decide alone.

    Raises:
        NotAllowed: not ``ENGINE``: nobody swaps findings by hand.
        CaseConflict: the case was erased.
    """
    require(by.actor, Act.RENEW, case)
    standing(case)
    now = by_id(assessment.findings)
    fresh, gone = moved(_as_judged(case), now, was_quiet=case.quiet, quiet=sifted.quiet)
    fresh |= {key for key, _clearance, _holding in sifted.lapses}
    if not fresh and not gone:
        return ()
    renewed = Renewed(
        case=case.id, at=by.at, actor=by.actor.id, assessment=assessment, moved=fresh | gone,
        quiet=sifted.quiet, reopens=bool(fresh) or not _was_granted(case),
        due=_due(case, by, policy, assessment), brought_by=brought_by,
    )  # fmt: skip
    return (*_lapses(case.id, by, sifted), renewed)


def _due(case: Case, by: By, policy: CasePolicy, found: Assessment) -> datetime | None:
    """When it is to be decided now that this was found.

    What is decided, or only waits for a second look, begins anew; but a contest's deadline runs for
    whoever contests, until it is decided. An open case is due sooner where its queue is more urgent.
    """
    anew = due_at(policy, case.kind, found.queue, by.at)
    if case.state is State.DECIDED:
        return anew
    if case.kind is not CaseKind.SCREENING:
        return case.due
    if case.state is State.PENDING:
        return anew
    return min((one for one in (case.due, anew) if one is not None), default=None)


def _as_judged(case: Case) -> dict[str, Finding]:
    """The findings, each with the sum that it had when the verdict on it was given: sums may creep."""
    weighed = {
        key: case.judged.weighed[key] for key in case.dispositions if key in case.judged.weighed
    }
    return {
        key: replace(one, bits=weighed[key]) if key in weighed else one
        for key, one in case.findings.items()
    }


def _was_granted(case: Case) -> bool:
    return case.decision is not None and case.decision.ruling is Ruling.GRANT


def _lapses(case: str, by: By, sifted: Sifted) -> tuple[Lapsed, ...]:
    return tuple(
        Lapsed(
            case=case, at=by.at, actor=by.actor.id, clearance=clearance.id, finding=key,
            why=_why(holding), changes=holding.changes, cleared_on=clearance.day,
            cleared_by=clearance.actor,
        )
        for key, clearance, holding in sifted.lapses
    )  # fmt: skip


def _why(holding: Holding) -> LapseReason:
    if holding.elsewhere:
        return LapseReason.ELSEWHERE
    if not holding.is_comparable:
        return LapseReason.NOT_COMPARABLE
    return LapseReason.CHANGED if holding.changes else LapseReason.EXPIRED


def reopen(case: Case, by: By, policy: CasePolicy, *, reason: str) -> tuple[AnyEvent, ...]:
    """A decided case is looked at again, and due anew.

    Raises:
        NotAllowed: the role may not, or not here; or they judged what this case contests, and would
            undo what others decided of it.
        CaseConflict: the case is not decided, or no reason is given.
    """
    require(by.actor, Act.REOPEN, case)
    refuse_barred(case, by)
    if case.state is not State.DECIDED:
        raise conflict("not_decided", case=case.id, state=case.state.value)
    text = reason_given(case, reason)
    due = due_at(policy, case.kind, case.assessment.queue, by.at)
    return (Reopened(case=case.id, at=by.at, actor=by.actor.id, reason=text, due=due),)
