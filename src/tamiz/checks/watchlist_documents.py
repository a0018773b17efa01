"""Does a number or contact of the applicant belong to a listed person?

A listed person's passport number under another name is what a borrowed or forged document looks
like: it is no proof of being that person, and must be seen all the same.
"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context
from tamiz.checks.listed import listed_of
from tamiz.checks.subjects import applicant_of
from tamiz.model import Dossier, Evidence, Finding, Outcome

FEATURES = frozenset({"identifier", "contact"})


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every listed person with one of the applicant's numbers or contacts."""
    subject = applicant_of(dossier)
    count = len(subject.identifiers) + len(subject.contacts)
    if not count:
        evidence = Evidence(feature="identifier", code="documents.none_given")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (evidence,))
        return
    if context.matcher is None:
        yield CHECK.finding(Outcome.INDETERMINATE, (Evidence(feature="list", code="lists.none"),))
        return
    found = False
    for match in context.matcher.sharing(subject, sources=context.sources):
        if any(e.feature in FEATURES and (e.bits or 0.0) > 0 for e in match.evidence):
            found = True
            yield CHECK.finding(
                Outcome.CONCERN,
                match.evidence,
                probability=match.probability,
                bits=match.bits,
                listed=listed_of(match.record, context),
            )
    if not found:
        evidence = Evidence(
            feature="identifier", code="documents.none_listed", params={"count": str(count)}
        )
        yield CHECK.finding(Outcome.CLEAR, (evidence,))


CHECK = Check(
    name="watchlist_documents",
    version="1",
    basis="ICAO Doc 9303-2, lost, stolen and impostor documents; FATF Recommendation 6",
    run=run,
)
