"""Dates of birth as OFAC writes them: ``12 Apr 1976``, ``circa 1970``, ``1970 to 1975``."""

from calendar import monthrange
from datetime import date

import msgspec

from tamiz.model import PartialDate
from tamiz.normalise.dates import read_dates


def read_birth(text: str, *, field: str) -> tuple[PartialDate, ...]:
    """The date or dates in a text; empty if it holds none."""
    before, to, after = text.partition(" to ")
    if not to:
        return read_dates(text, field=field)
    is_circa = before.startswith("circa ")
    start, end = _one(before.removeprefix("circa ")), _one(after)
    if start is None or end is None or (start.month is None) != (end.month is None):
        return read_dates(f"{before} - {after}", field=field)
    found = period(_first_day(start), _last_day(end), circa=is_circa, field=field)
    return (msgspec.structs.replace(found, raw=text),)


def period(first: date, last: date, *, circa: bool, field: str) -> PartialDate:
    """The time from one day to another, as precisely as it is meant.

    OFAC writes a year as 1 January to 31 December and a month from its first to its last day;
    what is neither becomes the year, or the range of years, that it lies in.
    """
    if first == last:
        return PartialDate(
            year=first.year, month=first.month, day=first.day, circa=circa, field=field
        )
    is_month = first == last.replace(day=1) and last.day == monthrange(last.year, last.month)[1]
    return PartialDate(
        year=first.year,
        month=first.month if is_month else None,
        until=last.year if last.year > first.year else None,
        circa=circa,
        field=field,
    )


def _one(text: str) -> PartialDate | None:
    """The one date in a text; None if it holds none or several."""
    found = read_dates(text)
    return found[0] if len(found) == 1 else None


def _first_day(known: PartialDate) -> date:
    return date(known.year, known.month or 1, known.day or 1)


def _last_day(known: PartialDate) -> date:
    month = known.month or 12
    return date(known.year, month, known.day or monthrange(known.year, month)[1])
