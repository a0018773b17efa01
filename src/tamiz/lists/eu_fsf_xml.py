"""The EU's financial sanctions file, XML 1.1: everything stands in attributes."""

from collections.abc import Iterator
from pathlib import Path

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists.eu_fsf_terms import SEXES, TYPES, eu_name, identifier_kind
from tamiz.lists.source import ListProblem, Report
from tamiz.model import (
    Address,
    Identifier,
    Name,
    Nationality,
    PartialDate,
    PartyType,
    Place,
    Sex,
    SourceRecord,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates
from tamiz.normalise.text import clean

UNKNOWN = "00"  # the country code for "unknown"


def read_entities(path: Path, source: str, report: Report) -> Iterator[SourceRecord]:
    """Every sanctioned entity, in the publisher's order."""
    for element in xml.elements(path, ["sanctionEntity"]):
        uid = _told(element, "euReferenceNumber") or _told(element, "logicalId")
        names = tuple(dict.fromkeys(_names(element)))
        if uid and names:
            yield _record(element, uid, source, names)
        else:
            report(
                ListProblem(file=path.name, where=uid or "?", message="no id or no name; left out")
            )


def _told(element: Element | None, name: str) -> str:
    return "" if element is None else clean(str(element.get(name) or ""))


def _record(element: Element, uid: str, source: str, names: tuple[Name, ...]) -> SourceRecord:
    regulation = xml.child(element, "regulation")
    references = (_told(element, "logicalId"), _told(element, "unitedNationId"))
    subject = xml.child(element, "subjectType")
    kinds = (_told(subject, name).casefold() for name in ("code", "classificationCode"))
    return SourceRecord(
        source=source,
        id=uid,
        type=next((TYPES[kind] for kind in kinds if kind in TYPES), PartyType.UNKNOWN),
        names=names,
        birth_dates=tuple(_dates(element)),
        birth_places=tuple(_places(element)),
        sex=_sex(element),
        nationalities=tuple(_nationalities(element)),
        identifiers=tuple(_identifiers(element)),
        addresses=tuple(_addresses(element)),
        programmes=tuple(filter(None, [_told(regulation, "programme")])),
        listed_on=_told(regulation, "entryIntoForceDate") or _told(element, "designationDate"),
        references=tuple(filter(None, references)),
        position=_function(element),
        url=xml.text(element, "regulation", "publicationUrl"),
        raw=xml.text(element, "remark"),
    )


def _names(element: Element) -> Iterator[Name]:
    for at, alias in enumerate(xml.children(element, "nameAlias")):
        given = " ".join(t for key in ("firstName", "middleName") if (t := _told(alias, key)))
        name = eu_name(
            _told(alias, "wholeName"),
            given,
            _told(alias, "lastName"),
            is_first=at == 0,
            is_strong=_told(alias, "strong") != "false",
        )
        if name is not None:
            yield name


def _sex(element: Element) -> Sex | None:
    told = (_told(alias, "gender").casefold() for alias in xml.children(element, "nameAlias"))
    return next((SEXES[sex] for sex in told if sex in SEXES), None)


def _function(element: Element) -> str:
    told = (_told(alias, "function") for alias in xml.children(element, "nameAlias"))
    return next(filter(None, told), "")


def _dates(element: Element) -> Iterator[PartialDate]:
    for birth in xml.children(element, "birthdate"):
        if _told(birth, "calendarType").upper() not in {"", "GREGORIAN"}:
            continue  # 1402 of the Islamic calendar is not the year 1402
        first, last = _told(birth, "yearRangeFrom"), _told(birth, "yearRangeTo")
        text = _told(birth, "birthdate") or _told(birth, "year")
        text = text if text not in {"", "0"} else f"{first}-{last}" if first and last else first
        if _told(birth, "circa") == "true" and text:
            text = f"circa {text}"
        yield from read_dates(text, field="birthdate")


def _places(element: Element) -> Iterator[Place]:
    for birth in xml.children(element, "birthdate"):
        country = _told(birth, "countryDescription").title()
        pieces = [_told(birth, "city") or _told(birth, "place"), _told(birth, "region")]
        code = _country(birth)
        text = ", ".join(p for p in [*pieces, country if code else ""] if p)
        if text:
            yield Place(text=text, country=code, field="birthdate")


def _country(element: Element) -> str | None:
    code = _told(element, "countryIso2Code")
    return country_code(code) if code != UNKNOWN else None


def _nationalities(element: Element) -> Iterator[Nationality]:
    for citizenship in xml.children(element, "citizenship"):
        code = _country(citizenship)
        if code:
            text = _told(citizenship, "countryDescription").title()
            yield Nationality(country=code, text=text, field="citizenship")


def _identifiers(element: Element) -> Iterator[Identifier]:
    for found in xml.children(element, "identification"):
        number = _told(found, "number") or _told(found, "latinNumber")
        if number:
            yield Identifier(
                kind=identifier_kind(_told(found, "identificationTypeCode")),
                number=number,
                country=_country(found),
                field="identification",
            )


def _addresses(element: Element) -> Iterator[Address]:
    steps = ("street", "poBox", "zipCode", "city", "region", "place")
    for address in xml.children(element, "address"):
        country = _told(address, "countryDescription").title()
        pieces = [_told(address, step) for step in steps] + [country]
        text = ", ".join(piece for piece in pieces if piece)
        if text:
            yield Address(text=text, country=_country(address), field="address")
