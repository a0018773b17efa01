"""Compares two parties of which none need stand in an index: the whole verdict on a pair.

``compare_pair`` gives one score at one fixed threshold, with every statement that went into it.
The statements' bits add up to the score's log-odds, as everywhere in Tamiz.
"""

from msgspec import Struct

from tamiz.matching.pair_claims import compare_claims
from tamiz.matching.pair_organisations import compare_organisation_names
from tamiz.matching.pair_people import compare_people
from tamiz.matching.pair_sides import person_side
from tamiz.matching.pair_statements import Statement, turned
from tamiz.matching.pair_weights import FeatureWeights, pair_weights
from tamiz.matching.subject import Subject, probability_of
from tamiz.model import Evidence, Name, PartyType

AGREES_AT = 0.5  # the score from which two parties are called one: likelier so than not
NO_WORDS = -12.0  # bits when a name has nothing that can be compared


class PairVerdict(Struct, frozen=True, kw_only=True):
    """How likely two parties are one (0 to 1), and all that speaks for and against it."""

    score: float
    evidence: tuple[Evidence, ...]

    @property
    def agrees(self) -> bool:
        """Whether the score reaches the one threshold."""
        return self.score >= AGREES_AT

    @property
    def bits(self) -> float:
        """The sum of the evidence."""
        return _sum(self.evidence)


def compare_pair(left: Subject, right: Subject) -> PairVerdict:
    """Compare two parties by the pair of names that speaks most for a match, and their claims.

    The order of the two is no matter. Two parties are compared as people if one of them is known
    to be a person and neither is known to be anything else.
    """
    people = are_people(left, right)
    names = [_weighed(one, other, people=people) for one in left.names for other in right.names]
    best = max(names, key=_sum, default=(_no_words("", ""),))
    evidence = (*best, *compare_claims(left, right))
    return PairVerdict(score=probability_of(_sum(evidence)), evidence=evidence)


def statements_of(one: Name, other: Name, *, people: bool) -> list[Statement]:
    """All that two names state, before it is weighed; empty if a name has no words.

    The names are compared in one order, whichever is given first, so that ties between words
    fall the same way.
    """
    if _written(other) < _written(one):
        return [turned(statement) for statement in statements_of(other, one, people=people)]
    if people:
        here, there = person_side(one), person_side(other)
        return compare_people(here, there) if here.words and there.words else []
    return compare_organisation_names(one.text, other.text)


def are_people(left: Subject, right: Subject) -> bool:
    """Whether two parties are compared as people."""
    return {left.type, right.type} <= {PartyType.PERSON, PartyType.UNKNOWN} and (
        PartyType.PERSON in {left.type, right.type}
    )


def _written(name: Name) -> tuple[str, tuple[tuple[str, str], ...]]:
    """All that a name is compared by, in a form that can be put in order."""
    return name.text, tuple((part.role.value, part.text) for part in name.parts)


def _weighed(one: Name, other: Name, *, people: bool) -> tuple[Evidence, ...]:
    """The statements of two names with their bits, the names themselves first."""
    found = statements_of(one, other, people=people)
    if not found:
        return (_no_words(one.text, other.text),)
    table = pair_weights().person if people else pair_weights().organisation
    names = Statement(
        feature="name",
        code="pair.names",
        here=one.text,
        there=other.text,
        features=(("prior", 1.0),),
    )
    return tuple(_evidence(statement, table) for statement in (names, *found))


def _evidence(statement: Statement, table: FeatureWeights) -> Evidence:
    return Evidence(
        feature=statement.feature,
        code=statement.code,
        bits=round(table.bits(statement), 4),
        applicant=statement.here,
        other=statement.there,
    )


def _no_words(one: str, other: str) -> Evidence:
    return Evidence(feature="name", code="pair.none", bits=NO_WORDS, applicant=one, other=other)


def _sum(evidence: tuple[Evidence, ...]) -> float:
    return sum(statement.bits or 0.0 for statement in evidence)
