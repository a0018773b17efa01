"""Dates of a zone: whether there is such a day, and which days two digits of a year can mean.

A zone writes ``YYMMDD``; a part that is not known is fillers (Doc 9303-3, 4.8). The century is
not written: a birth date lies in the past, an expiry date within fifty years of the day on which
one looks. Where two centuries are left, both are told.
"""

import re
from datetime import date
from functools import lru_cache

from tamiz.documents.zone.zone import Oddity
from tamiz.model import PartialDate

LONGEST_LIFE = 125  # years: nobody is known to have lived longer than 122
FROM_TODAY = 50  # years that an expiry date may lie ahead or back
_CENTURIES = (1800, 1900, 2000, 2100)
_DATE = re.compile(r"(\d\d|<<)(\d\d|<<)(\d\d|<<)")
_LEAP = 2000  # a year that has a 29 February, for days whose year is not known


@lru_cache(maxsize=1 << 14)
def date_oddity(text: str) -> Oddity | None:
    """What is wrong with six signs as a date; None for a day of either century, known or in part.

    >>> date_oddity("740812"), date_oddity("74<<<<"), date_oddity("740231"), date_oddity("7A0812")
    (None, None, <Oddity.NO_DAY: 'no_day'>, <Oddity.NO_DATE: 'no_date'>)
    """
    parts = _parts(text)
    if parts is None:
        return Oddity.NO_DATE
    year, month, day = parts
    years = (_LEAP,) if year is None else (1900 + year, 2000 + year)
    return None if any(_is_day(one, month, day) for one in years) else Oddity.NO_DAY


def birth_readings(text: str, today: date) -> tuple[PartialDate, ...]:
    """The days of birth that six signs can mean; none if they are no date.

    >>> [one.year for one in birth_readings("200812", date(2026, 1, 1))]
    [2020, 1920]
    """
    return _readings(text, today.year - LONGEST_LIFE, today.year, (today.month, today.day))


def expiry_readings(text: str, today: date) -> tuple[PartialDate, ...]:
    """The days of expiry that six signs can mean; none if they are no date, or all unknown."""
    return _readings(text, today.year - FROM_TODAY, today.year + FROM_TODAY, None)


def _readings(
    text: str, first: int, last: int, until: tuple[int, int] | None
) -> tuple[PartialDate, ...]:
    parts = _parts(text)
    if parts is None or parts == (None, None, None):
        return ()
    year, month, day = parts
    if year is None:
        known = PartialDate(year=first, month=month, day=day, until=last, raw=text)
        return (known,) if _is_day(_LEAP, month, day) else ()
    years = [
        century + year
        for century in reversed(_CENTURIES)
        if first <= century + year <= last
        and _is_day(century + year, month, day)
        and not (until and century + year == last and _is_after(month, day, until))
    ]
    return tuple(
        PartialDate(year=one, month=month, day=day, ambiguous=len(years) > 1, raw=text)
        for one in years
    )


def _is_after(month: int | None, day: int | None, until: tuple[int, int]) -> bool:
    """Whether a day of a year, as far as known, lies behind another of that year."""
    return month is not None and (month, day or 0) > until


def _parts(text: str) -> tuple[int | None, int | None, int | None] | None:
    found = _DATE.fullmatch(text)
    if found is None or not text.isascii():
        return None
    year, month, day = (None if part == "<<" else int(part) for part in found.groups())
    return year, month, day


def _is_day(year: int, month: int | None, day: int | None) -> bool:
    """Whether a day exists; a month that is not known may have any of its days."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True
