"""Clearances of whoever was overruled: what they told apart alone keeps nothing quiet any more."""

from tamiz.casework.case import Case
from tamiz.casework.clearance import Clearance, covers
from tamiz.casework.events import Lapsed, LapseReason
from tamiz.casework.people import By
from tamiz.casework.verdicts import Decision, Look, Ruling


def after_look(case: Case, by: By, proposal: Look) -> tuple[Lapsed, ...]:
    """What ends when the second officer does not agree with a proposal.

    Where it was to be granted, all that was told apart in the case: the grant rested on it.
    """
    if proposal.ruling is not Ruling.GRANT:
        return ()
    return tuple(_lapsed(case, by, one) for one in case.judged.clearances)


def after_decision(case: Case, by: By, made: Decision) -> tuple[Lapsed, ...]:
    """What ends with a refusal: clearances of whoever is neither of the two who refused."""
    if made.ruling is not Ruling.REFUSE:
        return ()
    two = {made.maker, made.checker}
    return tuple(_lapsed(case, by, one) for one in case.judged.clearances if one.actor not in two)


def _lapsed(case: Case, by: By, clearance: Clearance) -> Lapsed:
    kept = (key for key, one in case.findings.items() if covers(clearance, case.applicant, one))
    return Lapsed(
        case=case.id, at=by.at, actor=by.actor.id, clearance=clearance.id,
        finding=next(kept, ""), why=LapseReason.OVERRULED, cleared_on=clearance.day,
        cleared_by=clearance.actor,
    )  # fmt: skip
