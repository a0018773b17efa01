"""A match with a listed person, where the cohort shows that many bear such a name.

Words of a name are weighed by how rare each is; names of one people go together, so that two rare
words may be a common name. How much less they tell together is taken from the cohort: where several
others bear the same two words, from their count; else from how words of that kind go together at all.
Whose words so many of one people share, their nationality tells once more, and counts no further.
So it is with names that are alike as a whole: a given name and an ending are a people's.
A word a few letters from a listed one tells no more than it is surprising to be so near to it here.
Where lists have many names of a kind that few here bear, these few meet a listed one by chance the
more often: that is a reason for nothing, and taken off as well.
"""

from collections.abc import Iterable, Iterator, Sequence
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
from tamiz.matching.query import taken_together
from tamiz.matching.subject import probability_of
from tamiz.matching.weights import Weights, WordWeights
from tamiz.model import Evidence, Name, PartyType
from tamiz.normalise.keys import sound
from tamiz.normalise.names import parse_person

_WORD = "name.word."
_WHOLE = "name.whole."
_TOLD_ALREADY = frozenset({"name.one_culture", "name.compound"})
_PERSON = f"prior.{PartyType.PERSON.value}"
_SAME_NATION = "nationality.same"


def as_common(match: Match, context: Context) -> Match:
    """The match with what the cohort shows of its name taken away; probability and bits follow."""
    if context.graph is None or context.matcher is None:
        return match
    weights = context.matcher.weights
    near = tuple(_near(match, context.graph.near_words, weights.word))
    told = (*near, *_together(match, context.graph, near, weights))
    told += tuple(_listed_oftener(match, context.graph, _bits(told)))
    bits = match.bits + _bits(told)
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


def _together(
    match: Match, graph: CohortGraph, near: Sequence[Evidence], weights: Weights
) -> Iterator[Evidence]:
    """What words say too much together, and the nationality with them; ``near`` is off already."""
    words, taken = _words(match), -_bits(near)
    heard = tuple(_heard(words, graph.near_words))
    together = graph.name_groups.together(heard)
    pair, name = _pair(words, graph)
    counted = together
    if _is_of_person(match):
        counted = _counted(heard, graph, len(near), weights)
    surplus, name = max((counted, " ".join(one.applicant for one in words)), (pair - taken, name))
    already = -_bits(one for one in match.evidence if one.code in _TOLD_ALREADY)
    surplus = min(surplus, _bits(words) - taken) - already
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


def _counted(
    heard: Sequence[frozenset[str]], graph: CohortGraph, near: int, weights: Weights
) -> float:
    """How many bits words of a person's name say too much together, by those who apply; 0 at least.

    Where nobody has counted, a constant of the weights stands for how words of names keep company.
    For words that are common here the count takes its place, so that the constant is taken back;
    of ``near`` words it is off already.
    """
    others = max(graph.name_groups.common(heard) - near - 1, 0)
    constant = taken_together(PartyType.PERSON, weights) * others
    return max(graph.name_groups.counted_together(heard) - constant, 0.0)


def _listed_oftener(match: Match, graph: CohortGraph, taken: float) -> Iterator[Evidence]:
    """How much commoner names of this kind are on the lists than here; no more than the name tells."""
    if not _is_of_person(match):
        return
    heard = tuple(_heard(_words(match), graph.near_words)) or tuple(_heard_as_whole(match))
    left = _bits(one for one in match.evidence if one.feature == "name") + taken
    surplus = min(graph.listed_kinds.commoner(heard, graph.name_groups), left)
    if surplus >= FEWEST_BITS:
        yield Evidence(feature="name", code="name.often_listed", bits=-round(surplus, 2))


def _heard_as_whole(match: Match) -> Iterator[frozenset[str]]:
    """The words of the applicant's name where it is alike as a whole, as they sound."""
    for one in match.evidence:
        if one.code.startswith(_WHOLE):
            for word in parse_person(Name(text=one.applicant)).words:
                yield frozenset((sound(word.text),))


def _is_of_person(match: Match) -> bool:
    """Whether a person is looked for: only their names are sorted."""
    return any(one.code == _PERSON for one in match.evidence)


def _bits(evidence: Iterable[Evidence]) -> float:
    return sum(one.bits or 0.0 for one in evidence)


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
