"""What a decision is bound to: the findings as they stood, and a digest of them."""

import hashlib
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tamiz.model import Evidence, Finding, Listed, OtherListing, Outcome

# A finding whose sum moved by less says the same: weights depend on how common a name is in the
# cohort, and one bit is a likelihood twice or half as high.
MATERIAL_BITS = 1.0
ID_SIGNS = 16  # 64 bits of SHA-256: two findings of one case never meet
# Gaps of sentences that say how common something is, which moves with every cohort and edition.
_FIGURES = frozenset({"times", "one_in", "parties"})
NEEDS_VERDICT = frozenset({Outcome.CONCERN, Outcome.INDETERMINATE})

_encode = msgspec.json.Encoder(order="sorted").encode


def evidence_hash(findings: Iterable[Finding]) -> str:
    """SHA-256 (hex) of the findings as canonical JSON, in their order.

    Canonical is what ``msgspec.json`` writes with sorted keys: no spaces, fields at their default
    left out.
    """
    return hashlib.sha256(_encode(tuple(findings))).hexdigest()


def grounds_hash(evidence: str, came: Iterable[Struct]) -> str:
    """SHA-256 (hex) of what a decision rests on: the findings' digest, and what came in beside them."""
    return hashlib.sha256(_encode((evidence, tuple(came)))).hexdigest()


def finding_id(finding: Finding) -> str:
    """What a finding is called: a digest of all that it says, without its numbers and editions.

    So a verdict holds for the same statement in a newer edition of a list, and never for another.
    """
    said = replace(
        finding, version="", probability=None, bits=None, next_step="",
        evidence=tuple(map(_without_weight, finding.evidence)), listed=_party(finding.listed),
    )  # fmt: skip
    return hashlib.sha256(_encode(said)).hexdigest()[:ID_SIGNS]


def by_id(findings: Iterable[Finding]) -> dict[str, Finding]:
    """The findings by what they are called; of two that say the same, the first."""
    found: dict[str, Finding] = {}
    for finding in findings:
        found.setdefault(finding_id(finding), finding)
    return found


def needs_verdict(finding: Finding) -> bool:
    """Whether an officer must say something of it: a concern, or what could not be checked."""
    return finding.outcome in NEEDS_VERDICT


def moved(
    before: Mapping[str, Finding], now: Mapping[str, Finding], *, was_quiet: Iterable[str],
    quiet: Iterable[str],
) -> tuple[frozenset[str], frozenset[str]]:  # fmt: skip
    """The ids of what is to be judged anew, and of what was and is gone.

    What a clearance keeps quiet now is neither.
    """
    old = {key for key, one in before.items() if needs_verdict(one)}
    new = {key for key, one in now.items() if needs_verdict(one)}
    fresh = new - old | (new & set(was_quiet))
    fresh |= {key for key in old & new if _weighs_otherwise(before[key], now[key])}
    return frozenset(fresh - set(quiet)), frozenset(old - new)


def _weighs_otherwise(left: Finding, right: Finding) -> bool:
    return abs((left.bits or 0.0) - (right.bits or 0.0)) >= MATERIAL_BITS


def _without_weight(evidence: Evidence) -> Evidence:
    kept = {gap: text for gap, text in evidence.params.items() if gap not in _FIGURES}
    return replace(evidence, bits=None, params=kept)


def _party(listed: Listed | None) -> Listed | None:
    """The party alone: which edition it was read from says nothing of it."""
    if listed is None:
        return None
    return replace(
        listed,
        content_date="",
        sha256="",
        url="",
        review_by="",
        also=tuple(map(_listing, listed.also)),
    )


def _listing(other: OtherListing) -> OtherListing:
    return replace(other, content_date="", url="")
