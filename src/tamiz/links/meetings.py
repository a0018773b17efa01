"""Which keys and places in series lie by another's at all.

Asked before the database is: most of a cohort's numbers are nobody else's, and a million questions
that find nothing take longer than those that find something.
"""

from array import array
from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.arrays import hash_key, view

_SPREAD = 0x9E3779B97F4A7C15  # odd: numbers of one series do not fall together
_ALL = (1 << 64) - 1
_MOST = 1 << 62  # numbers beyond are told from each other by their rest; too near is only asked for


class MeetingsBuilder:
    """Takes in each key (its number is 0), or each series with a number in it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._series, self._numbers = array("Q"), array("q")

    def add(self, series: str, number: int = 0) -> None:
        """Take in one."""
        self._series.append(hash_key(series))
        self._numbers.append(number % _MOST)

    def found(self, reach: int = 0) -> bytes:
        """Those by which another lies, at most ``reach`` away, as ``Meetings`` reads them."""
        series, numbers = view(self._series), view(self._numbers)
        order = np.lexsort((numbers, series))
        series, numbers = series[order], numbers[order]
        is_near = (np.diff(series) == 0) & (np.diff(numbers) <= reach)
        beside = np.append(is_near, False) | np.insert(is_near, 0, False)
        beside = beside[: len(series)]
        return np.unique(_placed(series[beside], numbers[beside])).tobytes()


class Meetings:
    """What ``MeetingsBuilder`` found."""

    def __init__(self, found: bytes) -> None:
        """Read it."""
        self._found = memoryview(found).cast("Q")

    def has(self, series: str, number: int = 0) -> bool:
        """Whether another may lie by it: False only where none does."""
        wanted = hash_key(series) ^ (number % _MOST * _SPREAD & _ALL)
        at = bisect_left(self._found, wanted)
        return at < len(self._found) and self._found[at] == wanted


def _placed(series: NDArray[np.uint64], numbers: NDArray[np.int64]) -> NDArray[np.uint64]:
    return series ^ (numbers.astype(np.uint64) * np.uint64(_SPREAD))
