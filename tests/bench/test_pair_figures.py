"""Precision, recall, F1 and average precision of verdicts on pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.benched import Verdict, pair_figures

judgements = st.lists(
    st.tuples(
        st.builds(Verdict, st.sampled_from([0.0, 0.2, 0.5, 0.7, 0.9, 1.0]), st.booleans()),
        st.booleans(),
    )
)


def judged(*rows: tuple[float, bool]) -> list[tuple[Verdict, bool]]:
    return [(Verdict(score, score >= 0.5), match) for score, match in rows]


def test_figures_are_those_counted_by_hand() -> None:
    found = pair_figures.at_threshold(
        judged((0.9, True), (0.8, False), (0.6, True), (0.4, True), (0.1, False))
    )

    assert list(found) == [5, pytest.approx(2 / 3), pytest.approx(2 / 3), pytest.approx(2 / 3)]


def test_average_precision_is_that_counted_by_hand() -> None:
    """Right at the first, third and fourth place: (1/1 + 2/3 + 3/4) / 3."""
    found = pair_figures.average_precision(
        judged((0.9, True), (0.8, False), (0.6, True), (0.4, True), (0.1, False))
    )

    assert found == pytest.approx((1 + 2 / 3 + 3 / 4) / 3)


def test_scores_that_are_equal_say_no_more_than_the_share_that_is_right() -> None:
    assert pair_figures.average_precision(judged((0.9, False), (0.9, True))) == 0.5


def test_nothing_said_and_nothing_true_is_worth_nothing() -> None:
    assert list(pair_figures.at_threshold([])) == [0, 0.0, 0.0, 0.0]
    assert pair_figures.best_f1([]) == 0.0


@given(judgements)
def test_no_threshold_is_better_than_the_best(found: list[tuple[Verdict, bool]]) -> None:
    best = pair_figures.best_f1(found)

    for cut in (0.2, 0.5, 0.7, 0.9, 1.0):
        at = [(Verdict(verdict.score, verdict.score >= cut), match) for verdict, match in found]
        assert pair_figures.at_threshold(at).f1 <= best
