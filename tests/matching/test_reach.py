"""What is taken of each reach: enough, so that no name that could gain the sum is let go."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.matching.reach import NamedReach, Reach, SharedReach, fewest_names

WORDS = 12
GAINS = st.dictionaries(st.integers(0, WORDS - 1), st.sampled_from([0.5, 2.0, 7.25]), min_size=1)


def reach(gains: dict[int, float], names: int) -> Reach:
    """A reach with these gains, each word of which stands in ``names`` names."""
    falling = sorted(gains, key=lambda word: -gains[word])
    after = [*(gains[word] for word in falling), 0.0]
    steps = tuple(
        (gain, at, at * names) for at, gain in enumerate(after) if not at or gain != after[at - 1]
    )
    words = sorted(gains)
    gained = np.array([gains[word] for word in words], dtype=np.float32)
    return Reach(SharedReach(np.array(words), gained, np.array(falling)), 0, len(words), steps)


def rest(gains: list[dict[int, float]], reaches: Sequence[Reach], taken: list[int]) -> float:
    """What the words that are not taken can gain together at most."""
    return sum(
        max((of[word] for word in r.first(len(r)).tolist()[count:]), default=0.0)
        for of, r, count in zip(gains, reaches, taken, strict=True)
    )


@given(
    st.lists(GAINS, max_size=4),
    st.lists(st.sampled_from([0.25, 1.0, 4.0, 9.0, 20.0]), min_size=1, max_size=3),
    st.sampled_from([1, 50, 5_000]),
)
def test_what_is_not_taken_cannot_gain_enough_together(
    gains: list[dict[int, float]], wanted: list[float], names: int
) -> None:
    reaches = [reach(of, names) for of in gains]
    falling = sorted(wanted, reverse=True)

    taken = fewest_names(reaches, falling)

    assert taken is not None
    for at, enough in enumerate(falling):
        assert rest(gains, reaches, taken[at]) < enough


@given(st.lists(GAINS, max_size=4), st.sampled_from([1, 50, 5_000]))
def test_who_needs_less_is_looked_for_by_all_words_of_who_needs_more(
    gains: list[dict[int, float]], names: int
) -> None:
    taken = fewest_names([reach(of, names) for of in gains], [20.0, 9.0, 2.5])

    assert taken is not None
    assert all(list(counts) == sorted(counts) for counts in zip(*taken, strict=True))


def test_a_common_word_is_not_taken_where_a_rare_one_is_enough() -> None:
    common, rare = reach({0: 7.25}, 50_000), reach({1: 7.25}, 3)

    assert fewest_names([common, rare], [9.0]) == [[0, 1]]


def test_nothing_is_taken_where_all_words_together_gain_too_little() -> None:
    assert fewest_names([reach({0: 2.0}, 10), reach({1: 2.0}, 10)], [4.25]) == [[0, 0]]


def test_no_words_tell_where_nothing_need_be_gained() -> None:
    assert fewest_names([reach({0: 2.0}, 10)], [4.25, 0.0]) is None


def test_names_reached_by_a_join_gain_in_these_names_only() -> None:
    joined = NamedReach(np.array([3, 7], dtype=np.int32), 6.0)

    assert joined.gains_at(np.array([2, 3, 7, 9])).tolist() == pytest.approx([0, 6, 6, 0])
