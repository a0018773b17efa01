"""Whom another applicant is, or names, on the lists: asked once, whoever asks."""

from tamiz.checks import watchlist_documents, watchlist_person, watchlist_related
from tamiz.checks.check import Context, run_check
from tamiz.links.graph import CohortGraph
from tamiz.model import Finding, Outcome

SURE = 0.5  # probability from which somebody on the way counts as the listed person
_LISTS = (watchlist_person.CHECK, watchlist_documents.CHECK, watchlist_related.CHECK)


def listed_at(graph: CohortGraph, number: int, context: Context) -> tuple[Finding, ...]:
    """Concerns that lists raise about somebody of the cohort, surely enough."""
    return graph.once("listed", number, lambda: _found(graph, number, context))


def _found(graph: CohortGraph, number: int, context: Context) -> tuple[Finding, ...]:
    if context.matcher is None:
        return ()
    dossier = graph.roster.dossier(number)
    found = (one for check in _LISTS for one in run_check(check, dossier, context))
    return tuple(one for one in found if one.outcome is Outcome.CONCERN and _is_sure(one))


def _is_sure(finding: Finding) -> bool:
    return finding.probability is None or finding.probability >= SURE
