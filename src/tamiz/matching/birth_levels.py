"""What birth dates can prove at most, told so cheaply that it can be asked before names are.

A listed party born in quite other years than the subject needs ten bits more of its name than one
born in the same year; and most are. So parties fall into three levels, by what birth dates can
prove for them at most, and a name is only looked at if it holds a word that is worth it at its
party's level (``matching.choice.entries_to_take``).
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.birth_bound import most_of_others
from tamiz.matching.birth_evidence import CIRCA_YEARS, CLOSE_YEARS, age_bits
from tamiz.matching.index import Index
from tamiz.matching.weights import BirthDateWeights
from tamiz.model import PartialDate

FAR, UNKNOWN, NEAR = range(3)  # years apart; no date is listed; all others
LEVELS = 3
MERGED = 1.0  # bits between two levels that are not worth choosing words for each
_Number = TypeVar("_Number", int, NDArray[np.int16])
_NEVER = 32_000  # a year after all others


class Told(NamedTuple):
    """For each subject the years, first and last, in which a listed date is near, and its days.

    Days are the bits of a number (``_day``): two sides that share none have no day in common.
    """

    first: NDArray[np.integer]
    last: NDArray[np.integer]
    days: NDArray[np.uint64]


class BirthLevels:
    """Tells for the records of one index their levels beside many subjects."""

    def __init__(self, index: Index, weights: BirthDateWeights) -> None:
        self._index, self._weights = index, weights
        self._far = max(weights.different, weights.far)
        self._near = most_of_others(weights)

    def most(self, subjects: Sequence[tuple[PartialDate, ...]]) -> NDArray[np.float64]:
        """The most that birth dates can prove at each level for parties not ``born_alike``.

        A row a subject; no level has less than the one before. What is nearly the same is made so:
        words are then chosen once for both levels, which saves more than it costs.
        """
        firsts, most = self._most_from
        oldest = [min([one.year for one in dates], default=_NEVER) for dates in subjects]
        found: NDArray[np.float64] = most[firsts.searchsorted(oldest, side="right")]
        return found

    @cached_property
    def _most_from(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Years, and for subjects born before the first, and from each on, the most of the levels.

        Born ``_NEVER`` are those without a birth date.
        """
        firsts = sorted(first for first, _ in self._weights.young)
        ages = [0.0, *(age_bits((PartialDate(year=year),), self._weights) for year in firsts)]
        most = [*map(self._most, ages), [0.0] * LEVELS]
        return np.array([*firsts, _NEVER]), np.array(most)

    def _most(self, age: float) -> list[float]:
        """The most of each level for a subject whose age is worth so many bits."""
        unknown = max(self._far, age)
        far = unknown if unknown - self._far < MERGED else self._far
        return [far, unknown, max(unknown, self._near)]

    def told(self, subjects: Sequence[tuple[PartialDate, ...]]) -> Told:
        """What the birth dates of subjects say; the year 0 where there are none."""
        first, last, days = zip(*map(_told, subjects), strict=True) if subjects else ((), (), ())
        return Told(np.array(first, np.int64), np.array(last, np.int64), np.array(days, np.uint64))

    def of(
        self, told: Told, whose: NDArray[np.int64], names: NDArray[np.int64]
    ) -> NDArray[np.uint8]:
        """The levels of the parties of some names, each beside the subject with this number."""
        born, records = self._born, self._index.name_record[names]
        first, last = born.first[records], born.last[records]
        near = (first <= told.last[whose]) & (last >= told.first[whose])
        near |= (born.days[records] & told.days[whose]) != 0
        levels: NDArray[np.uint8] = np.where(near, NEAR, np.where(first > last, UNKNOWN, FAR))
        return levels

    @cached_property
    def _born(self) -> Told:
        """For each record its first and last birth year, and its days; last before first if none."""
        at, count = self._index.array("birth_record"), len(self._index)
        dates = self._index.birth_dates
        first, last = np.full(count, _NEVER, np.int16), np.full(count, -_NEVER, np.int16)
        days = np.zeros(count, np.uint64)
        np.minimum.at(first, at, dates[:, 0])
        np.maximum.at(last, at, dates[:, 3])
        told = np.flatnonzero(dates[:, 2])
        bits = np.uint64(1) << _day(dates[told, 1], dates[told, 2]).astype(np.uint64)
        np.bitwise_or.at(days, at[told], bits)
        return Told(first, last, days)


def _told(dates: tuple[PartialDate, ...]) -> tuple[int, int, int]:
    """The first and last year in which a listed date is near those of a subject, and its days."""
    if not dates:
        return 0, 0, 0
    first, last, days, slack = _NEVER, 0, 0, CLOSE_YEARS
    for one in dates:
        first, last = min(first, one.year), max(last, one.until or one.year)
        if one.day:
            days |= 1 << _day(one.month or 0, one.day)
        if one.circa:
            slack = CLOSE_YEARS + CIRCA_YEARS
    return first - slack, last + slack, days


def _day(month: _Number, day: _Number) -> _Number:
    """One of 64 numbers for a day of the year: the same day always has the same."""
    return (month % 2) * 32 + day
