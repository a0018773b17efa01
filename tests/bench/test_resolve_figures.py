"""Precision, recall and F1 of pairs of rows said to be one person, also by group."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.benched import resolve_figures

#        row  0  1  2  3  4  5
PERSONS = (7, 7, 7, 4, 4, 9)
GROUPS = ("ES", "ES", "UA", "UA", "CO", "CO")
persons = st.lists(st.integers(0, 5), min_size=1, max_size=25)


def truth() -> resolve_figures.Truth:
    return resolve_figures.Truth(PERSONS, GROUPS)


def rows(*pairs: tuple[int, int]) -> tuple[resolve_figures.Ints, resolve_figures.Ints]:
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def test_counts_are_those_counted_by_hand() -> None:
    found = resolve_figures.figures(*rows((0, 1), (3, 4), (4, 5)), truth())

    assert found.all == (2, 3, 4)


def test_shares_are_those_counted_by_hand() -> None:
    count = resolve_figures.Count(right=2, said=3, true=4)

    assert [count.precision, count.recall, count.f1] == pytest.approx([2 / 3, 1 / 2, 4 / 7])


def test_nothing_said_and_nothing_true_is_worth_nothing() -> None:
    count = resolve_figures.Count(0, 0, 0)

    assert (count.precision, count.recall, count.f1) == (0.0, 0.0, 0.0)


def test_a_pair_across_groups_counts_under_both_names() -> None:
    found = resolve_figures.figures(*rows((0, 1), (3, 4), (4, 5), (2, 5)), truth())

    assert found.groups == {
        "CO": (0, 1, 0),
        "CO–UA": (1, 2, 1),
        "ES": (1, 1, 1),
        "ES–UA": (0, 0, 2),
    }


@pytest.mark.parametrize("pairs", [((0, 1), (1, 0)), ((0, 1), (0, 1)), ((0, 1), (5, 5))])
def test_a_pair_counts_once_and_a_row_with_itself_not_at_all(
    pairs: tuple[tuple[int, int], ...],
) -> None:
    assert resolve_figures.figures(*rows(*pairs), truth()).all == (1, 1, 4)


def test_no_pairs_at_all_can_be_said() -> None:
    assert resolve_figures.figures(*rows(), truth()).all == (0, 0, 4)


@pytest.mark.parametrize("pair", [(0, 6), (-1, 2)])
def test_a_row_that_does_not_exist_is_refused(pair: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        resolve_figures.figures(*rows(pair), truth())


def test_as_many_groups_as_persons() -> None:
    with pytest.raises(ValueError, match="2 persons, 1 groups"):
        resolve_figures.Truth((1, 2), ("ES",))


@given(persons)
def test_true_pairs_are_those_that_looking_at_every_pair_finds(found: list[int]) -> None:
    known = resolve_figures.Truth(found, ["ES"] * len(found))
    expected = [
        one * len(found) + other
        for one, other in combinations(range(len(found)), 2)
        if found[one] == found[other]
    ]

    assert known.pairs.tolist() == expected


@given(persons)
def test_who_says_the_truth_is_always_right_and_misses_nobody(found: list[int]) -> None:
    known = resolve_figures.Truth(found, ["ES"] * len(found))
    left, right = np.divmod(known.pairs, len(found))
    count = resolve_figures.figures(left, right, known).all

    assert count.right == count.said == count.true


def test_the_best_threshold_says_equal_scores_together() -> None:
    left, right = rows((0, 1), (3, 4), (4, 5), (2, 5))
    found = resolve_figures.best_threshold(left, right, np.array([0.9, 0.8, 0.8, 0.1]), truth())

    assert found == (0.8, (2, 3, 4))


@given(st.lists(st.sampled_from([0.1, 0.5, 0.9]), min_size=15, max_size=15))
def test_no_threshold_is_better_than_the_best(scores: list[float]) -> None:
    left, right = rows(*combinations(range(6), 2))
    graded = np.array(scores)
    best = resolve_figures.best_threshold(left, right, graded, truth())[1]

    for cut in (0.1, 0.5, 0.9):
        said = graded >= cut
        assert resolve_figures.figures(left[said], right[said], truth()).all.f1 <= best.f1


def test_without_scores_nothing_is_said() -> None:
    found = resolve_figures.best_threshold(*rows(), np.array([]), truth())

    assert found == (1.0, (0, 0, 4))
