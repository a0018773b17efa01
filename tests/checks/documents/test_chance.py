"""The Poisson tail, held against its definition."""

from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tamiz.checks.documents.chance import poisson_tail


@given(mean=some.floats(0, 20), least=some.integers(0, 40))
def test_the_tail_is_what_is_left_of_one(mean: float, least: int) -> None:
    fewer = sum(exp(-mean) * mean**count / factorial(count) for count in range(least))

    assert poisson_tail(mean, least) == pytest.approx(max(1 - fewer, 0), abs=1e-12)


def test_many_events_are_no_overflow() -> None:
    assert poisson_tail(0.5, 400) == pytest.approx(0, abs=1e-12)
