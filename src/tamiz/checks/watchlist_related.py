"""Is somebody the applicant names (sponsor, employer, referee, relative) a listed party?"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from tamiz.checks.check import Check, Context
from tamiz.checks.common_names import as_common
from tamiz.checks.listed import listed_of
from tamiz.checks.lists_looked_at import gaps_in_lists
from tamiz.checks.named_by_many import NamedByMany, is_asked_once, named_by_many
from tamiz.checks.subjects import related_of
from tamiz.checks.watchlist_documents import has_number, number_evidence
from tamiz.matching import Match, Matcher
from tamiz.model import Dossier, Evidence, Finding, Outcome, Relation
from tamiz.normalise.identifiers import identifier_key
from tamiz.normalise.names import spell_words


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every named party that may be listed: a tie, not an identity."""
    if not dossier.relations:
        evidence = Evidence(feature="relation", code="related.none_given")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (evidence,))
        return
    yield from gaps_in_lists(CHECK, context)
    if context.matcher is None:
        return
    concerns = 0
    looked_for = [one for one in dossier.relations if _can_be_looked_for(one)]
    for relation in dossier.relations:
        if relation not in looked_for:
            yield CHECK.finding(Outcome.INDETERMINATE, (_tie(relation, "related.unusable"),))
    for relation in looked_for:
        for finding in _findings(dossier, relation, context.matcher, context):
            concerns += 1
            yield finding
    if looked_for and not concerns:
        names = "; ".join(map(_shown, looked_for))
        evidence = Evidence(feature="relation", code="related.none_listed", applicant=names)
        yield CHECK.finding(Outcome.CLEAR, (evidence,))


def prepare(dossiers: Sequence[Dossier], context: Context) -> None:
    """Search for all named parties at once."""
    if context.matcher is not None:
        relations = (relation for dossier in dossiers for relation in dossier.relations)
        subjects = [subject for relation in relations for subject in related_of(relation)]
        context.matcher.foresee(subjects, floor=context.thresholds.related, sources=context.sources)


CHECK = Check(
    name="watchlist_related",
    version="4",
    basis="FATF Recommendation 24; OFAC FAQ 401 (ownership by listed parties)",
    run=run,
    prepare=prepare,
)


def _can_be_looked_for(relation: Relation) -> bool:
    return bool(spell_words(relation.name) or identifier_key(relation.number) or relation.contacts)


def _findings(
    dossier: Dossier, relation: Relation, matcher: Matcher, context: Context
) -> Iterator[Finding]:
    """The likeliest parties, then those that are found by a number or contact alone."""
    alike: list[Match] = []
    numbered: list[Match] = []
    for subject in related_of(relation):
        for match in matcher.find(
            subject, floor=context.thresholds.related, sources=context.sources
        ):
            likely = as_common(match, context)
            if likely.probability >= context.thresholds.related:
                _keep_likelier(alike, likely)
        for match in matcher.sharing(subject, sources=context.sources):
            if has_number(match):
                _keep_likelier(numbered, match)
    best = sorted(alike, key=lambda match: -match.bits)
    most = context.thresholds.most_matches
    many = named_by_many(dossier, relation, context) if best else None
    for at, match in enumerate(best[:most]):
        if many is not None and many.first != dossier.id and is_asked_once(match, many):
            yield _asked_once(relation, match, many, context)
        else:
            yield _likely(relation, match, len(best) - most if at == 0 else 0, many, context)
    for match in numbered:
        if not any(_are_one(match, other) for other in alike):
            yield _by_number(relation, match, context)


def _keep_likelier(found: list[Match], match: Match) -> None:
    """Add a match; of two of one party, as a person and as an organisation, keep the likelier."""
    at = next((at for at, other in enumerate(found) if _are_one(match, other)), None)
    if at is None:
        found.append(match)
    elif match.bits > found[at].bits:
        found[at] = match


def _are_one(one: Match, other: Match) -> bool:
    """Whether two matches are of one party: its likeliest record may differ between searches."""
    return not _records(one).isdisjoint(_records(other))


def _records(match: Match) -> set[tuple[str, str]]:
    records = (match.record, *(other.record for other in match.also))
    return {(record.source, record.id) for record in records}


def _likely(
    relation: Relation, match: Match, left: int, many: NamedByMany | None, context: Context
) -> Finding:
    evidence = (_tie(relation, f"related.{relation.kind.value}", match), *match.evidence)
    if many is not None:
        told = {"count": str(many.people), "party": relation.name}
        evidence += (Evidence(feature="relation", code="related.of_many", params=told),)
    if left > 0:
        evidence += (Evidence(feature="name", code="related.more", params={"count": str(left)}),)
    return CHECK.finding(
        Outcome.CONCERN,
        evidence,
        probability=match.probability,
        bits=match.bits,
        listed=listed_of(match, context),
    )


def _asked_once(relation: Relation, match: Match, many: NamedByMany, context: Context) -> Finding:
    """What is left for those who name a party after the first: where its question stands."""
    told = {"id": many.first, "count": str(many.people), "party": relation.name}
    asked = Evidence(
        feature="relation", code="related.asked_once", params=told, applicant=_shown(relation),
        other=match.record.names[0].text, field=relation.field,
    )  # fmt: skip
    return CHECK.finding(Outcome.NOT_APPLICABLE, (asked,), listed=listed_of(match, context))


def _by_number(relation: Relation, match: Match, context: Context) -> Finding:
    """A number or contact is a fact, whatever the names: there is no probability to it."""
    number = tuple(
        structs.replace(one, field=one.field or relation.field) for one in number_evidence(match)
    )
    tie = _tie(relation, "related.number", match)
    return CHECK.finding(Outcome.CONCERN, (tie, *number), listed=listed_of(match, context))


def _shown(relation: Relation) -> str:
    """What the applicant wrote of the party: a name, else a number, else a contact."""
    contact = relation.contacts[0].value if relation.contacts else ""
    return relation.name or relation.number or contact


def _tie(relation: Relation, code: str, match: Match | None = None) -> Evidence:
    return Evidence(
        feature="relation",
        code=code,
        applicant=_shown(relation),
        other="" if match is None else match.record.names[0].text,
        field=relation.field,
    )
