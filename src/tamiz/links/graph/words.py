"""How common the words of names are among those who apply, and among whom they name.

Tables of names know countries, not cohorts: where half a village applies, its surname says nothing.
What a cohort itself shows to be common is taken for common, never for rarer than tables say.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from math import log2, sqrt
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct

from tamiz.links.graph.counters import folded
from tamiz.links.graph.grouping import FEWEST_IN_GROUP, MOST_WORDS, fit_groups
from tamiz.links.graph.groups import FEWEST, FEWEST_PEOPLE, one_form, write_groups
from tamiz.links.graph.name_words import NameWords
from tamiz.links.graph.near_words import write_near_words
from tamiz.links.graph.values import company_of
from tamiz.matching.arrays import hash_key, view
from tamiz.model import Dossier, Name, Relation, RelationKind
from tamiz.normalise.keys import sound
from tamiz.normalise.names import parse_organisation, parse_person
from tamiz.normalise.parties import party_name

CELLS = 1 << 23  # counters of pairs of words; what falls into one cell seems commoner than it is
# People with two words in one name from whom on it says the most: as many as make a group.
FEWEST_OF_PAIR = FEWEST_IN_GROUP
CAUTION = 1.0  # standard deviations by which a count is taken lower than it is


class WordShares(Struct, frozen=True):
    """The share of people, and of organisations, whose names have a word; only common words."""

    persons: dict[str, float] = {}
    organisations: dict[str, float] = {}


class NameCounts:
    """Counts each person and each organisation once, however many name them; relatives each time.

    A word, or two of them together, counts once for all whom one dossier names: nobody makes a name
    common by writing it again.
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        self._persons: Counter[str] = Counter()
        self._organisations: Counter[str] = Counter()
        self._own: Counter[str] = Counter()  # of applicants' own names
        self._people = self._applicants = 0
        self._named: set[str] = set()
        self._firms = 0
        self._pairs = array("Q")
        self._names = NameWords()

    def add(self, dossier: Dossier) -> None:
        """Count the words of an applicant's names, and of the parties that they name."""
        own = _borne(dossier.identity.names)
        people = [own]
        self._applicants += 1
        _count(self._own, own)
        for relation in dossier.relations:
            if relation.kind is RelationKind.SERVED_WITH or self._is_counted(relation):
                continue
            if company_of(relation) is not None:
                self._firms += 1
                words = parse_organisation(Name(text=relation.name)).words
                self._organisations.update({word.text for word in words})
            if relation.is_organisation is not True:
                people.append(_borne((Name(text=party_name(relation)),)))
        self._told_by_one(people)

    def _is_counted(self, relation: Relation) -> bool:
        """Whether it is somebody met before; relatives of one name are as many people as name them."""
        if relation.kind is RelationKind.RELATIVE:
            return False
        known = relation.name in self._named
        self._named.add(relation.name)
        return known

    def shares(self) -> WordShares:
        """What was counted, as shares, each taken lower by what chance may have added."""
        return WordShares(
            _shares(self._persons, self._people), _shares(self._organisations, self._firms)
        )

    def write(self, path: Path) -> None:
        """Write the shares as a file of their own."""
        path.write_bytes(msgspec.msgpack.encode(self.shares()))
        pairs = view(self._pairs).astype(np.int64)
        cells = folded(np.bincount(pairs, minlength=CELLS).astype(np.uint32))
        np.save(path.with_suffix(".npy"), np.append(cells, np.uint32(self._people)))
        write_near_words(self._own, self._applicants, path.with_name(f"{path.name}-near"))
        groups = fit_groups(self._names, population=self._people)
        write_groups(groups, path.with_name(f"{path.name}-groups"))

    def _told_by_one(self, people: Iterable[set[str]]) -> None:
        """Count the people whom one dossier tells of, each by the words of their names."""
        words: set[str] = set()
        cells: set[int] = set()
        for borne in people:
            self._people += 1
            heard = sorted({sound(word) for word in borne})[:MOST_WORDS]
            met = {cell for pair in combinations(heard, 2) for cell in _cells(*pair)}
            if not met <= cells:
                self._names.add(sorted({one_form(word) for word in heard}))
            words |= {word for word in borne if len(word) > 1}
            cells |= met
        _count(self._persons, words)
        self._pairs.extend(sorted(cells))


class NamePairs:
    """How many people bear two words in one name: names of one people go together."""

    def __init__(self, path: Path) -> None:
        """Map what ``NameCounts`` wrote."""
        told = np.asarray(np.load(path.with_suffix(".npy"), mmap_mode="r"), np.uint32)
        self._cells, self._people = told[:-1], int(told[-1])

    def bits(self, one: str, other: str) -> float | None:
        """What it says that somebody bears both words (romanised), in bits.

        None where so few bear both, the one in question left out, that nothing can be counted.
        """
        cells = _cells(*sorted((sound(one), sound(other))))
        others = min(int(self._cells[cell % len(self._cells)]) for cell in cells) - 1
        if self._people < FEWEST_PEOPLE or others < FEWEST_OF_PAIR - 1:
            return None
        return log2(self._people / (others - CAUTION * sqrt(others)))


def _count(counts: Counter[str], words: Iterable[str]) -> None:
    """Count each of a few words: ``update`` looks at length what it was given."""
    for word in words:
        counts[word] += 1


def _borne(names: Iterable[Name]) -> set[str]:
    return {word.text for name in names for word in parse_person(name).words}


def _cells(one: str, other: str) -> tuple[int, int]:
    """Two counters of two words: a stranger to both that shares one with them shares not the other."""
    hashed = hash_key(f"{one} {other}")
    return hashed % CELLS, (hashed >> 32) % CELLS


def read_shares(path: Path) -> WordShares:
    """The shares that ``NameCounts`` wrote."""
    return msgspec.msgpack.decode(path.read_bytes(), type=WordShares)


def _shares(counts: Counter[str], population: int) -> dict[str, float]:
    return {
        word: (count - CAUTION * sqrt(count)) / max(population, FEWEST_PEOPLE)
        for word, count in counts.items()
        if count >= FEWEST
    }
