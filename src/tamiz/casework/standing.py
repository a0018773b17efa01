"""Which decision stands where an applicant has several cases: an appeal's takes the first one's place."""

from collections.abc import Iterable

from msgspec.structs import replace

from tamiz.casework.case import Case, State


def standing(case: Case, others: Iterable[Case]) -> Case:
    """The case whose decision stands for ``case``: of those that are decided the one decided last.

    ``others`` are the other cases of the applicant: what contests it, what it contests. ``case``
    itself where it is judged just now, as nothing stands for it then.
    """
    if case.state is not State.DECIDED:
        return case
    decided = (one for one in (case, *others) if one.state is State.DECIDED)
    return max(decided, key=_made)


def with_standing(case: Case, others: Iterable[Case]) -> Case:
    """The case with the decision that stands for it, its own among the earlier ones; for showing."""
    there = standing(case, others)
    if there is case or case.decision is None:
        return case
    judged = replace(case.judged, decision=there.decision)
    return replace(case, judged=judged, earlier=(*case.earlier, case.decision), is_masked=True)


def _made(case: Case) -> tuple[float, bool]:
    """When it was decided; of two at one instant the one that contests comes later."""
    return 0.0 if case.decision is None else case.decision.at.timestamp(), bool(case.about)
