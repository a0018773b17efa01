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


class _Found(NamedTuple):
    """What was found in one go: bits and level (``LEVELS``) of the entries of reaches in a row."""

    bits: NDArray[np.float32]
    level: NDArray[np.uint8]


_NOTHING = _Found(np.empty(0, dtype=np.float32), np.empty(0, dtype=np.uint8))


class Agreements:
    """The listed words near one word: the bits of each, and how it agrees."""

    __slots__ = ("_found", "_places")

    def __init__(self, places: dict[int, int], found: _Found) -> None:
        self._places, self._found = places, found

    def get(self, word: int) -> tuple[float, Level] | None:
        """The bits of a listed word and how it agrees; None if it is not near."""
        at = self._places.get(word)
        if at is None:
            return None
        return float(self._found.bits[at]), LEVELS[self._found.level[at]]


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
        self._agreements = {NO_REACH: Agreements({}, _NOTHING)}

    def learn(self, words: Iterable[str]) -> None:
        """Find what is near all words not yet known; much faster than one by one."""
        new = [word for word in dict.fromkeys(words) if word not in self.reach]
        for first in range(0, len(new), AT_ONCE):
            some = new[first : first + AT_ONCE]
            self.reach.update(zip(some, self._find(some), strict=True))

    def agreements(self, word: str) -> Agreements:
        """What is near a known word."""
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

    def _agreements_of(self, number: int) -> Agreements:
        at = bisect_right(self._firsts, number) - 1
        begin, end = self._reaches.begins[number : number + 2].tolist()
        first = int(self._reaches.begins[self._firsts[at]])
        words = self._reaches.entries[begin:end].tolist()
        places = dict(zip(words, range(begin - first, end - first), strict=True))
        return Agreements(places, self._found[at])
