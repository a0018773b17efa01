"""What several rules ask first: a reason that says something, a case that still stands."""

import unicodedata

from tamiz.casework.case import Case, State
from tamiz.casework.people import Act, By, require
from tamiz.casework.refusal import conflict, not_allowed

OPEN_STATES = frozenset({State.OPEN, State.WAITING, State.ESCALATED})
REASON_SIGNS = 3  # a full stop is no reason
REASON_MOST = 10_000  # a long letter; more is a file and belongs beside the case


def reason_given(case: Case, text: str) -> str:
    """The reason without the space around it.

    Raises:
        CaseConflict: it says nothing, or is longer than ``REASON_MOST``.
    """
    said = text.strip()
    if not says_something(said):
        raise conflict("no_reason", case=case.id, least=str(REASON_SIGNS))
    if len(said) > REASON_MOST:
        raise conflict("long_reason", case=case.id, found=str(len(said)), most=str(REASON_MOST))
    return said


def says_something(text: str) -> bool:
    """Whether a text has letters or digits enough to be one."""
    return sum(unicodedata.category(sign)[0] in "LN" for sign in text) >= REASON_SIGNS


def standing(case: Case) -> None:
    """Nothing, where the case was not erased.

    Raises:
        CaseConflict: it was.
        ValueError: it is a masked case, which is for showing.
    """
    if case.is_masked:
        raise ValueError(f"case {case.id} is masked; rules take the case itself")
    if case.state is State.ERASED:
        raise conflict("erased", case=case.id)


def is_for_senior(case: Case) -> bool:
    """Whether only a senior officer may decide: it was escalated, whatever was asked since."""
    return case.state is State.ESCALATED or case.judged.for_senior


def refuse_barred(case: Case, by: By) -> None:
    """Nothing, where this officer did not judge what the case contests.

    Raises:
        NotAllowed: they did.
    """
    if by.actor.id in case.barred:
        raise not_allowed("barred", case=case.id, actor=by.actor.id, about=case.about)


def may_judge(case: Case, by: By, *, states: frozenset[State]) -> None:
    """Nothing, where this officer may judge the case as it stands now.

    Raises:
        NotAllowed: they judged what this case is about, or it is for a senior officer.
        CaseConflict: the case is in no state for it, or somebody else holds the lock.
    """
    standing(case)
    refuse_barred(case, by)
    if case.state not in states:
        raise conflict("state", case=case.id, state=case.state.value)
    if case.state in OPEN_STATES and is_for_senior(case):
        require(by.actor, Act.DECIDE_ESCALATED, case)
    if case.locked_by_other(by.actor.id, by.at):
        raise conflict("locked", case=case.id, assignee=case.assignee)


def same_grounds(case: Case, seen: str) -> None:
    """Nothing, where evidence and what came in are what the officer saw.

    Raises:
        CaseConflict: they moved meanwhile.
    """
    if seen != case.grounds:
        raise conflict("evidence_moved", case=case.id, found=case.grounds[:12], expected=seen[:12])
