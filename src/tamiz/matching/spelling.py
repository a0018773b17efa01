"""Which of many words are at most a few typing errors from given ones; none is missed."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.deletions import deletion_hashes
from tamiz.matching.edits import typing_errors
from tamiz.matching.spans import once, spread
from tamiz.matching.texts import Texts


class Misspelt(NamedTuple):
    """Pairs of a given word and one of ``edits`` typing errors from it, by their numbers."""

    given: NDArray[np.int64]
    found: NDArray[np.int64]
    edits: NDArray[np.int64]


class Spellings:
    """Words that can be found by what is left of them when letters are taken out."""

    def __init__(
        self, words: Texts, hashes: NDArray[np.uint32], numbers: NDArray[np.int32]
    ) -> None:
        """``hashes`` and ``numbers`` are the words' ``deletion_table``."""
        self._words, self._hashes, self._numbers = words, hashes, numbers
        # Where the hashes with the same first bits begin: two of them, on average, so that a
        # look-up reads two places in memory where a binary search would read twenty.
        bits = max(len(hashes).bit_length() - 1, 1)
        self._shift = np.uint32(32 - bits)
        counts = np.bincount(hashes >> self._shift, minlength=1 << bits)
        self._starts = np.concatenate([[0], counts.cumsum()]).astype(np.int32)

    def near(self, given: list[str], most: list[int]) -> Misspelt:
        """For each given word the words from one to ``most`` edits away.

        ``most`` is no more than ``edits_allowed`` of the word's length, and than the table's own.
        """
        whose, found = self._sharing(given, most)
        edits = typing_errors(Texts.of(given), whose, self._words, found)
        close = (edits > 0) & (edits <= np.array(most, dtype=np.int64)[whose])
        return Misspelt(whose[close], found[close], edits[close])

    def _sharing(
        self, given: list[str], most: list[int]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The pairs of given words and words that leave something in common, each once."""
        able = [at for at, edits in enumerate(most) if edits]
        at, wanted = deletion_hashes([given[at] for at in able], [most[at] for at in able])
        whose = np.array(able, dtype=np.int64)[at]
        place = wanted >> self._shift
        first = self._starts[place]
        counts = self._starts[place + np.uint32(1)] - first
        places = spread(first, counts)
        alike = self._hashes[places] == wanted.repeat(counts)
        pairs = whose.repeat(counts)[alike] << 32 | self._numbers[places[alike]]
        pairs.sort()
        pairs = pairs[once(pairs)]
        return pairs >> 32, pairs & 0xFFFFFFFF
