"""The most that birth dates can prove for listed parties, worked out for many at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.birth_evidence import CIRCA_YEARS, CLOSE_YEARS
from tamiz.matching.births import day_key
from tamiz.matching.index import Index
from tamiz.matching.spans import once, spread
from tamiz.matching.weights import BirthDateWeights
from tamiz.model import PartialDate

MONTHS = 12


def born_in(index: Index, first: int, last: int) -> NDArray[np.int64]:
    """The numbers of the listed birth dates that may mean a year from ``first`` to ``last``."""
    numbers, years = index.births_by_year
    begin, end = np.searchsorted(years, (first, last + 1)).tolist()
    return numbers[begin:end]


def born_alike(
    index: Index, dates: Sequence[tuple[PartialDate, ...]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The records with a birth date that may agree to the month with those of each subject.

    These are dates of the same day, with day and month exchanged, one year off, or of the same
    month where one side knows no day: all that may prove more than a common year.

    Returns:
        which subject, and the record, in this order and each pair once.
    """
    whose, begin, end = _spans(dates)
    keys, records = index.births_by_day
    first = keys.searchsorted(begin)
    counts = keys.searchsorted(end) - first
    pairs = whose.repeat(counts) << 32 | records[spread(first, counts)]
    pairs.sort()
    pairs = pairs[once(pairs)]
    return pairs >> 32, pairs & 0xFFFFFFFF


def _spans(
    dates: Sequence[tuple[PartialDate, ...]],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The day keys that may agree with the dates of subjects that are known to the month.

    Returns:
        which subject, the first key, and the key after the last.
    """
    rows = [
        (at, *_years(one), *days)
        for at, some in enumerate(dates)
        for one in some
        if one.month
        for days in _days(one.month, one.day or 0)
    ]
    whose, first, years, begin, width = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    begin = day_key(spread(first, years), 0, 0) + begin.repeat(years)
    return whose.repeat(years), begin, begin + width.repeat(years)


def _days(month: int, day: int) -> list[tuple[int, int]]:
    """The days of a year that may agree with one: the first of each run, and how many they are."""
    of_month = day_key(0, month, 0)
    if not day:
        return [(of_month, 32)]
    days = [(of_month, 1), (of_month + day, 1)]
    if day <= MONTHS:  # a day over 12 is the month of no date
        days.append((day_key(0, day, month), 1))
    return days


def _years(one: PartialDate) -> tuple[int, int]:
    """The first year in which a listed date of the same day may lie, and how many there are.

    They go one beyond those that are meant, on either side.
    """
    slack = 1 + (CIRCA_YEARS if one.circa else 0)
    return one.year - slack, (one.until or one.year) - one.year + 2 * slack + 1


def born_vaguely(index: Index, year: int, *, everybody: bool) -> NDArray[np.int32]:
    """The records, ascending, born in a year whose day is not known for sure, or all of them."""
    numbers = born_in(index, year, year)
    if not everybody:
        dates = index.birth_dates[numbers]
        numbers = numbers[(dates[:, 2] == 0) | (dates[:, 0] != dates[:, 3])]
    return np.unique(index.array("birth_record")[numbers])


def most_of_others(weights: BirthDateWeights) -> float:
    """The most that birth dates can prove for a party that is not ``born_alike``."""
    return max(
        0.0,
        weights.near_year,
        most_of_vague(weights),
        weights.same_month,
        weights.same_year_day,
        weights.same_year,
        weights.year_typo,
        weights.same_day_other_year,
    )


def most_of_vague(weights: BirthDateWeights) -> float:
    """The most that two dates can prove of which one is not known to the month."""
    return max(
        weights.year,
        weights.circa_year,
        weights.circa,
        weights.range_narrow,
        weights.range,
        weights.range_wide,
    )


def birth_bound(
    index: Index,
    records: NDArray[np.int32],
    dates: tuple[PartialDate, ...],
    weights: BirthDateWeights,
) -> NDArray[np.float32]:
    """For each of the records no less than ``compare_birth_dates`` can give, in bits.

    Records without a birth date get 0, as the comparison gives them nothing.
    """
    bound = np.zeros(len(records), dtype=np.float32)
    if not dates or not len(records):
        return bound
    first = np.searchsorted(index.array("birth_record"), records, side="left")
    counts = np.searchsorted(index.array("birth_record"), records, side="right") - first
    if not counts.sum():
        return bound
    owner = np.repeat(np.arange(len(records)), counts)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    listed = index.birth_dates[first[owner] + within]
    bound[counts > 0] = -np.inf
    for one in dates:
        np.maximum.at(bound, owner, _bound(listed, one, weights))
    return bound


def _bound(
    listed: NDArray[np.int16],
    one: PartialDate,
    weights: BirthDateWeights,
) -> NDArray[np.float32]:
    """The bound for each listed date against one of the subject's."""
    slack = CIRCA_YEARS if one.circa else 0
    first, last = one.year - slack, (one.until or one.year) + slack
    gap = np.maximum(np.maximum(listed[:, 0] - last, first - listed[:, 3]), 0)
    apart = np.where(gap <= CLOSE_YEARS, max(weights.near_year, weights.close), weights.different)
    vague = np.where(gap == 0, max(weights.month, most_of_vague(weights)), apart)
    if one.day is None or one.month is None:
        return vague.astype(np.float32)
    day, month = listed[:, 2] == one.day, listed[:, 1] == one.month
    exact = np.select(
        [
            (gap == 0) & day & month,
            (gap == 0) & (listed[:, 2] == one.month) & (listed[:, 1] == one.day),
            (gap == 1) & day & month,
            day & month,
            gap == 0,
        ],
        [
            max(weights.same_day, weights.same_new_year),
            weights.swapped,
            weights.year_off_one,
            max(weights.year_typo, weights.same_day_other_year),
            max(weights.same_month, weights.same_year_day, weights.same_year),
        ],
        default=apart,
    )
    is_exact = (listed[:, 2] > 0) & (listed[:, 0] == listed[:, 3]) & (first == last)
    return np.where(is_exact, exact, np.maximum(vague, exact)).astype(np.float32)
