"""Dates as numbers write them: every reading of a year of two digits."""

from datetime import date

from tamiz.model import PartialDate

CENTURIES = (1900, 2000)  # nobody who applies was born before 1900


def day(year: int, month: int, day_of_month: int) -> tuple[PartialDate, ...]:
    """The day, or nothing where the calendar has none.

    >>> [one.text() for one in day(1980, 2, 29)], day(1981, 2, 29)
    (['1980-02-29'], ())
    """
    try:
        date(year, month, day_of_month)
    except ValueError:
        return ()
    return (PartialDate(year=year, month=month, day=day_of_month),)


def either_century(year: int, month: int, day_of_month: int) -> tuple[PartialDate, ...]:
    """A year of two digits in both centuries; each flagged ``ambiguous`` where both are days.

    >>> [one.text() for one in either_century(3, 5, 1)]
    ['1903-05-01', '2003-05-01']
    """
    found = [one for century in CENTURIES for one in day(century + year, month, day_of_month)]
    if len(found) == 1:
        return (found[0],)
    return tuple(
        PartialDate(year=one.year, month=one.month, day=one.day, ambiguous=True) for one in found
    )
