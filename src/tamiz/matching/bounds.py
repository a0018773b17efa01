"""What listed names can score at most with given ones: their gains, less what must differ.

The bound of a name is what it would score if each of the subject's words found its best partner
in it: the words' gains, less what the words that cannot pair must cost.
"""

from collections.abc import Sequence
from threading import local

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index
from tamiz.matching.query import Query
from tamiz.matching.reach import NamedReach
from tamiz.matching.spans import spread
from tamiz.matching.weights import Weights
from tamiz.model import PartyType
from tamiz.normalise.names import MOST_WORDS

LONGEST_NAME = 255  # words of a listed name that the table of bases knows


class _Scratch(local):
    """Room to write down what each listed word gains with one word, all 0: one table a thread."""

    def __init__(self, words: int) -> None:
        self.gains = np.zeros(words, dtype=np.float32)


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
        self.least_base: list[float] = self._bases[:, 1:].max(axis=1).tolist()
        self._scratch = _Scratch(len(index.words))

    def of(
        self, queries: Sequence[Query], whose: NDArray[np.int64], names: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """The bound of each listed name with the query whose number, ascending, is beside it."""
        at = self._index.array("name_at")
        first = at[names]
        counts = at[names + 1] - first
        words = self._index.array("name_words")[spread(first, counts)]
        ends = counts.cumsum()
        begins = ends - counts
        sizes = np.array([len(query.near) for query in queries])
        bounds: NDArray[np.float32] = self._bases[sizes[whose], np.minimum(counts, LONGEST_NAME)]
        last_of = whose.searchsorted(np.arange(len(queries)), side="right").tolist()
        table = self._scratch.gains
        start = 0
        for query, stop in zip(queries, last_of, strict=True):
            if start == stop:
                continue
            offset = begins[start]
            here, some = begins[start:stop] - offset, words[offset : ends[stop - 1]]
            total = bounds[start:stop]
            for reach in query.reaches:
                if isinstance(reach, NamedReach):
                    total += reach.gains_at(names[start:stop])
                    continue
                table[reach.words] = reach.gains
                total += np.maximum.reduceat(table[some], here)
                table[reach.words] = 0
            start = stop
        return bounds


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
