"""JSON within limits."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits
from tamiz.intake.json import json_file, json_items, json_value, jsonl_values

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=20,
)  # fmt: skip


@given(value=VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    assert json_value(json.dumps(value).encode(), where="x") == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "x: not JSON at line 1, column 2"),
        ("[1,\n2,]", "x: not JSON at line 2, column 3"),
        ("NaN", "x: NaN is no JSON value; write null for what is not known"),
        ("[-Infinity]", "-Infinity is no JSON value"),
        ('{"a": {"b": 1, "b": 2}}', "a key stands twice in one object"),
        ("1e999", "a number is too large"),
        ("[" + "9" * 65 + "]", "a whole number of more than 64 digits"),
        ("\xff", "x: not UTF-8 at byte 0"),
    ],
)
def test_an_error_says_where_and_what(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        json_value(text.encode("latin-1"), where="x")

    assert message in str(error.value)


@pytest.mark.parametrize("depth", [limits.JSON_DEPTH + 1, 5_000, 100_000])
def test_too_deep_nesting_is_refused(depth: int) -> None:
    with pytest.raises(LimitExceeded, match="levels of JSON"):
        json_value(b"[" * depth + b"]" * depth, where="x")


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = limits.JSON_DEPTH

    assert json_value(b"[" * depth + b"]" * depth, where="x")


def test_many_brackets_side_by_side_are_not_deep() -> None:
    width = limits.JSON_DEPTH * 2

    assert json_value(b"[" + b"[]," * width + b"{}]", where="x") == [*([[]] * width), {}]


def test_a_fault_costs_its_own_entry_only(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('[{"a": 1}, {"a": NaN}, {"a": 1, "a": 2}, {"a": 2}]', encoding="utf-8")

    found = list(json_items(path, "dossiers"))

    assert [value for value, _ in found if not isinstance(value, InputError)] == [
        {"a": 1}, {"a": 2}
    ]  # fmt: skip
    assert [text for value, text in found if isinstance(value, InputError)] == [
        '{"a": "NaN"}', '[["a", 1], ["a", 2]]'
    ]  # fmt: skip


def test_a_file_with_a_fault_is_refused_where_it_is_one_value(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"a": [NaN]}', encoding="utf-8")

    with pytest.raises(InputError, match=r"x\.json: NaN is no JSON value"):
        json_file(path)


def test_lines_keep_their_numbers_whatever_stands_between(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"a": 1}\n\n{oops\n{"a": 2}')

    found = list(jsonl_values(path))

    assert [number for number, _, _ in found] == [1, 3, 4]
    assert isinstance(found[1][1], InputError)
