"""Do applicants who declare no tie have rare values in common?

A phone, an account that paid, a letter copied from another's: each value speaks by how few have it
(``links.graph.strength``), each fact once. What both declare openly (a name, one family, one unit,
one sponsor, one booking) explains what they share; who stands behind them is another question.
"""

from collections.abc import Iterator, Sequence

from tamiz.checks.check import Check, Context, in_cohort
from tamiz.checks.identities.story import are_one, ties_of
from tamiz.checks.links.told import tie_evidence
from tamiz.links.graph import CONCERN, CohortGraph, Neighbour, ValueKind, together
from tamiz.model import Dossier, Evidence, Finding, Outcome

MOST_TOLD = 6  # others whose ties are shown in full; further ones are counted
_LITTLE = {True: "tie.common", False: "tie.weak"}
COMMON = 6.0  # bits at most of a value that policy calls common
RARE = 5.0  # bits of a value that may hold a ring together, though it ties no two by itself
RING = 2  # others: with the applicant a ring of three
# Whether two claim one number is a question of its own (``shared_document``).
ELSEWHERE = frozenset({ValueKind.NUMBER})


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """One concern for all to whom no tie is declared, or what explains the ties that there are."""
    place = in_cohort(dossier, context)
    if place is None:
        alone = Evidence(feature="contact", code="shared.no_cohort")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (alone,))
        return
    graph, number = place
    few = context.thresholds.common_from
    near = ties_of(graph, number)
    if not near:
        yield _NONE
        return
    hidden = [one for one in near if _is_hidden(one, few)]
    if not hidden:
        hidden = [one for one in near if _is_of_ring(number, one, graph, few)]
    if hidden:
        evidence = tuple(_told(dossier, hidden))
        yield CHECK.finding(Outcome.CONCERN, evidence, other=hidden[0].id)
        return
    yield CHECK.finding(Outcome.CLEAR, tuple(_harmless(dossier, near, few)))


CHECK = Check(
    name="shared_ties",
    version="8",
    basis="FATF Guidance on Risk-Based Approach, links between customers",
    run=run,
)
_NONE = CHECK.finding(Outcome.CLEAR, (Evidence(feature="contact", code="tie.none"),))


def _is_hidden(other: Neighbour, common_from: int) -> bool:
    return not other.is_explained and _bits(other, common_from) >= CONCERN


def _is_of_ring(number: int, other: Neighbour, graph: CohortGraph, common_from: int) -> bool:
    """Whether what ties somebody to an applicant is part of what ties them to a third secretly.

    Whoever has the account that paid for two who share a letter as well stands with these two.
    """
    rare = {
        tie.here.node for tie in other.ties if tie.bits >= RARE and tie.here.kind not in ELSEWHERE
    }
    if other.is_explained or not rare:
        return False
    return any(
        third.number != number
        and _is_hidden(third, common_from)
        and any(tie.here.node in rare for tie in third.ties)
        and not are_one(graph, other.number, third.number)
        for third in graph.neighbours(other.number)
    )


def _bits(other: Neighbour, common_from: int) -> float:
    """All that ties two; what so many give that policy calls it common counts for little."""
    return together(
        (tie.group, min(tie.bits, COMMON) if tie.count >= common_from else tie.bits)
        for tie in other.ties
        if tie.here.kind not in ELSEWHERE
    )


def _told(dossier: Dossier, hidden: Sequence[Neighbour]) -> Iterator[Evidence]:
    if len(hidden) >= RING:
        others = "; ".join(one.id for one in hidden)
        yield Evidence(
            feature="contact", code="tie.ring", applicant=dossier.id, other=others,
            params={"count": str(len(hidden) + 1)},
        )  # fmt: skip
    for other in hidden[:MOST_TOLD]:
        for tie in other.ties:
            if tie.here.kind not in ELSEWHERE:
                yield tie_evidence(tie, dossier.id, other)


def _harmless(dossier: Dossier, near: Sequence[Neighbour], common_from: int) -> Iterator[Evidence]:
    """What is shared and explained, or so common that it says little."""
    for other in near[:MOST_TOLD]:
        for tie in other.ties[:1]:
            yield tie_evidence(tie, dossier.id, other)
            is_common = tie.count >= common_from
            code = "tie.explained" if other.is_explained else _LITTLE[is_common]
            yield Evidence(
                feature="contact", code=code, other=other.id,
                params={"id": other.id, "count": str(tie.count)},
            )  # fmt: skip
