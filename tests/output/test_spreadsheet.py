"""The table of findings: what stands in it, and that no cell is a formula."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import tamiz
from output.sample_run import not_listed, sample_assessments, shared_phone, watchlist_finding
from tamiz.intake.csv import csv_rows
from tamiz.model import Assessment, OtherListing, Queue
from tamiz.output.spreadsheet import (
    COLUMNS,
    HEADER,
    LONGEST_CELL,
    NUMBERS,
    _lines,
    finding_rows,
    safe_cell,
    strongest_evidence,
    write_spreadsheet,
)
from tamiz.wording import Language

STARTS = tuple("=+-@\t\r\n\x00＝＋－＠")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?|")


def table(path: Path) -> list[dict[str, str]]:
    header, *rows = [row.cells for row in csv_rows(path, delimiter=",")]
    assert header == COLUMNS
    return [dict(zip(header, cells, strict=True)) for cells in rows]


def test_one_row_a_finding(tmp_path: Path) -> None:
    samples = list(sample_assessments())

    write_spreadsheet(tmp_path / "findings.csv", samples)

    rows = table(tmp_path / "findings.csv")
    assert len(rows) == sum(len(sample.findings) for sample in samples)


def test_a_row_says_who_what_how_likely_and_why() -> None:
    found = watchlist_finding("Ana Nadie", "NADIE, Ana", dates=("1990", "1990"), bits=(20.0, 9.0))
    case = Assessment(
        id="7", name="Ana Nadie", row=8, queue=Queue.REVIEW, rule="r", findings=(found,)
    )

    text = finding_rows(case).decode()

    for expected in ("7", "Ana Nadie", "8", "review", "concern", "un-sc", "90000", "NADIE, Ana"):
        assert f'"{expected}"' in text
    assert '"SDNTK; ILLICIT-DRUGS-EO14059"' in text


def test_every_cell_stands_under_its_heading(tmp_path: Path) -> None:
    found = watchlist_finding("Ana Nadie", "NADIE, Ana", dates=("1990", "1990"), bits=(20.0, 9.0))
    case = Assessment(
        id="7", name="Ana Nadie", row=8, queue=Queue.REVIEW, rule="r", findings=(found,)
    )

    write_spreadsheet(tmp_path / "findings.csv", [case])

    (row,) = table(tmp_path / "findings.csv")
    assert (row["id"], row["name"], row["row"], row["queue"]) == ("7", "Ana Nadie", "8", "review")
    assert (row["listed_source"], row["listed_name"]) == ("un-sc", "NADIE, Ana")
    assert (row["outcome"], row["basis"]) == ("concern", found.basis)


def test_every_list_on_which_the_party_stands_is_named(tmp_path: Path) -> None:
    found = watchlist_finding("Ana Nadie", "NADIE, Ana", dates=("1990", "1990"), bits=(20.0, 9.0))
    assert found.listed is not None
    others = tuple(OtherListing(source=source, id="1", name="N") for source in ("au-dfat", "un-sc"))
    found = replace(found, listed=replace(found.listed, also=others))

    write_spreadsheet(
        tmp_path / "findings.csv",
        [Assessment(id="7", queue=Queue.REVIEW, rule="r", findings=(found, not_listed()))],
    )

    cells = [row["also_listed"] for row in table(tmp_path / "findings.csv")]
    assert cells == ["au-dfat 1; un-sc 1", ""]


def test_the_sentences_are_in_the_language_asked_for() -> None:
    case = Assessment(
        id="7", queue=Queue.REVIEW, rule="r", findings=(shared_phone("8"), not_listed())
    )

    assert "phone" in finding_rows(case, Language.ENGLISH).decode()
    assert "teléfono" in finding_rows(case, Language.SPANISH).decode()
    assert "телефон" in finding_rows(case, Language.UKRAINIAN).decode()


def test_excel_is_told_that_it_is_utf8() -> None:
    assert HEADER.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+52 55", "'+52 55"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "  '=1"),
        ("\t=1", " '=1"),
        ("\r=1", " '=1"),
        ("＝1", "'＝1"),
        ("＠x", "'＠x"),
        ("﹦1", "'﹦1"),
        ("\xa0=1", "\xa0'=1"),
        ("'=1", "'=1"),
        ("=1;=2", "'=1;'=2"),
        ("\x00=1", "⟨U+0000⟩=1"),
        ("\ufeff=1", "⟨U+FEFF⟩=1"),
        ("\u202e=1", "⟨U+202E⟩=1"),
        ("a;=cmd", "a;'=cmd"),
        ("a, =cmd", "a, '=cmd"),
        ("a|@cmd", "a|'@cmd"),
        ("Al-Wahmi", "Al-Wahmi"),
        ("a = b", "a = b"),
        ("two\nlines", "two lines"),
        ("", ""),
    ],
)
def test_a_cell_never_begins_like_a_formula(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"  # with which a formula may begin
SEPARATORS = ";,|\t"  # at which one or another program splits a line


@given(st.text(alphabet=f"{SIGNS}{SEPARATORS}\r\n\x00\ufeff \"'a1", max_size=12))
def test_no_part_of_a_cell_begins_like_a_formula(text: str) -> None:
    parts = re.split(f"[{SEPARATORS}\r\n]", safe_cell(text))

    assert not any(part.strip()[:1] in set(SIGNS) for part in parts if part.strip())


@given(st.lists(st.text(f"{SIGNS}{SEPARATORS}\r\n \"'a1", max_size=9), min_size=1, max_size=4))
def test_no_cell_of_a_written_line_begins_like_a_formula_whatever_it_is_split_at(
    values: list[str],
) -> None:
    line = _lines([[safe_cell(one) for one in values]]).decode()

    for separator in SEPARATORS:
        for row in csv.reader(StringIO(line), delimiter=separator):  # noqa: TID251 - as others do
            assert not any(cell.strip()[:1] in set(SIGNS) for cell in row if cell.strip())


def test_whatever_else_writes_a_table_writes_what_nobody_gave() -> None:
    """The demonstration invents its applicants; every other table leaves through this file."""
    package = Path(tamiz.__file__).parent
    writers = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if re.search(r"csv\.(writer|DictWriter)|openpyxl|xlsxwriter", path.read_text("utf-8"))
    }

    assert writers == {"output/spreadsheet.py", "demo/programme.py"}


def test_only_our_own_figures_may_begin_with_a_sign(tmp_path: Path) -> None:
    write_spreadsheet(tmp_path / "findings.csv", sample_assessments())

    for row in table(tmp_path / "findings.csv"):
        for column, cell in row.items():
            if column in NUMBERS:
                assert NUMBER.fullmatch(cell)
            else:
                assert not cell.startswith(STARTS)


def test_a_cell_is_no_longer_than_a_spreadsheet_keeps() -> None:
    assert len(safe_cell("x" * 100_000)) == LONGEST_CELL


def test_the_strongest_evidence_is_not_the_prior() -> None:
    found = watchlist_finding("Ana Nadie", "NADIE, Ana", dates=("1990", "1990"), bits=(5.0, 13.5))

    assert strongest_evidence(found).feature == "birth_date"


def test_every_column_is_documented() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "report.md"

    documented = page.read_text(encoding="utf-8")

    assert ", ".join(f"`{column}`" for column in COLUMNS) in documented
