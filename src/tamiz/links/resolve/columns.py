"""Values of one kind as they come in, and the column that is made of them."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Bag, Flags, Hashes, Ints, mixed
from tamiz.links.resolve.counts import Known, counted_bag
from tamiz.links.resolve.keys import number_values


class Column:
    """Values of one kind so far, with the record of each; the same value once a record."""

    def __init__(self, most: int) -> None:
        """``most`` is how many values a record keeps: the first ones."""
        self._most = most
        self.owners: list[int] = []  # of values that are still to be taken in
        self.values: list[int] = []
        self._done: list[tuple[Ints, Hashes]] = []

    def put(self, row: int, value: int) -> None:
        """Add a value to the current record."""
        self.owners.append(row)
        self.values.append(value)

    def read(self) -> Hashes:
        """The values that are still to be taken in, 0 for what is none."""
        return np.array(self.values, dtype=np.uint64)

    def settle(self) -> Flags:
        """Take in what was added since the last time, whole records; says which values are kept."""
        if not self.owners:
            return np.zeros(0, dtype=np.bool_)
        owners, values = np.array(self.owners, dtype=np.int64), self.read()
        kept: Flags = values != 0
        kept[kept] = _first_of_each(owners[kept], values[kept], self._most)
        self._done.append((owners[kept], values[kept]))
        self.clear()
        return kept

    def clear(self) -> None:
        """Forget what is still to be taken in."""
        self.owners, self.values = [], []

    def bag(self, records: int, kind: str, known: Known | None) -> Bag:
        """The finished column."""
        self.settle()
        if not self._done:
            nothing = np.zeros(0, dtype=np.uint64)
            return Bag(np.zeros(records + 1, dtype=np.int64), nothing, nothing.astype(np.uint32))
        owners = joined([owners for owners, _ in self._done], np.int64)
        values = joined([values for _, values in self._done], np.uint64)
        return counted_bag(starts(owners, records), values, kind, known)


class Written(Column):
    """Values that are read many at a time from what dossiers say."""

    def __init__(self, most: int, reader: Callable[[Sequence[str]], Hashes]) -> None:
        """``reader`` gives a value for each text, 0 for what is none."""
        super().__init__(most)
        self._reader = reader
        self.texts: list[str] = []

    def ask(self, row: int, text: str) -> None:
        """Add what the current record says."""
        self.owners.append(row)
        self.texts.append(text)

    def read(self) -> Hashes:
        """What the texts say that are still to be taken in."""
        return self._reader(self.texts)

    def clear(self) -> None:
        """Forget what is still to be taken in."""
        super().clear()
        self.texts = []


class Numbers(Written):
    """Numbers of documents and registers, with the register of each."""

    def __init__(self, most: int) -> None:
        """Begin with none."""
        super().__init__(most, number_values)
        self._asked: list[int] = []
        self._registers: list[Hashes] = []

    def ask_in(self, row: int, text: str, register: int) -> None:
        """Add a number of the current record; ``register`` is 0 for one of no register."""
        self.ask(row, text)
        self._asked.append(register)

    def settle(self) -> Flags:
        """Take in numbers and their registers."""
        kept = super().settle()
        if len(kept):
            self._registers.append(np.array(self._asked, dtype=np.uint64)[kept])
            self._asked = []
        return kept

    def registers(self) -> Hashes:
        """The register of each number that was kept, when all are taken in."""
        return joined(self._registers, np.uint64)


def starts(owners: Ints, records: int) -> Ints:
    """Where each record's values begin, from the sorted owners of all values."""
    found: Ints = np.searchsorted(owners, np.arange(records + 1))
    return found


def joined(some: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    """Arrays one after the other; an empty one of this kind if there are none."""
    return np.concatenate(some) if some else np.zeros(0, dtype=kind)


def _first_of_each(owners: Ints, values: Hashes, most: int) -> Flags:
    """Which values a record keeps: each once, and no more than ``most`` of them."""
    kept = np.ones(len(values), dtype=np.bool_)
    beside = owners[1:] == owners[:-1]
    if not beside.any():
        return kept
    both = mixed(owners, values)
    order = np.argsort(both, kind="stable")
    kept[order[1:][both[order[1:]] == both[order[:-1]]]] = False
    left = owners[kept]
    kept[kept] = np.arange(len(left)) - np.searchsorted(left, left) < most
    return kept
