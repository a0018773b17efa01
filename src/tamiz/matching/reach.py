"""How much the listed names that hold one of some words can gain, as arrays for fast sums."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index
from tamiz.matching.spelling import once


class Reach(NamedTuple):
    """Names, ascending and each once; the most each can gain; the most any can.

    ``by_gain`` are the names once more, the least gain first, and ``rising`` their gains.
    """

    names: NDArray[np.int32]
    gains: NDArray[np.float32]
    top: float
    by_gain: NDArray[np.int32]
    rising: NDArray[np.float32]

    def at_least(self, gain: float) -> NDArray[np.int32]:
        """The names that can gain so much."""
        return self.by_gain[self.rising.searchsorted(gain) :]


_NO_NAMES, _NO_GAINS = np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32)
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
NOTHING = Reach(_NO_NAMES, _NO_GAINS, 0.0, _NO_NAMES, _NO_GAINS)


def reach_of(index: Index, words: NDArray[np.int64], gains: NDArray[np.float32]) -> Reach:
    """The names that hold one of the words, each with the gain of its best word."""
    if not len(words):
        return NOTHING
    names, counts = index.postings(words)
    return best_of(names, gains.repeat(counts))


def best_of(names: NDArray[np.int32], gains: NDArray[np.float32]) -> Reach:
    """Each name once, with its greatest gain; gains are not negative."""
    if not len(names):
        return NOTHING
    # Positive floats are in the order of their bits, so one sort of integers does for both.
    bits = gains.view(np.uint32).astype(np.uint64)
    pairs = (names.astype(np.uint64) << _HALF) | bits
    pairs.sort()
    names = (pairs >> _HALF).astype(np.int32)
    last = once(names)
    names, bits = names[last], pairs[last] & _LOW
    turned = (bits << _HALF) | names.astype(np.uint64)
    turned.sort()
    rising = (turned >> _HALF).astype(np.uint32).view(np.float32)
    gains = bits.astype(np.uint32).view(np.float32)
    return Reach(names, gains, float(rising[-1]), (turned & _LOW).astype(np.int32), rising)


def gains_at(reaches: list[Reach], names: NDArray[np.int32]) -> NDArray[np.float32]:
    """The most that each of some names can gain from all reaches together."""
    total = np.zeros(len(names), dtype=np.float32)
    for reach in reaches:
        at = reach.names.searchsorted(names)
        at[at == len(reach.names)] = 0
        total += reach.gains[at] * (reach.names[at] == names)
    return total


def telling_names(reaches: list[Reach], wanted: float) -> NDArray[np.int32]:
    """All names that may gain ``wanted``, each once, with others that may not.

    If a name gains less than some threshold from each reach, it gains less than their sum: so
    thresholds that add up to ``wanted`` let only names go that cannot gain it. The reaches of
    common words, which are long and gain little, get thresholds above all their gains first; the
    others share the rest.
    """
    left, rest = wanted, sorted(reaches, key=lambda reach: reach.top)
    while rest and rest[0].top < left:
        left -= rest.pop(0).top
    shared = sum(reach.top for reach in rest)
    if shared <= 0:
        return _NO_NAMES
    found = [reach.at_least(reach.top * left / shared) for reach in rest]
    names = np.concatenate(found)
    names.sort()
    return names[once(names)]
