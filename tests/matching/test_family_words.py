"""Family names and given names, by how many bear them as each."""

import pytest

from tamiz.matching.family_words import is_family, is_family_first


@pytest.mark.parametrize(
    ("word", "expected"),
    [("morris", True), ("garcia", True), ("kim", True), ("luis", False), ("ivan", False),
     ("quilomberazzo", None)],
)  # fmt: skip
def test_what_more_bear_as_family_name_is_one(word: str, expected: bool | None) -> None:
    assert is_family(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("kim", True), ("nguyen", True), ("wang", True), ("thomas", False), ("ivan", False),
     ("quilomberazzo", False)],
)  # fmt: skip
def test_a_first_word_is_a_family_name_only_where_far_more_bear_it_so(
    word: str, expected: bool
) -> None:
    assert is_family_first(word) is expected
