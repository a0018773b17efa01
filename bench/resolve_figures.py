"""What pairs of rows said to be one person are worth: precision, recall and F1, also by group.

Rows are numbered from 0. A pair is unordered; one given twice counts once, a row with itself not
at all. The group of a pair is that of its rows, or both names where they differ (``UA–UA
Cyrillic``): so recall across scripts stands on its own.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Count(NamedTuple):
    """How many pairs are right, said, and true."""

    right: int
    said: int
    true: int

    @property
    def precision(self) -> float:
        """The share of the said that is right; 0 if nothing is said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of the true that is said; 0 if nothing is true."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 0.0


class Figures(NamedTuple):
    """Of all pairs, and of each group of pairs that is said or true, in the order of names."""

    all: Count
    groups: dict[str, Count]


class Truth:
    """Who filed each row, and the group of each row."""

    def __init__(self, persons: Sequence[int] | Ints, groups: Sequence[str]) -> None:
        self.persons: Ints = np.asarray(persons, dtype=np.int64)
        self._names, codes = np.unique(np.asarray(groups, dtype=str), return_inverse=True)
        self._codes: Ints = codes.astype(np.int64)
        if len(self._codes) != len(self.persons):
            raise ValueError(f"{len(self.persons)} persons, {len(self._codes)} groups")

    @cached_property
    def pairs(self) -> Ints:
        """Every pair of rows of one person, as keys."""
        order = np.argsort(self.persons, kind="stable")
        sorted_persons = self.persons[order]
        found = [np.empty(0, dtype=np.int64)]
        apart = 1  # rows of a person stand side by side: pair each with the next, the second next …
        while (same := sorted_persons[apart:] == sorted_persons[:-apart]).any():
            found.append(self.keys(order[:-apart][same], order[apart:][same]))
            apart += 1
        return np.sort(np.concatenate(found))

    def keys(self, left: Ints, right: Ints) -> Ints:
        """Each pair as one number, the lower row first."""
        count = len(self.persons)
        if len(left) and (
            min(left.min(), right.min()) < 0 or max(left.max(), right.max()) >= count
        ):
            raise ValueError(f"a row outside 0 … {count - 1}")
        return np.minimum(left, right) * count + np.maximum(left, right)

    def are_one(self, keys: Ints) -> NDArray[np.bool_]:
        """Whether both rows of each pair are of one person."""
        low, high = np.divmod(keys, len(self.persons))
        return np.asarray(self.persons[low] == self.persons[high])

    def count_groups(self, keys: Ints) -> dict[str, int]:
        """How many of the pairs are of each group."""
        low, high = (self._codes[rows] for rows in np.divmod(keys, len(self.persons)))
        both = np.minimum(low, high) * len(self._names) + np.maximum(low, high)
        numbers, counts = np.unique(both, return_counts=True)
        return {self._named(int(n)): int(c) for n, c in zip(numbers, counts, strict=True)}

    def _named(self, both: int) -> str:
        low, high = (str(self._names[code]) for code in divmod(both, len(self._names)))
        return low if low == high else f"{low}–{high}"


def figures(left: Ints, right: Ints, truth: Truth) -> Figures:
    """Of the pairs that an engine says are one person."""
    said = _distinct(left, right, truth)
    hits = said[truth.are_one(said)]
    counts = [truth.count_groups(keys) for keys in (hits, said, truth.pairs)]
    groups = {name: Count(*(count.get(name, 0) for count in counts)) for name in _names(counts)}
    return Figures(Count(len(hits), len(said), len(truth.pairs)), groups)


def best_threshold(
    left: Ints, right: Ints, scores: NDArray[np.float64], truth: Truth
) -> tuple[float, Count]:
    """The score from which on F1 is best, known only with the truth; pairs must be distinct."""
    if not len(scores):
        return 1.0, Count(0, 0, len(truth.pairs))
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    hits = np.cumsum(truth.are_one(truth.keys(left, right)[order]))
    last = np.append(ranked[1:] != ranked[:-1], [True])  # equal scores are said together
    said = np.arange(1, len(ranked) + 1)
    f1 = np.where(last, 2 * hits / (said + len(truth.pairs)), 0.0)
    at = int(np.argmax(f1))
    return float(ranked[at]), Count(int(hits[at]), at + 1, len(truth.pairs))


def _distinct(left: Ints, right: Ints, truth: Truth) -> Ints:
    left, right = np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64)
    apart = left != right
    return np.unique(truth.keys(left[apart], right[apart]))


def _names(counts: Sequence[dict[str, int]]) -> list[str]:
    return sorted({name for count in counts for name in count})
