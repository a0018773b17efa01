"""The bars of the waterfall: where they begin, where they end, and what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.model import Evidence
from tamiz.output.waterfall import WIDTH, Kind, waterfall


def statements(*bits: float | None) -> list[Evidence]:
    return [Evidence(feature="name", code="name.none", bits=value) for value in bits]


def test_each_bar_begins_where_the_one_before_ended() -> None:
    prior = Evidence(feature="prior", code="prior.person", bits=-20.0)

    steps = waterfall([prior, *statements(15.0, 10.0, -1.0)], 4.0)

    # The drawing goes from -20 to +5: four units a bit.
    assert [(step.kind, step.x, step.width) for step in steps] == [
        (Kind.START, 0.0, 80.0),
        (Kind.FOR, 0.0, 60.0),
        (Kind.FOR, 60.0, 40.0),
        (Kind.AGAINST, 96.0, 4.0),
        (Kind.TOTAL, 80.0, 16.0),
    ]
    assert {step.zero for step in steps} == {80.0}


def test_without_any_weight_there_is_no_waterfall() -> None:
    assert waterfall(statements(None, None), None) == ()


def test_a_statement_without_bits_moves_nothing() -> None:
    steps = waterfall(statements(4.0, None, 4.0), 8.0)

    assert [step.kind for step in steps] == [Kind.FOR, Kind.NEUTRAL, Kind.FOR, Kind.TOTAL]
    assert [step.x for step in steps] == [0.0, 50.0, 50.0, 0.0]


@given(st.lists(st.none() | st.floats(-60, 60), max_size=12), st.none() | st.floats(-60, 60))
def test_every_bar_lies_within_the_drawing(bits: list[float | None], total: float | None) -> None:
    for step in waterfall(statements(*bits), total):
        assert step.x >= -0.01
        assert step.x + step.width <= WIDTH + 0.02
        assert -0.01 <= step.zero <= WIDTH + 0.01


@pytest.mark.parametrize("bits", [0.0, -0.0])
def test_evidence_of_no_weight_is_neutral(bits: float) -> None:
    assert waterfall(statements(bits, 1.0), 1.0)[0].kind is Kind.NEUTRAL
