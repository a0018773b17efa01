"""OFSI's Consolidated List of Financial Sanctions Targets (United Kingdom), CSV.

One row a name; the rows of a party share a Group ID. Since 28 January 2026 the UK Sanctions
List is the only British list and this one is no longer published: it is only imported, for the
cases that were decided on it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import ListError
from tamiz.intake.tables import csv_rows
from tamiz.lists import cells
from tamiz.lists.lines import Line, from_all, read_lines, together
from tamiz.lists.source import ListProblem, Parsed, Report, Snapshot, Source
from tamiz.model import (
    Address,
    IdentifierKind,
    Name,
    NameKind,
    NamePart,
    PartyType,
    Role,
    SourceRecord,
)
from tamiz.normalise.dates import read_dates

SOURCE = Source(
    key="gb-ofsi",
    title="Consolidated List of Financial Sanctions Targets (until January 2026)",
    publisher="HM Treasury, Office of Financial Sanctions Implementation",
    licence="Open Government Licence v3.0",
    homepage="https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets",
    downloads=(),
    stale_after_days=14,
)

_TYPES = {
    "individual": PartyType.PERSON, "entity": PartyType.ORGANISATION, "ship": PartyType.VESSEL,
}  # fmt: skip
_UN_REFERENCE = re.compile(
    r"\bUN Ref(?:erence)?\.?:? ([A-Z]{1,2}[A-Za-z](?:\.[A-Z])?\.\d+(?:\.\d+)?)"
)
_GIVEN = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5")


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Parties of the consolidated list."""
    path = snapshot.only_file()
    first = next(csv_rows(path), None)
    if first is None or "last updated" not in ",".join(first.cells).casefold():
        raise ListError(f"{path.name}: the first line does not say when it was last updated")
    dates = read_dates(first.cells[1], day_first=True) if len(first.cells) > 1 else ()
    return Parsed(content_date=dates[0].text() if dates else "", records=_read(path, report))


def _read(path: Path, report: Report) -> Iterator[SourceRecord]:
    lines = read_lines(csv_rows(path), path, report, needed=("Name 6", "Group ID", "Group Type"))
    for key, group in together(lines, "Group ID").items():
        names = tuple(dict.fromkeys(name for line in group for name in _names(line)))
        if names:
            yield _record(key, group, tuple(sorted(names, key=_primary_first)))
        else:
            report(ListProblem(file=path.name, where=f"group {key}", message="no name; left out"))


def _primary_first(name: Name) -> bool:
    return name.kind is not NameKind.PRIMARY


def _record(key: str, group: list[Line], names: tuple[Name, ...]) -> SourceRecord:
    first = group[0]
    return SourceRecord(
        source=SOURCE.key,
        id=key,
        type=_TYPES.get(first.text("Group Type").casefold(), PartyType.UNKNOWN),
        names=names,
        birth_dates=cells.each_once(
            from_all(group, lambda line: cells.dates(line.text("DOB", "D.O.B"), "DOB"))
        ),
        birth_places=from_all(
            group,
            lambda line: cells.places(
                line.text("Town of Birth"), line.text("Country of Birth"), "Town of Birth"
            ),
        ),
        nationalities=from_all(
            group, lambda line: cells.nationalities(line.text("Nationality"), "Nationality")
        ),
        identifiers=(
            *from_all(
                group,
                lambda line: cells.identifiers(
                    _told(line, "Passport Number", "Passport Details"),
                    IdentifierKind.PASSPORT,
                    "Passport Details",
                ),
            ),
            *from_all(
                group,
                lambda line: cells.identifiers(
                    _told(line, "National Identification Number", "National Identification Details")
                    or line.text("NI Number"),
                    IdentifierKind.NATIONAL,
                    "NI Number",
                ),
            ),
        ),
        addresses=from_all(group, _addresses),
        programmes=from_all(group, lambda line: [line.text("Regime")]),
        position=first.text("Position"),
        listed_on=_iso(first.text("Listed On")),
        references=tuple(_UN_REFERENCE.findall(first.text("Other Information"))),
        raw=first.text("Other Information"),
    )


def _told(line: Line, number: str, details: str) -> str:
    """A number with its details; until 2022 both stood in one column."""
    told, more = line.text(number), line.text(details)
    return f"{told} ({more})" if told and more else told or more


def _names(line: Line) -> Iterator[Name]:
    family = line.text("Name 6")
    given = " ".join(text for heading in _GIVEN if (text := line.text(heading)))
    kind = _kind(line)
    if family or given:
        is_person = line.text("Group Type").casefold() == "individual"
        parts = (NamePart(Role.GIVEN, given), NamePart(Role.FAMILY, family))
        yield Name(
            text=f"{given} {family}".strip(),
            kind=kind,
            field="Name 6",
            parts=parts if is_person and family and given else (),
        )
    script = line.text("Name Non-Latin Script")
    if script:
        yield Name(text=script, kind=NameKind.SCRIPT, field="Name Non-Latin Script")


def _kind(line: Line) -> NameKind:
    told = line.text("Alias Type").casefold()
    if told.startswith("pri") and "variation" not in told:
        return NameKind.PRIMARY
    if "low" in line.text("Alias Quality").casefold():
        return NameKind.WEAK
    return NameKind.FORMER if told.startswith("fka") else NameKind.ALIAS


def _addresses(line: Line) -> Iterator[Address]:
    country = line.text("Country")
    pieces = [line.text(f"Address {number}") for number in range(1, 7)]
    text = ", ".join(piece for piece in [*pieces, line.text("Post/Zip Code"), country] if piece)
    if text:
        yield Address(text=text, country=cells.country_of(country or text), field="Address 1")


def _iso(text: str) -> str:
    found = read_dates(text, day_first=True)
    return found[0].text() if found else ""
