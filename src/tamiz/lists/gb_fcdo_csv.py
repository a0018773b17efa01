"""The UK Sanctions List as CSV: a line a name, address or other value; a party shares a Unique ID."""

from collections.abc import Iterator
from pathlib import Path

from tamiz.intake.tables import csv_rows
from tamiz.lists import cells
from tamiz.lists.gb_fcdo_xml import SEXES, TYPES, fcdo_kind, fcdo_name, imo, parents
from tamiz.lists.lines import Line, from_all, read_lines, together
from tamiz.lists.source import ListProblem, Report
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    PartyType,
    SourceRecord,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates


def csv_date(path: Path) -> str:
    """The date of the first line (``Report Date: 24-Nov-2026``)."""
    first = next(csv_rows(path), None)
    text = first.cells[0].partition(":")[2] if first is not None and first.cells else ""
    found = read_dates(text.strip(), day_first=True)
    return found[0].text() if found else ""


def read_table(path: Path, source: str, report: Report) -> Iterator[SourceRecord]:
    """Every party, in the order in which the parties first appear."""
    lines = read_lines(csv_rows(path), path, report, needed=("Unique ID", "Name 6", "Name type"))
    for uid, group in together(lines, "Unique ID").items():
        names = from_all(group, _names)
        if names:
            yield _record(uid, source, group, names)
        else:
            report(ListProblem(file=path.name, where=uid, message="no name; left out"))


def _record(uid: str, source: str, group: list[Line], names: tuple[Name, ...]) -> SourceRecord:
    first = group[0]
    listed = read_dates(first.text("Date Designated"), day_first=True)
    return SourceRecord(
        source=source,
        id=uid,
        type=_type(first),
        names=tuple(sorted(names, key=lambda name: name.kind is not NameKind.PRIMARY)),
        birth_dates=from_all(
            group, lambda line: cells.dates(_unknown_parts(line.text("D.O.B", "DOB")), "D.O.B")
        ),
        birth_places=from_all(
            group,
            lambda line: cells.places(
                line.text("Town of birth"), line.text("Country of birth"), "Town of birth"
            ),
        ),
        sex=next(
            (SEXES.get(line.text("Gender").casefold()) for line in group if line.text("Gender")),
            None,
        ),
        nationalities=from_all(
            group,
            lambda line: cells.nationalities(
                line.text("Nationality(/ies)", "Nationality"), "Nationality(/ies)"
            ),
        ),
        identifiers=from_all(group, _identifiers),
        contacts=from_all(group, _contacts),
        addresses=from_all(group, _addresses),
        programmes=from_all(group, lambda line: [line.text("Regime Name")]),
        links=parents([first.text("Parent company")]),
        position=first.text("Position"),
        listed_on=listed[0].text() if listed else "",
        references=tuple(
            filter(None, [first.text("OFSI Group ID"), first.text("UN Reference Number")])
        ),
        raw=first.text("UK Statement of Reasons") or first.text("Other Information"),
    )


def _type(line: Line) -> PartyType:
    told = line.text("Designation Type", "Individual, Entity, Ship").casefold()
    return TYPES.get(told, PartyType.UNKNOWN)


def _unknown_parts(text: str) -> str:
    return text.casefold().replace("dd", "00").replace("mm", "00")


def _names(line: Line) -> Iterator[Name]:
    kind = fcdo_kind(line.text("Name type"), line.text("Alias strength"))
    given = [line.text(f"Name {number}") for number in range(1, 6)]
    is_person = _type(line) is PartyType.PERSON
    found = fcdo_name(given, line.text("Name 6"), kind, is_person=is_person)
    if found.text:
        yield found
    script = line.text("Name non-latin script")
    if script:
        yield Name(text=script, kind=NameKind.SCRIPT, field="Name non-latin script")


def _identifiers(line: Line) -> Iterator[Identifier]:
    for heading, more, kind in (
        ("Passport number", "Passport additional information", IdentifierKind.PASSPORT),
        ("National Identifier number", "National Identifier additional information",
         IdentifierKind.NATIONAL),
        ("Business registration number (s)", "", IdentifierKind.REGISTER),
    ):  # fmt: skip
        number = line.text(heading)
        if number:
            text = f"{number} ({line.text(more)})" if more else number
            yield from cells.identifiers(text, kind, heading)
    if number := line.text("IMO number"):
        yield imo(number, "IMO number")


def _contacts(line: Line) -> Iterator[Contact]:
    for heading, kind in (
        ("Phone number", ContactKind.PHONE), ("Email address", ContactKind.EMAIL),
        ("Website", ContactKind.WEBSITE),
    ):  # fmt: skip
        for piece in cells.several(line.text(heading)):
            yield Contact(kind=kind, value=piece, field=heading)


def _addresses(line: Line) -> Iterator[Address]:
    country = line.text("Address Country")
    pieces = [line.text(f"Address Line {number}") for number in range(1, 7)]
    text = ", ".join(
        piece for piece in [*pieces, line.text("Address Postal Code"), country] if piece
    )
    if text:
        yield Address(text=text, country=country_code(country), field="Address Line 1")
