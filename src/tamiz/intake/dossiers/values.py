"""Texts of single fields as typed values."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from tamiz.intake.dossiers.entries import Remarks, Value
from tamiz.model import (
    NameKind,
    Nationality,
    PartialDate,
    Service,
    Sex,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates
from tamiz.normalise.text import clean

_SEXES = {
    **dict.fromkeys(("m", "male", "man", "masculino", "hombre", "varón", "h", "ч", "чоловік",
                     "чоловіча", "чол", "м", "мужской"), Sex.MALE),
    **dict.fromkeys(("f", "female", "woman", "femenino", "mujer", "ж", "жінка", "жіноча", "жін",
                     "женский", "w"), Sex.FEMALE),
    **dict.fromkeys(("x", "unspecified", "no especificado", "<", "не вказано"), Sex.UNSPECIFIED),
}  # fmt: skip

# Twice the same quotation mark, or an ornament, marks a code name: «Águila-7», "Ghost".
_CODE_NAME = re.compile(r"""\A[«"“'‘](.+)[»"”'’]\Z""")
_CODE_SHAPE = re.compile(r"\A[^\W\d_]+(?:[- ]?\d{1,3})\Z")
_AND = re.compile(r"[,/+&]| (?:and|y|e|та|і|и) ")
_ORDER = re.compile(r"d{1,2}[/. -]m{1,2}[/. -][ya]{2}|m{1,2}[/. -]d{1,2}[/. -][ya]{2}"
                    r"|д{1,2}[/. -]м{1,2}[/. -][рг]{2}")  # fmt: skip
# From 1927-05-18 to 2064-04-07: the days on which applicants and their papers are dated.
_SERIAL = re.compile(r"\A([1-5]\d{4})(?:\.0{1,6})?\Z")
_EPOCHS = (date(1899, 12, 30), date(1904, 1, 1))
# What an empty cell becomes when it is formatted as a date.
_FIRST_DAYS = frozenset({(1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1904, 1, 1)})
_LAST_FIRST_YEAR = max(_FIRST_DAYS)[0]
MOST_WORDS_OF_A_UNIT = 8  # of “Air assault brigade of the armed forces”; more is a sentence
_NOW = frozenset("present now actualidad presente дотепер нині".split())
DAY = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|(?:\d{1,2}[./])?\d{1,2}[./]\d{4})"
_PERIOD = re.compile(
    rf"(?P<start>{DAY})\s*[-–—/]\s*(?P<end>{DAY}|{'|'.join(sorted(_NOW))}|)"
    r"\s*[:,]?\s*(?P<rest>.*)\Z",
    re.DOTALL | re.IGNORECASE,
)


def sex_of(text: str) -> Sex | None:
    """The sex a word means; None if it is not understood."""
    return _SEXES.get(clean(text).casefold().rstrip("."))


@lru_cache(1 << 10)  # few countries and headings: the same words stand in most rows
def nationalities_of(text: str, field: str) -> tuple[Nationality, ...]:
    """The nationalities in a text, which is kept where no country is understood.

    A comma or slash divides it only if there is a country on every side.
    """
    codes = [country_code(text)]
    pieces = _AND.split(text) if codes == [None] else ()
    if len(pieces) > 1:
        found = [country_code(piece.strip()) for piece in pieces]
        codes = found if None not in found else codes
    return tuple(Nationality(country=code, text=text, field=field) for code in codes)


def alias_of(text: str) -> tuple[str, NameKind]:
    """An alias without its quotation marks, and whether it is a code name."""
    quoted = _CODE_NAME.match(text)
    if quoted:
        return quoted[1], NameKind.CODE
    return text, NameKind.CODE if _CODE_SHAPE.match(text) else NameKind.ALIAS


def code_of(of: list[Value], field: str, remarks: Remarks) -> str | None:
    """The country of the first value; one that is not understood is kept and remarked."""
    for value in of[:1]:
        if code := country_code(value.text):
            return code
        remarks.keep(field, "unreadable", value)
    return None


def date_of(of: list[Value], field: str, remarks: Remarks) -> PartialDate | None:
    """A date of a document or of service; where two readings are possible, the first."""
    found = readings_of(of, field, remarks)
    return found[0] if found else None


def readings_of(of: list[Value], field: str, remarks: Remarks) -> tuple[PartialDate, ...]:
    """Every reading of the first value."""
    return dates_of(of[0], field, remarks) if of else ()


def dates_of(value: Value, field: str, remarks: Remarks) -> tuple[PartialDate, ...]:
    """Every reading of a date; one that cannot be read is kept and remarked."""
    found = read_dates(value.text, field=value.at, day_first=day_first_of(value.at))
    found = found or _of_serial(value)
    is_ambiguous = False
    for one in found:
        is_ambiguous = is_ambiguous or one.ambiguous
        if one.year <= _LAST_FIRST_YEAR and _is_first_day(one):
            remarks.note(field, "spreadsheet_zero")
            found = ()  # a birth in 1900 would speak against every match
            break
    if not found:
        remarks.keep(field, "unreadable", value)
    elif is_ambiguous:
        remarks.note(field, "ambiguous")
    return found


def _is_first_day(date: PartialDate) -> bool:
    return (date.year, date.month, date.day) in _FIRST_DAYS


@lru_cache(1 << 8)  # headings: each stands above many dates
def day_first_of(heading: str) -> bool | None:
    """Whether a heading such as “DOB (dd/mm/yyyy)” says that the day comes first, or the month."""
    order = _ORDER.search(heading.casefold())
    return None if order is None else order[0][0] in "dд"


def _of_serial(value: Value) -> tuple[PartialDate, ...]:
    """The two days that a spreadsheet's day number may mean, counted from 1900 or from 1904."""
    match = _SERIAL.match(value.text)
    if match is None:
        return ()
    days = timedelta(days=int(match[1]))
    return tuple(
        PartialDate(
            year=day.year, month=day.month, day=day.day,
            ambiguous=True, raw=value.text, field=value.at,
        )
        for day in (epoch + days for epoch in _EPOCHS)
    )  # fmt: skip


def is_now(text: str) -> bool:
    """Whether a stretch that ends so still goes on."""
    return text.casefold() in _NOW


def edge(text: str, field: str) -> PartialDate | None:
    """The beginning or end of a stretch; None where it goes on or cannot be read."""
    return next(iter(read_dates(text, field=field)), None)


def period_of(text: str) -> re.Match[str] | None:
    """The ``start``, ``end`` and ``rest`` of a text that begins with a period; else None."""
    return _PERIOD.match(text)


def services(text: str, field: str) -> Iterator[Service]:
    """Stretches of service; years in front become start and end."""
    for piece in filter(None, map(clean, text.replace("\n", ";").split(";"))):
        match = period_of(piece)
        if match is None:
            yield Service(text=piece, organisation=_unit_of(piece), field=field)
            continue
        organisation, _, position = match["rest"].partition(",")
        yield Service(
            text=piece,
            organisation=organisation.strip(),
            position=position.strip(),
            field=field,
            start=edge(match["start"], field),
            end=edge(match["end"], field),
        )


def _unit_of(text: str) -> str:
    """What stands before the comma where no years do, if it is no sentence."""
    unit, comma, _ = text.partition(",")
    return unit.strip() if comma and len(unit.split()) <= MOST_WORDS_OF_A_UNIT else ""
