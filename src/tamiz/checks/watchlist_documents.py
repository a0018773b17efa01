"""Does a number or contact of the applicant belong to a listed person?

A listed person's passport number under another name is what a borrowed or forged document looks
like. It is a fact and not a likelihood: the finding has no probability, and shows beside the
number how far the persons agree.
"""

from collections.abc import Iterator

from msgspec import structs

from tamiz.checks.check import Check, Context
from tamiz.checks.listed import listed_of
from tamiz.checks.lists_looked_at import gaps_in_lists
from tamiz.checks.subjects import applicant_of
from tamiz.matching import Match, Subject
from tamiz.model import Dossier, Evidence, Finding, Identifier, Outcome
from tamiz.normalise.identifiers import identifier_key

NUMBERS = frozenset({"identifier", "contact"})
_BESIDE = ("name.kind.", "name.none", "birth_date.")  # what is shown of the persons, unweighed


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every listed person with one of the applicant's numbers or contacts."""
    subject = applicant_of(dossier)
    if not subject.identifiers and not subject.contacts:
        evidence = Evidence(feature="identifier", code="documents.none_given")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (evidence,))
        return
    yield from gaps_in_lists(CHECK, context)
    if context.matcher is None:
        return
    yield from _unusable(dossier.identity.identifiers)
    shared = context.matcher.sharing(subject, sources=context.sources)
    matches = [match for match in shared if has_number(match)]
    for match in matches[: context.thresholds.most_matches]:
        yield CHECK.finding(
            Outcome.CONCERN, number_evidence(match), listed=listed_of(match, context)
        )
    if not matches:
        yield CHECK.finding(Outcome.CLEAR, (_none_listed(subject),))


CHECK = Check(
    name="watchlist_documents",
    version="2",
    basis="ICAO Doc 9303-2, lost, stolen and impostor documents; FATF Recommendation 6",
    run=run,
)


def has_number(match: Match) -> bool:
    """Whether the match rests on a number or contact that both sides have."""
    return bool(_numbers(match))


def number_evidence(match: Match) -> tuple[Evidence, ...]:
    """The numbers both sides have, then names and birth dates beside them, nothing weighed."""
    numbers = _numbers(match)
    beside = [one for one in match.evidence if one.code.startswith(_BESIDE)]
    return tuple(structs.replace(one, bits=None) for one in (*numbers, *beside))


def _numbers(match: Match) -> tuple[Evidence, ...]:
    """The numbers of the party that the applicant has, whichever list tells them; each once."""
    told = [*match.evidence, *(one for other in match.also for one in other.evidence)]
    found: dict[tuple[str, str], Evidence] = {}
    for one in told:
        if one.feature in NUMBERS and (one.bits or 0.0) > 0:
            found.setdefault((one.feature, one.applicant), one)
    return tuple(found.values())


def _unusable(identifiers: tuple[Identifier, ...]) -> Iterator[Finding]:
    """A number too short to identify anybody cannot be looked for."""
    for one in identifiers:
        if not identifier_key(one.number):
            evidence = Evidence(
                feature="identifier",
                code="documents.unusable",
                applicant=one.number,
                field=one.field,
            )
            yield CHECK.finding(Outcome.INDETERMINATE, (evidence,))


def _none_listed(subject: Subject) -> Evidence:
    usable = sum(bool(identifier_key(one.number)) for one in subject.identifiers)
    count = usable + len(subject.contacts)
    return Evidence(
        feature="identifier", code="documents.none_listed", params={"count": str(count)}
    )
