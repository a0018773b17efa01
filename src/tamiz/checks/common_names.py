"""A match with a listed person, where the cohort shows that many bear such a name.

Words of a name are weighed by how rare each is; names of one people go together, so that two rare
words may be a common name. How much less they tell together is taken from the cohort: where several
others bear the same two words, from their count; else from how words of that kind go together at all.
Whose words so many of one people share, their nationality tells once more, and counts no further.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import structs

from tamiz.checks.check import Context
from tamiz.links.graph import CohortGraph
from tamiz.matching import Match
from tamiz.matching.subject import probability_of
from tamiz.model import Evidence
from tamiz.normalise.keys import sound

_WORD = "name.word."
_TOLD_ALREADY = frozenset({"name.one_culture", "name.compound"})
_SAME_NATION = "nationality.same"
FEWEST_BITS = 1.0  # less is not worth telling


def as_common(match: Match, context: Context) -> Match:
    """The match with what the cohort shows of its name taken away; probability and bits follow."""
    if context.graph is None:
        return match
    told = tuple(_told(match, context.graph))
    bits = match.bits + sum(one.bits or 0.0 for one in told)
    return structs.replace(
        match, evidence=(*match.evidence, *told), bits=bits, probability=probability_of(bits)
    )


def _told(match: Match, graph: CohortGraph) -> Iterator[Evidence]:
    words = [one for one in match.evidence if one.code.startswith(_WORD) and (one.bits or 0) > 0]
    together = graph.name_groups.together(_heard(words))
    surplus, name = max((together, " ".join(one.applicant for one in words)), _pair(words, graph))
    already = -sum(one.bits or 0.0 for one in match.evidence if one.code in _TOLD_ALREADY)
    surplus = min(surplus, sum(one.bits or 0.0 for one in words)) - already
    if surplus >= FEWEST_BITS:
        yield Evidence(feature="name", code="name.cohort", bits=-round(surplus, 2), applicant=name)
    nation = next((one for one in match.evidence if one.code == _SAME_NATION), None)
    once_more = min(together, (nation.bits or 0.0) if nation else 0.0)
    if nation is not None and once_more >= FEWEST_BITS:
        yield Evidence(
            feature="nationality", code="nationality.in_name", bits=-round(once_more, 2),
            applicant=nation.applicant,
        )  # fmt: skip


def _heard(words: Sequence[Evidence]) -> Iterator[str]:
    return (sound(word) for one in words for word in one.applicant.split())


def _pair(words: Sequence[Evidence], graph: CohortGraph) -> tuple[float, str]:
    """The two words that tell least together, by how many bear both: bits too many, and the words."""
    worst: tuple[float, str] = (0.0, "")
    for one, other in combinations(words, 2):
        most = graph.name_pairs.bits(one.applicant, other.applicant)
        if most is not None:
            surplus = (one.bits or 0.0) + (other.bits or 0.0) - most
            worst = max(worst, (surplus, f"{one.applicant} {other.applicant}"))
    return worst
