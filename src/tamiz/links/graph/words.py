"""How common the words of names are among those who apply, and among whom they name.

Tables of names know countries, not cohorts: where half a village applies, its surname says nothing.
What a cohort itself shows to be common is taken for common, never for rarer than tables say.
"""

from collections import Counter
from math import sqrt
from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.links.graph.values import company_of
from tamiz.model import Dossier, Name, RelationKind
from tamiz.normalise.names import parse_organisation, parse_person

FEWEST = 3  # people with a word: what fewer have in common is chance
CAUTION = 1.0  # standard deviations by which a count is taken lower than it is


class WordShares(Struct, frozen=True):
    """The share of people, and of organisations, whose names have a word; only common words."""

    persons: dict[str, float] = {}
    organisations: dict[str, float] = {}


class NameCounts:
    """Counts each person and each organisation once, however many name them."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._persons: Counter[str] = Counter()
        self._organisations: Counter[str] = Counter()
        self._people = 0
        self._named: set[str] = set()
        self._firms = 0

    def add(self, dossier: Dossier) -> None:
        """Count the words of an applicant's names, and of the parties that they name."""
        self._person(*dossier.identity.names)
        for relation in dossier.relations:
            if relation.kind is RelationKind.SERVED_WITH or relation.name in self._named:
                continue
            self._named.add(relation.name)
            if company_of(relation) is not None:
                self._firms += 1
                words = parse_organisation(Name(text=relation.name)).words
                self._organisations.update({word.text for word in words})
            if relation.is_organisation is not True:
                self._person(Name(text=relation.name))

    def shares(self) -> WordShares:
        """What was counted, as shares, each taken lower by what chance may have added."""
        return WordShares(
            _shares(self._persons, self._people), _shares(self._organisations, self._firms)
        )

    def write(self, path: Path) -> None:
        """Write the shares as a file of their own."""
        path.write_bytes(msgspec.msgpack.encode(self.shares()))

    def _person(self, *names: Name) -> None:
        self._people += 1
        words = {word.text for name in names for word in parse_person(name).words}
        self._persons.update(word for word in words if len(word) > 1)


def read_shares(path: Path) -> WordShares:
    """The shares that ``NameCounts`` wrote."""
    return msgspec.msgpack.decode(path.read_bytes(), type=WordShares)


def _shares(counts: Counter[str], population: int) -> dict[str, float]:
    return {
        word: (count - CAUTION * sqrt(count)) / population
        for word, count in counts.items()
        if count >= FEWEST
    }
