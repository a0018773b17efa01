"""Words of one name that are written as one in the other: ``De la Rosa`` and ``Delarosa``."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index
from tamiz.matching.rarity import PSEUDO_PARTIES
from tamiz.matching.reach import NamedReach, Reach, reaches_of
from tamiz.matching.spans import once
from tamiz.model import PartyType
from tamiz.normalise.keys import joined_sound

KEPT_JOINS = 100_000  # spellings remembered; most are found nowhere and take little room
_Kept = TypeVar("_Kept")


class JoinedWords(NamedTuple):
    """The listed words that some words are when written as one, and the bits this gives."""

    words: tuple[int, ...]
    bits: float
    reach: Reach


class JoinedNames(NamedTuple):
    """The listed names with neighbours that are one word here, and the bits this gives.

    ``names`` ascend; ``first`` and ``last`` are the words of each that are one.
    """

    names: NDArray[np.int32]
    first: NDArray[np.integer]
    last: NDArray[np.integer]
    bits: float
    reach: NamedReach

    def within(self, name: int) -> Iterator[tuple[int, int]]:
        """The first and last words of one listed name: few names are ever asked for."""
        begin, end = self.names.searchsorted((name, name + 1)).tolist()
        yield from zip(self.first[begin:end].tolist(), self.last[begin:end].tolist(), strict=True)


class Joins:
    """Finds joins in one index for names of one party type, and remembers what was found.

    ``bits_of`` gives the bits of an agreement that a share of people would show by chance;
    ``relief`` is what two words that differ cost at least.
    """

    def __init__(
        self, index: Index, kind: PartyType, bits_of: Callable[[float], float], *, relief: float
    ) -> None:
        self._index, self._bits_of, self._relief = index, bits_of, relief
        self._share = index.shares(kind)
        self._words: dict[str, JoinedWords | None] = {}
        self._names: dict[str, JoinedNames | None] = {}

    def learn(self, joined: Iterable[str], single: Iterable[str]) -> None:
        """Look up all ``joined`` spellings as words, and ``single`` words as joins, at once."""
        if new := _new(joined, self._words):
            self._learn_words(new)
        if new := _new(single, self._names):
            self._learn_names(new)

    def words(self, text: str) -> JoinedWords | None:
        """The listed words that sound like a join of the subject's; None if there are none."""
        if text not in self._words:
            self._learn_words([text])
        return self._words[text]

    def names(self, text: str) -> JoinedNames | None:
        """The listed names with words that, joined, sound like a word of the subject's."""
        if text not in self._names:
            self._learn_names([text])
        return self._names[text]

    def _learn_words(self, texts: list[str]) -> None:
        self._words.update(dict.fromkeys(texts))
        keys = [joined_sound(text) for text in texts]
        whose, places = self._index.find_all("glued", keys)
        words = self._index.array("glued_word")[places].astype(np.int64)
        for at, mine in _runs(whose):
            found = np.sort(words[mine])
            bits = self._bits_of(float(self._share[found].sum()))
            gains = np.full(len(found), self._gain(bits), dtype=np.float32)
            reach = reaches_of(self._index, found, gains, np.zeros_like(found), 1)[0]
            self._words[texts[at]] = JoinedWords(tuple(found.tolist()), bits, reach)

    def _learn_names(self, texts: list[str]) -> None:
        self._names.update(dict.fromkeys(texts))
        keys = [joined_sound(text) for text in texts]
        whose, entries = self._index.find_all("join", keys)
        names, first, last = (self._index.array(f"join_{c}") for c in ("name", "first", "last"))
        for at, mine in _runs(whose):
            found = entries[mine]
            found = found[names[found].argsort(kind="stable")]
            crowd = len(found) / (len(self._index.name_record) + PSEUDO_PARTIES)
            bits = self._bits_of(crowd)
            reach = NamedReach(np.unique(names[found]), self._gain(bits))
            self._names[texts[at]] = JoinedNames(
                names[found], first[found], last[found], bits, reach
            )

    def _gain(self, bits: float) -> float:
        """What a join gains at most: it relieves two words of differing."""
        return bits + 2 * self._relief


def _new(texts: Iterable[str], known: dict[str, _Kept]) -> list[str]:
    """The texts not yet known, each once; all is forgotten first where it would be too much."""
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if len(known) + len(new) > KEPT_JOINS:
        known.clear()
    return new


def _runs(rising: NDArray[np.int64]) -> Iterable[tuple[int, slice]]:
    """Each number of an ascending array, and where it stands."""
    ends = (np.flatnonzero(once(rising)) + 1).tolist()
    for begin, end in pairwise([0, *ends]):
        yield int(rising[begin]), slice(begin, end)
