"""On which day States let their documents end."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)


class Custom(StrEnum):
    """The day on which a document issued on a day ends, some years later."""

    SAME_DAY = "same_day"  # issued 12 April, ends 12 April
    DAY_BEFORE = "day_before"  # ends 11 April
    MONTH_END = "month_end"  # ends 30 April
    BIRTHDAY = "birthday"  # ends on the bearer's


def follows(custom: Custom, issued: date, expires: date, born: Collection[date]) -> bool | None:
    """Whether a document ends on a State's day; None if that is the birthday and nobody knows it.

    >>> follows(Custom.DAY_BEFORE, date(2020, 4, 12), date(2030, 4, 11), ())
    True
    """
    match custom:
        case Custom.SAME_DAY:
            return _is_anniversary(issued, expires)
        case Custom.DAY_BEFORE:
            return _is_anniversary(issued, expires + _DAY)
        case Custom.MONTH_END:
            return expires.day == monthrange(expires.year, expires.month)[1]
        case Custom.BIRTHDAY:
            return any(_is_anniversary(day, expires) for day in born) if born else None


def _is_anniversary(of: date, day: date) -> bool:
    """Whether two days are one in the calendar; 29 February is the days beside it elsewhere."""
    if (of.month, of.day) == (2, 29) and monthrange(day.year, 2)[1] == 28:  # noqa: PLR2004
        return (day.month, day.day) in {(2, 28), (3, 1)}
    return (of.month, of.day) == (day.month, day.day)
