"""How an applicant is reached, where they live, whom they name and where they served."""

import re
from collections.abc import Iterator

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
from tamiz.model import Address, Contact, ContactKind, Relation, RelationKind, Service
from tamiz.normalise.contacts import SHORTEST_PHONE

_CONTACTS = (
    ("phone", ContactKind.PHONE),
    ("email", ContactKind.EMAIL),
    ("handle", ContactKind.HANDLE),
)
_COMMA = re.compile(r"[,/|]")
# Field, what the party is to the applicant, whether it is an organisation (None: either).
_RELATIONS = (
    ("employer", RelationKind.EMPLOYER, True),
    ("referees", RelationKind.REFEREE, None),
    ("referred_by", RelationKind.REFERRED_BY, None),
    ("relatives", RelationKind.RELATIVE, False),
    ("associates", RelationKind.ASSOCIATE, None),
)


def read_contacts(fields: Fields) -> Iterator[Contact]:
    """Phones, e-mail addresses and accounts as written."""
    for field, kind in _CONTACTS:
        for value in values(fields, field):
            for text in _several(value.text, kind):
                yield Contact(kind=kind, value=text, field=value.at)


def _several(text: str, kind: ContactKind) -> list[str]:
    """A comma or slash divides phones and addresses if there is one on every side."""
    pieces = [piece.strip() for piece in _COMMA.split(text)]
    if len(pieces) > 1 and (
        (kind is ContactKind.EMAIL and all("@" in piece for piece in pieces))
        or (kind is ContactKind.PHONE and all(_digits(one) >= SHORTEST_PHONE for one in pieces))
    ):
        return pieces
    return [text]


def _digits(text: str) -> int:
    return sum(char.isdecimal() for char in text)


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


def read_relations(fields: Fields) -> Iterator[Relation]:
    """The parties an applicant names; the n-th register number goes with the n-th sponsor.

    A sponsor with a register number is an organisation; one without may be a person.
    """
    names, numbers = places(fields, "sponsor"), places(fields, "sponsor_number")
    for place in range(max(len(names), len(numbers))):
        name = names[place] if place < len(names) else None
        number = numbers[place] if place < len(numbers) else None
        told = [value for value in (name, number) if value is not None and value.text]
        if told:
            yield Relation(
                kind=RelationKind.SPONSOR,
                name="" if name is None else name.text,
                number="" if number is None else number.text,
                is_organisation=True if number is not None and number.text else None,
                field=told[0].at,
            )
    for field, kind, is_organisation in _RELATIONS:
        for value in values(fields, field):
            yield Relation(
                kind=kind, name=value.text, is_organisation=is_organisation, field=value.at
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
