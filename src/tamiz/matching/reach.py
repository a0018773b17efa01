"""How much the listed names that hold one of some words can gain, as arrays for fast sums."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index


class Reach(NamedTuple):
    """Names, ascending and each once; the most each can gain; and the most any can."""

    names: NDArray[np.int32]
    gains: NDArray[np.float32]
    top: float


NOTHING = Reach(np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32), 0.0)


def reach_of(index: Index, words: NDArray[np.int64], gains: NDArray[np.float32]) -> Reach:
    """The names that hold one of the words, each with the gain of its best word."""
    if not len(words):
        return NOTHING
    order = np.argsort(gains, kind="stable")
    at = index.array("post_at")
    first = at[words[order]]
    counts = at[words[order] + 1] - first
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return best_of(
        index.array("post_names")[np.repeat(first, counts) + within],
        np.repeat(gains[order], counts),
    )


def best_of(names: NDArray[np.int32], gains: NDArray[np.float32]) -> Reach:
    """Each name once, with its greatest gain."""
    if not len(names):
        return NOTHING
    order = np.lexsort((gains, names))
    names, gains = names[order], gains[order]
    last = np.append(names[1:] != names[:-1], np.True_)
    return Reach(names[last], gains[last], float(gains.max()))


def gains_at(reaches: list[Reach], names: NDArray[np.int32]) -> NDArray[np.float32]:
    """The most that each of some names can gain from all reaches together."""
    total = np.zeros(len(names), dtype=np.float32)
    for reach in reaches:
        if len(reach.names):
            at = np.minimum(np.searchsorted(reach.names, names), len(reach.names) - 1)
            total += np.where(reach.names[at] == names, reach.gains[at], np.float32(0))
    return total
