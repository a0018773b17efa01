"""What is taken of each reach: enough, so that no name that could gain the sum is let go."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.matching.choice import entries_to_take
from tamiz.matching.reach import Reaches

WORDS = 12
GAINS = st.dictionaries(st.integers(0, WORDS - 1), st.sampled_from([0.5, 2.0, 7.25]), min_size=1)
WANTS = st.lists(st.lists(GAINS, min_size=1, max_size=4), min_size=1, max_size=3)
Want = Sequence[dict[int, float]]  # what each word of each of its reaches gains


def taken(wants: Sequence[Want], wanted: Sequence[float], *names: int) -> list[list[list[int]]]:
    """For each reach of each want, and each of ``wanted``, how many of its words are taken.

    ``names`` are those in which each word of the first reach stands, of the second, and so on.
    """
    reaches = Reaches()
    of_each = [reach for want in wants for reach in want]
    for reach, count in zip(of_each, (*names, *[names[-1]] * len(of_each)), strict=False):
        gains = np.array(list(reach.values()), dtype=np.float32)
        own = np.zeros(len(reach), dtype=np.int64)
        reaches.add_words(np.array(list(reach)), gains, np.full(len(reach), count), own, 1)
    sizes = [len(want) for want in wants]
    whose = np.arange(len(wants)).repeat(sizes)
    numbers = np.arange(len(of_each))
    found = entries_to_take(reaches, numbers, whose, np.tile(wanted, (len(wants), 1)))
    return [part.tolist() for part in np.split(found, np.cumsum(sizes)[:-1])]


def rest(want: Want, counts: Sequence[int]) -> float:
    """What the words that are not taken can gain together at most."""
    return sum(
        max(sorted(reach.values(), reverse=True)[count:], default=0.0)
        for reach, count in zip(want, counts, strict=True)
    )


@given(
    WANTS,
    st.lists(st.sampled_from([0.25, 1.0, 4.0, 9.0, 20.0]), min_size=1, max_size=3),
    st.sampled_from([1, 50, 5_000]),
)
def test_what_is_not_taken_cannot_gain_enough_together(
    wants: list[list[dict[int, float]]], wanted: list[float], names: int
) -> None:
    falling = sorted(wanted, reverse=True)

    for want, counts in zip(wants, taken(wants, falling, names), strict=True):
        for level, enough in enumerate(falling):
            assert rest(want, [count[level] for count in counts]) < enough


@given(WANTS, st.sampled_from([1, 50, 5_000]))
def test_who_needs_less_is_looked_for_by_all_words_of_who_needs_more(
    wants: list[list[dict[int, float]]], names: int
) -> None:
    found = taken(wants, [20.0, 9.0, 2.5], names)

    assert all(counts == sorted(counts) for want in found for counts in want)


@given(WANTS, st.sampled_from([1, 50, 5_000]))
def test_a_want_is_not_touched_by_those_beside_it(
    wants: list[list[dict[int, float]]], names: int
) -> None:
    apart = [taken([want], [9.0, 2.5], names)[0] for want in wants]

    assert taken(wants, [9.0, 2.5], names) == apart


def test_a_common_word_is_not_taken_where_a_rare_one_is_enough() -> None:
    assert taken([[{0: 7.25}, {1: 7.25}]], [9.0], 50_000, 3) == [[[0], [1]]]


def test_rare_words_of_several_reaches_are_taken_before_one_common_word() -> None:
    want = [{0: 7.25}, {1: 2.0}, {2: 2.0}]

    assert taken([want], [8.0], 50_000, 3, 3) == [[[0], [1], [1]]]


def test_nothing_is_taken_where_all_words_together_gain_too_little() -> None:
    assert taken([[{0: 2.0}, {1: 2.0}]], [4.25], 10) == [[[0], [0]]]


def test_of_reaches_made_of_names_all_names_are_taken_or_none() -> None:
    reaches, names = Reaches(), np.array([3, 7], dtype=np.int32)
    own = np.zeros(2, dtype=np.int64)
    reaches.add_names(names, np.full(2, 6.0, dtype=np.float32), own, 1)

    only = np.zeros(1, dtype=np.int64)
    found = entries_to_take(reaches, only, only, np.array([[6.5, 5.5]]))

    assert found.tolist() == [[0, 2]]


def test_the_words_that_gain_most_stand_first() -> None:
    reaches = Reaches()
    gains = np.array([2.0, 7.25, 0.5], dtype=np.float32)
    own = np.zeros(3, dtype=np.int64)

    order = reaches.add_words(np.array([4, 5, 6]), gains, np.ones(3, dtype=np.int64), own, 1)

    assert order.tolist() == [1, 0, 2]
    assert reaches.entries.tolist() == [5, 4, 6]
    assert reaches.gains.tolist() == pytest.approx([7.25, 2.0, 0.5])
