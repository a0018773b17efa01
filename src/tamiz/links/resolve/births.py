"""Two birth dates: how they agree or differ, and what that is worth."""

from enum import IntEnum

import numpy as np

from tamiz.links.resolve.arrays import Floats, Ints, Levels, combos
from tamiz.links.resolve.counts import share_bits
from tamiz.links.resolve.people import People
from tamiz.links.resolve.weights import weights

TEN = 10
BELIEVED = 20  # years: nobody passes for somebody so much older or younger
DAYS = 14_000  # on which applicants are born, about forty years: a day's share before counting


class Birth(IntEnum):
    """From the least alike to the same; ``UNTOLD`` where one of the two says nothing."""

    UNTOLD = 0
    DIFFERENT = 1
    NEAR = 2  # years one apart
    SAME_YEAR = 3
    FAR_DAY = 4  # the same day and month, of a year too far off to be believed
    SAME_DAY = 5  # and month, of another year
    SAME_MONTH = 6  # of the same year
    YEAR_ONLY = 7  # the same, where one of the two says no more
    DIGIT = 8  # one digit other
    MONTH_ONLY = 9
    DECADE = 10
    YEAR_ONE = 11  # the same day, years one apart
    SWAPPED = 12  # day and month
    SAME = 13


# Birth dates that no typing error makes of one another.
OTHER_BIRTHS = (Birth.DIFFERENT, Birth.NEAR, Birth.SAME_YEAR, Birth.FAR_DAY)


def compare_births(
    left: People, left_rows: Ints, right: People, right_rows: Ints
) -> tuple[Levels, Floats]:
    """The best level of all readings of each pair, and its bits."""
    both = combos(left.birth_start, left_rows, right.birth_start, right_rows)
    one, other = left.births[both.left], right.births[both.right]
    counts = np.maximum(left.birth_count[both.left], right.birth_count[both.right])
    level = _levels(one.astype(np.int64), other.astype(np.int64))
    found = both.best(level, 0)
    common = both.best(np.where(level == Birth.SAME, counts, 0), 0)
    bits = _table()[found]
    is_same = found == Birth.SAME
    bits[is_same] += share_bits(common[is_same], left.population, 1 / DAYS)
    return found, bits


def _levels(one: Ints, other: Ints) -> Levels:
    year, month, day = one // 512, one // 32 % 16, one % 32
    year2, month2, day2 = other // 512, other // 32 % 16, other % 32
    apart = np.abs(year - year2)
    full = (day > 0) & (day2 > 0)
    same_day = full & (day == day2) & (month == month2)
    swapped = full & (apart == 0) & (day == month2) & (month == day2)
    told = (month > 0) & (month2 > 0)
    found = np.full(len(one), Birth.DIFFERENT, dtype=np.int8)
    for level, holds in (
        (Birth.NEAR, apart == 1),
        (Birth.SAME_YEAR, apart == 0),
        (Birth.FAR_DAY, same_day),
        (Birth.SAME_DAY, same_day & (apart <= BELIEVED)),
        (Birth.SAME_MONTH, full & (apart == 0) & (month == month2)),
        (Birth.YEAR_ONLY, (apart == 0) & ~told),
        (Birth.DIGIT, full & (_digits_off(one, other) == 1)),
        (Birth.MONTH_ONLY, (apart == 0) & told & ~full & (month == month2)),
        (Birth.DECADE, same_day & (apart == TEN)),
        (Birth.YEAR_ONE, same_day & (apart == 1)),
        (Birth.SWAPPED, swapped),
        (Birth.SAME, (one == other) & full),
    ):
        found[holds] = level
    return found


def _digits_off(one: Ints, other: Ints) -> Ints:
    """How many of the eight digits of two dates differ."""
    first, second = _written(one), _written(other)
    off = np.zeros(len(one), dtype=np.int64)
    for _ in range(8):
        off += first % 10 != second % 10
        first, second = first // 10, second // 10
    return off


def _written(packed: Ints) -> Ints:
    return packed // 512 * 10_000 + packed // 32 % 16 * 100 + packed % 32


def _table() -> Floats:
    own = weights().birth
    return np.array(
        [0.0 if level is Birth.UNTOLD else own[level.name.lower()] for level in Birth],
        dtype=np.float32,
    )
