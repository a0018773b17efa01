"""Delimited text, row by row."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.errors import InputError
from tamiz.intake import limits
from tamiz.intake.csv import csv_form, csv_rows
from tamiz.intake.rows import Row


def _rows(folder: Path, text: str | bytes) -> list[Row]:
    path = folder / "table.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(csv_rows(path))


def _cells(rows: list[Row]) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in rows]


def test_a_row_bears_the_number_of_the_line_it_begins_on(tmp_path: Path) -> None:
    rows = _rows(tmp_path, 'id,name\n1,"Ann\nMoss"\n\n2,Bob\n')

    assert _cells(rows) == [(1, ("id", "name")), (2, ("1", "Ann\nMoss")), (5, ("2", "Bob"))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_understood(tmp_path: Path, end: str) -> None:
    rows = _rows(tmp_path, end.join(["id,name", "1,Ann", "2,Bob", ""]))

    assert _cells(rows) == [(1, ("id", "name")), (2, ("1", "Ann")), (3, ("2", "Bob"))]


def test_mixed_line_ends_do_not_join_rows(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,name\r\n1,Ann\r2,Bob\n3,Cyd")

    assert [row.cells[0] for row in rows] == ["id", "1", "2", "3"]


def test_a_quote_that_never_closes_spoils_its_own_line_only(tmp_path: Path) -> None:
    rows = _rows(tmp_path, 'id,name\n1,"Ann\n2,Bob\n3,Cyd\n')

    assert [(row.number, bool(row.problem)) for row in rows] == [
        (1, False), (2, True), (3, False), (4, False)
    ]  # fmt: skip
    assert rows[1].original == '1,"Ann'


def test_two_stray_quotes_do_not_swallow_the_rows_between(tmp_path: Path) -> None:
    rows = _rows(tmp_path, 'id,name\n1,"Ann\n2,Bob\n3,"Cyd\n4,Dan\n')

    assert [row.number for row in rows if row.problem] == [2, 4]
    assert [row.cells[0] for row in rows if not row.problem] == ["id", "2", "4"]


def test_a_quote_within_a_word_is_a_letter_like_others(tmp_path: Path) -> None:
    rows = _rows(tmp_path, 'id,name\n1,O"Brien\n2,Bob\n3,5" gun\n')

    assert [row.cells for row in rows][1:] == [("1", 'O"Brien'), ("2", "Bob"), ("3", '5" gun')]


def test_rows_after_a_line_of_ten_megabytes_are_read(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,name\n1," + "x" * 10_000_000 + "\n2,Bob\n")

    assert [(row.number, bool(row.problem)) for row in rows] == [(1, False), (2, True), (3, False)]
    assert len(rows[1].original) == limits.KEPT_CHARACTERS


def test_an_open_quote_before_a_line_of_ten_megabytes_costs_its_line_only(tmp_path: Path) -> None:
    rows = _rows(tmp_path, 'id,name\n1,"Ann\n' + "x" * 10_000_000 + "\n2,Bob\n")

    assert [(row.number, bool(row.problem)) for row in rows] == [
        (1, False), (2, True), (3, True), (4, False)
    ]  # fmt: skip


def test_bytes_of_another_encoding_spoil_their_row_only(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,name\n1,Їжак Їжакевич\n".encode() + b"2,Jos\xe9\n3,Bob\n")

    assert [row.number for row in rows if row.problem] == [3]


def test_half_a_surrogate_pair_in_utf16_spoils_its_row_only(tmp_path: Path) -> None:
    text = "\ufeffid,name\n1,".encode("utf-16-le") + b"\x00\xd8" + "\n2,Bob\n".encode("utf-16-le")

    assert [bool(row.problem) for row in _rows(tmp_path, text)] == [False, True, False]


def test_encoding_and_delimiter_are_declared(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("id;nombre\n1;Muñoz\n".encode("cp1252"))

    form = csv_form(path)

    assert (form.encoding, form.delimiter, form.is_guessed) == ("cp1252", ";", True)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_the_first_letter_beyond_ascii_may_stand_late(tmp_path: Path, encoding: str) -> None:
    rows = _rows(tmp_path, ("id,name\n" + "1,Ann\n" * 60_000 + "2,Їжак Марія\n").encode(encoding))

    assert rows[-1].cells == ("2", "Їжак Марія")


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_letter_beyond_ascii_may_be_the_last(tmp_path: Path, end: str) -> None:
    assert _rows(tmp_path, f"id,name\n2,José{end}".encode("cp1252"))[-1].cells == ("2", "José")


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_within_a_file_is_none(tmp_path: Path, mark: bytes) -> None:
    rows = _rows(tmp_path, b"id,name\n1,Ann\n" + mark + b"2,Bob\n")

    assert [row.cells[-1] for row in rows] == ["name", "Ann", "Bob"]


def test_a_workbook_under_the_name_of_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"PK\x03\x04")

    with pytest.raises(InputError, match=r"table\.csv: xlsx, expected a table"):
        csv_form(path)


CELL = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), include_characters='\n\t"'), max_size=8
)


@given(rows=st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_a_spreadsheet_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([["id", "name"], *rows])
    path = tmp_path_factory.mktemp("csv") / "table.csv"
    path.write_bytes(out.getvalue().encode())

    read = list(csv_rows(path, encoding="utf-8", delimiter=","))

    assert [list(row.cells) for row in read] == [["id", "name"], *rows]
