"""Which of many words are at most a few typing errors from a given one; none is missed."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from tamiz.matching.deletions import deletion_hashes


class Spellings:
    """Words that can be found by what is left of them when letters are taken out."""

    def __init__(
        self, words: list[str], hashes: NDArray[np.uint32], numbers: NDArray[np.int32]
    ) -> None:
        """``hashes`` and ``numbers`` are the words' ``deletion_table``."""
        self._words, self._hashes, self._numbers = words, hashes, numbers

    def within(self, word: str, most: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The numbers of the words at most ``most`` edits away, and how many edits.

        ``most`` is no more than ``edits_allowed`` of the word's length.
        """
        numbers = self._sharing(word) if most else np.empty(0, dtype=np.int32)
        if not len(numbers):
            return numbers.astype(np.int64), np.empty(0, dtype=np.int32)
        texts = [self._words[number] for number in numbers.tolist()]
        distances = cdist([word], texts, scorer=OSA.distance, score_cutoff=most, dtype=np.int32)[0]
        close = distances <= most
        return numbers[close].astype(np.int64), distances[close]

    def _sharing(self, word: str) -> NDArray[np.int32]:
        """The words that leave something in common with this one."""
        wanted = deletion_hashes(word)
        first = self._hashes.searchsorted(wanted, side="left")
        counts = self._hashes.searchsorted(wanted, side="right") - first
        ends = counts.cumsum()
        found = self._numbers[np.arange(ends[-1]) + (first - ends + counts).repeat(counts)]
        found.sort()
        return found[once(found)]


def once(rising: NDArray[np.int32]) -> NDArray[np.bool_]:
    """For ascending numbers which are the last of their kind, so that each is taken once."""
    last = np.ones(len(rising), dtype=np.bool_)
    np.not_equal(rising[1:], rising[:-1], out=last[:-1])
    return last
