"""Dates as the first and the last day that they may mean, for comparing without claiming more."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tamiz.model import PartialDate

CIRCA = 1  # years that "about" may be off
SHORTEST_MONTH = 28  # days


class Bounds(NamedTuple):
    """The first and the last day that a date may mean."""

    first: date
    last: date


def bounds(day: PartialDate) -> Bounds:
    """What a date, known in part, may mean; an unknown month or day may be any."""
    off = CIRCA if day.circa else 0
    first, last = day.year - off, (day.until or day.year) + off
    return Bounds(
        _in_month(first, day.month or 1, day.day or 1),
        _in_month(last, day.month or 12, day.day or 31),
    )


def exact_day(day: PartialDate) -> date | None:
    """A day of the calendar; None if the date is not known to the day."""
    if day.month and day.day and day.until is None and not day.circa:  # as most are
        return _in_month(day.year, day.month, day.day)
    first, last = bounds(day)
    return first if first == last else None


def is_before(one: PartialDate, other: PartialDate) -> bool | None:
    """Whether a day lies before another; None if the two cannot be told apart."""
    here, there = bounds(one), bounds(other)
    if here.last < there.first:
        return True
    return False if here.first >= there.last else None


def _in_month(year: int, month: int, day: int) -> date:
    """The day, or the last of the month."""
    if day <= SHORTEST_MONTH:
        return date(year, month, day)
    return date(year, month, min(day, monthrange(year, month)[1]))
