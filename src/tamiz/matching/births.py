"""Listed birth dates in the order of years and of days, worked out once, when an index is built."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

LONGEST_SPAN = 130  # years that a stated range of birth years may cover; more says nothing
_Number = TypeVar("_Number", int, NDArray[np.int64])


def day_key(year: _Number, month: _Number | int, day: _Number | int) -> _Number:
    """Dates as numbers in their order; an unknown month or day is 0."""
    return (year * 16 + month) * 32 + day


def birth_arrays(
    dates: NDArray[np.int16], records: NDArray[np.int32]
) -> dict[str, NDArray[np.int64] | NDArray[np.int32]]:
    """The numbers of the dates by every year they may mean, and the records by every day.

    Args:
        dates: first year, month, day (0 = unknown) and last year of each.
        records: whose each is.

    Returns:
        ``born_number`` and ``born_year``, sorted by year; ``born_day`` (``day_key``) and
        ``born_record``, sorted by day.
    """
    rows = dates.reshape(-1, 4).astype(np.int64)
    first, last = rows[:, 0], rows[:, 3]
    spans = np.clip(last - first + 1, 1, LONGEST_SPAN)
    numbers = np.repeat(np.arange(len(first)), spans)
    within = np.arange(len(numbers)) - np.repeat(np.cumsum(spans) - spans, spans)
    years = first[numbers] + within
    by_year = np.argsort(years, kind="stable")
    numbers, years = numbers[by_year], years[by_year]
    days = day_key(years, rows[numbers, 1], rows[numbers, 2])
    by_day = np.argsort(days, kind="stable")
    return {
        "born_number": numbers,
        "born_year": years,
        "born_day": days[by_day],
        "born_record": records[numbers[by_day]],
    }
