"""A listed party as a finding shows it: with its list, its programmes and its ties."""

from msgspec import structs

from tamiz.checks.check import Context
from tamiz.lists.designated_groups import designation
from tamiz.matching import AlsoListed, Match
from tamiz.model import Listed, OtherListing, PartyLink, SourceRecord

LONGEST_LINE = 1_500  # characters of the publisher's own text that a finding carries


def listed_of(match: Match, context: Context) -> Listed:
    """The record of a match with what an officer needs to look it up, and its other listings."""
    also = tuple(_other_listing(other, context) for other in match.also)
    return structs.replace(listed_party(match.record, context), also=also)


def listed_party(record: SourceRecord, context: Context) -> Listed:
    """A listed party with what an officer needs to look it up."""
    edition, handling = context.editions.get(record.source), record.handling
    return Listed(
        source=record.source,
        id=record.id,
        name=record.names[0].text,
        type=record.type.value,
        programmes=record.programmes,
        linked_to=_ties(record, context),
        publisher=edition.publisher if edition else "",
        content_date=edition.content_date if edition else "",
        sha256=edition.sha256 if edition else "",
        url=record.url or (edition.url if edition else ""),
        line=record.raw[:LONGEST_LINE],
        purpose=handling.purpose if handling else "",
        grading=handling.grading if handling else "",
        review_by=handling.review_by if handling else "",
    )


def _other_listing(other: AlsoListed, context: Context) -> OtherListing:
    record = other.record
    edition = context.editions.get(record.source)
    return OtherListing(
        source=record.source,
        id=record.id,
        name=record.names[0].text,
        programmes=record.programmes,
        linked_to=_ties(record, context),
        publisher=edition.publisher if edition else "",
        content_date=edition.content_date if edition else "",
        url=record.url or (edition.url if edition else ""),
        line=record.raw[:LONGEST_LINE],
        by_reference_alone=other.bits is None,
    )


def _ties(record: SourceRecord, context: Context) -> tuple[str, ...]:
    """To whom the list ties the party, each once."""
    return tuple(dict.fromkeys(_told(link, record, context) for link in record.links))


def _told(link: PartyLink, record: SourceRecord, context: Context) -> str:
    """A tie with the other party's own designation: ``CARTEL … [FTO 2025-02-20; SDGT]``."""
    marks: list[str] = []
    group = designation(link.name)
    if group is not None:
        since = "announced " if group.date_is == "announced" else ""
        marks.append(f"{group.designation} {since}{group.date}")
    if link.target and context.matcher is not None:
        party = context.matcher.index.record(record.source, link.target)
        marks.extend(party.programmes if party is not None else ())
    told = "; ".join(dict.fromkeys(marks))
    return f"{link.name} [{told}]" if told else link.name
