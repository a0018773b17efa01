"""Names as numbers of their words: many names in little room, in the order in which they came."""

from array import array
from collections.abc import Iterable

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.matching.arrays import view

Numbers = NDArray[np.int64]


class Borne(Struct, frozen=True):
    """Word by word whose it is and which one: names that have two words that enough others have.

    ``of`` numbers the names from 0 on, in their order; ``word`` numbers ``words``; ``bearers`` counts
    the names that have each.
    """

    of: Numbers
    word: Numbers
    words: list[str]
    bearers: Numbers

    def some(self, first: int, last: int, step: int = 1) -> "Borne":
        """Every ``step``-th of the names from one to before another, numbered anew."""
        start, end = np.searchsorted(self.of, [first, last])
        of = self.of[start:end] - first
        kept = of % step == 0
        return Borne(of[kept] // step, self.word[start:end][kept], self.words, self.bearers)

    def __len__(self) -> int:
        return int(self.of[-1]) + 1 if len(self.of) else 0


class NameWords:
    """Takes in names, each of its words once."""

    def __init__(self, names: Iterable[Iterable[str]] = ()) -> None:
        """Begin with these."""
        self._number: dict[str, int] = {}
        self._words = array("I")
        self._ends = array("Q", [0])
        for name in names:
            self.add(name)

    def add(self, words: Iterable[str]) -> None:
        """Take in the words of a name."""
        number = self._number
        self._words.extend([number.setdefault(word, len(number)) for word in words])
        self._ends.append(len(self._words))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def borne(self, fewest: int) -> Borne:
        """The words that so many names have, in names that have two of them."""
        word = view(self._words).astype(np.int64)
        ends = view(self._ends).astype(np.int64)
        of = np.repeat(np.arange(len(self)), ends[1:] - ends[:-1])
        kept = np.bincount(word, minlength=len(self._number))[word] >= fewest
        of, word = of[kept], word[kept]
        kept = np.bincount(of, minlength=len(self))[of] > 1
        of, word = _numbered(of[kept]), word[kept]
        met, word = np.unique(word, return_inverse=True)
        spelt = list(self._number)
        return Borne(
            of, word.astype(np.int64), [spelt[at] for at in met],
            np.bincount(word, minlength=len(met)).astype(np.int64),
        )  # fmt: skip


def _numbered(ordered: Numbers) -> Numbers:
    """Numbers in their order, from 0 on without gaps."""
    return np.asarray(np.cumsum(np.diff(ordered, prepend=ordered[:1]) > 0), np.int64)
