"""One FollowTheMoney party and what hangs on it, as a record."""

from collections.abc import Iterator

from msgspec import Struct

from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    NamePart,
    Nationality,
    PartialDate,
    PartyLink,
    PartyType,
    Place,
    Role,
    Sex,
    SourceRecord,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates
from tamiz.normalise.names import split_family_first
from tamiz.normalise.scripts import script_of
from tamiz.normalise.text import clean

Entity = dict[str, list[str]]  # property to values

_SEXES = {"male": Sex.MALE, "female": Sex.FEMALE}
_NAMES = (
    ("name", NameKind.ALIAS),
    ("alias", NameKind.ALIAS),
    ("previousName", NameKind.FORMER),
    ("weakAlias", NameKind.WEAK),
)
_PARTS = (
    ("firstName", Role.GIVEN), ("secondName", Role.GIVEN), ("middleName", Role.GIVEN),
    ("fatherName", Role.PATRONYMIC), ("lastName", Role.FAMILY), ("motherName", Role.MATERNAL),
)  # fmt: skip
_NUMBERS = (
    ("passportNumber", IdentifierKind.PASSPORT), ("idNumber", IdentifierKind.NATIONAL),
    ("socialSecurityNumber", IdentifierKind.NATIONAL), ("taxNumber", IdentifierKind.TAX),
    ("innCode", IdentifierKind.TAX), ("registrationNumber", IdentifierKind.REGISTER),
    ("ogrnCode", IdentifierKind.REGISTER), ("imoNumber", IdentifierKind.REGISTER),
)  # fmt: skip
_CONTACTS = (
    ("phone", ContactKind.PHONE), ("email", ContactKind.EMAIL), ("website", ContactKind.WEBSITE),
)  # fmt: skip
# The other side of a relation, by schema and the property that named the party.
_OTHER_SIDE = {
    ("Family", "person"): ("relative", "family"),
    ("Family", "relative"): ("person", "family"),
    ("Associate", "person"): ("associate", "associate of"),
    ("Associate", "associate"): ("person", "associate of"),
    ("Membership", "member"): ("organization", "member of"),
    ("Employment", "employee"): ("employer", "employed by"),
    ("Directorship", "director"): ("organization", "director of"),
    ("Ownership", "owner"): ("asset", "owner of"),
    ("UnknownLink", "subject"): ("object", "linked to"),
    ("UnknownLink", "object"): ("subject", "linked to"),
}  # fmt: skip


class Hanging(Struct, frozen=True):
    """An entity that names a party: its schema, the property that does, all its properties."""

    schema: str
    named_by: str
    props: Entity


def caption(value: dict[str, object]) -> str:
    """What an entity is called: its first name, or an address in full."""
    raw = value["properties"]
    for name in ("name", "full"):
        found = raw.get(name) if isinstance(raw, dict) else None
        first = found[0] if isinstance(found, list) and found else found
        if isinstance(first, str) and first:
            return clean(first)
    return ""


def properties(value: dict[str, object]) -> Entity:
    """The properties of an entity as lists of clean texts; nested entities as their ids."""
    found: Entity = {}
    raw = value["properties"]
    for name, values in raw.items() if isinstance(raw, dict) else ():
        listed = values if isinstance(values, list) else [values]
        found[str(name)] = [
            clean(str(one.get("id", "")) if isinstance(one, dict) else str(one))
            for one in listed
            if one
        ]
    return found


def record_of(
    uid: str,
    party: PartyType,
    props: Entity,
    hanging: list[Hanging],
    captions: dict[str, str],
    *,
    source: str,
    references: tuple[str, ...],
) -> SourceRecord:
    """The record of one party."""
    sanctions = [one.props for one in hanging if one.schema == "Sanction"]
    return SourceRecord(
        source=source,
        id=uid,
        type=party,
        names=tuple(_names(props, party)),
        birth_dates=tuple(_dates(props)),
        birth_places=tuple(_places(props)),
        sex=next((_SEXES.get(text.casefold()) for text in props.get("gender", [])), None),
        nationalities=tuple(_nationalities(props)),
        identifiers=tuple(dict.fromkeys(_identifiers(props, hanging))),
        contacts=tuple(
            Contact(kind=kind, value=text, field=name)
            for name, kind in _CONTACTS
            for text in props.get(name, [])
        ),
        addresses=tuple(_addresses(props, captions)),
        programmes=tuple(dict.fromkeys(_programmes(props, sanctions))),
        links=tuple(_links(hanging, captions)),
        topics=tuple(props.get("topics", [])),
        position="; ".join(props.get("position", [])),
        listed_on=min((d for s in sanctions for d in s.get("listingDate", [])), default=""),
        references=references,
        url=next(iter(props.get("sourceUrl", [])), ""),
        raw=" ".join(
            [*props.get("notes", []), *(r for s in sanctions for r in s.get("reason", []))]
        ),
    )


