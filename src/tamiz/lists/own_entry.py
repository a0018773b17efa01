"""One entry of a unit's own list as a record."""

from collections.abc import Iterator

from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Handling,
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    NamePart,
    Nationality,
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

Entry = dict[str, list[str]]  # column to its values

TYPES = {
    "person": PartyType.PERSON, "organisation": PartyType.ORGANISATION,
    "organization": PartyType.ORGANISATION, "company": PartyType.ORGANISATION,
    "vessel": PartyType.VESSEL, "aircraft": PartyType.AIRCRAFT,
}  # fmt: skip
_SEXES = {"m": Sex.MALE, "male": Sex.MALE, "f": Sex.FEMALE, "female": Sex.FEMALE}
_NAMES = (
    ("name_original", NameKind.SCRIPT), ("aliases", NameKind.ALIAS),
    ("weak_aliases", NameKind.WEAK), ("code_names", NameKind.CODE),
)  # fmt: skip
_NUMBERS = (
    ("passports", IdentifierKind.PASSPORT), ("national_numbers", IdentifierKind.NATIONAL),
    ("register_numbers", IdentifierKind.REGISTER),
)  # fmt: skip
_CONTACTS = (
    ("phones", ContactKind.PHONE), ("emails", ContactKind.EMAIL), ("handles", ContactKind.HANDLE),
)  # fmt: skip


def record_of(entry: Entry, source: str, where: str) -> SourceRecord:
    """The record of an entry that has been found complete."""
    party = TYPES.get(_one(entry, "type").casefold(), PartyType.PERSON)
    return SourceRecord(
        source=source,
        id=_one(entry, "id") or where.replace("line ", "line-"),
        type=party,
        names=tuple(_names(entry, party)),
        birth_dates=tuple(
            date
            for text in entry.get("birth_date", [])
            for date in read_dates(text, field="birth_date", day_first=True)
        ),
        birth_places=tuple(
            Place(text=text, country=country_code(text.rsplit(",", 1)[-1]), field="birth_place")
            for text in entry.get("birth_place", [])
        ),
        sex=_SEXES.get(_one(entry, "sex").casefold()),
        nationalities=tuple(
            Nationality(country=country_code(text), text=text, field="nationalities")
            for text in entry.get("nationalities", [])
        ),
        identifiers=tuple(_identifiers(entry)),
        contacts=tuple(
            Contact(kind=kind, value=text, field=column)
            for column, kind in _CONTACTS
            for text in entry.get(column, [])
        ),
        addresses=tuple(
            Address(text=text, country=country_code(text.rsplit(",", 1)[-1]), field="addresses")
            for text in entry.get("addresses", [])
        ),
        programmes=tuple(entry.get("programmes", [])),
        links=tuple(
            PartyLink(relation="linked to", name=text) for text in entry.get("linked_to", [])
        ),
        position=_one(entry, "position"),
        listed_on=_one(entry, "listed_on"),
        handling=Handling(
            purpose=_one(entry, "purpose"),
            grading=_one(entry, "grading"),
            review_by=_one(entry, "review_by"),
        ),
        raw=" ".join(entry.get("remarks", [])),
    )


def _one(entry: Entry, column: str) -> str:
    return " ".join(entry.get(column, []))


def _names(entry: Entry, party: PartyType) -> Iterator[Name]:
    """All names; the first is the primary one unless it is a code name."""
    given, family = _one(entry, "given_names"), _one(entry, "family_names")
    is_person = party is PartyType.PERSON
    if family:
        told: tuple[NamePart, ...] = (NamePart(Role.GIVEN, given), NamePart(Role.FAMILY, family))
        parts = told if given else ()
        yield Name(text=f"{given} {family}".strip(), parts=parts, field="family_names")
    for at, text in enumerate(entry.get("name", [])):
        kind = NameKind.ALIAS if family or at else NameKind.PRIMARY
        parts = split_family_first(text) if is_person else ()
        yield Name(text=text, kind=kind, parts=parts, field="name")
    for column, kind in _NAMES:
        for text in entry.get(column, []):
            yield Name(
                text=text,
                kind=kind,
                parts=split_family_first(text) if is_person else (),
                field=column,
            )


def _identifiers(entry: Entry) -> Iterator[Identifier]:
    """Numbers, with the country in front where it is told: ``MX:G1234567``."""
    for column, kind in _NUMBERS:
        for text in entry.get(column, []):
            country, colon, number = text.partition(":")
            code = country_code(country) if colon else None
            yield Identifier(
                kind=kind, number=number.strip() if code else text, country=code, field=column
            )
