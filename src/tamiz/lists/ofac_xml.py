"""The plain XML of OFAC's Sanctions List Service (``sdnList`` / ``sdnEntry``)."""

from collections.abc import Iterator
from pathlib import Path

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists.ofac_dates import read_birth
from tamiz.lists.ofac_features import Feature, birth_place, read_features
from tamiz.lists.ofac_identifiers import identifier
from tamiz.lists.ofac_remarks import read_remarks
from tamiz.lists.ofac_terms import PARTY_TYPES, alias_kind
from tamiz.lists.source import ListProblem, Report
from tamiz.model import (
    Address,
    Identifier,
    Name,
    NamePart,
    Nationality,
    PartialDate,
    PartyType,
    Place,
    Role,
    SourceRecord,
)
from tamiz.normalise.countries import country_code

ROOT = "sdnList"


def content_date(path: Path) -> str:
    """OFAC's publication date, ISO; empty if the file does not state one."""
    for element in xml.elements(path, ["publshInformation", "sdnEntry"]):
        month, _, rest = xml.text(element, "Publish_Date").partition("/")
        day, _, year = rest.partition("/")
        return f"{year}-{month:0>2}-{day:0>2}" if year else ""
    return ""


def read_entries(path: Path, source: str, report: Report) -> Iterator[SourceRecord]:
    """Every entry, in the publisher's order."""
    for entry in xml.elements(path, ["sdnEntry"]):
        uid = xml.text(entry, "uid")
        record = _record(entry, uid, source)
        if not uid or record is None:
            report(
                ListProblem(
                    file=path.name,
                    where=f"uid {uid or '?'}",
                    message="an entry without uid or name; left out",
                )
            )
        else:
            yield record


def _record(entry: Element, uid: str, source: str) -> SourceRecord | None:
    party = PARTY_TYPES.get(xml.text(entry, "sdnType").casefold(), PartyType.ORGANISATION)
    primary = _name(entry, party, field="sdnEntry")
    if primary is None:
        return None
    raw = xml.text(entry, "remarks")
    remarks = read_remarks(raw)
    known = read_features(_id_list(entry))
    return SourceRecord(
        source=source,
        id=uid,
        type=party,
        names=(primary, *_aliases(entry, party), *remarks.names),
        birth_dates=tuple(_dates(entry)),
        birth_places=tuple(_places(entry)),
        sex=known.sex or remarks.sex,
        nationalities=tuple(_nationalities(entry)),
        identifiers=(*_identifiers(entry), *remarks.identifiers),
        contacts=(*known.contacts, *remarks.contacts),
        links=remarks.links,
        addresses=tuple(_addresses(entry)),
        programmes=tuple(xml.text(p) for p in xml.children(entry, "programList", "program")),
        position=xml.text(entry, "title"),
        raw=raw,
    )


def _name(element: Element, party: PartyType, *, field: str) -> Name | None:
    family, given = xml.text(element, "lastName"), xml.text(element, "firstName")
    if not family and not given:
        return None
    text = f"{family}, {given}" if family and given else family or given
    parts: tuple[NamePart, ...] = ()
    if party is PartyType.PERSON and family and given:
        parts = (NamePart(Role.FAMILY, family), NamePart(Role.GIVEN, given))
    return Name(text=text, parts=parts, field=field)


def _aliases(entry: Element, party: PartyType) -> Iterator[Name]:
    for aka in xml.children(entry, "akaList", "aka"):
        name = _name(aka, party, field="akaList")
        if name is not None:
            is_weak = xml.text(aka, "category").casefold() == "weak"
            kind = alias_kind(xml.text(aka, "type"), is_weak=is_weak)
            yield Name(text=name.text, kind=kind, parts=name.parts, field=name.field)


def _dates(entry: Element) -> Iterator[PartialDate]:
    for item in xml.children(entry, "dateOfBirthList", "dateOfBirthItem"):
        yield from read_birth(xml.text(item, "dateOfBirth"), field="dateOfBirth")


def _places(entry: Element) -> Iterator[Place]:
    for item in xml.children(entry, "placeOfBirthList", "placeOfBirthItem"):
        text = xml.text(item, "placeOfBirth")
        yield birth_place(text, field="placeOfBirth")


def _nationalities(entry: Element) -> Iterator[Nationality]:
    for group, item in (("nationalityList", "nationality"), ("citizenshipList", "citizenship")):
        for element in xml.children(entry, group, item):
            text = xml.text(element, "country")
            yield Nationality(country=country_code(text), text=text, field=item)


def _id_list(entry: Element) -> Iterator[Feature]:
    """The list of identifiers, in which OFAC keeps sex and contacts too."""
    for item in xml.children(entry, "idList", "id"):
        yield Feature(xml.text(item, "idType"), xml.text(item, "idNumber"))


def _identifiers(entry: Element) -> Iterator[Identifier]:
    for item in xml.children(entry, "idList", "id"):
        label, number = xml.text(item, "idType"), xml.text(item, "idNumber")
        found = identifier(label, number, xml.text(item, "idCountry"), field="idList")
        if found is not None and number:
            yield found


def _addresses(entry: Element) -> Iterator[Address]:
    steps = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
    for item in xml.children(entry, "addressList", "address"):
        text = ", ".join(piece for step in steps if (piece := xml.text(item, step)))
        if text:
            yield Address(
                text=text, country=country_code(xml.text(item, "country")), field="address"
            )
