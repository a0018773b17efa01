"""What agreeing with one word of a name can gain, and in which listed names, without listing them.

To differ costs a name some bits; to agree relieves it of them and adds the bits of the agreement.
That sum is the *gain*. A listed name reaches a score only if its gains add up, so a search looks
at the names in which enough can be gained, and at no others (``matching.choice``).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.growing import Growing


class Steps(NamedTuple):
    """For ever more entries of a reach taken: what that means, one step after the other.

    ``left`` is the most that the others can gain, ``taken`` how many entries are taken, ``names``
    in how many names they stand. The first step takes nothing.
    """

    left: NDArray[np.float64]
    taken: NDArray[np.int64]
    names: NDArray[np.int64]


class Reaches:
    """The reaches of many words and joins, by their numbers.

    A reach is a run of *entries*, those that gain most first: listed words, or (where a reach is
    *named*) listed names, in all of which the same can be gained. All stand in flat arrays, so
    that a search can ask for those of many subjects at once.
    """

    def __init__(self) -> None:
        self._entries, self._gains = Growing(np.int32), Growing(np.float32)
        self._begins, self._step_begins = Growing(np.int64), Growing(np.int64)
        self._named = Growing(np.bool_)
        self._left = Growing(np.float64)
        self._taken, self._names = Growing(np.int64), Growing(np.int64)
        self._begins.add(np.zeros(1, dtype=np.int64))
        self._step_begins.add(np.zeros(1, dtype=np.int64))

    def __len__(self) -> int:
        return len(self._named)

    @property
    def entries(self) -> NDArray[np.int32]:
        """The entries of all reaches, one reach after the other."""
        return self._entries.values

    @property
    def gains(self) -> NDArray[np.float32]:
        """What agreeing with each entry gains."""
        return self._gains.values

    @property
    def begins(self) -> NDArray[np.int64]:
        """Where the entries of each reach begin, and those of the last one end."""
        return self._begins.values

    @property
    def named(self) -> NDArray[np.bool_]:
        """Whether the entries of each reach are names."""
        return self._named.values

    @property
    def step_begins(self) -> NDArray[np.int64]:
        """Where the steps of each reach begin, and those of the last one end."""
        return self._step_begins.values

    @property
    def steps(self) -> Steps:
        """The steps of all reaches, one reach after the other."""
        return Steps(self._left.values, self._taken.values, self._names.values)

    def add_words(
        self,
        words: NDArray[np.int64],
        gains: NDArray[np.float32],
        names: NDArray[np.int64],
        owners: NDArray[np.int64],
        count: int,
    ) -> NDArray[np.int64]:
        """Add one reach for each of ``count`` owners, whose words stand by owner.

        ``names`` tells in how many names each word stands.

        Returns the order in which the words now stand: by owner, and by falling gain.
        """
        order = _by_owner_and_gain(owners, gains)
        self._add(words[order], gains[order], names[order], owners, count)
        self._named.add(np.zeros(count, dtype=np.bool_))
        return order

    def add_names(
        self,
        names: NDArray[np.int32],
        gains: NDArray[np.float32],
        owners: NDArray[np.int64],
        count: int,
    ) -> None:
        """Add one reach for each of ``count`` owners, whose names stand by owner and number.

        All names of one owner gain the same.
        """
        self._add(names, gains, np.ones(len(names), dtype=np.int64), owners, count)
        self._named.add(np.ones(count, dtype=np.bool_))

    def _add(
        self,
        entries: NDArray[np.integer],
        gains: NDArray[np.float32],
        names: NDArray[np.int64],
        owners: NDArray[np.int64],
        count: int,
    ) -> None:
        ends = owners.searchsorted(np.arange(count), side="right")
        steps, step_ends = _steps(gains, names, owners, ends)
        self._begins.add(ends + len(self._entries))
        self._step_begins.add(step_ends + len(self._left))
        self._entries.add(entries)
        self._gains.add(gains)
        self._left.add(steps.left)
        self._taken.add(steps.taken)
        self._names.add(steps.names)


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
) -> tuple[Steps, NDArray[np.int64]]:
    """The steps of all owners, whose gains fall and which stand in ``names``; where each's end."""
    size = len(falling) + len(ends)  # each owner has a place before its entries: nothing is taken
    place = np.arange(len(falling)) + owners + 1
    last = ends + np.arange(len(ends))
    first = np.append(0, last[:-1] + 1)
    left, among = np.zeros(size), np.zeros(size, dtype=np.int64)
    left[place - 1] = falling  # what the next entry gains
    among[place] = names
    among = among.cumsum()
    is_step = np.append(True, left[1:] != left[:-1])
    is_step[first] = True
    at = is_step.nonzero()[0]
    begin = first.repeat(last + 1 - first)[at]
    return Steps(left[at], at - begin, among[at] - among[begin]), is_step.cumsum()[last]