def _names(props: Entity, party: PartyType) -> Iterator[Name]:
    """All names; the first is the primary one, names in another script are marked as such."""
    is_first = True
    for name, kind in _NAMES:
        for text in props.get(name, []):
            is_latin = script_of(text) in {"", "latin"}
            told = NameKind.PRIMARY if is_first else kind
            parts = split_family_first(text) if party is PartyType.PERSON else ()
            told = told if is_latin or is_first else NameKind.SCRIPT
            yield Name(text=text, kind=told, parts=parts, field=name)
            is_first = False
    parts = tuple(NamePart(role, " ".join(props[name])) for name, role in _PARTS if props.get(name))
    if parts and all(len(props.get(name, [])) <= 1 for name, _ in _PARTS):
        text = " ".join(part.text for part in parts)
        kind = NameKind.PRIMARY if is_first else NameKind.ALIAS
        yield Name(text=text, kind=kind, parts=parts, field="lastName")


def _dates(props: Entity) -> Iterator[PartialDate]:
    for text in props.get("birthDate", []):
        yield from read_dates(text, field="birthDate")


def _places(props: Entity) -> Iterator[Place]:
    countries = props.get("birthCountry", [])
    only = country_code(countries[0]) if len(countries) == 1 else None
    for text in props.get("birthPlace", []):
        country = only or country_code(text.rsplit(",", 1)[-1])
        yield Place(text=text, country=country, field="birthPlace")
    if only and not props.get("birthPlace"):
        yield Place(text=countries[0], country=only, field="birthCountry")


def _nationalities(props: Entity) -> Iterator[Nationality]:
    for name in ("nationality", "citizenship"):
        for text in props.get(name, []):
            yield Nationality(country=country_code(text), text=text, field=name)


def _identifiers(props: Entity, hanging: list[Hanging]) -> Iterator[Identifier]:
    for one in hanging:
        if one.schema in {"Passport", "Identification"}:
            country = next((country_code(c) for c in one.props.get("country", [])), None)
            told = " ".join(one.props.get("type", [])).casefold()
            is_passport = one.schema == "Passport" or "passport" in told
            kind = IdentifierKind.PASSPORT if is_passport else IdentifierKind.NATIONAL
            for number in one.props.get("number", []) or one.props.get("passportNumber", []):
                yield Identifier(kind=kind, number=number, country=country, field=one.schema)
    told_apart = {number for one in hanging for number in one.props.get("number", [])}
    for name, kind in _NUMBERS:
        for number in props.get(name, []):
            if number not in told_apart:
                yield Identifier(kind=kind, number=number, field=name)


def _addresses(props: Entity, captions: dict[str, str]) -> Iterator[Address]:
    texts = [
        *props.get("address", []),
        *(captions.get(a, "") for a in props.get("addressEntity", [])),
    ]
    for text in texts:
        if text:
            yield Address(text=text, country=country_code(text.rsplit(",", 1)[-1]), field="address")


def _programmes(props: Entity, sanctions: list[Entity]) -> Iterator[str]:
    yield from props.get("programId", [])
    for sanction in sanctions:
        yield from sanction.get("programId", []) or sanction.get("program", [])


def _links(hanging: list[Hanging], captions: dict[str, str]) -> Iterator[PartyLink]:
    for one in hanging:
        side = _OTHER_SIDE.get((one.schema, one.named_by))
        for target in one.props.get(side[0], []) if side else ():
            relation = " ".join(one.props.get("relationship", []) or one.props.get("role", []))
            yield PartyLink(
                relation=relation or (side[1] if side else ""),
                name=captions.get(target) or target,
                target=target,
            )
