"""Which findings a clearance keeps quiet, and which clearances hold no longer."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from tamiz.casework.case import Case
from tamiz.casework.clearance import Clearance, Holding, covers, material, still_holds
from tamiz.casework.evidence import finding_id, needs_verdict
from tamiz.casework.policy import CasePolicy
from tamiz.casework.sides import Sides
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
    return tuple(one for case in every for one in case.judged.clearances if not _ended(one, every))


def ended_elsewhere(case: Case, others: Iterable[Case]) -> tuple[Clearance, ...]:
    """The clearances that were given in a case, or keep something quiet in it, and ended in another.

    ``others`` are the other cases of the applicant.
    """
    rest = tuple(others)
    known = {one.id: one for each in (*rest, case) for one in each.judged.clearances}
    here = {one.id for one in case.judged.clearances} | set(case.quiet.values())
    over = {lapse.clearance for lapse in case.judged.lapsed}
    return tuple(one for key, one in known.items() if key in here - over and _ended(one, rest))


def _ended(clearance: Clearance, cases: Iterable[Case]) -> bool:
    """Whether one of these cases ended it, or an officer has said otherwise of the pair in one."""
    return any(
        any(lapse.clearance == clearance.id for lapse in case.judged.lapsed)
        or any(
            case.applicant == clearance.applicant and one.ends(clearance)
            for one in case.judged.denied
        )
        for case in cases
    )


def sift(
    applicant: str,
    findings: Iterable[Finding],
    clearances: Iterable[Clearance],
    sides: Sides,
    *,
    today: date,
    policy: CasePolicy,
    ended: Iterable[Clearance] = (),
) -> Sifted:
    """What stays quiet of an applicant's findings.

    ``clearances`` are those of the applicant that are ``in_force``; ``ended`` those that were
    ``ended_elsewhere``, of which the case does not know yet.
    """
    given, over = tuple(clearances), tuple(ended)
    quiet: dict[str, str] = {}
    lapses: list[tuple[str, Clearance, Holding]] = []
    for finding in filter(needs_verdict, findings):
        key = finding_id(finding)
        lapses += [
            (key, one, Holding(elsewhere=True)) for one in over if covers(one, applicant, finding)
        ]
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
