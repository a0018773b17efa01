"""Which applications are one person's: found over all at once, asked for one at a time."""

from functools import cached_property, lru_cache
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.links.resolve import Cluster, Pairs, PeopleBuilder, clusters, resolve, statements
from tamiz.matching.arrays import mapped_column
from tamiz.model import Dossier, Evidence
from tamiz.model.uncollected import uncollected

SURE = 0.9  # probability from which two applications count as one person's for other questions
KEPT = (
    4_000  # of whom a process keeps the answer: several checks ask about one and their neighbours
)
_COLUMNS = ("other", "pair")  # each pair stands from both sides, by whose it is
_OF_PAIRS = ("probability", "levels", "parts")


class SamePerson(Struct, frozen=True):
    """Another application that may be the same person's; ``pair`` is where what was found stands."""

    number: int
    probability: float
    pair: int


def write_same(people: PeopleBuilder, folder: Path) -> None:
    """Resolve everybody and write what was found into a new folder."""
    folder.mkdir(mode=0o700)
    with uncollected():
        built = people.build()
        pairs = resolve(built)
    _write_pairs(pairs, folder)
    found = [one for one in clusters(built, pairs.matches()) if len(one.members) > 2 or one.cuts]  # noqa: PLR2004 - a pair by itself is told as a pair
    (folder / "clusters").write_bytes(msgspec.msgpack.encode(found))


def _write_pairs(pairs: Pairs, folder: Path) -> None:
    """Both sides of each pair in the order of rows; probabilities near one are alike, bits not."""
    ones = np.concatenate([pairs.left, pairs.right]).astype(np.uint32)
    sides = {
        "other": np.concatenate([pairs.right, pairs.left]).astype(np.uint32),
        "pair": np.tile(np.arange(len(pairs), dtype=np.uint32), 2),
    }
    order = np.lexsort((-np.tile(pairs.bits, 2), ones))
    starts = np.searchsorted(ones[order], np.arange(pairs.population + 1))
    np.save(folder / "start.npy", starts.astype(np.uint32))
    for name in _COLUMNS:
        np.save(folder / f"{name}.npy", sides[name][order])
    for name in _OF_PAIRS:
        np.save(folder / f"{name}.npy", getattr(pairs, name))
    np.save(folder / "population.npy", np.array([pairs.population]))


class SamePersons:
    """What ``write_same`` left, opened by mapping."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; columns are mapped when they are first asked for."""
        self._folder = folder
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, number: int) -> tuple[SamePerson, ...]:
        """Other applications that may be this person's, the likeliest first."""
        first, last = self._start[number : number + 2]
        if first == last:
            return ()
        pairs = zip(self._other[first:last], self._pair[first:last], strict=True)
        return tuple(SamePerson(other, self._probability[pair], pair) for other, pair in pairs)

    def evidence(self, same: SamePerson, one: Dossier, other: Dossier) -> tuple[Evidence, ...]:
        """What the resolver found between somebody and another of theirs, in words and bits."""
        levels, parts = self._levels[same.pair], self._parts[same.pair]
        return statements(one, other, levels.tolist(), parts.tolist())

    def cluster_of(self, number: int) -> Cluster | None:
        """The cluster of three and more, or one from which a link was cut, that somebody is in."""
        return self._clusters.get(number)

    @cached_property
    def population(self) -> int:
        """Among how many applications pairs were looked for."""
        return int(self._load("population")[0])

    @cached_property
    def _clusters(self) -> dict[int, Cluster]:
        data = (self._folder / "clusters").read_bytes()
        found = msgspec.msgpack.decode(data, type=list[Cluster])
        return {member: one for one in found for member in one.members}

    def _load(self, name: str) -> NDArray[np.generic]:
        found: NDArray[np.generic] = np.load(self._folder / f"{name}.npy", mmap_mode="r")
        return np.asarray(found)

    @cached_property
    def _start(self) -> memoryview:
        return mapped_column(self._folder / "start.npy")

    @cached_property
    def _other(self) -> memoryview:
        return mapped_column(self._folder / "other.npy")

    @cached_property
    def _pair(self) -> memoryview:
        return mapped_column(self._folder / "pair.npy")

    @cached_property
    def _levels(self) -> NDArray[np.generic]:
        return self._load("levels")

    @cached_property
    def _parts(self) -> NDArray[np.generic]:
        return self._load("parts")

    @cached_property
    def _probability(self) -> memoryview:
        return mapped_column(self._folder / "probability.npy")
