"""The United Nations Security Council Consolidated List (XML).

The id of a record is its permanent reference number (QDi.430). Where one reference was given to
two different people, the later one carries its data id behind it (``TAi.155#6908555``), so that
both stay on the list and apart.
"""

from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import ListError
from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists import cells
from tamiz.lists.source import Download, ListProblem, Parsed, Report, Snapshot, Source
from tamiz.lists.un_documents import read_documents
from tamiz.lists.un_names import read_aliases
from tamiz.model import (
    Address,
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

SOURCE = Source(
    key="un-sc",
    title="United Nations Security Council Consolidated List",
    publisher="United Nations Security Council",
    licence="free to use for implementing the measures",
    homepage="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    downloads=(
        Download(
            "consolidated.xml", "https://scsanctions.un.org/resources/xml/en/consolidated.xml"
        ),
    ),
    stale_after_days=14,
)

_ROOT = "CONSOLIDATED_LIST"
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Individuals and entities of the consolidated list."""
    path = snapshot.only_file()
    name, attributes = xml.root(path)
    if name != _ROOT:
        raise ListError(f"{path.name}: <{name}>, expected <{_ROOT}>")
    return Parsed(
        content_date=attributes.get("dateGenerated", "")[:10], records=_read(path, report)
    )


def _read(path: Path, report: Report) -> Iterator[SourceRecord]:
    seen: set[str] = set()
    for element in xml.elements(path, ["INDIVIDUAL", "ENTITY"]):
        record = _record(element, seen)
        if record is None:
            where = xml.text(element, "REFERENCE_NUMBER") or xml.text(element, "DATAID") or "?"
            report(ListProblem(file=path.name, where=where, message="no name or no id; left out"))
        else:
            seen.add(record.id)
            yield record


def _record(element: Element, seen: set[str]) -> SourceRecord | None:
    is_person = xml.local(element) == "INDIVIDUAL"
    prefix = "INDIVIDUAL" if is_person else "ENTITY"
    primary = " ".join(part for step in _NAMES if (part := xml.text(element, step)))
    data_id = xml.text(element, "DATAID")
    reference = xml.text(element, "REFERENCE_NUMBER") or data_id
    if not primary or not reference:
        return None
    return SourceRecord(
        source=SOURCE.key,
        id=f"{reference}#{data_id}" if reference in seen else reference,
        type=PartyType.PERSON if is_person else PartyType.ORGANISATION,
        names=(Name(text=primary, field="FIRST_NAME"), *read_aliases(element, prefix)),
        birth_dates=cells.each_once(_dates(element)),
        birth_places=tuple(_places(element)),
        sex={"male": Sex.MALE, "female": Sex.FEMALE}.get(xml.text(element, "GENDER").casefold()),
        nationalities=tuple(_nationalities(element)),
        identifiers=tuple(read_documents(element)),
        addresses=tuple(_addresses(element, prefix)),
        programmes=tuple(filter(None, [xml.text(element, "UN_LIST_TYPE")])),
        position="; ".join(xml.text(v) for v in xml.children(element, "DESIGNATION", "VALUE")),
        listed_on=xml.text(element, "LISTED_ON")[:10],
        references=tuple(filter(None, [reference, data_id])),
        url=_url(element),
        raw=xml.text(element, "COMMENTS1"),
    )


def _dates(element: Element) -> Iterator[PartialDate]:
    for alias in element.findall("{*}INDIVIDUAL_ALIAS"):
        yield from read_dates(xml.text(alias, "DATE_OF_BIRTH"), field="INDIVIDUAL_ALIAS")
    for birth in element.findall("{*}INDIVIDUAL_DATE_OF_BIRTH"):
        first, last = xml.text(birth, "FROM_YEAR"), xml.text(birth, "TO_YEAR")
        text = (
            xml.text(birth, "DATE")
            or xml.text(birth, "YEAR")
            or xml.text(birth, "NOTE").replace(".", "")
        )
        text = f"{first}-{last}" if first and last else text or first or last
        if xml.text(birth, "TYPE_OF_DATE").casefold().startswith("approx") and text:
            text = f"circa {text}"
        yield from read_dates(text, field="INDIVIDUAL_DATE_OF_BIRTH")


def _places(element: Element) -> Iterator[Place]:
    for birth in element.findall("{*}INDIVIDUAL_PLACE_OF_BIRTH"):
        country = xml.text(birth, "COUNTRY")
        pieces = [xml.text(birth, "CITY"), xml.text(birth, "STATE_PROVINCE"), country]
        text = ", ".join(piece for piece in pieces if piece)
        if text:
            yield Place(text=text, country=country_code(country), field="INDIVIDUAL_PLACE_OF_BIRTH")


def _nationalities(element: Element) -> Iterator[Nationality]:
    for value in xml.children(element, "NATIONALITY", "VALUE"):
        text = xml.text(value)
        if text:
            yield Nationality(country=country_code(text), text=text, field="NATIONALITY")


def _url(element: Element) -> str:
    """INTERPOL's public notice on this party; most links lead to the page of all notices."""
    link = xml.text(element, "INTERPOL_LINK")
    return link if link.startswith("https://") and "#" in link else ""


def _addresses(element: Element, prefix: str) -> Iterator[Address]:
    steps = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    for address in element.findall(f"{{*}}{prefix}_ADDRESS"):
        text = ", ".join(piece for step in steps if (piece := xml.text(address, step)))
        if text:
            country = country_code(xml.text(address, "COUNTRY"))
            yield Address(text=text, country=country, field=f"{prefix}_ADDRESS")
