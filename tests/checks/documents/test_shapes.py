"""The small language for the forms of numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.checks.documents.shapes import LONGEST, bare, has_nearly, has_shape, is_shape


@pytest.mark.parametrize(
    ("shape", "number", "has"),
    [
        ("AA999999", "FA123456", True),
        ("AA999999", "FA12345", False),
        ("AA999999", "F1123456", False),
        ("X99", "A12", True),
        ("X99", "012", True),
        ('"P"A99', "PQ12", True),
        ('"P"A99', "QQ12", False),
        ('"PD"9?', "PD", True),
        ('"PD"?9', "7", True),
        ('"PD"?9', "P7", False),  # the whole quoted text may be missing, not a part
        ("[CFG]9", "F1", True),
        ("[CFG]9", "A1", False),
        ("999999999?", "12345678", True),
    ],
)
def test_a_number_has_a_shape_or_not(shape: str, number: str, has: bool) -> None:
    assert has_shape(number, shape) is has


@pytest.mark.parametrize(
    ("shape", "number"),
    [("AA99", "FO1O"), ("AA99", "0A12"), ('"PO"9', "P01"), ("[O1]9", "0O")],
)
def test_o_and_0_are_near(shape: str, number: str) -> None:
    assert not has_shape(number, shape)
    assert has_nearly(number, shape)


def test_other_signs_are_not_near() -> None:
    assert not has_nearly("F1123456", "AA999999")


@pytest.mark.parametrize("text", ["", "a9", "A-9", '"P', "[]", "?", "9??", "A" * (LONGEST + 1)])
def test_what_is_no_shape(text: str) -> None:
    assert not is_shape(text)


@pytest.mark.parametrize("given_number", ["FA 123456", "fa-123.456", "FA123456<<<", "FA 12/3456"])
def test_what_is_no_part_of_a_number_does_not_count(given_number: str) -> None:
    assert bare(given_number) == "FA123456"


@given(st.from_regex(re.compile(r"[A9X]{1,10}"), fullmatch=True), st.data())
def test_every_number_made_after_a_shape_has_it(shape: str, data: st.DataObject) -> None:
    kinds = {"A": "[A-Z]", "9": "[0-9]", "X": "[A-Z0-9]"}
    pattern = re.compile("".join(kinds[sign] for sign in shape))
    number = data.draw(st.from_regex(pattern, fullmatch=True))

    assert has_shape(number, shape)
    assert has_nearly(number, shape)


@given(st.text(max_size=LONGEST))
def test_no_text_breaks_the_language(text: str) -> None:
    if is_shape(text):
        assert has_shape("A1", text) <= has_nearly("A1", text)
