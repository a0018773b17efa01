"""Australia's Consolidated List (DFAT, regulation 8), XLSX.

One row a name: ``123`` is the primary name, ``123a``, ``123b`` … are aliases and names in the
original script. The other columns are repeated on every row of a party.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tamiz.intake.tables import table_rows
from tamiz.lists import cells
from tamiz.lists.dating import newest
from tamiz.lists.lines import Line, from_all, read_lines, together
from tamiz.lists.source import Download, ListProblem, Parsed, Report, Snapshot, Source
from tamiz.model import (
    Address,
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    PartyType,
    Place,
    SourceRecord,
)
from tamiz.normalise.dates import read_dates

SOURCE = Source(
    key="au-dfat",
    title="Consolidated List",
    publisher="Department of Foreign Affairs and Trade",
    licence="Creative Commons Attribution 4.0",
    homepage="https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list",
    downloads=(
        Download(
            "Australian_Sanctions_Consolidated_List.xlsx",
            "https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx",
        ),
    ),
    stale_after_days=30,
)

_TYPES = {
    "individual": PartyType.PERSON, "entity": PartyType.ORGANISATION, "vessel": PartyType.VESSEL,
}  # fmt: skip
_NEEDED = ("Reference", "Name of Individual or Entity", "Type", "Name Type")
_FORMER = re.compile(r"\s*\((?:previously|formerly) listed as[^()]*\)", re.IGNORECASE)
_LISTED = re.compile(r"(?:Listed|Designated)\b[^(]*?\bon:? (\d{1,2} [A-Za-z]+\.? \d{4})")
_UN_REFERENCE = re.compile(r"\A([A-Z]{2}[ie]\.\d{3})\b")
_PASSPORT = re.compile(
    r"[Pp]assport (?:no|number|details)?[:.]?\s*(.*?)(?= [A-Z][a-z]+ (?:no|id)[a-z.]*:|\Z)",
    re.DOTALL,
)
_NATIONAL = re.compile(r"[Nn]ational (?:identification|ID)(?: no| number)?[:.]?\s*(.{4,120})")


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Parties of the consolidated list; its date is the newest control date."""
    path = snapshot.only_file()
    groups = _groups(path, report)
    dates = [line.text("Control Date") for group in groups.values() for line in group]
    return Parsed(content_date=newest(dates), records=_read(groups, path, report))


def _groups(path: Path, report: Report) -> dict[str, list[Line]]:
    lines = read_lines(table_rows(path), path, report, needed=_NEEDED)
    groups: dict[str, list[Line]] = {}
    for key, group in together(lines, "Reference").items():
        groups.setdefault(key.rstrip("abcdefghijklmnopqrstuvwxyz"), []).extend(group)
    return groups


def _read(groups: dict[str, list[Line]], path: Path, report: Report) -> Iterator[SourceRecord]:
    for key, group in groups.items():
        names = from_all(group, _names)
        if names:
            yield _record(key, group, tuple(sorted(names, key=_primary_first)))
        else:
            report(
                ListProblem(file=path.name, where=f"reference {key}", message="no name; left out")
            )


def _primary_first(name: Name) -> bool:
    return name.kind is not NameKind.PRIMARY


def _record(key: str, group: list[Line], names: tuple[Name, ...]) -> SourceRecord:
    first = group[0]
    party = _TYPES.get(first.text("Type").casefold(), PartyType.UNKNOWN)
    remarks = first.text("Additional Information")
    is_person = party is PartyType.PERSON
    return SourceRecord(
        source=SOURCE.key,
        id=key,
        type=party,
        names=names,
        birth_dates=cells.each_once(
            from_all(group, lambda line: cells.dates(line.text("Date of Birth"), "Date of Birth"))
        ),
        birth_places=from_all(group[:1], _places),
        nationalities=from_all(
            group[:1], lambda line: cells.nationalities(line.text("Citizenship"), "Citizenship")
        ),
        identifiers=tuple(_identifiers(remarks)) if is_person else tuple(_imo(first)),
        addresses=from_all(group[:1], _addresses),
        programmes=from_all(group[:1], lambda line: [line.text("Committees")]),
        listed_on=_listed_on(first.text("Listing Information")),
        references=tuple(_UN_REFERENCE.findall(remarks)),
        raw=remarks or first.text("Listing Information"),
    )


def _listed_on(text: str) -> str:
    """The first date of ``Listed on 25 January 2001 (amended on …)``; empty if it states none."""
    match = _LISTED.match(text)
    found = read_dates(match[1], day_first=True) if match else ()
    return found[0].text() if found else ""


def _names(line: Line) -> Iterator[Name]:
    text = line.text("Name of Individual or Entity")
    bare = _FORMER.sub("", text).strip()
    if bare:
        kind = NameKind.FORMER if bare != text else _kind(line)
        yield Name(text=bare, kind=kind, field="Name of Individual or Entity")


def _kind(line: Line) -> NameKind:
    match line.text("Name Type").casefold(), line.text("Alias Strength").casefold():
        case "primary name", _:
            return NameKind.PRIMARY
        case "original script", _:
            return NameKind.SCRIPT
        case _, "weak":
            return NameKind.WEAK
        case _:
            return NameKind.ALIAS


def _places(line: Line) -> Iterator[Place]:
    for piece in cells.several(line.text("Place of Birth")):
        yield Place(text=piece, country=cells.country_of(piece), field="Place of Birth")


def _identifiers(remarks: str) -> Iterator[Identifier]:
    """Passport and national numbers stand in the prose of the additional information."""
    for pattern, kind in (
        (_PASSPORT, IdentifierKind.PASSPORT),
        (_NATIONAL, IdentifierKind.NATIONAL),
    ):
        for found in pattern.findall(remarks):
            yield from cells.identifiers(found, kind, "Additional Information")


def _imo(line: Line) -> Iterator[Identifier]:
    number = line.text("IMO Number")
    if number:
        yield Identifier(
            kind=IdentifierKind.REGISTER, number=number, scheme="imo", field="IMO Number"
        )


def _addresses(line: Line) -> Iterator[Address]:
    for piece in cells.several(line.text("Address")):
        yield Address(text=piece, country=cells.country_of(piece), field="Address")
