"""Cells of British and Australian tables that hold several values: ``1) … 2) …``, ``(a) …``."""

import re
from collections.abc import Iterator

from tamiz.model import Identifier, IdentifierKind, Nationality, PartialDate, Place
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates

_MARK = re.compile(r"(?:^|\s)\(?(?:\d{1,2}|[a-z])\)(?:\s*-\s*\(?(?:\d{1,2}|[a-z])\))?\s*")
_NUMBER = re.compile(r"(?<![\w/])(?=[\w/.-]*\d)[A-Z0-9][\w/.-]{3,24}")
_IN_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
_ISSUER = re.compile(r"^([A-Z][a-z]+(?: [A-Z][a-z]+){0,3}) (?:number|no)", re.IGNORECASE)
NOTHING = frozenset({"", "-", "na", "n/a", "none", "unknown"})


def several(text: str) -> list[str]:
    """The values of a cell; one without marks is one value."""
    found = [piece.strip(" ;,") for piece in _MARK.split(f" {text}")]
    return [piece for piece in found if piece.casefold() not in NOTHING]


def dates(text: str, field: str) -> Iterator[PartialDate]:
    """The dates of a cell, day first; ``00/00/1980`` knows the year only."""
    for piece in several(text):
        for part in re.split(r",\s*(?=\d|[Aa]ppro|[Cc]irca|[Bb]etween)|;|\s+OR\s+", piece):
            yield from read_dates(part.strip(), field=field, day_first=True)


def places(towns: str, countries: str, field: str) -> Iterator[Place]:
    """Towns with their countries where both cells have as many values; else each by itself."""
    town_list, country_list = several(towns), several(countries)
    if town_list and len(town_list) == len(country_list):
        for town, country in zip(town_list, country_list, strict=True):
            yield Place(text=f"{town}, {country}", country=country_code(country), field=field)
        return
    only = country_code(country_list[0]) if len(country_list) == 1 else None
    for town in town_list:
        yield Place(text=town, country=only or country_code(town.rsplit(",", 1)[-1]), field=field)
    if not town_list:
        for country in country_list:
            yield Place(text=country, country=country_code(country), field=field)


def nationalities(text: str, field: str) -> Iterator[Nationality]:
    """The nationalities of a cell."""
    for piece in several(text.replace(";", " 1) ") if ";" in text else text):
        yield Nationality(country=country_code(piece.rstrip(".")), text=piece, field=field)


def identifiers(text: str, kind: IdentifierKind, field: str) -> Iterator[Identifier]:
    """The numbers of a cell of prose: the first in each value, its country if it is named."""
    for piece in several(text):
        match = _NUMBER.search(piece)
        if match is None:
            continue
        issuer = _ISSUER.match(piece)
        hints = [*_IN_BRACKETS.findall(piece), *([issuer[1]] if issuer else [])]
        codes = [
            code
            for hint in hints
            for word in (hint, hint.split(" ")[0])
            if (code := country_code(word))
        ]
        yield Identifier(
            kind=kind,
            number=match.group().rstrip(".-/"),
            country=codes[0] if codes else None,
            field=field,
        )
