"""The EU's financial sanctions file as CSV: a line a name, birth date, number or address.

Two sets of headings are in use: the current one (``Entity_LogicalId``, ``NameAlias_WholeName``)
and the one of 2018 (``Entity_logical_id``, ``Naal_wholename``), whose copies often have each
whole line in quotation marks.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tamiz.intake.tables import Row, csv_rows
from tamiz.lists.eu_fsf_terms import SEXES, TYPES, eu_name, identifier_kind
from tamiz.lists.lines import Line, from_all, read_lines, together
from tamiz.lists.source import ListProblem, Report
from tamiz.model import (
    Address,
    Identifier,
    Name,
    NameKind,
    Nationality,
    PartialDate,
    PartyType,
    Place,
    SourceRecord,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates

_LOGICAL = ("Entity_LogicalId", "Entity_logical_id")  # binds the lines of an entity
_REFERENCE = ("Entity_EU_ReferenceNumber", "EU_ref_num")  # what the EU quotes it by
_OLD, _NEW = ("EU_ref_num", "Naal_wholename"), ("Entity_LogicalId", "NameAlias_WholeName")


# "(J.O. FR)": which language of the Official Journal spells it so.
_JOURNAL = re.compile(r"\s*\(J\.O\. [A-Z]{2}\)")


def csv_date(path: Path) -> str:
    """The file's date: the first cell of its first line of data."""
    rows = _rows(path)
    next(rows, None)
    first = next(rows, None)
    found = read_dates(first.cells[0], day_first=True) if first is not None and first.cells else ()
    return found[0].text() if found else ""


def read_table(path: Path, source: str, report: Report) -> Iterator[SourceRecord]:
    """Every entity, in the order in which the entities first appear."""
    first = next(_rows(path), None)
    is_old = first is not None and "naal_wholename" in {
        cell.strip().casefold() for cell in first.cells
    }
    lines = read_lines(_rows(path), path, report, needed=_OLD if is_old else _NEW)
    for logical_id, group in together(lines, *_LOGICAL).items():
        references = (line.text(*_REFERENCE) for line in group)
        uid = next((one for one in references if one.startswith("EU.")), logical_id)
        names = _ranked(from_all(group, _names))
        if names:
            yield _record(uid, source, group, names)
        else:
            report(ListProblem(file=path.name, where=uid, message="no name; left out"))


def _rows(path: Path) -> Iterator[Row]:
    """The rows; where every line is one quoted cell, that cell is the row."""
    for row in csv_rows(path, delimiter=";"):
        if row.problem or (len(row.cells) > 1 and not row.original.startswith('"')):
            yield row
        else:
            cells = row.cells[0].strip("\t ").split(";") if len(row.cells) == 1 else list(row.cells)
            yield Row(number=row.number, cells=tuple(cells), original=row.original)


def _ranked(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names with the first as the primary one."""
    return tuple(
        Name(text=n.text, kind=NameKind.PRIMARY, parts=n.parts, field=n.field) if at == 0 else n
        for at, n in enumerate(names)
    )


def _record(uid: str, source: str, group: list[Line], names: tuple[Name, ...]) -> SourceRecord:
    first = group[0]
    kind = first.text("Entity_SubjectType", "Subject_type").casefold()
    sexes = (line.text("NameAlias_Gender", "Naal_gender").casefold() for line in group)
    return SourceRecord(
        source=source,
        id=uid,
        type=TYPES.get(kind, PartyType.UNKNOWN),
        names=names,
        birth_dates=from_all(group, _dates),
        birth_places=from_all(group, _places),
        sex=next((SEXES[sex] for sex in sexes if sex in SEXES), None),
        nationalities=from_all(group, _nationalities),
        identifiers=from_all(group, _identifiers),
        addresses=from_all(group, _addresses),
        programmes=from_all(
            group, lambda line: [line.text("Entity_Regulation_Programme", "Programme")]
        ),
        references=tuple(filter(None, [first.text(*_LOGICAL)])),
        position="; ".join(
            from_all(group, lambda line: [line.text("NameAlias_Function", "Naal_function")])
        ),
        listed_on=first.text("Entity_Regulation_EntryIntoForceDate", "Leba_publication_date"),
        url=first.text("Entity_Regulation_PublicationUrl", "Leba_url"),
        raw=first.text("Entity_Remark", "Entity_remark"),
    )


def _names(line: Line) -> Iterator[Name]:
    given = [
        line.text("NameAlias_FirstName", "Naal_firstname"),
        line.text("NameAlias_MiddleName", "Naal_middlename"),
    ]
    name = eu_name(
        line.text("NameAlias_WholeName", "Naal_wholename"),
        " ".join(filter(None, given)),
        line.text("NameAlias_LastName", "Naal_lastname"),
        is_first=False,
        is_strong=True,
    )
    if name is not None:
        yield name


def _dates(line: Line) -> Iterator[PartialDate]:
    text = line.text("BirthDate_BirthDate", "Birt_date", "BirthDate_Year")
    yield from read_dates(text, field="Birt_date", day_first=True)


def _places(line: Line) -> Iterator[Place]:
    town = line.text("BirthDate_City", "BirthDate_Place", "Birt_place")
    country = line.text("BirthDate_CountryIso2Code", "Birt_country")
    town = _JOURNAL.sub("", town)
    if town or country_code(country):
        yield Place(text=town or country, country=country_code(country), field="Birt_place")


def _nationalities(line: Line) -> Iterator[Nationality]:
    text = line.text("Citizenship_CountryIso2Code", "Citi_country")
    if text and country_code(text):
        yield Nationality(country=country_code(text), text=text, field="Citi_country")


def _identifiers(line: Line) -> Iterator[Identifier]:
    """Numbers; the old form writes ``AD001095 (passport-National passport) ((passport))``."""
    text = line.text("Identification_Number", "Identification_LatinNumber", "Iden_number")
    number, _, more = text.strip('" ').partition(" (")
    if number:
        told = line.text("Identification_TypeCode", "Identification_TypeDescription") or more
        country = line.text("Identification_CountryIso2Code", "Iden_country")
        yield Identifier(
            kind=identifier_kind(told),
            number=number,
            country=country_code(country),
            field="Iden_number",
        )


def _addresses(line: Line) -> Iterator[Address]:
    country = line.text("Address_CountryIso2Code", "Addr_country")
    pieces = [
        line.text("Address_Street", "Addr_street"), line.text("Addr_number"),
        line.text("Address_ZipCode", "Addr_zipcode"), line.text("Address_City", "Addr_city"),
        line.text("Address_CountryDescription") or country,
    ]  # fmt: skip
    text = ", ".join(piece for piece in pieces if piece)
    if text:
        yield Address(text=text, country=country_code(country), field="Addr_street")
