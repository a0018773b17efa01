"""The listed words near each word that a cohort uses: found many at once, and remembered."""

from collections.abc import Iterable

import numpy as np
from msgspec import Struct

from tamiz.matching.index import Index
from tamiz.matching.levels import Level
from tamiz.matching.reach import Reach, reaches_of
from tamiz.matching.vicinity import LEVELS, Near, Vicinity
from tamiz.model import PartyType

KEPT_WORDS = 50_000  # words remembered, about 1.5 KB each: those of a large cohort
AT_ONCE = 4_096  # words looked up in one go: more need no less time each, and much memory


class Neighbourhood(Struct, eq=False, gc=False):
    """The listed words near one word: how each agrees, its bits, and what it can gain.

    The words are those of ``near`` from ``first`` on, as many as ``reach`` has.
    """

    reach: Reach
    near: Near
    first: int
    places: dict[int, int] | None = None

    def agreement(self, word: int) -> tuple[float, Level] | None:
        """The bits of a listed word and how it agrees; None if it is not near."""
        if self.places is None:
            begin, end = self.first, self.first + len(self.reach)
            self.places = dict(zip(self.reach.words.tolist(), range(begin, end), strict=True))
        at = self.places.get(word)
        return None if at is None else (float(self.near.bits[at]), LEVELS[self.near.level[at]])


class Neighbours:
    """Finds neighbourhoods in one index for names of one party type, and remembers them.

    ``relief`` is what a pair of words that differ costs at least.
    """

    def __init__(self, index: Index, kind: PartyType, vicinity: Vicinity, *, relief: float) -> None:
        self._index, self._vicinity, self._relief = index, vicinity, relief
        self._is_person = kind is PartyType.PERSON
        self._kept: dict[str, Neighbourhood] = {}

    def of(self, word: str) -> Neighbourhood:
        """Every listed word that may be ``word``."""
        found = self._kept.get(word)
        if found is None:
            self.learn((word,))
            found = self._kept[word]
        return found

    def learn(self, words: Iterable[str]) -> None:
        """Find the neighbourhoods of all words not yet known; much faster than one by one."""
        new = [word for word in dict.fromkeys(words) if word not in self._kept]
        if len(self._kept) + len(new) > KEPT_WORDS:
            self._kept.clear()
        for first in range(0, len(new), AT_ONCE):
            some = new[first : first + AT_ONCE]
            self._kept.update(zip(some, self._find(some), strict=True))

    def _find(self, words: list[str]) -> list[Neighbourhood]:
        near = self._vicinity.near(words)
        if self._is_person:  # an initial agrees with words, but no word is near it
            long = np.array([len(word) > 1 for word in words], dtype=np.bool_)[near.given]
            near = near.only(long)
        gains = near.bits + np.float32(self._relief)
        reaches = reaches_of(self._index, near.listed, gains, near.given, len(words))
        found, first = [], 0
        for reach in reaches:
            found.append(Neighbourhood(reach, near, first))
            first += len(reach)
        return found
