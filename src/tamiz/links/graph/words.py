"""How common the words of names are among those who apply, and among whom they name.

Tables of names know countries, not cohorts: where half a village applies, its surname says nothing.
What a cohort itself shows to be common is taken for common, never for rarer than tables say.
"""

import zlib
from array import array
from collections import Counter
from itertools import combinations
from math import log2, sqrt
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct

from tamiz.links.graph.counters import folded
from tamiz.links.graph.grouping import fit_groups
from tamiz.links.graph.groups import write_groups
from tamiz.links.graph.values import company_of
from tamiz.matching.arrays import view
from tamiz.model import Dossier, Name, Relation, RelationKind
from tamiz.normalise.keys import sound
from tamiz.normalise.kinship import without_kinship
from tamiz.normalise.names import parse_organisation, parse_person

CELLS = 1 << 23  # counters of pairs of words; what falls into one cell seems commoner than it is
MOST_WORDS = 10  # of one person's names that are paired
# People with a word, or with two in one name, from whom on it counts as common, the one in question
# among them. Fewer may be a family, or the tries of one man, whose own tries must not clear him.
FEWEST = 6
# People, at least, that counts are held against: in a small cohort three who bear one name are a
# family, or three tries of one man, and do not make the name common.
FEWEST_PEOPLE = 2_000
MOST_SAMPLED = 40_000  # people whose names are sorted into groups: six seconds; more add little
CAUTION = 1.0  # standard deviations by which a count is taken lower than it is


class WordShares(Struct, frozen=True):
    """The share of people, and of organisations, whose names have a word; only common words."""

    persons: dict[str, float] = {}
    organisations: dict[str, float] = {}


class NameCounts:
    """Counts each person and each organisation once, however many name them; relatives each time."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._persons: Counter[str] = Counter()
        self._organisations: Counter[str] = Counter()
        self._people = 0
        self._named: set[str] = set()
        self._firms = 0
        self._pairs = array("Q")
        self._sample = _Sample()

    def add(self, dossier: Dossier) -> None:
        """Count the words of an applicant's names, and of the parties that they name."""
        self._person(*dossier.identity.names)
        for relation in dossier.relations:
            if relation.kind is RelationKind.SERVED_WITH or self._is_counted(relation):
                continue
            if company_of(relation) is not None:
                self._firms += 1
                words = parse_organisation(Name(text=relation.name)).words
                self._organisations.update({word.text for word in words})
            if relation.is_organisation is not True:
                self._person(Name(text=without_kinship(relation.name)))

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
        groups = fit_groups(self._sample.names, population=self._people)
        write_groups(groups, path.with_name(f"{path.name}-groups"))

    def _person(self, *names: Name) -> None:
        self._people += 1
        words = {word.text for name in names for word in parse_person(name).words}
        self._persons.update(word for word in words if len(word) > 1)
        heard = sorted({sound(word) for word in words})
        self._pairs.extend(_cell(*pair) for pair in combinations(heard[:MOST_WORDS], 2))
        self._sample.add(heard[:MOST_WORDS])


class _Sample:
    """Names in equal steps of all that come, at most ``MOST_SAMPLED``."""

    def __init__(self) -> None:
        self.names: list[list[str]] = []
        self._seen, self._step = 0, 1

    def add(self, name: list[str]) -> None:
        if self._seen % self._step == 0:
            if len(self.names) == MOST_SAMPLED:
                del self.names[1::2]
                self._step *= 2
            if self._seen % self._step == 0:
                self.names.append(name)
        self._seen += 1


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
        cell = _cell(*sorted((sound(one), sound(other)))) % len(self._cells)
        others = int(self._cells[cell]) - 1
        if others < FEWEST - 1:
            return None
        return log2(max(self._people, FEWEST_PEOPLE) / (others - CAUTION * sqrt(others)))


def _cell(one: str, other: str) -> int:
    return zlib.crc32(f"{one} {other}".encode()) % CELLS


def read_shares(path: Path) -> WordShares:
    """The shares that ``NameCounts`` wrote."""
    return msgspec.msgpack.decode(path.read_bytes(), type=WordShares)


def _shares(counts: Counter[str], population: int) -> dict[str, float]:
    return {
        word: (count - CAUTION * sqrt(count)) / max(population, FEWEST_PEOPLE)
        for word, count in counts.items()
        if count >= FEWEST
    }
