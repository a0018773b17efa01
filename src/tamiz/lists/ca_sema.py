"""Canada's Consolidated Autonomous Sanctions List (Special Economic Measures Act), XML.

The list gives its entries no id: country, schedule and item together identify one.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tamiz.errors import ListError
from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists.dating import newest
from tamiz.lists.source import Download, ListProblem, Parsed, Report, Snapshot, Source
from tamiz.model import (
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    NamePart,
    PartyType,
    Role,
    SourceRecord,
)
from tamiz.normalise.dates import read_dates
from tamiz.normalise.scripts import script_of

SOURCE = Source(
    key="ca-sema",
    title="Consolidated Canadian Autonomous Sanctions List",
    publisher="Global Affairs Canada",
    licence="Open Government Licence – Canada",
    homepage="https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx",
    downloads=(
        Download(
            "sema-lmes.xml",
            "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml",
        ),
    ),
    stale_after_days=45,
)

_ALIASES = re.compile(r"[;\n]|,(?![^()]*\))")
# One name with the family name first, "Баранов, Олег Анатольевич", and not two.
_INVERTED = re.compile(r"\s*[^\W\d_a-zA-Z][^\s,;]*, [^\W\d_a-zA-Z][^\s,;]*(?: [^\s,;]+){1,2}\s*\Z")
_LANGUAGE = re.compile(r"\A(?:Belaruss?ian|Russian|Ukrainian|Arabic|Persian|Farsi|Chinese)\s*:\s*")


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Persons, entities and ships of the list."""
    path = snapshot.only_file()
    name, _ = xml.root(path)
    if name != "data-set":
        raise ListError(f"{path.name}: <{name}>, expected <data-set>")
    dates = [xml.text(e) for e in xml.elements(path, ["DateOfListing"])]
    return Parsed(content_date=newest(dates), records=_read(path, report))


def _read(path: Path, report: Report) -> Iterator[SourceRecord]:
    seen: dict[str, int] = {}
    for number, element in enumerate(xml.elements(path, ["record"]), start=1):
        record = _record(element)
        if record is None:
            report(
                ListProblem(file=path.name, where=f"record {number}", message="no name; left out")
            )
            continue
        seen[record.id] = seen.get(record.id, 0) + 1
        yield record if seen[record.id] == 1 else _again(record, seen[record.id])


def _again(record: SourceRecord, count: int) -> SourceRecord:
    """A record whose country, schedule and item were given before, under an id of its own."""
    return msgspec.structs.replace(record, id=f"{record.id}#{count}")


def _record(element: Element) -> SourceRecord | None:
    family, given = xml.text(element, "LastName"), xml.text(element, "GivenName")
    firm = xml.text(element, "EntityOrShip")
    if not family and not given and not firm:
        return None
    country = xml.text(element, "Country")
    pieces = (country.split(" / ")[0], xml.text(element, "Schedule"), xml.text(element, "Item"))
    return SourceRecord(
        source=SOURCE.key,
        id=":".join(piece for piece in pieces if piece),
        type=_type(element, firm),
        names=(_primary(family, given, firm), *_aliases(xml.text(element, "Aliases"))),
        birth_dates=()
        if firm
        else read_dates(
            xml.text(element, "DateOfBirthOrShipBuildDate"), field="DateOfBirthOrShipBuildDate"
        ),
        identifiers=tuple(
            Identifier(
                kind=IdentifierKind.REGISTER, number=number, scheme="imo", field="ShipIMONumber"
            )
            for number in [xml.text(element, "ShipIMONumber")]
            if number
        ),
        programmes=(country,) if country else (),
        position=xml.text(element, "TitleOrShip"),
        listed_on=xml.text(element, "DateOfListing"),
        raw=xml.raw(element),
    )


def _type(element: Element, firm: str) -> PartyType:
    if not firm:
        return PartyType.PERSON
    return PartyType.VESSEL if xml.text(element, "ShipIMONumber") else PartyType.ORGANISATION


def _primary(family: str, given: str, firm: str) -> Name:
    if firm:
        return Name(text=firm, field="EntityOrShip")
    parts = (NamePart(Role.GIVEN, given), NamePart(Role.FAMILY, family))
    return Name(
        text=f"{given} {family}".strip(), parts=parts if given and family else (), field="LastName"
    )


def _aliases(text: str) -> Iterator[Name]:
    pieces = [text] if _INVERTED.match(text) else _ALIASES.split(text)
    for piece in pieces:
        alias = _LANGUAGE.sub("", piece.strip(' ,;“”"')).strip(" :")
        if alias:
            kind = NameKind.ALIAS if script_of(alias) == "latin" else NameKind.SCRIPT
            yield Name(text=alias, kind=kind, field="Aliases")
