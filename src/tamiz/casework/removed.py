"""What somebody's file took away from a case: whoever brought it does not then decide alone."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from tamiz.casework.clearance import parties
from tamiz.casework.evidence import MATERIAL_BITS, needs_verdict
from tamiz.casework.verdicts import SETTLES, Disposition
from tamiz.model import Finding, Outcome


class Removed(Struct, frozen=True, kw_only=True):
    """A finding that went, weighs less or became quiet, and the ids of those who brought that."""

    finding: Finding
    by: frozenset[str]


def removed(
    before: Mapping[str, Removed],
    asked: Mapping[str, Finding],
    found: Mapping[str, Finding],
    *,
    given: Mapping[str, Disposition],
    quiet: Collection[str],
    brought_by: frozenset[str],
) -> dict[str, Removed]:
    """What is missing after a renewal, by what it is called.

    What was missing before stays so until it is found again, whoever brought the newest.

    Args:
        before: what was missing.
        asked: what was to be judged until now.
        found: all findings as they are now.
        given: the verdicts until now; a pair that was settled here may become quiet.
        quiet: the findings that a clearance keeps quiet now.
        brought_by: who brought what is found now; nobody for a screening of Tamiz's own.
    """
    now = {key: one for key, one in found.items() if needs_verdict(one)}
    loud = {key: one for key, one in now.items() if key not in quiet}
    missing = {key: one for key, one in before.items() if not _is_there(one.finding, loud)}
    if not brought_by:
        return missing
    for key, one in asked.items():
        is_settled = key in given and given[key].verdict in SETTLES
        if not _is_there(one, now if is_settled else loud):
            missing[key] = Removed(finding=one, by=brought_by)
    return missing


def looked_at(before: Mapping[str, Removed], *officers: str) -> dict[str, Removed]:
    """What is missing that nobody but those who brought it has looked at, now that these have."""
    return {key: one for key, one in before.items() if one.by.issuperset({*officers} - {""})}


def alone(people: frozenset[str], *officers: str) -> frozenset[str]:
    """Those of these people beside whom nobody else has looked, now that these officers have."""
    looked = {*officers} - {""}
    return frozenset(one for one in people if looked <= {one})


def brought(gone: Mapping[str, Removed]) -> frozenset[str]:
    """Those who brought what made it go."""
    return frozenset[str]().union(*(one.by for one in gone.values()))


def _is_there(one: Finding, found: Mapping[str, Finding]) -> bool:
    """Whether a finding, or one that says as much about the same party, is there."""
    return any(_says_as_much(one, other) for other in found.values())


def _says_as_much(one: Finding, other: Finding) -> bool:
    if one.check != other.check or (other.bits or 0.0) <= (one.bits or 0.0) - MATERIAL_BITS:
        return False
    if one.outcome is Outcome.CONCERN and other.outcome is not Outcome.CONCERN:
        return False
    sides = parties(one)
    return not sides.isdisjoint(parties(other)) if sides else _fact(one) == _fact(other)


def _fact(finding: Finding) -> frozenset[tuple[str, str, str]]:
    """What a finding without another side says."""
    return frozenset((one.code, one.applicant, one.other) for one in finding.evidence)
