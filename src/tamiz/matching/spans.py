"""Runs in flat arrays: where many begin and end, spread out and told apart."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


def spread(first: NDArray[np.integer], counts: NDArray[np.integer]) -> NDArray[np.int64]:
    """``first[i], first[i] + 1, …`` for ``counts[i]`` places, for each ``i`` in turn."""
    if len(counts) == 1:  # as for a single subject: quicker, and asked for again and again
        return np.arange(first[0], first[0] + counts[0])
    if not len(counts):
        return np.empty(0, dtype=np.int64)
    ends = counts.cumsum()
    found: NDArray[np.int64] = np.arange(ends[-1]) + (first - ends + counts).repeat(counts)
    return found


def once(rising: NDArray[np.int32] | NDArray[np.int64]) -> NDArray[np.bool_]:
    """For ascending numbers which are the last of their kind, so that each is taken once."""
    last = np.empty(len(rising), dtype=np.bool_)
    if len(rising):
        last[-1] = True
        np.not_equal(rising[1:], rising[:-1], out=last[:-1])
    return last


def runs(rising: NDArray[np.int64]) -> Iterator[tuple[int, slice]]:
    """Each number of an ascending array, and where it stands."""
    ends = (once(rising).nonzero()[0] + 1).tolist()
    return ((int(rising[begin]), slice(begin, end)) for begin, end in pairwise([0, *ends]))
