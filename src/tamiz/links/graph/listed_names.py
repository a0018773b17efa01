"""Of which kinds the names of listed persons are, beside those of the people who apply.

Lists have many names of some kinds and few of others. Where one in twenty listed persons bears a
name of a kind that one applicant in a hundred bears, each of these applicants meets five times as
many listed ones by chance. That is no sign of anybody, so as much is taken off a match of their names.
Kinds are the groups of ``groups``: words that go together, with no name and no person in them.
"""

from collections.abc import Iterable, Iterator
from math import log2
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.links.graph.groups import FEWEST_PEOPLE, NameGroups
from tamiz.model import PartyType, SourceRecord
from tamiz.normalise.keys import sound
from tamiz.normalise.names import parse_person

MOST = 10_000  # listed persons who are looked at, in equal steps: more tell the same shares
PRIOR = (
    100  # listed persons for whom counts the belief that lists are like cohorts: few tell little
)
_Shares = NDArray[np.float64]


class ListedNames:
    """Takes in the names of listed persons while something else reads the lists."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._names: list[tuple[str, ...]] = []
        self._step, self._seen = 1, 0

    def watch(self, parties: Iterable[SourceRecord]) -> Iterator[SourceRecord]:
        """The parties as they come, their names taken in."""
        for party in parties:
            if party.type is PartyType.PERSON and party.names:
                self._take_in(party)
            yield party

    def write(self, groups: NameGroups, path: Path) -> None:
        """Write which share of these names is of each group."""
        np.savez(path, *map(_normal, self._counted(groups)))

    def _take_in(self, party: SourceRecord) -> None:
        if self._seen % self._step == 0:
            self._names.append(
                tuple(sound(word.text) for word in parse_person(party.names[0]).words)
            )
        self._seen += 1
        if len(self._names) > MOST:
            self._names, self._step = self._names[::2], self._step * 2

    def _counted(self, groups: NameGroups) -> list[_Shares]:
        names = [groups.rows(frozenset((word,)) for word in name) for name in self._names]
        return [
            sum(
                (sorting.belongs(name, groups.bearers) for name in names),
                PRIOR * sorting.share.astype(np.float64),
            )
            for sorting in groups.sortings
        ]


class ListedKinds(Struct, frozen=True):
    """For each way to sort names the share of each group among listed persons."""

    shares: tuple[_Shares, ...]

    def commoner(self, words: Iterable[frozenset[str]], groups: NameGroups) -> float:
        """How much commoner names with such words are on the lists than here, in bits; 0 at least.

        Each is a word as it sounds, or several where another of them would have been as good. Of
        several ways to sort names the one that says least counts.
        """
        rows = groups.rows(words)
        if groups.people < FEWEST_PEOPLE or not rows:
            return 0.0
        found = (
            log2(float(sorting.belongs(rows, groups.bearers) @ _over(listed, sorting.share)))
            for sorting, listed in zip(groups.sortings, self.shares, strict=True)
        )
        return max(min(found, default=0.0), 0.0)


def read_kinds(path: Path) -> ListedKinds:
    """What ``ListedNames`` wrote."""
    with np.load(path.with_name(f"{path.name}.npz")) as told:
        return ListedKinds(tuple(told[f"arr_{at}"] for at in range(len(told.files))))


def _normal(counts: _Shares) -> _Shares:
    return np.asarray(counts / counts.sum())


def _over(listed: _Shares, here: NDArray[np.float32]) -> _Shares:
    """How much commoner each group is on the lists than here; a group of nobody is on neither."""
    return np.divide(listed, here, out=np.zeros_like(listed), where=here > 0)
