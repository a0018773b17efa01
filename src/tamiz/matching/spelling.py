"""Which of many words, and sounds of words, are a few typing errors from given ones; all of them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.deletions import errors_allowed, left_over
from tamiz.matching.edits import typing_errors
from tamiz.matching.lookup import Lookup
from tamiz.matching.spans import once
from tamiz.matching.texts import Texts


class Misspelt(NamedTuple):
    """Pairs of a given text and one of ``edits`` typing errors from it, by their numbers.

    On both sides the numbers of sounds go on where those of words end.
    """

    given: NDArray[np.int64]
    found: NDArray[np.int64]
    edits: NDArray[np.int64]


class Spellings:
    """Words and sounds that can be found by what is left of them when letters are taken out."""

    def __init__(
        self, words: Texts, sounds: Texts, hashes: NDArray[np.uint32], numbers: NDArray[np.int32]
    ) -> None:
        """``hashes`` and ``numbers`` are the ``deletion_table`` of the words and sounds."""
        self._texts, self._numbers = words.followed_by(sounds), numbers
        self._lookup = Lookup(hashes)

    def near(self, words: list[str], sounds: list[str]) -> Misspelt:
        """For each given word the words from one to as many edits away as it may hold.

        Likewise for each given sound the sounds.
        """
        most = errors_allowed(words, sounds)
        whose, found = self._sharing(words, sounds, most)
        edits = typing_errors(Texts.of(words + sounds), whose, self._texts, found)
        close = (edits > 0) & (edits <= np.array(most, dtype=np.int64)[whose])
        return Misspelt(whose[close], found[close], edits[close])

    def _sharing(
        self, words: list[str], sounds: list[str], most: list[int]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The pairs of given texts and texts that leave something in common, each once."""
        numbers, wanted = left_over(words, sounds, most)
        is_able = np.array(most, dtype=np.int64)[numbers] > 0
        whose, places = self._lookup.find(wanted[is_able])
        pairs = numbers[is_able][whose] << 32 | self._numbers[places]
        pairs.sort()
        pairs = pairs[once(pairs)]
        return pairs >> 32, pairs & 0xFFFFFFFF
