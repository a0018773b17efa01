"""How many records have a value: what agreement on it is worth."""

from collections.abc import Mapping
from typing import Self

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Bag, Floats, Hashes, Ints, Words
from tamiz.links.resolve.people import People

Counts = NDArray[np.uint32]


class Table(Struct, frozen=True):
    """Numbers by hash, sorted by hash."""

    keys: NDArray[np.generic]
    numbers: NDArray[np.generic]

    def of(self, keys: NDArray[np.generic], otherwise: float | Floats) -> NDArray[np.generic]:
        """The number of each key; ``otherwise`` where the table has none."""
        if not len(self.keys):
            return np.broadcast_to(np.asarray(otherwise, dtype=np.float64), keys.shape)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.numbers[at], otherwise)


class Known(Struct, frozen=True):
    """What a file of people says of how common words, dates and values are."""

    population: int
    kin_share: float
    words: Table
    sounds: Table
    days: Table
    values: Mapping[str, Table]

    @classmethod
    def of(cls, people: People) -> Self:
        """The tables of a built file."""
        words = people.vocabulary
        return cls(
            population=people.population,
            kin_share=people.kin_share,
            words=_table(words.word, words.bits),
            sounds=_table(words.sound, words.sound_bits),
            days=_table(people.births, people.birth_count),
            values={
                kind: _table(bag.values[many], bag.count[many])
                for kind, bag in people.bags.items()
                for many in [bag.count > 1]
            },
        )


def _table(keys: NDArray[np.generic], numbers: NDArray[np.generic]) -> Table:
    some, first = np.unique(keys, return_index=True)
    return Table(some, numbers[first])


def counted_bag(start: Ints, values: Hashes, kind: str, known: Known | None) -> Bag:
    """Values with how many records have each."""
    return Bag(start, values, _counts(values, known.values[kind] if known else None))


def day_counts(births: Words, known: Known | None) -> Counts:
    """How many records have each of these dates."""
    return _counts(births, known.days if known else None)


def _counts(values: NDArray[np.generic], table: Table | None) -> Counts:
    if table is not None:
        return table.of(values, 1).astype(np.uint32)
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    new = np.ones(len(ranked), dtype=np.bool_)
    new[1:] = ranked[1:] != ranked[:-1]
    first = np.flatnonzero(new)
    sizes = np.diff(np.append(first, len(ranked)))
    found = np.empty(len(values), dtype=np.uint32)
    found[order] = np.repeat(sizes, sizes)
    return found


def share_bits(
    counts: NDArray[np.generic], population: int, prior: float | NDArray[np.float64]
) -> Floats:
    """-log2 of the share of others who have what so many of a file have.

    Args:
        counts: how many records have it, those in question with them.
        population: records of the file.
        prior: the share that is expected of it before counting.
    """
    others = np.maximum(counts.astype(np.float64) - PAIR, 0) + OTHER
    shares = (others + prior * PSEUDO_RECORDS) / (population + PSEUDO_RECORDS)
    return (-np.log2(np.minimum(shares, 1.0))).astype(np.float32)


PAIR = 2  # the two records in question do not make their own name common
OTHER = 1  # the next record may have it as well
PSEUDO_RECORDS = 20_000  # how many records the prior knowledge counts for, beside the file's own
