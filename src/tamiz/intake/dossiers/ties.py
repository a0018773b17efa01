"""Where an applicant lives, whom they name and where they served."""

from collections.abc import Iterable, Iterator, Sequence

from tamiz.intake.dossiers.contacts import party_contacts, split_party
from tamiz.intake.dossiers.entries import (
    Entry,
    Fields,
    Remarks,
    Value,
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


_OF_SPONSORS = (
    "sponsor", "sponsor_number", "sponsor_address", "sponsor_contact", "sponsor_founded",
)  # fmt: skip


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
    fields: Fields, history: Iterable[Service], countries: Sequence[str], remarks: Remarks
) -> Iterator[Relation]:
    """The parties an applicant names, and the organisations they served with.

    Contacts beside a name are the party's own; ``countries`` are those of local phone numbers.
    """
    named = [*_sponsors(fields, countries, remarks), *_parties(fields, countries)]
    yield from named
    known = {relation.name.casefold() for relation in named}
    for stretch in history:
        name = stretch.organisation
        if any(char.isalpha() for char in name) and name.casefold() not in known:
            known.add(name.casefold())
            yield Relation(
                kind=RelationKind.SERVED_WITH, name=name, is_organisation=True, field=stretch.field
            )


def _sponsors(fields: Fields, countries: Sequence[str], remarks: Remarks) -> Iterator[Relation]:
    """What belongs to the n-th sponsor stands at the n-th place of its field.

    A sponsor with a register number is an organisation, unless its name says that it is a person
    who trades; one without may be either.
    """
    of = {field: places(fields, field) for field in _OF_SPONSORS}
    for place in range(max(map(len, of.values()))):
        told = {field: _at(found, place) for field, found in of.items()}
        first = next((value for value in told.values() if value is not None), None)
        if first is not None:
            yield _sponsor(told, countries, first.at, remarks)


def _sponsor(
    told: dict[str, Value | None], countries: Sequence[str], at: str, remarks: Remarks
) -> Relation:
    named, number, address = told["sponsor"], told["sponsor_number"], told["sponsor_address"]
    name, contacts = ("", ()) if named is None else split_party(named, countries)
    more, founded = told["sponsor_contact"], told["sponsor_founded"]
    return Relation(
        kind=RelationKind.SPONSOR,
        name=name,
        number="" if number is None else number.text,
        is_organisation=True if number is not None and not is_trader(name) else None,
        contacts=(*contacts, *(() if more is None else party_contacts(more, countries))),
        addresses=() if address is None else (Address(text=address.text, field=address.at),),
        founded=None if founded is None else date_of([founded], "sponsor_founded", remarks),
        field=at,
    )


def _at(found: list[Value], place: int) -> Value | None:
    """The value at a place, if it says anything."""
    return found[place] if place < len(found) and found[place].text else None


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
