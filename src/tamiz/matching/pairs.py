"""Compares two parties of which none need stand in an index: the whole verdict on a pair.

``compare_pair`` gives one score at one fixed threshold, with every statement that went into it.
The statements' bits add up to the score's log-odds.
"""

from msgspec import Struct

from tamiz.matching.pair_people import compare_person_names
from tamiz.matching.pair_statements import Statement
from tamiz.matching.subject import Subject, probability_of
from tamiz.model import Evidence, PartyType
from tamiz.normalise.names import parse_organisation, parse_person

AGREES_AT = 0.5  # the score from which two parties are called one: likelier so than not


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
        return sum(statement.bits or 0.0 for statement in self.evidence)


WEIGHTS = {
    "agreed": 8.0,
    "apart": -6.0,
    "conflict": -2.0,
    "conflict_share": -6.0,
    "extra_share": -5.0,
    "prior": -3.0,
}


def compare_pair(left: Subject, right: Subject) -> PairVerdict:
    """Compare two parties; the order of the two is no matter."""
    best: list[Evidence] = []
    for one in left.names:
        for other in right.names:
            parse = parse_person if left.type is PartyType.PERSON else parse_organisation
            found = compare_person_names(parse(one), parse(other))
            found.append(Statement(feature="name", code="name.prior", features=(("prior", 1.0),)))
            evidence = [_weighed(statement) for statement in found]
            if not best or _sum(evidence) > _sum(best):
                best = evidence
    return PairVerdict(score=probability_of(_sum(best)), evidence=tuple(best))


def _sum(evidence: list[Evidence]) -> float:
    return sum(statement.bits or 0.0 for statement in evidence)


def _weighed(statement: Statement) -> Evidence:
    bits = sum(WEIGHTS.get(name, 0.0) * amount for name, amount in statement.features)
    return Evidence(
        feature=statement.feature,
        code=statement.code,
        bits=round(bits, 4),
        applicant=statement.here,
        other=statement.there,
        params=statement.params,
    )
