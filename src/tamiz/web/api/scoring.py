"""Matches in yente's shape: the probability as score, the evidence as additive features."""

from collections.abc import Iterable

from tamiz.matching import Match
from tamiz.model import Evidence
from tamiz.output.sentences import reason
from tamiz.web.api.entities import entity_fields
from tamiz.web.api.lists import Lists
from tamiz.web.api.shapes import Feature, FeatureDoc, Scored
from tamiz.wording import Language

# What evidence of a match is about, each with its bits in ``features``.
FEATURES: dict[str, FeatureDoc] = {
    name: FeatureDoc(description)
    for name, description in (
        ("prior", "How likely a given party is before anything is compared"),
        ("name", "Bits of the names, word by word"),
        ("birth_date", "Bits of the birth dates"),
        ("birth_place", "Bits of the birth places"),
        ("nationality", "Bits of the claimed nationality against the listed one"),
        ("sex", "Bits of the sex"),
        ("identifier", "Bits of numbers of documents and registers"),
        ("contact", "Bits of phone numbers, addresses of mail and accounts"),
    )
}
DECIMALS = 4


def scored(match: Match, lists: Lists, *, threshold: float, language: Language) -> Scored:
    """One match; ``match`` is whether its probability reaches the threshold."""
    explanations = explained(match.evidence, language)
    return Scored(
        **entity_fields(match.record, (one.record for one in match.also), lists.editions),  # type: ignore[arg-type]
        score=round(match.probability, DECIMALS),
        match=match.probability >= threshold,
        features={name: one.score for name, one in explanations.items()},
        explanations=explanations,
    )


def explained(evidence: Iterable[Evidence], language: Language) -> dict[str, Feature]:
    """The evidence by feature: bits summed, sentences joined."""
    return {name: _feature(some, language) for name, some in _by_feature(evidence).items()}


def bits_of(evidence: Iterable[Evidence]) -> dict[str, float]:
    """The bits of each feature."""
    return {name: _sum(some) for name, some in _by_feature(evidence).items()}


def _by_feature(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    groups: dict[str, list[Evidence]] = {}
    for one in evidence:
        groups.setdefault(one.feature, []).append(one)
    return groups


def _sum(some: list[Evidence]) -> float:
    return round(sum(one.bits or 0.0 for one in some), DECIMALS) + 0.0


def _feature(some: list[Evidence], language: Language) -> Feature:
    return Feature(
        score=_sum(some),
        detail=" ".join(reason(one, language) for one in some),
        query=_both(one.applicant for one in some),
        candidate=_both(one.other for one in some),
    )


def _both(texts: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, texts))) or None
