"""Which letters share phrases that few have: exact, all with all, over numbered letters."""

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
Pairs = NDArray[np.uint64]  # the smaller number of each pair in the upper half of its bits


class ByPhrase(NamedTuple):
    """The letters that have each phrase: ``counts`` of them from ``first`` on among ``owners``."""

    owners: Numbers
    first: NDArray[np.int64]
    counts: NDArray[np.int64]
    letters: int

    def rare(self, most: int) -> NDArray[np.int64]:
        """How many phrases each letter has that at most so many have."""
        few = np.repeat(self.counts <= most, self.counts)
        return np.bincount(self.owners[few], minlength=self.letters)

    def shared(self, most: int) -> tuple[Pairs, NDArray[np.int64]]:
        """The pairs of letters that share phrases which at most so many have, and how many each."""
        found: list[Pairs] = [np.zeros(0, np.uint64)]
        for many in range(2, most + 1):
            places = self.first[self.counts == many][:, None] + np.arange(many)
            rows = self.owners[places].astype(np.uint64)
            found += [
                rows[:, at] << np.uint64(32) | rows[:, to]
                for at, to in combinations(range(many), 2)
            ]
        pairs, times = np.unique(np.concatenate(found), return_counts=True)
        return pairs, times


def by_phrase(codes: Numbers, sizes: Numbers) -> ByPhrase:
    """Group the phrases of all letters, told letter after letter with how many each has."""
    owners = np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
    order = np.argsort(codes, kind="stable")  # of one phrase the smaller number stands first
    codes, owners = codes[order], owners[order]
    first = np.flatnonzero(np.append(True, codes[1:] != codes[:-1])) if len(codes) else order
    return ByPhrase(owners, first, np.diff(np.append(first, len(codes))), len(sizes))


def apart(pairs: Pairs) -> tuple[Numbers, Numbers]:
    """The two numbers of each pair."""
    return (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32)
