"""The listed words near each word that a cohort uses: found many at once, and remembered."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index
from tamiz.matching.levels import Level
from tamiz.matching.reach import Reaches
from tamiz.matching.vicinity import LEVELS, Vicinity
from tamiz.model import PartyType

AT_ONCE = 4_096  # words looked up in one go: more need no less time each, and much memory
NO_REACH = -1  # of a word near which there is none
Agreement = tuple[float, Level]


class _Found(NamedTuple):
    """What was found in one go: bits and level (``LEVELS``) of the entries of reaches in a row."""

    bits: NDArray[np.float32]
    level: NDArray[np.uint8]


class Neighbours:
    """Finds the words near others in one index, for names of one party type, and remembers them.

    ``reach`` has for each word known the number of its reach. ``relief`` is what a pair of words
    that differ costs at least.
    """

    def __init__(
        self, index: Index, kind: PartyType, vicinity: Vicinity, reaches: Reaches, *, relief: float
    ) -> None:
        self._index = index
        self._vicinity, self._reaches, self._relief = vicinity, reaches, relief
        self._is_person = kind is PartyType.PERSON
        self.reach: dict[str, int] = {}
        self._firsts: list[int] = []  # the first reach of what was found in one go
        self._found: list[_Found] = []
        self._agreements: dict[int, dict[int, Agreement]] = {NO_REACH: {}}

    def learn(self, words: Iterable[str]) -> None:
        """Find what is near all words not yet known; much faster than one by one."""
        new = [word for word in dict.fromkeys(words) if word not in self.reach]
        for first in range(0, len(new), AT_ONCE):
            some = new[first : first + AT_ONCE]
            self.reach.update(zip(some, self._find(some), strict=True))

    def agreements(self, word: str) -> dict[int, Agreement]:
        """For each listed word near a known one the bits, and how it agrees."""
        number = self.reach[word]
        found = self._agreements.get(number)
        if found is None:
            found = self._agreements[number] = self._agreements_of(number)
        return found

    def _find(self, words: list[str]) -> list[int]:
        """The reaches of some words."""
        near = self._vicinity.near(words)
        if self._is_person:  # an initial agrees with words, but no word is near it
            long = np.array([len(word) > 1 for word in words], dtype=np.bool_)[near.given]
            near = near.only(long)
        first = len(self._reaches)
        gains = near.bits + np.float32(self._relief)
        names = self._index.posting_counts(near.listed)
        order = self._reaches.add_words(near.listed, gains, names, near.given, len(words))
        self._firsts.append(first)
        self._found.append(_Found(near.bits[order], near.level[order].astype(np.uint8)))
        has_any = np.bincount(near.given, minlength=len(words)) > 0
        numbers: list[int] = np.where(
            has_any, np.arange(first, first + len(words)), NO_REACH
        ).tolist()
        return numbers

    def _agreements_of(self, number: int) -> dict[int, Agreement]:
        at = bisect_right(self._firsts, number) - 1
        found, begins = self._found[at], self._reaches.begins
        begin, end = begins[number : number + 2].tolist()
        here = slice(*(begins[number : number + 2] - begins[self._firsts[at]]).tolist())
        levels = [LEVELS[level] for level in found.level[here].tolist()]
        told = zip(found.bits[here].tolist(), levels, strict=True)
        return dict(zip(self._reaches.entries[begin:end].tolist(), told, strict=True))
