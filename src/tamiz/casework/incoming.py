"""What comes in about an applicant: answers, observations, appeals, corrections.

Who files it need not see the case and learns nothing of it: all of this is taken in whatever state
the case is in, and what comes too early or too late still reaches whoever decides.
"""

import re
from datetime import date, timedelta

from msgspec.structs import replace

from tamiz.casework.case import Case
from tamiz.casework.events import Answered, AnyEvent, Appealed, Observed, Opened
from tamiz.casework.people import Act, By, require
from tamiz.casework.policy import CaseKind, CasePolicy, due_at
from tamiz.casework.refusal import conflict
from tamiz.casework.removed import brought
from tamiz.casework.says import reason_given, standing
from tamiz.casework.verdicts import Ruling

FARTHEST_EAST = timedelta(hours=14)  # from UTC: a day that began nowhere is in the future
_GRADING = re.compile(r"[A-F][1-6]")


def answer(case: Case, by: By, policy: CasePolicy, *, text: str) -> tuple[AnyEvent, ...]:
    """The applicant answered. One that comes when nobody waits any more brings the case back.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: the answer says nothing, or the case was erased.
    """
    require(by.actor, Act.ANSWER, case)
    standing(case)
    due = due_at(policy, case.kind, case.assessment.queue, by.at)
    return (
        Answered(case=case.id, at=by.at, actor=by.actor.id, text=reason_given(case, text), due=due),
    )


def observe(
    case: Case, by: By, policy: CasePolicy, *, text: str, grading: str, source: str = "",
    seen: date | None = None,
    placed_by: str = "",
) -> tuple[AnyEvent, ...]:  # fmt: skip
    """Something was observed about the applicant; a case decided or proposed comes back with it.

    Args:
        case: the applicant's case.
        by: who files it, or ``FORM``.
        policy: for the new due time.
        text: what was observed.
        grading: how reliable the source is (A-F) and how credible the word (1-6); ``F6``: unknown.
        source: who or what observed it.
        seen: the day on which they saw it, where they say it.
        placed_by: the id of whoever said that it is about this applicant, where it named nobody; they
            do not then grant alone.

    Raises:
        NotAllowed: the role may not file observations, or not here.
        CaseConflict: the grading is none, the day is to come, no text is given, or the case was
            erased.
    """
    require(by.actor, Act.OBSERVE, case)
    standing(case)
    if not _GRADING.fullmatch(grading):
        raise conflict("grading", case=case.id, found=grading)
    if seen is not None and seen > (by.at + FARTHEST_EAST).date():
        raise conflict("seen_later", case=case.id, found=seen.isoformat())
    due = due_at(policy, case.kind, case.assessment.queue, by.at)
    return (
        Observed(
            case=case.id, at=by.at, actor=by.actor.id, text=reason_given(case, text),
            grading=grading, source=source, due=due, seen=seen,
            placed_by=placed_by,
        ),
    )  # fmt: skip


def is_early(case: Case, kind: CaseKind) -> bool:
    """Whether an appeal comes before anything was decided that it could be about.

    A decision that was reopened since may have reached the applicant; it is contested like any other.
    """
    return kind is CaseKind.APPEAL and case.decision is None and not case.earlier


def appeal(
    case: Case, by: By, policy: CasePolicy, *, opens: str, kind: CaseKind, text: str
) -> tuple[AnyEvent, ...]:
    """The applicant contests a decision or corrects the record: a case of its own, named ``opens``.

    Who judged the first one may not judge it, nor whose file took something away from it. The
    events belong to two cases. An appeal that ``is_early`` opens nothing: it stands in the case, for
    whoever decides it.

    Raises:
        NotAllowed: the role may not, or not here.
        CaseConflict: no text is given, or the case was erased.
    """
    require(by.actor, Act.APPEAL, case)
    standing(case)
    said = reason_given(case, text)
    new = "" if is_early(case, kind) else opens
    contested = Appealed(
        case=case.id, at=by.at, actor=by.actor.id, reason=kind, opens=new, text=said
    )
    if not new:
        return (contested,)
    opened = Opened(
        case=new, at=by.at, actor=by.actor.id, applicant=case.applicant,
        compartment=case.compartment, reason=kind, assessment=case.assessment, quiet=case.quiet,
        due=due_at(policy, kind, case.assessment.queue, by.at), about=case.id, text=said,
        barred=case.judges | case.barred | brought(case.judged.removed),
        contests_refusal=_is_refused(case),
    )  # fmt: skip
    return contested, opened


def for_others(case: Case, about: Case) -> Case:
    """A contesting case as it stands now that ``about``, which it contests, stands so.

    Whoever judged that one since the other was opened may not judge the other either; where it was
    refused, one officer alone does not overturn that.
    """
    return replace(
        case, barred=case.barred | about.judges | about.barred, contests_refusal=_is_refused(about)
    )


def _is_refused(case: Case) -> bool:
    """Whether it is refused now, or was before it was opened again."""
    made = case.decision
    return case.was_refused if made is None else made.ruling is Ruling.REFUSE
