"""What listed names can score at most with given ones: their gains, less what must differ.

The bound of a name is what it would score if each of the subject's words found its best partner
in it: the words' gains, less what the words that cannot pair must cost.
"""

from threading import local
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index
from tamiz.matching.reach import Reaches
from tamiz.matching.spans import runs, spread
from tamiz.matching.weights import Weights
from tamiz.model import PartyType
from tamiz.normalise.names import MOST_WORDS

LONGEST_NAME = 255  # words of a listed name that the table of bases knows
ROOM = 1 << 21  # gains that are written down at once: a table that stays in the processor's cache
_RANK = 8  # bits that hold which reach of its query it is: names have few words
_WHOSE = 40  # bits by which a number is shifted beside a listed name


class Uses(NamedTuple):
    """Which reaches are those of which query: the queries' numbers ascend."""

    query: NDArray[np.int64]
    reach: NDArray[np.int64]

    def only(self, chosen: NDArray[np.bool_]) -> "Uses":
        """Some of them."""
        return Uses(self.query[chosen], self.reach[chosen])


class _Words(NamedTuple):
    """The words of listed names: for each name its query, ascending, how many, and their end."""

    whose: NDArray[np.int64]
    counts: NDArray[np.int64]
    ends: NDArray[np.int64]
    words: NDArray[np.int32]

    def between(self, first: int, end: int) -> tuple[slice, NDArray[np.int32], NDArray[np.int64]]:
        """The names of the queries from ``first`` to before ``end``.

        Returns where they stand, their words, and where among these the words of each begin.
        """
        names = slice(*self.whose.searchsorted((first, end)).tolist())
        begins = self.ends[names] - self.counts[names]
        if not len(begins):
            return names, self.words[:0], begins
        words = self.words[begins[0] : self.ends[names.stop - 1]]
        return names, words, begins - begins[0]


class _Scratch(local):
    """Room to write down what each listed word gains with some words, all 0: one table a thread."""

    def __init__(self, words: int) -> None:
        self.rows = max(ROOM // max(words, 1), 1)
        self.gains = np.zeros(self.rows * words, dtype=np.float32)


class Bounds:
    """Bounds the names of one index for subjects of one type.

    ``relief`` is what two words in each other's place cost at least when they differ;
    ``least_base`` is, for each number of words here, what a name costs at least if none pairs.
    """

    def __init__(self, index: Index, kind: PartyType, weights: Weights) -> None:
        self._index = index
        self.relief = _least_conflict(kind, weights)
        table = weights.name if kind is PartyType.PERSON else weights.organisation
        self._bases = _bases(table.extra_applicant, table.extra_listed, self.relief)
        self.least_base: NDArray[np.float32] = self._bases[:, 1:].max(axis=1)
        self._width = len(index.words)
        self._scratch = _Scratch(self._width)

    def of(
        self,
        reaches: Reaches,
        uses: Uses,
        sizes: NDArray[np.int64],
        whose: NDArray[np.int64],
        names: NDArray[np.int64],
    ) -> NDArray[np.float32]:
        """The bound of each listed name with the query whose number, ascending, is beside it.

        ``sizes`` are the numbers of words of the queries.
        """
        at = self._index.array("name_at")
        first = at[names]
        counts = at[names + 1] - first
        words = self._index.array("name_words")[spread(first, counts)]
        bounds: NDArray[np.float32] = self._bases[sizes[whose], np.minimum(counts, LONGEST_NAME)]
        is_named = reaches.named[uses.reach]
        if is_named.any():
            _add_of_names(bounds, reaches, uses.only(is_named), whose, names)
            uses = uses.only(~is_named)
        self._add_of_words(bounds, reaches, uses, _Words(whose, counts, counts.cumsum(), words))
        return bounds

    def _add_of_words(
        self, bounds: NDArray[np.float32], reaches: Reaches, uses: Uses, listed: _Words
    ) -> None:
        """Add what the names gain with the words of the reaches.

        Some queries at once have a row of the table each. The gains of the first reach of each
        are written down and read, then those of their second ones, and so on.
        """
        rows, table = self._scratch.rows, self._scratch.gains
        rank = np.arange(len(uses.query)) - uses.query.searchsorted(uses.query)
        order = (uses.query // rows << _RANK | rank).argsort(kind="stable")
        query, reach, rank = uses.query[order], uses.reach[order], rank[order]
        first = reaches.begins[reach]
        counts = reaches.begins[reach + 1] - first
        entries = spread(first, counts)
        places = self._rows_of(query, counts) + reaches.entries[entries]
        gains, ends = reaches.gains[entries], [0, *counts.cumsum().tolist()]
        for part, of_part in runs(query // rows):
            names, words, begins = listed.between(part * rows, (part + 1) * rows)
            read = words + self._rows_of(listed.whose[names], listed.counts[names])
            for _, run in runs(rank[of_part]):
                first, last = of_part.start + run.start, of_part.start + run.stop
                written = places[ends[first] : ends[last]]
                table[written] = gains[ends[first] : ends[last]]
                bounds[names] += np.maximum.reduceat(table[read], begins)
                table[written] = 0

    def _rows_of(self, queries: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where the rows of some queries begin in the table, each told so many times."""
        rows: NDArray[np.int64] = queries % self._scratch.rows * self._width
        return rows.repeat(counts)


def _add_of_names(
    bounds: NDArray[np.float32],
    reaches: Reaches,
    uses: Uses,
    whose: NDArray[np.int64],
    names: NDArray[np.int64],
) -> None:
    """Add what the names gain because they are in the reaches."""
    each = np.arange(len(uses.query)) << _WHOSE
    counts = reaches.begins[uses.reach + 1] - reaches.begins[uses.reach]
    entries = spread(reaches.begins[uses.reach], counts)
    known = each.repeat(counts) | reaches.entries[entries]
    first, last = (whose.searchsorted(uses.query, side=side) for side in ("left", "right"))
    pairs = spread(first, last - first)
    asked = each.repeat(last - first) | names[pairs]
    at = np.minimum(known.searchsorted(asked), len(known) - 1)
    found = known[at] == asked
    np.add.at(bounds, pairs[found], reaches.gains[entries[at[found]]])


def _bases(extra_here: float, extra_there: float, relief: float) -> NDArray[np.float32]:
    """What a name costs if none of its words pairs: by the words here, and by those there."""
    here, there = np.arange(MOST_WORDS + 1)[:, None], np.arange(LONGEST_NAME + 1)[None, :]
    extra = np.where(there > here, extra_there * (there - here), extra_here * (here - there))
    return (extra - relief * np.minimum(there, here)).astype(np.float32)


def _least_conflict(kind: PartyType, weights: Weights) -> float:
    if kind is not PartyType.PERSON:
        return -weights.organisation.conflict
    table = weights.name
    return -max(
        table.conflict, table.conflict_given, table.conflict_family, table.conflict_patronymic
    )
