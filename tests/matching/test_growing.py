"""Arrays that grow: what was added stands in order, and what was read before stays."""

import numpy as np

from tamiz.matching.growing import FIRST_ROOM, Growing


def test_values_stand_in_the_order_in_which_they_were_added() -> None:
    grown = Growing(np.int64)
    for first in range(0, 3 * FIRST_ROOM, 100):
        grown.add(np.arange(first, first + 100))

    assert grown.values.tolist() == list(range(len(grown)))


def test_what_was_read_before_keeps_its_values() -> None:
    grown = Growing(np.int64)
    grown.add(np.arange(3))
    before = grown.values
    grown.add(np.zeros(2 * FIRST_ROOM, dtype=np.int64))

    assert before.tolist() == [0, 1, 2]
