"""Words of names that go together, learnt from those who apply: no table, no label, no origin.

Names of one people share their words: who is called Takahashi is called Kazuya far more often than
others are. Weighed one by one, both look rare; together they are a common name. No person is put into
a group: groups only say how much commoner some words are together than apart, so that each tells less.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from math import log2
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

# People whose names must be known before one counts as common: in a small cohort a few who bear one
# name are a family, or tries of one man.
FEWEST_PEOPLE = 2_000
FEWEST_BITS = 1.0  # of what a cohort shows of a name; less is not worth telling
# People with a word from whom on it counts as common, the one in question among them. Fewer may be a
# family, or the tries of one man, whose own tries must not clear him.
FEWEST = 6
SHORTEST_FORM = 6  # letters of a sound: Nova is no Nov
_ENDS = (("uva", "uv"), ("iva", "iv"), ("ava", "av"), ("ina", "in"), ("ska", "ski"))
_decode = msgspec.msgpack.Decoder(tuple[int, int, dict[str, int]]).decode
UNSEEN = 1.5  # bearers of a word that is not known: there may be one or two


# The rows of words; of each of them several, where another word would have been as good.
Rows = Sequence[Sequence[int]]


class Sorting(NamedTuple):
    """One way to sort names: the share of each group among all names, and a row for each word.

    ``leaning``: a word's share in each group over its share of all (1 = as common as anywhere).
    """

    share: NDArray[np.float32]
    leaning: NDArray[np.float32]

    def together(self, rows: Rows, bearers: NDArray[np.uint32]) -> float:
        """How many bits words tell less together than one by one; more, if it is less than 0."""
        return log2(float(self._in_each(rows, bearers).sum()))

    def belongs(self, rows: Rows, bearers: NDArray[np.uint32]) -> NDArray[np.float64]:
        """How likely a name with these words is of each group."""
        in_each = self._in_each(rows, bearers)
        return np.asarray(in_each / in_each.sum())

    def _in_each(self, rows: Rows, bearers: NDArray[np.uint32]) -> NDArray[np.float64]:
        """How often words meet in each group, over how often they would if they were independent."""
        product = self.share.astype(np.float64)
        for some in rows:
            product *= (
                self.leaning[some[0]]
                if len(some) == 1
                else np.average(self.leaning[some], axis=0, weights=bearers[some])
            )
        return product


class NameGroups(Struct, frozen=True, kw_only=True, dict=True):
    """What the names of so many ``people`` show, drawn from a ``population``.

    ``known`` numbers the words, as they sound; ``bearers`` counts who has each. ``sortings`` are
    coarse and fine: large peoples know how rare words go together, small ones tell more.
    """

    people: int = 0
    population: int = 0
    known: dict[str, int] = {}
    bearers: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    sortings: tuple[Sorting, ...] = ()

    def together(self, words: Iterable[frozenset[str]]) -> float:
        """How many bits words tell less together than one by one; 0 at least.

        Each is a word as it sounds, or several where another of them would have been as good.
        In a small cohort nothing is taken away: three tries of one man are no people of their own.
        """
        return max(0.0, self.counted_together(words))

    def counted_together(self, words: Iterable[frozenset[str]]) -> float:
        """The same; less than 0 where words go together more seldom than by chance."""
        rows = self.rows(words)
        if self.people < FEWEST_PEOPLE or len(rows) < 2:  # noqa: PLR2004 - one goes with none
            return 0.0
        return max(sorting.together(rows, self.bearers) for sorting in self.sortings)

    def words_together(self, words: Iterable[str]) -> float:
        """What ``together`` says of words, each once, for none of which another would do."""
        if self.people < FEWEST_PEOPLE:
            return 0.0
        forms = map(one_form, words)
        rows = [self.known[form] for form in forms if form in self.known]
        if len(rows) < 2:  # noqa: PLR2004 - one goes with none
            return 0.0
        share, leaning, starts = self._beside
        for row in rows:
            share = share * leaning[row]
        return max(0.0, log2(max(np.add.reduceat(share, starts).tolist())))

    @cached_property
    def _beside(self) -> tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.int64]]:
        """All sortings side by side, to be asked at once: shares, leanings, where each begins."""
        sizes = [len(one.share) for one in self.sortings]
        return (
            np.concatenate([one.share for one in self.sortings]).astype(np.float64),
            np.hstack([one.leaning for one in self.sortings]),
            np.array([0, *accumulate(sizes)][:-1]),
        )

    def common(self, words: Iterable[frozenset[str]]) -> int:
        """How many of the words so many bear that their company is counted."""
        if self.people < FEWEST_PEOPLE:
            return 0
        return sum(int(self.bearers[rows].sum()) >= FEWEST for rows in self.rows(words))

    def rows(self, words: Iterable[frozenset[str]]) -> list[list[int]]:
        """The rows of the words that are known, each word once."""
        return [rows for some in set(words) if (rows := self._rows(some))]

    def surprise(self, words: Iterable[str]) -> float | None:
        """How surprising it is that two people here bear all words by chance, in bits; 0 at least.

        That is how rare such a name is, less the number of people who might bear it. None where too
        few names are known.
        """
        if self.people < FEWEST_PEOPLE:
            return None
        heard = set(words)
        apart = sum(log2(self.people / self._bearers(word)) for word in heard)
        together = self.words_together(heard)
        return max(apart - together - log2(self.population), 0.0)

    def _rows(self, words: Iterable[str]) -> list[int]:
        forms = {one_form(word) for word in words}
        return sorted(self.known[form] for form in forms if form in self.known)

    def _bearers(self, word: str) -> float:
        at = self.known.get(one_form(word))
        return UNSEEN if at is None else float(self.bearers[at])


def one_form(heard: str) -> str:
    """The one form, as it sounds, of a family name that men and women of one family bear differently.

    Kozlova is as much of a people as Kozlov is; apart, the women's few bearers say little.

    >>> one_form("kusluva"), one_form("kuvalska"), one_form("nuva")
    ('kusluv', 'kuvalski', 'nuva')
    """
    if len(heard) < SHORTEST_FORM:
        return heard
    for end, common in _ENDS:
        if heard.endswith(end):
            return heard.removesuffix(end) + common
    return heard


def write_groups(groups: NameGroups, path: Path) -> None:
    """Write them as two files beside ``path``: words, and arrays."""
    path.write_bytes(msgspec.msgpack.encode((groups.people, groups.population, groups.known)))
    arrays: dict[str, NDArray[np.generic]] = {"bearers": groups.bearers}
    for at, sorting in enumerate(groups.sortings):
        arrays |= {f"share{at}": sorting.share, f"leaning{at}": sorting.leaning}
    np.savez(path.with_suffix(".npz"), **arrays)  # type: ignore[arg-type]


def read_groups(path: Path) -> NameGroups:
    """What ``write_groups`` wrote."""
    people, population, known = _decode(path.read_bytes())
    with np.load(path.with_suffix(".npz")) as told:
        count = len(told.files) // 2
        return NameGroups(
            people=people,
            population=population,
            known=known,
            bearers=told["bearers"],
            sortings=tuple(
                Sorting(told[f"share{at}"], told[f"leaning{at}"]) for at in range(count)
            ),
        )
