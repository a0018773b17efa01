"""Cells of British and Australian tables that hold several values: ``1) … 2) …``, ``(a) …``."""

import re
from collections.abc import Iterable, Iterator

from tamiz.model import Identifier, IdentifierKind, Nationality, PartialDate, Place
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates

_MARK = re.compile(r"(?:^|\s)\(?(?:\d{1,2}|[a-z])\)(?:\s*-\s*\(?(?:\d{1,2}|[a-z])\))?\s*")
# A number of a document; a bare year ("issued in 1993") is none.
_NUMBER = re.compile(
    r"(?<![\w/])(?:(?!NO )[A-Z]{1,2} (?=\d{4}))?(?!(?:19|20)\d\d(?![\w/]))"
    r"(?=[\w/.-]*\d)[A-Z0-9][\w/.-]{3,24}"
)
_IN_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
# Where one date ends and the next begins: "1972, 21/03/1974", "5 May 1957, April 1957".
_DATES = re.compile(
    r",\s*(?=\d|[A-Z])|;|\s+OR\s+|\n|(?<=\d/\d{4}) (?=\d)|(?<=[^\d/]\d{4}) (?=\d{1,2}/)"
)
_RANGE = re.compile(r"(?:approximately:?\s*)between\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_UNSURE = re.compile(r"\b(?:possibly|believed to be|also|citizenship|nationality)\b", re.IGNORECASE)
_ISSUER = re.compile(r"^([A-Z][a-z]+(?: [A-Z][a-z]+){0,3}) (?:number|no)", re.IGNORECASE)
NOTHING = frozenset({"", "-", "na", "n/a", "none", "unknown"})


def several(text: str) -> list[str]:
    """The values of a cell; one without marks is one value."""
    found = [piece.strip(" ;,") for piece in _MARK.split(f" {text}")]
    return [piece for piece in found if piece.casefold() not in NOTHING]


def dates(text: str, field: str) -> Iterator[PartialDate]:
    """The dates of a cell, day first; ``00/00/1980`` knows the year only."""
    for piece in several(_RANGE.sub("between", text.replace("_x000D_", ""))):
        for part in _DATES.split(piece):
            yield from read_dates(part.strip(" ,"), field=field, day_first=True)


def each_once(found: Iterable[PartialDate]) -> tuple[PartialDate, ...]:
    """The dates, each once, however its cell wrote it."""
    return tuple({date.text(): date for date in found}.values())


def country_of(text: str) -> str | None:
    """The country that a text ends with or is: ``Kabul, Afghanistan (previous address)``."""
    bare = _UNSURE.sub("", _BRACKETS.sub("", text)).strip(" .,")
    whole = country_code(text.strip(" ."))
    return whole or country_code(bare) or country_code(bare.rsplit(",", 1)[-1].strip())


def places(towns: str, countries: str, field: str) -> Iterator[Place]:
    """Towns with their countries where both cells have as many values; else each by itself."""
    town_list, country_list = several(towns), several(countries)
    if town_list and len(town_list) == len(country_list):
        for town, country in zip(town_list, country_list, strict=True):
            yield Place(text=f"{town}, {country}", country=country_of(country), field=field)
        return
    only = country_of(country_list[0]) if len(country_list) == 1 else None
    for town in town_list:
        yield Place(text=town, country=only or country_of(town), field=field)
    if not town_list:
        for country in country_list:
            yield Place(text=country, country=country_of(country), field=field)


def nationalities(text: str, field: str) -> Iterator[Nationality]:
    """The nationalities of a cell."""
    for piece in several(text.replace(";", " 1) ") if ";" in text else text):
        yield Nationality(country=country_of(piece), text=piece, field=field)


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
