"""A match with a listed person, where the cohort shows that many bear such a name.

Words of a name are weighed by how rare each is; names of one people go together, so that two rare
words may be a common name. Where several other applicants bear the same two words, they are worth no
more together than that.
"""

from itertools import combinations

from msgspec import structs

from tamiz.checks.check import Context
from tamiz.matching import Match
from tamiz.matching.subject import probability_of
from tamiz.model import Evidence

_WORD = "name.word."
FEWEST_BITS = 1.0  # less is not worth telling


def as_common(match: Match, context: Context) -> Match:
    """The match with what the cohort shows of its name taken away; probability and bits follow."""
    if context.graph is None:
        return match
    pairs = context.graph.name_pairs
    words = [one for one in match.evidence if one.code.startswith(_WORD) and (one.bits or 0) > 0]
    worst: tuple[float, str] = (0.0, "")
    for one, other in combinations(words, 2):
        most = pairs.bits(one.applicant, other.applicant)
        if most is not None:
            surplus = (one.bits or 0.0) + (other.bits or 0.0) - most
            worst = max(worst, (surplus, f"{one.applicant} {other.applicant}"))
    surplus, name = worst
    if surplus < FEWEST_BITS:
        return match
    told = Evidence(feature="name", code="name.cohort", bits=-round(surplus, 2), applicant=name)
    bits = match.bits - round(surplus, 2)
    return structs.replace(
        match, evidence=(*match.evidence, told), bits=bits, probability=probability_of(bits)
    )
