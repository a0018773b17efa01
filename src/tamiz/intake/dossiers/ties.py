"""Where an applicant lives, whom they name and where they served."""

from collections.abc import Iterator, Sequence

from tamiz.intake.dossiers.contacts import party_contacts, split_party
from tamiz.intake.dossiers.directors import directors_in
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
_OF_PARTIES = frozenset((*_OF_SPONSORS, *(field for field, _, _ in _RELATIONS)))
# Where each says one thing at most there is one sponsor, however many contacts and addresses it has.
_OF_ONE_SPONSOR = ("sponsor", "sponsor_number", "sponsor_founded")


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
    fields: Fields, history: Sequence[Service], countries: Sequence[str], remarks: Remarks
) -> Iterator[Relation]:
    """The parties an applicant names, who leads a sponsor, and the organisations they served with.

    Contacts beside a name are the party's own; ``countries`` are those of local phone numbers.
    """
    if not history and _OF_PARTIES.isdisjoint(fields):
        return  # as most name nobody
    named = [*_sponsors(fields, countries, remarks), *_parties(fields, countries)]
    yield from named
    known = {relation.name.casefold() for relation in named}
    for value in values(fields, "sponsor_contact"):
        for name in directors_in(value):
            if name.casefold() not in known:
                known.add(name.casefold())
                yield Relation(
                    kind=RelationKind.DIRECTOR, name=name, is_organisation=False, field=value.at
                )
    for stretch in history:
        name = stretch.organisation
        if any(char.isalpha() for char in name) and name.casefold() not in known:
            known.add(name.casefold())
            yield Relation(
                kind=RelationKind.SERVED_WITH, name=name, is_organisation=True, field=stretch.field
            )


def _sponsors(fields: Fields, countries: Sequence[str], remarks: Remarks) -> Iterator[Relation]:
    """What belongs to the n-th sponsor stands at the n-th place of its field; a single one has all.

    A sponsor with a register number is an organisation, unless its name says that it is a person
    who trades; one without may be either.
    """
    if not any(field in fields for field in _OF_SPONSORS):
        return
    of = {field: places(fields, field) for field in _OF_SPONSORS}
    is_one = all(len(_told(of[field])) <= 1 for field in _OF_ONE_SPONSOR)
    groups = [of] if is_one else [
        {field: found[place : place + 1] for field, found in of.items()}
        for place in range(max(map(len, of.values())))
    ]  # fmt: skip
    for group in groups:
        told = {field: _told(found) for field, found in group.items()}
        first = next((found[0] for found in told.values() if found), None)
        if first is not None:
            yield _sponsor(told, countries, first.at, remarks)


def _sponsor(
    told: dict[str, list[Value]], countries: Sequence[str], at: str, remarks: Remarks
) -> Relation:
    named, number = told["sponsor"], told["sponsor_number"]
    name, contacts = split_party(named[0], countries) if named else ("", ())
    more = (one for value in told["sponsor_contact"] for one in party_contacts(value, countries))
    founded = told["sponsor_founded"]
    return Relation(
        kind=RelationKind.SPONSOR,
        name=name,
        number=number[0].text if number else "",
        is_organisation=True if number and not is_trader(name) else None,
        contacts=tuple(dict.fromkeys((*contacts, *more))),
        addresses=tuple(Address(text=one.text, field=one.at) for one in told["sponsor_address"]),
        founded=date_of(founded, "sponsor_founded", remarks) if founded else None,
        field=at,
    )


def _told(found: list[Value]) -> list[Value]:
    """The values that say anything."""
    return [value for value in found if value.text]


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


def read_history(entry: Entry, remarks: Remarks) -> tuple[Service, ...]:
    """Stretches of service, from structured entries and from free text."""
    if not entry.services and "service" not in entry.fields:
        return ()
    return tuple(_stretches(entry, remarks))


def _stretches(entry: Entry, remarks: Remarks) -> Iterator[Service]:
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
