"""Listed parties as entities of FollowTheMoney, in the shape in which yente gives them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tamiz.model import (
    ContactKind,
    Edition,
    IdentifierKind,
    Name,
    NameKind,
    PartyType,
    Role,
    SourceRecord,
)
from tamiz.web.api.shapes import Entity

SCHEMATA = {
    PartyType.PERSON: "Person",
    PartyType.ORGANISATION: "Organization",
    PartyType.VESSEL: "Vessel",
    PartyType.AIRCRAFT: "Airplane",
    PartyType.UNKNOWN: "LegalEntity",
}
_NAMES = {NameKind.WEAK: "weakAlias", NameKind.FORMER: "previousName"}
_PARTS = {
    Role.GIVEN: "firstName", Role.PATRONYMIC: "fatherName", Role.MATERNAL: "motherName",
    Role.FAMILY: "lastName", Role.PATERNAL: "lastName",
}  # fmt: skip
_NUMBERS = {
    IdentifierKind.PASSPORT: "passportNumber",
    IdentifierKind.TAX: "taxNumber",
    IdentifierKind.REGISTER: "registrationNumber",
}
_CONTACTS = {
    ContactKind.PHONE: "phone", ContactKind.EMAIL: "email", ContactKind.WEBSITE: "website",
}  # fmt: skip
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2}))?")


def entity_id(record: SourceRecord) -> str:
    """What programs call a party: the list and its id there, for lists number alike."""
    return f"{record.source}:{record.id}"


def entity_of(
    record: SourceRecord, also: Iterable[SourceRecord], editions: Mapping[str, Edition]
) -> Entity:
    """One party: its record, and what else it is listed as."""
    return Entity(**entity_fields(record, also, editions))  # type: ignore[arg-type]


def entity_fields(
    record: SourceRecord, also: Iterable[SourceRecord], editions: Mapping[str, Edition]
) -> dict[str, object]:
    """The fields of ``Entity``, for what adds to them."""
    others = [one for one in also if (one.source, one.id) != (record.source, record.id)]
    edition = editions.get(record.source)
    return {
        "id": entity_id(record),
        "caption": record.names[0].text,
        "schema": SCHEMATA[record.type],
        "properties": properties_of(record),
        "datasets": tuple(dict.fromkeys([record.source, *(one.source for one in others)])),
        "referents": tuple(dict.fromkeys([*map(entity_id, others), *record.references])),
        "first_seen": moment(record.listed_on),
        "last_seen": moment(edition.retrieved_at) if edition else None,
        "last_change": moment(edition.content_date) if edition else None,
    }


def properties_of(record: SourceRecord) -> dict[str, list[str]]:
    """The properties of a record: each value once, in the order of the list."""
    found: dict[str, dict[str, None]] = {}
    for name, text in _stated(record):
        if text:
            found.setdefault(name, {})[text] = None
    return {name: list(values) for name, values in found.items()}


def _stated(record: SourceRecord) -> Iterator[tuple[str, str]]:
    for at, name in enumerate(record.names):
        yield ("name" if at == 0 else _NAMES.get(name.kind, "alias")), name.text
    yield from _parts(record.names[0])
    for date in record.birth_dates:
        yield "birthDate", date.text().removeprefix("~").partition("/")[0]
    for place in record.birth_places:
        yield "birthPlace", place.text
        yield "birthCountry", place.country or ""
    for one in record.nationalities:
        yield "nationality", one.country or one.text
    if record.sex is not None and record.sex.value != "x":
        yield "gender", record.sex.value
    for number in record.identifiers:
        yield _NUMBERS.get(number.kind, "idNumber"), number.number
    for contact in record.contacts:
        yield _CONTACTS.get(contact.kind, "website"), contact.value
    for address in record.addresses:
        yield "address", address.text
        yield "country", address.country or ""
    yield from (("topics", topic) for topic in record.topics)
    yield from (("programId", programme) for programme in record.programmes)
    yield "position", record.position
    yield "sourceUrl", record.url
    yield "notes", record.raw


def _parts(name: Name) -> Iterator[tuple[str, str]]:
    return ((_PARTS[part.role], part.text) for part in name.parts)


def moment(text: str) -> str | None:
    """A day or an instant as yente writes it: to the second, without a zone; None if it is none."""
    found = _DAY.match(text)
    return f"{found[1]}T{found[2] or '00:00:00'}" if found else None
