"""Has the same person applied before, or twice, under one identity?

To apply again is no offence: it is told, so that both applications are decided together. Only where
the earlier one was refused must an officer look.
"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context, in_cohort
from tamiz.checks.identities.second_identity import cluster_evidence
from tamiz.checks.identities.story import stories
from tamiz.model import Dossier, Evidence, Finding, Outcome, PastOutcome


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """One answer for each other application of the person."""
    place = in_cohort(dossier, context)
    if place is None:
        alone = Evidence(feature="name", code="shared.no_cohort")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (alone,))
        return
    graph, number = place
    told = 0
    for story in stories(graph, number, dossier):
        if story.differing:
            continue
        told += 1
        outcome = graph.roster.outcome(story.same.number)
        is_refused = outcome is PastOutcome.REFUSED
        before = Evidence(
            feature="name", code=f"identity.before.{outcome.value if outcome else 'open'}",
            other=story.other, params={"id": story.other},
        )  # fmt: skip
        yield CHECK.finding(
            Outcome.CONCERN if is_refused else Outcome.CLEAR,
            (before, *story.evidence, *cluster_evidence(graph, number, story)),
            probability=story.probability, bits=story.bits, other=story.other,
        )  # fmt: skip
    if not told:
        yield _FIRST


CHECK = Check(
    name="applied_before",
    version="3",
    basis="NIST SP 800-63A section 2.2 (resolution to one person); Fellegi and Sunter 1969",
    run=run,
)
_FIRST = CHECK.finding(Outcome.CLEAR, (Evidence(feature="name", code="identity.first"),))
