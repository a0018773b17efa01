"""Which of many words are at most a few typing errors from a given one; none is missed."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from tamiz.matching.deletions import deletion_hashes


class Spellings:
    """Words that can be found by what is left of them when letters are taken out."""

    def __init__(
        self, words: list[str], hashes: NDArray[np.uint32], numbers: NDArray[np.int32]
    ) -> None:
        """``hashes`` and ``numbers`` are the words' ``deletion_table``."""
        self._words, self._hashes, self._numbers = words, hashes, numbers
        # Where the hashes with the same first bits begin: two of them, on average, so that a
        # look-up reads two places in memory where a binary search would read twenty.
        bits = max(len(hashes).bit_length() - 1, 1)
        self._shift = np.uint32(32 - bits)
        counts = np.bincount(hashes >> self._shift, minlength=1 << bits)
        self._starts = np.concatenate([[0], counts.cumsum()]).astype(np.int32)

    def within(self, word: str, most: int) -> list[list[int]]:
        """The numbers of the words one, two … ``most`` edits away.

        ``most`` is no more than ``edits_allowed`` of the word's length, and than the table's own.
        """
        found: list[list[int]] = [[] for _ in range(most + 1)]
        for number in self._sharing(word, most).tolist() if most else ():
            edits = OSA.distance(word, self._words[number], score_cutoff=most)
            if edits <= most:
                found[edits].append(number)
        return found[1:]

    def _sharing(self, word: str, most: int) -> NDArray[np.int32]:
        """The words that leave something in common with this one."""
        wanted = deletion_hashes(word, most)
        place = wanted >> self._shift
        first = self._starts[place]
        counts = self._starts[place + np.uint32(1)] - first
        ends = counts.cumsum()
        at = np.arange(ends[-1]) + (first - ends + counts).repeat(counts)
        found: NDArray[np.int32] = self._numbers[at[self._hashes[at] == wanted.repeat(counts)]]
        found.sort()
        return found[once(found)]


def once(rising: NDArray[np.int32]) -> NDArray[np.bool_]:
    """For ascending numbers which are the last of their kind, so that each is taken once."""
    last = np.ones(len(rising), dtype=np.bool_)
    if len(rising) > 1:
        np.not_equal(rising[1:], rising[:-1], out=last[:-1])
    return last
