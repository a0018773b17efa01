"""Which findings a clearance keeps quiet, and which clearances hold no longer."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from tamiz.casework.case import Case
from tamiz.casework.clearance import Clearance, Holding, covers, material, still_holds
from tamiz.casework.evidence import finding_id, needs_verdict
from tamiz.casework.policy import CasePolicy
from tamiz.casework.sides import Sides
from tamiz.casework.verdicts import SETTLES
from tamiz.model import Finding


class Sifted(Struct, frozen=True, kw_only=True):
    """Which findings a clearance keeps quiet, by its id, and which clearances hold no longer."""

    quiet: dict[str, str] = {}
    lapses: tuple[tuple[str, Clearance, Holding], ...] = ()


def in_force(cases: Iterable[Case]) -> tuple[Clearance, ...]:
    """The clearances that hold of an applicant, given all their cases.

    One that ended in another case than the one it was given in has ended; so has one whose pair an
    officer has since said otherwise of, in any of the cases.
    """
    every = tuple(cases)
    ended = {lapse.clearance for case in every for lapse in case.judged.lapsed}
    given = (one for case in every for one in case.judged.clearances)
    return tuple(
        one
        for one in given
        if one.id not in ended and not any(_is_denied(one, case) for case in every)
    )


def _is_denied(clearance: Clearance, case: Case) -> bool:
    """Whether an officer said *same*, *unsure* or *escalate* of the pair since it was cleared."""
    return any(
        said.verdict not in SETTLES
        and said.at.date() >= clearance.day
        and covers(clearance, case.applicant, case.findings[key])
        for key, said in case.dispositions.items()
        if key in case.findings
    )


def sift(
    applicant: str,
    findings: Iterable[Finding],
    clearances: Iterable[Clearance],
    sides: Sides,
    *,
    today: date,
    policy: CasePolicy,
) -> Sifted:
    """What stays quiet of an applicant's findings.

    ``clearances`` are those of the applicant that are ``in_force``.
    """
    given = tuple(clearances)
    quiet: dict[str, str] = {}
    lapses = []
    for finding in filter(needs_verdict, findings):
        key = finding_id(finding)
        for clearance in given:
            if not covers(clearance, applicant, finding):
                continue
            holding = _holding(clearance, finding, sides, today=today, policy=policy)
            if holding.holds:
                quiet[key] = clearance.id
            else:
                lapses.append((key, clearance, holding))
    # Of two clearances of one pair the newer may hold where the older does not.
    return Sifted(quiet=quiet, lapses=tuple(one for one in lapses if one[0] not in quiet))


def _holding(
    clearance: Clearance, finding: Finding, sides: Sides, *, today: date, policy: CasePolicy
) -> Holding:
    """Whether a clearance holds for a finding; one whose party cannot be read does not."""
    now = sides.of(finding)
    if now is None:
        return Holding(is_comparable=False)
    return still_holds(
        clearance, sides.applicant, now, today=today, fields=material(policy.material)
    )
