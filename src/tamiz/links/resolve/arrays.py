"""Arrays of unequal rows, and the small arithmetic that all of resolution is made of."""

from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Words = NDArray[np.int32]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float32]
Levels = NDArray[np.int8]
Flags = NDArray[np.bool_]
Number = TypeVar("Number", bound=np.number[Any])

_ODD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio: spreads neighbouring numbers
_SHIFT = np.uint64(29)


def hash64(text: str) -> int:
    """A 64-bit number that is the same for the same text in every process and on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def mixed(*columns: NDArray[np.generic]) -> Hashes:
    """One 64-bit number for each row of several columns of numbers."""
    found = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        found ^= column.astype(np.uint64, copy=False)
        found *= _ODD
        found ^= found >> _SHIFT
    return found


def distinct(values: Ints) -> Ints:
    """Each number once, sorted: by sorting, which beats numpy's hash table for many numbers."""
    ranked = np.sort(values)
    new = np.ones(len(ranked), dtype=np.bool_)
    new[1:] = ranked[1:] != ranked[:-1]
    found: Ints = ranked[new]
    return found


class Combos(NamedTuple):
    """Every value of the left row with every one of the right: which pair, which two values."""

    pair: Ints
    left: Ints
    right: Ints
    told: Flags  # of each pair, whether both rows have a value
    is_single: bool  # no pair has more than one combination

    def best(self, gains: NDArray[Number], nothing: float) -> NDArray[Number]:
        """The highest gain of each pair; ``nothing`` for pairs without any combination."""
        if len(gains) == len(self.told) and self.is_single:
            return gains
        found: NDArray[Number] = np.full(len(self.told), nothing, dtype=gains.dtype)
        if self.is_single:
            found[self.pair] = gains
        else:
            np.maximum.at(found, self.pair, gains)
        return found


class Bag(Struct, frozen=True):
    """Values of each record: ``start`` has shape (records + 1,), record i's are start[i] … start[i+1].

    ``values`` are 64-bit hashes, each once a record; ``count`` says how many records have each.
    """

    start: Ints
    values: Hashes
    count: NDArray[np.uint32]

    @property
    def owners(self) -> Ints:
        """The record of each value."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


def combos(left: Ints, left_rows: Ints, right: Ints, right_rows: Ints) -> Combos:
    """All combinations of the values of two records, for many pairs of records.

    Args:
        left: the starts of the left side's rows, shape (records + 1,).
        left_rows: the left record of each pair.
        right: the starts of the right side's rows.
        right_rows: the right record of each pair.
    """
    first, second = left[left_rows], right[right_rows]
    wide, high = left[left_rows + 1] - first, right[right_rows + 1] - second
    each = wide * high
    told = each > 0
    if not len(each) or each.max() <= 1:
        pair = np.arange(len(each)) if told.all() else np.flatnonzero(told)
        return Combos(pair, first[pair], second[pair], told, is_single=True)
    pair = np.repeat(np.arange(len(left_rows)), each)
    at = np.arange(len(pair)) - (np.cumsum(each) - each)[pair]
    row, column = np.divmod(at, high[pair])
    return Combos(pair, first[pair] + row, second[pair] + column, told, is_single=False)
