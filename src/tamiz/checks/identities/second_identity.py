"""Is another application the same person's, under another identity?

What is hard to change agrees; what is claimed does not: the State, the birth date together with the
papers, the number of one register, the sex. Who declares both nationalities declares what there is
to declare. That somebody applied twice under one identity is asked by ``applied_before``.
"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context, in_cohort
from tamiz.checks.identities.story import Story, stories
from tamiz.links.graph import CohortGraph
from tamiz.model import Dossier, Evidence, Finding, Outcome


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for each other identity."""
    place = in_cohort(dossier, context)
    if place is None:
        alone = Evidence(feature="name", code="shared.no_cohort")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (alone,))
        return
    graph, number = place
    told = 0
    for story in stories(graph, number, dossier):
        if story.differing:
            told += 1
            evidence = (*story.differing, *story.evidence, *cluster_evidence(graph, number, story))
            yield CHECK.finding(
                Outcome.CONCERN, evidence, probability=story.probability,
                bits=story.bits, other=story.other,
            )  # fmt: skip
    if not told:
        yield _ONE


CHECK = Check(
    name="second_identity",
    version="5",
    basis="EU Regulation 2019/817 article 4 (multiple identities); Fellegi and Sunter 1969",
    run=run,
)


_ONE = CHECK.finding(Outcome.CLEAR, (Evidence(feature="name", code="identity.one"),))


def cluster_evidence(graph: CohortGraph, number: int, story: Story) -> Iterator[Evidence]:
    """Who else is taken for the same person, and by which link the whole hangs together."""
    cluster = graph.same.cluster_of(number)
    if cluster is None:
        return
    ids = {row: graph.roster.told(row).id for row in cluster.members}
    if len(ids) > 2:  # noqa: PLR2004 - a pair is told already
        weakest = cluster.weakest
        yield Evidence(
            feature="name", code="identity.cluster", other="; ".join(ids.values()),
            params={
                "count": str(len(ids)), "bits": f"{weakest.bits:.1f}",
                "one": ids[weakest.left], "other": ids[weakest.right],
            },
        )  # fmt: skip
    for cut in cluster.cuts:
        ends = [graph.roster.told(row).id for row in (cut.link.left, cut.link.right)]
        if story.other in ends:
            yield Evidence(
                feature="name", code=f"identity.cut.{cut.reason.value}",
                params={"one": ends[0], "other": ends[1]},
            )  # fmt: skip
