"""One question about a party whom many applicants name is asked once, not of each of them.

A recruiter who sent forty people and bears a listed man's common name raises one question: is it he?
To ask it forty times tires officers and holds up forty people for one name. It stands with the first
who names the party; whoever else does is told where. What is more than a name is asked of all, and
what is nearly sure as well, unless a crowd names the party.
"""

from typing import NamedTuple

from tamiz.checks.check import Context, in_cohort
from tamiz.links.graph import CohortGraph, party_code, party_nodes
from tamiz.matching import Match
from tamiz.model import Dossier, Relation

SURE = 0.9  # probability from which the question holds up everybody who names the party …
# … but not a crowd, of whom nobody else is held up by more than a name: so many come by one recruiter,
# while those whom somebody sends under false papers are a handful.
CROWD = 12
_NAME = "name"


class NamedByMany(NamedTuple):
    """How many applicants name a party, and the id of the first of this cohort."""

    people: int
    first: str


def named_by_many(dossier: Dossier, relation: Relation, context: Context) -> NamedByMany | None:
    """Who else writes of a party just so; None where policy does not call it common.

    Just so: name and number alike, so that the search finds for the first what it finds for all.
    """
    place = in_cohort(dossier, context)
    if place is None:
        return None
    graph, number = place
    by = sorted(_who_names(relation, graph))
    if number not in by or len(by) < context.thresholds.common_from:
        return None
    for one in by:
        other = graph.roster.dossier(one)
        if not graph.roster.is_earlier(one) and any(
            _is_alike(relation, r) for r in other.relations
        ):
            return NamedByMany(len(by), other.id)
    return None


def _who_names(relation: Relation, graph: CohortGraph) -> set[int]:
    """The numbers of all who write a party's name so, whatever they call it."""
    code = party_code(relation.name)
    nodes = party_nodes(relation.name)
    return {
        bearer.number
        for node in nodes
        for bearer in graph.table.bearers(node, graph.table.rows(node))
        if bearer.party == code
    }


def _is_alike(one: Relation, other: Relation) -> bool:
    return (one.name, one.number) == (other.name, other.number)


def is_asked_once(match: Match, many: NamedByMany) -> bool:
    """Whether nothing but a name speaks for a match, and that not surely, or a crowd has named it."""
    is_sure = match.probability >= SURE and many.people < CROWD
    speaking = (one for one in match.evidence if (one.bits or 0.0) > 0)
    return not is_sure and all(one.feature == _NAME for one in speaking)
