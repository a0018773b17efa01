"""Is somebody the applicant names (sponsor, employer, referee, relative) a listed party?"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context
from tamiz.checks.listed import listed_of
from tamiz.checks.subjects import related_of
from tamiz.matching import Match
from tamiz.model import Dossier, Evidence, Finding, Outcome, Relation


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every named party that may be listed: a tie, not an identity."""
    if not dossier.relations:
        evidence = Evidence(feature="relation", code="related.none_given")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (evidence,))
        return
    if context.matcher is None:
        yield CHECK.finding(Outcome.INDETERMINATE, (Evidence(feature="list", code="lists.none"),))
        return
    concerns = [
        _concern(relation, match, context)
        for relation in dossier.relations
        for match in _matches(relation, context)
    ]
    yield from concerns
    if not concerns:
        names = "; ".join(relation.name or relation.number for relation in dossier.relations)
        evidence = Evidence(feature="relation", code="related.none_listed", applicant=names)
        yield CHECK.finding(Outcome.CLEAR, (evidence,))


CHECK = Check(
    name="watchlist_related",
    version="1",
    basis="FATF Recommendation 24; OFAC FAQ 401 (ownership by listed parties)",
    run=run,
)


def _matches(relation: Relation, context: Context) -> list[Match]:
    """The listed parties that a named one may be, best first."""
    matcher, thresholds = context.matcher, context.thresholds
    if matcher is None:
        return []
    found: dict[tuple[str, str], Match] = {}
    for subject in related_of(relation):
        over = matcher.find(
            subject,
            floor=thresholds.related,
            sources=context.sources,
            limit=thresholds.most_matches,
        )
        for match in (*over, *matcher.sharing(subject, sources=context.sources)):
            found.setdefault((match.record.source, match.record.id), match)
    return sorted(found.values(), key=lambda match: -match.bits)[: thresholds.most_matches]


def _concern(relation: Relation, match: Match, context: Context) -> Finding:
    tie = Evidence(
        feature="relation",
        code=f"related.{relation.kind.value}",
        applicant=relation.name or relation.number,
        other=match.record.names[0].text,
        field=relation.field,
    )
    return CHECK.finding(
        Outcome.CONCERN,
        (tie, *match.evidence),
        probability=match.probability,
        bits=match.bits,
        listed=listed_of(match.record, context),
    )
