"""Bounds by gains: no name that could gain enough is let go."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.matching.reach import Reach, best_of, gains_at, telling_names

NAMES = 12
REACHES = st.lists(
    st.dictionaries(st.integers(0, NAMES - 1), st.sampled_from([0.5, 2.0, 7.25]), min_size=1),
    max_size=4,
)


def reach(gains: dict[int, float]) -> Reach:
    """A reach with these gains."""
    return best_of(
        np.array(list(gains), dtype=np.int32), np.array(list(gains.values()), dtype=np.float32)
    )


@given(REACHES, st.sampled_from([0.25, 1.0, 4.0, 9.0, 20.0]))
def test_every_name_that_can_gain_enough_is_told(
    reaches: list[dict[int, float]], wanted: float
) -> None:
    found = telling_names([reach(gains) for gains in reaches], wanted).tolist()

    enough = {name for name in range(NAMES) if sum(g.get(name, 0.0) for g in reaches) >= wanted}
    assert enough <= set(found)
    assert found == sorted(set(found))


@given(REACHES)
def test_gains_are_the_sums_over_all_reaches(reaches: list[dict[int, float]]) -> None:
    names = np.arange(NAMES, dtype=np.int32)

    found = gains_at([reach(gains) for gains in reaches], names)

    assert found.tolist() == pytest.approx(
        [sum(gains.get(name, 0.0) for gains in reaches) for name in range(NAMES)]
    )


def test_a_name_keeps_its_greatest_gain() -> None:
    found = best_of(np.array([4, 2, 4], dtype=np.int32), np.array([1, 2, 3], dtype=np.float32))

    assert (found.names.tolist(), found.gains.tolist(), found.top) == ([2, 4], [2.0, 3.0], 3.0)
