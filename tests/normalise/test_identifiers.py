"""Numbers of documents and registers as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.identifiers import LONGEST, SHORTEST, identifier_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("AB 123-456", "AB123456"),
        ("ab123456", "AB123456"),
        ("АВ123456", "AB123456"),  # Cyrillic letters in place of Latin ones
        ("№ 0012345", "NO0012345"),
        ("１２３４５", "12345"),
        ("n/a", ""),
        ("000000", ""),
        ("11111111", ""),
        ("123", ""),
        ("ABCDEF", ""),
        ("", ""),
        ("9" * 300, ""),
    ],
)
def test_a_number_has_one_key(written: str, key: str) -> None:
    assert identifier_key(written) == key


@given(st.text(max_size=200))
def test_a_key_is_its_own_key_and_of_sensible_length(text: str) -> None:
    key = identifier_key(text)

    assert not key or SHORTEST <= len(key) <= LONGEST
    assert identifier_key(key) == key


@given(st.from_regex(r"[A-Z]{2}[0-9]{4}[1-9]", fullmatch=True), st.sampled_from(" -./"))
def test_punctuation_makes_no_difference(number: str, between: str) -> None:
    assert identifier_key(between.join(number)) == identifier_key(number) == number
