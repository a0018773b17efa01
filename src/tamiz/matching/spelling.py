"""Which of many words are at most a few typing errors from a given one; none is missed."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from tamiz.matching.build import letters_of


def edits_allowed(length: int) -> int:
    """How many typing errors a word of this length may hold and still be recognised."""
    shortest_by_edits = (3, 6, 10)
    return sum(length >= shortest for shortest in shortest_by_edits)


class Spellings:
    """Words in the order of their lengths, each with the set of its letters."""

    def __init__(self, words: list[str], letters: NDArray[np.uint64]) -> None:
        lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
        self._order = np.argsort(lengths, kind="stable")
        self._letters = letters[self._order]
        self._words = words
        longest = int(lengths.max(initial=0))
        self._first = np.searchsorted(lengths[self._order], np.arange(longest + 2)).tolist()

    def within(self, word: str, most: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The numbers of the words at most ``most`` edits away, and how many edits.

        An edit changes at most two members of the set of letters and the length by one, so words
        further away in either cannot be within reach and are not compared letter by letter.
        """
        here = slice(self._starts(len(word) - most), self._starts(len(word) + most + 1))
        letters = self._letters[here]
        near = np.bitwise_count(letters ^ np.uint64(letters_of(word))) <= 2 * most
        numbers = self._order[here][near]
        if most == 0 or not len(numbers):
            return numbers[:0], np.empty(0, dtype=np.int32)
        texts = [self._words[number] for number in numbers.tolist()]
        distances = cdist([word], texts, scorer=OSA.distance, score_cutoff=most, dtype=np.int32)[0]
        close = distances <= most
        return numbers[close], distances[close]

    def _starts(self, length: int) -> int:
        """Where the words of this length begin."""
        found: int = self._first[max(min(length, len(self._first) - 1), 0)]
        return found
