"""What two records of one State have in common only because they are of one State.

Names, birth places and towns go together: who knows that both are Georgians expects Georgian names and
Tbilisi. Each is rare among all, and weighed so by itself; taken together the State would be counted
over and over. It only takes away, so that nobody pays for coming from a small country.
"""

import numpy as np

from tamiz.links.resolve.arrays import Floats, Ints, Levels, combos
from tamiz.links.resolve.names import Named
from tamiz.links.resolve.people import STATE, People
from tamiz.links.resolve.values import SAME
from tamiz.links.resolve.weights import weights

TOLD = 1  # the level of a pair from which something was taken


def compare_origins(
    left: People,
    left_rows: Ints,
    right: People,
    right_rows: Ints,
    *,
    names: Levels,
    places: tuple[Levels, Levels],
) -> tuple[Levels, Floats]:
    """Level and bits, never above 0.

    Args:
        left: the people of the left side of each pair.
        left_rows: their rows.
        right: the people of the right side.
        right_rows: their rows.
        names: the level of the names of each pair.
        places: the levels of their birth places and of their addresses.
    """
    own = weights().origin
    words = np.select([names >= Named.PART, names >= Named.KIN], [2, 1], 0)
    told = words + sum((each == SAME).astype(np.int64) for each in places)
    again = np.maximum(told - 1, 0)
    bits = -np.float32(own["rate"]) * again * _state_bits(left, left_rows, right, right_rows)
    bits = np.maximum(bits, np.float32(own["most"])).astype(np.float32)
    return np.where(bits < 0, TOLD, 0).astype(np.int8), bits


def _state_bits(
    left: People,
    left_rows: Ints,
    right: People,
    right_rows: Ints,
) -> Floats:
    """-log2 of the share of people who are of the State that both are of; 0 without one."""
    one, other = left.bags[STATE], right.bags[STATE]
    both = combos(one.start, left_rows, other.start, right_rows)
    same = one.values[both.left] == other.values[both.right]
    counts = np.maximum(one.count[both.left], other.count[both.right]).astype(np.float32)
    shares = np.minimum(np.maximum(counts, 1) / max(left.population, 2), 1)
    gains = np.where(same, -np.log2(shares), 0).astype(np.float32)
    return np.maximum(both.best(gains, 0.0), 0)
