"""Words of one name that are written as one in the other: ``De la Rosa`` and ``Delarosa``."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index
from tamiz.matching.rarity import PSEUDO_PARTIES
from tamiz.matching.reach import Reaches
from tamiz.matching.spans import once, runs
from tamiz.model import PartyType
from tamiz.normalise.keys import joined_sounds


class JoinedWords(NamedTuple):
    """The listed words that some words are when written as one, and the bits this gives.

    ``reach`` is the number of their reach.
    """

    words: tuple[int, ...]
    bits: float
    reach: int


class JoinedNames(NamedTuple):
    """The listed names with neighbours that are one word here, and the bits this gives.

    ``names`` ascend; ``first`` and ``last`` are the words of each that are one. ``reach`` is the
    number of their reach.
    """

    names: NDArray[np.int32]
    first: NDArray[np.integer]
    last: NDArray[np.integer]
    bits: float
    reach: int

    def within(self, name: int) -> Iterator[tuple[int, int]]:
        """The first and last words of one listed name: few names are ever asked for."""
        begin, end = self.names.searchsorted((name, name + 1)).tolist()
        yield from zip(self.first[begin:end].tolist(), self.last[begin:end].tolist(), strict=True)


class Joins:
    """Finds joins in one index for names of one party type, and remembers what was found.

    ``words`` has for each join of the subjects that is a listed word what it is, ``names`` for
    each word that is a join in listed names. ``bits_of`` gives the bits of an agreement that a
    share of people would show by chance; ``relief`` is what two words that differ cost at least.
    """

    def __init__(
        self,
        index: Index,
        kind: PartyType,
        reaches: Reaches,
        bits_of: Callable[[float], float],
        *,
        relief: float,
    ) -> None:
        self._index, self._bits_of, self._relief = index, bits_of, relief
        self._reaches = reaches
        self._share = index.shares(kind)
        self.words: dict[str, JoinedWords] = {}
        self.names: dict[str, JoinedNames] = {}
        self._known: tuple[set[str], set[str]] = set(), set()

    def __len__(self) -> int:
        return sum(map(len, self._known))

    def learn(self, joined: Iterable[str], single: Iterable[str]) -> None:
        """Look up all ``joined`` spellings as words, and ``single`` words as joins, at once."""
        new = [
            [text for text in dict.fromkeys(texts) if text not in known]
            for texts, known in zip((joined, single), self._known, strict=True)
        ]
        for known, texts in zip(self._known, new, strict=True):
            known.update(texts)
        if new[0]:
            self._learn_words(new[0])
        if new[1]:
            self._learn_names(new[1])

    def _learn_words(self, texts: list[str]) -> None:
        whose, words = self._index.find_words([("joined", joined_sounds(texts))])
        if not len(whose):
            return
        words = words[np.lexsort((words, whose))]
        alike, first = list(runs(whose)), len(self._reaches)
        bits = [self._bits_of(float(self._share[words[mine]].sum())) for _, mine in alike]
        owners = _owners(alike)
        names = self._index.posting_counts(words)
        self._reaches.add_words(words, self._gains(bits)[owners], names, owners, len(alike))
        for reach, ((at, mine), worth) in enumerate(zip(alike, bits, strict=True), first):
            self.words[texts[at]] = JoinedWords(tuple(words[mine].tolist()), worth, reach)

    def _learn_names(self, texts: list[str]) -> None:
        whose, entries = self._index.find_all("join", joined_sounds(texts))
        if not len(whose):
            return
        names, begin, end = (self._index.array(f"join_{c}") for c in ("name", "first", "last"))
        entries = entries[np.lexsort((names[entries], whose))]
        names, begin, end = names[entries], begin[entries], end[entries]
        alike, first = list(runs(whose)), len(self._reaches)
        most = len(self._index.name_record) + PSEUDO_PARTIES
        bits = [self._bits_of((mine.stop - mine.start) / most) for _, mine in alike]
        each = once(whose << 32 | names)
        owners = _owners(alike)[each]
        self._reaches.add_names(names[each], self._gains(bits)[owners], owners, len(alike))
        for reach, ((at, here), worth) in enumerate(zip(alike, bits, strict=True), first):
            self.names[texts[at]] = JoinedNames(names[here], begin[here], end[here], worth, reach)

    def _gains(self, bits: list[float]) -> NDArray[np.float32]:
        """What joins gain at most: each relieves two words of differing."""
        return np.array([one + 2 * self._relief for one in bits], dtype=np.float32)


def _owners(alike: list[tuple[int, slice]]) -> NDArray[np.int64]:
    """Beside each place of some runs which of them it is in."""
    return np.arange(len(alike)).repeat([mine.stop - mine.start for _, mine in alike])
