"""Numbers that count up within their series."""

import pytest

from tamiz.normalise.series import Place, place_in_series


@pytest.mark.parametrize(
    ("key", "place"),
    [("PA0412207", Place("PA", 7, 412207)), ("00412", Place("", 5, 412))],
)
def test_a_number_has_its_place(key: str, place: Place) -> None:
    assert place_in_series(key) == place


@pytest.mark.parametrize("key", ["", "PA1", "12345678A", "ABCDE12345", "9" * 13, "pa0412207"])
def test_other_numbers_have_none(key: str) -> None:
    assert place_in_series(key) is None
