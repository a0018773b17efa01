"""What agreeing with one word of a name can gain, and in which listed names, without listing them.

To differ costs a name some bits; to agree relieves it of them and adds the bits of the agreement.
That sum is the *gain*. A listed name reaches a score only if its gains add up, so a search looks
at the names in which enough can be gained, and at no others.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.matching.index import Index

FEW_NAMES = 256  # names that are quicker to look at than to think about
# For ever more words taken: the most the others can gain, how many are taken, in how many names.
Steps = tuple[tuple[float, int, int], ...]


class SharedReach(NamedTuple):
    """The words of many reaches, one reach after the other, and their gains.

    ``falling`` are the words of each reach once more, those that gain most first.
    """

    words: NDArray[np.int64]
    gains: NDArray[np.float32]
    falling: NDArray[np.int64]


# Reaches are kept by the ten thousand and are in no cycle: gc=False spares the collector the walk.
class Reach(Struct, frozen=True, eq=False, gc=False):
    """Listed words, ascending, and what agreeing with each gains; and the names that hold them.

    ``steps`` say, for ever more of the words, the most that the others can gain, how many words
    are taken, and in how many names they stand; the words that gain most come first.
    """

    shared: SharedReach
    begin: int
    end: int
    steps: Steps

    def __len__(self) -> int:
        return self.end - self.begin

    @property
    def words(self) -> NDArray[np.int64]:
        """The words, ascending."""
        return self.shared.words[self.begin : self.end]

    @property
    def gains(self) -> NDArray[np.float32]:
        """What agreeing with each of the words gains."""
        return self.shared.gains[self.begin : self.end]

    def first(self, count: int) -> NDArray[np.int64]:
        """The ``count`` words that gain most."""
        return self.shared.falling[self.begin : self.begin + count]


class NamedReach(Struct, frozen=True, eq=False, gc=False):
    """Listed names, ascending, in all of which the same can be gained."""

    names: NDArray[np.int32]
    gain: float

    @property
    def steps(self) -> Steps:
        """All or none of the names."""
        return ((self.gain, 0, 0), (0.0, 1, len(self.names)))

    def gains_at(self, names: NDArray[np.int64]) -> NDArray[np.float32]:
        """What can be gained in each of some names."""
        at = self.names.searchsorted(names)
        at[at == len(self.names)] = 0
        gains: NDArray[np.float32] = (self.names[at] == names) * np.float32(self.gain)
        return gains


Reaches = list[Reach | NamedReach]


def reaches_of(
    index: Index,
    words: NDArray[np.int64],
    gains: NDArray[np.float32],
    owners: NDArray[np.int64],
    count: int,
) -> list[Reach]:
    """The reach of each of ``count`` owners from all their words, which stand by owner and word."""
    order = _by_owner_and_gain(owners, gains)
    shared = SharedReach(words, gains, words[order])
    ends = owners.searchsorted(np.arange(count), side="right")
    tops = np.append(gains[order], 0).tolist()
    told = _steps(gains[order], index.posting_counts(shared.falling), owners, ends)
    return [
        Reach(shared, begin, end, ((tops[begin] if begin < end else 0.0, 0, 0), *steps))
        for (begin, end), steps in zip(pairwise([0, *ends.tolist()]), told, strict=True)
    ]


def _by_owner_and_gain(owners: NDArray[np.int64], gains: NDArray[np.float32]) -> NDArray[np.int64]:
    """The order by owner, and of one owner by falling gain.

    Both are sorted as one number, which is far faster: positive floats are ordered as their bits.
    """
    lowest = gains.min(initial=0.0)
    found: NDArray[np.int64] = np.argsort(owners << 32 | ~(gains - lowest).view(np.uint32))
    return found


def _steps(
    falling: NDArray[np.float32],
    names: NDArray[np.int64],
    owners: NDArray[np.int64],
    ends: NDArray[np.int64],
) -> Iterator[Steps]:
    """For each owner the steps of its words, whose gains fall and which stand in ``names``."""
    after = np.zeros(len(falling), dtype=np.float32)  # the gain of the owner's next word
    after[:-1] = falling[1:] * (owners[1:] == owners[:-1])
    last = np.flatnonzero(falling != after)
    first = np.concatenate([[0], ends])[owners[last]]
    so_far = np.concatenate([[0], names.cumsum()])
    columns = (after[last], last + 1 - first, so_far[last + 1] - so_far[first])
    steps = list(zip(*(column.tolist() for column in columns), strict=True))
    for begin, end in pairwise([0, *last.searchsorted(ends).tolist()]):
        yield tuple(steps[begin:end])


def fewest_names(
    reaches: Sequence[Reach | NamedReach], wanted: Sequence[float]
) -> list[list[int]] | None:
    """How many words of each reach must be taken so that no name that gains enough is missed.

    A name none of whose words is taken gains less than the sum of what the rest of each reach can
    gain at most: that sum must stay under what is wanted. Of all ways to do so one is chosen that
    takes in few names.

    Args:
        reaches: those of one name.
        wanted: what names must gain, falling: first those that need most, last all.

    Returns:
        for each of ``wanted`` the counts of the reaches, none less than the one before; None if
        a name without any word may gain enough.
    """
    if wanted[-1] <= 0:
        return None
    steps = [reach.steps for reach in reaches]
    most = sum([of[0][0] for of in steps])
    chosen, counts = [0] * len(steps), [0] * len(steps)
    found = []
    for enough in wanted:
        if most >= enough:
            if not _of_one(steps, chosen, most - enough):
                _step_by_step(steps, chosen, most - enough)
            taken = [of[step] for of, step in zip(steps, chosen, strict=True)]
            most = sum([gain for gain, _, _ in taken])
            counts = [count for _, count, _ in taken]
        found.append(counts)
    return found


def _of_one(steps: Sequence[Steps], chosen: list[int], surplus: float) -> bool:
    """Take in words of one reach only, if that is enough and means few more names."""
    best, where = FEW_NAMES, (-1, 0)
    for at, of in enumerate(steps):
        begin = chosen[at]
        gained, _, already = of[begin]
        under = gained - surplus
        if under > 0:
            for step in range(begin, len(of)):
                gain, _, names = of[step]
                if names - already >= best:
                    break
                if gain < under:
                    best, where = names - already, (at, step)
                    break
    at, chosen_step = where
    if at >= 0:
        chosen[at] = chosen_step
    return at >= 0


def _step_by_step(steps: Sequence[Steps], chosen: list[int], surplus: float) -> None:
    """Take the step that costs the fewest names for each bit, again and again."""
    before = tuple(chosen)
    while surplus >= 0:
        best, where = inf, (-1, 0)
        most = surplus + 1e-6  # bits that a step is paid for
        for at, of in enumerate(steps):
            gain, _, cost = of[chosen[at]]
            for step in range(chosen[at] + 1, len(of)):
                left, _, names = of[step]
                if (names - cost) / most >= best:
                    break  # and so is every later step, which means more names
                relief = gain - left
                price = (names - cost) / (min(most, relief))
                if price < best:
                    best, where = price, (at, step)
        at, step = where
        if at < 0:
            return  # all words are taken
        surplus -= steps[at][chosen[at]][0] - steps[at][step][0]
        chosen[at] = step
    for at, of in enumerate(steps):  # what an earlier step took may not be needed after a later
        for step in range(before[at], chosen[at]):
            back = of[step][0] - of[chosen[at]][0]
            if surplus + back < 0:
                surplus += back
                chosen[at] = step
                break
