"""A match with a listed person, where the cohort shows that many bear such a name.

Words of a name are weighed by how rare each is; names of one people go together, so that two rare
words may be a common name. How much less they tell together is taken from the cohort: where several
others bear the same two words, from their count; else from how words of that kind go together at all.
Whose words so many of one people share, their nationality tells once more, and counts no further.
So it is with names that are alike as a whole: a given name and an ending are a people's.
A word a few letters from a listed one tells no more than it is surprising to be so near to it here.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log2, sqrt

from msgspec import structs

from tamiz.checks.check import Context
from tamiz.links.graph import CohortGraph
from tamiz.links.graph.groups import FEWEST_BITS, FEWEST_PEOPLE
from tamiz.links.graph.near_words import Near, NearWords
from tamiz.links.graph.words import CAUTION, FEWEST_OF_PAIR
from tamiz.matching import Match
from tamiz.matching.levels import Level
from tamiz.matching.subject import probability_of
from tamiz.matching.weights import WordWeights
from tamiz.model import Evidence
from tamiz.normalise.keys import sound

_WORD = "name.word."
_WHOLE = "name.whole."
_TOLD_ALREADY = frozenset({"name.one_culture", "name.compound"})
_SAME_NATION = "nationality.same"


def as_common(match: Match, context: Context) -> Match:
    """The match with what the cohort shows of its name taken away; probability and bits follow."""
    if context.graph is None or context.matcher is None:
        return match
    near = tuple(_near(match, context.graph.near_words, context.matcher.weights.word))
    taken = -sum(one.bits or 0.0 for one in near)
    told = (*near, *_together(match, context.graph, taken))
    bits = match.bits + sum(one.bits or 0.0 for one in told)
    return structs.replace(
        match, evidence=(*match.evidence, *told), bits=bits, probability=probability_of(bits)
    )


def _near(match: Match, words: NearWords, weights: WordWeights) -> Iterator[Evidence]:
    """For each likeness of words, what it says too much where many are as near to the listed one."""
    for one in _words(match):
        near = _likeness(one, words)
        if near is None or words.people < FEWEST_PEOPLE or near.people < FEWEST_OF_PAIR:
            continue
        others = near.people - 1
        ratio = getattr(weights, _level(one).value)
        most = log2(ratio * words.people / (others - CAUTION * sqrt(others)))
        surplus = min((one.bits or 0.0) - most, one.bits or 0.0)
        if surplus >= FEWEST_BITS:
            yield Evidence(
                feature="name", code="name.cohort_near", bits=-round(surplus, 2),
                applicant=one.applicant, other=one.other, params={"count": str(near.people)},
            )  # fmt: skip


def _together(match: Match, graph: CohortGraph, taken: float) -> Iterator[Evidence]:
    """What words say too much together, and the nationality with them; ``taken`` is off already."""
    words = _words(match)
    together = graph.name_groups.together(_heard(words, graph.near_words))
    pair, name = _pair(words, graph)
    surplus, name = max((together, " ".join(one.applicant for one in words)), (pair - taken, name))
    already = -sum(one.bits or 0.0 for one in match.evidence if one.code in _TOLD_ALREADY)
    surplus = min(surplus, sum(one.bits or 0.0 for one in words) - taken) - already
    if surplus >= FEWEST_BITS:
        yield Evidence(feature="name", code="name.cohort", bits=-round(surplus, 2), applicant=name)
    nation = next((one for one in match.evidence if one.code == _SAME_NATION), None)
    if nation is None:
        return
    is_whole = any(one.code.startswith(_WHOLE) for one in match.evidence)
    told = nation.bits or 0.0
    once_more = told if is_whole else min(together, told)
    if once_more >= FEWEST_BITS:
        yield Evidence(
            feature="nationality", code="nationality.in_name", bits=-round(once_more, 2),
            applicant=nation.applicant,
        )  # fmt: skip


def _words(match: Match) -> list[Evidence]:
    """The words that speak for a match."""
    return [one for one in match.evidence if one.code.startswith(_WORD) and (one.bits or 0) > 0]


def _level(word: Evidence) -> Level:
    return Level(word.code.removeprefix(_WORD))


def _likeness(word: Evidence, words: NearWords) -> Near | None:
    return words.near(word.other, _level(word))


def _heard(words: Sequence[Evidence], near: NearWords) -> Iterator[frozenset[str]]:
    """Each word as it sounds; where it is only like the listed one, all that are as like it."""
    for one in words:
        likeness = _likeness(one, near)
        own = (frozenset((sound(word),)) for word in one.applicant.split())
        yield from own if likeness is None else (likeness.heard,)


def _pair(words: Sequence[Evidence], graph: CohortGraph) -> tuple[float, str]:
    """The two words that tell least together, by how many bear both: bits too many, and the words."""
    worst: tuple[float, str] = (0.0, "")
    for one, other in combinations(words, 2):
        most = graph.name_pairs.bits(one.applicant, other.applicant)
        if most is not None:
            surplus = (one.bits or 0.0) + (other.bits or 0.0) - most
            worst = max(worst, (surplus, f"{one.applicant} {other.applicant}"))
    return worst
