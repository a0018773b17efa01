"""Is the applicant a listed person?"""

from collections.abc import Iterator, Sequence

from tamiz.checks.check import Check, Context
from tamiz.checks.common_names import as_common
from tamiz.checks.listed import listed_of
from tamiz.checks.lists_looked_at import gaps_in_lists
from tamiz.checks.subjects import applicant_of
from tamiz.matching import Match
from tamiz.model import Dossier, Evidence, Finding, Outcome
from tamiz.normalise.names import parse_person


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every listed person the applicant may be; else clear, with the nearest."""
    yield from gaps_in_lists(CHECK, context)
    if context.matcher is None:
        return
    if not any(parse_person(name).words for name in dossier.identity.names):
        shown = "; ".join(name.text for name in dossier.identity.names)
        evidence = Evidence(feature="name", code="name.unusable", applicant=shown)
        yield CHECK.finding(Outcome.INDETERMINATE, (evidence,))
        return
    found = context.matcher.find(
        applicant_of(dossier), floor=context.thresholds.shown, sources=context.sources
    )
    matches = sorted((as_common(one, context) for one in found), key=lambda one: -one.bits)
    review = context.thresholds.review_from(dossier)
    over = [match for match in matches if match.probability >= review]
    for at, match in enumerate(over[: context.thresholds.most_matches]):
        left = len(over) - context.thresholds.most_matches if at == 0 else 0
        yield _concern(match, left, context)
    if not over:
        yield _clear(dossier, matches, context)


def prepare(dossiers: Sequence[Dossier], context: Context) -> None:
    """Search for all applicants at once."""
    if context.matcher is not None:
        subjects = [applicant_of(dossier) for dossier in dossiers]
        context.matcher.foresee(subjects, floor=context.thresholds.shown, sources=context.sources)


CHECK = Check(
    name="watchlist_person",
    version="6",
    basis="Wolfsberg Guidance on Sanctions Screening (2019); FATF Recommendation 6",
    run=run,
    prepare=prepare,
)


def _concern(match: Match, left: int, context: Context) -> Finding:
    evidence = match.evidence
    if left > 0:
        evidence += (Evidence(feature="name", code="watchlist.more", params={"count": str(left)}),)
    return CHECK.finding(
        Outcome.CONCERN,
        evidence,
        probability=match.probability,
        bits=match.bits,
        listed=listed_of(match, context),
    )


def _clear(dossier: Dossier, matches: Sequence[Match], context: Context) -> Finding:
    """Nobody is likely enough; the nearest is shown with what speaks against."""
    if matches:
        nearest = matches[0]
        return CHECK.finding(
            Outcome.CLEAR,
            nearest.evidence,
            probability=nearest.probability,
            bits=nearest.bits,
            listed=listed_of(nearest, context),
        )
    names = "; ".join(name.text for name in dossier.identity.names)
    return CHECK.finding(
        Outcome.CLEAR, (Evidence(feature="name", code="watchlist.nobody", applicant=names),)
    )
