"""Where an applicant lives, whom they name and where they served."""

from collections.abc import Iterable, Iterator, Sequence

from tamiz.intake.dossiers.contacts import split_party
from tamiz.intake.dossiers.entries import (
    Entry,
    Fields,
    Remarks,
    at_place,
    joined,
    places,
    values,
)
from tamiz.intake.dossiers.values import code_of, date_of, is_now, services
from tamiz.model import Address, Relation, RelationKind, Service
from tamiz.normalise.traders import is_trader

# Field, what the party is to the applicant, whether it is an organisation (None: either).
_RELATIONS = (
    ("employer", RelationKind.EMPLOYER, True),
    ("referees", RelationKind.REFEREE, None),
    ("referred_by", RelationKind.REFERRED_BY, None),
    ("relatives", RelationKind.RELATIVE, False),
    ("associates", RelationKind.ASSOCIATE, None),
)


def read_addresses(fields: Fields, remarks: Remarks) -> Iterator[Address]:
    """Addresses with their countries; a country without an address stands by itself."""
    addresses, countries = places(fields, "address"), places(fields, "country")
    for place, value in enumerate(addresses):
        country = at_place(countries, place)
        code = code_of([] if country is None else [country], "country", remarks)
        if value.text or (code and len(countries) > 1):
            yield Address(text=value.text, country=code, field=value.at)
    for value in countries[len(addresses) :]:
        if value.text:
            code = code_of([value], "country", remarks)
            yield Address(text=value.text, country=code, field=value.at)


def read_relations(
    fields: Fields, history: Iterable[Service], countries: Sequence[str]
) -> Iterator[Relation]:
    """The parties an applicant names, and the organisations they served with.

    Contacts beside a name are the party's own; ``countries`` are those of local phone numbers.
    """
    named = [*_sponsors(fields, countries), *_parties(fields, countries)]
    yield from named
    known = {relation.name.casefold() for relation in named}
    for stretch in history:
        name = stretch.organisation
        if any(char.isalpha() for char in name) and name.casefold() not in known:
            known.add(name.casefold())
            yield Relation(
                kind=RelationKind.SERVED_WITH, name=name, is_organisation=True, field=stretch.field
            )


def _sponsors(fields: Fields, countries: Sequence[str]) -> Iterator[Relation]:
    """The n-th register number goes with the n-th sponsor.

    A sponsor with a register number is an organisation, unless its name says that it is a person
    who trades; one without may be either.
    """
    names, numbers = places(fields, "sponsor"), places(fields, "sponsor_number")
    for place in range(max(len(names), len(numbers))):
        told = names[place] if place < len(names) else None
        number = numbers[place] if place < len(numbers) else None
        name, contacts = ("", ()) if told is None else split_party(told, countries)
        first = next((value for value in (told, number) if value is not None and value.text), None)
        if first is not None:
            has_number = number is not None and bool(number.text)
            yield Relation(
                kind=RelationKind.SPONSOR,
                name=name,
                number="" if number is None else number.text,
                is_organisation=True if has_number and not is_trader(name) else None,
                contacts=contacts,
                field=first.at,
            )


def _parties(fields: Fields, countries: Sequence[str]) -> Iterator[Relation]:
    for field, kind, is_organisation in _RELATIONS:
        for value in values(fields, field):
            name, contacts = split_party(value, countries)
            yield Relation(
                kind=kind,
                name=name,
                is_organisation=None if is_trader(name) else is_organisation,
                contacts=contacts,
                field=value.at,
            )


def read_history(entry: Entry, remarks: Remarks) -> Iterator[Service]:
    """Stretches of service, from structured entries and from free text."""
    for group in entry.services:
        if any(found for found in group.values()):
            yield _stretch(group, remarks)
    for value in entry.fields.get("service", ()):
        yield from services(value.text, value.at)


def _stretch(group: Fields, remarks: Remarks) -> Service:
    """A stretch whose parts the file keeps apart; its text is all of them."""
    first = next(value for found in group.values() for value in found)
    start, end = joined(group, "start"), joined(group, "end")
    parts = {part: joined(group, part) for part in ("organisation", "position", "country", "text")}
    period = f"{start}-{end}" if start or end else ""
    return Service(
        text=" ".join(filter(None, (period, ", ".join(filter(None, parts.values()))))),
        organisation=parts["organisation"],
        position=parts["position"],
        country=code_of(values(group, "country"), "service", remarks),
        start=date_of(values(group, "start"), "service", remarks),
        end=None if is_now(end) else date_of(values(group, "end"), "service", remarks),
        field=first.at,
    )
