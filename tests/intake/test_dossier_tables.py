"""Dossiers from tables: what a row becomes, what is said about the file."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.hostile_workbooks import packed as archive
from intake.hostile_workbooks import parts, sheet, workbook
from intake.reading import cohort_of, one, only, refusal, rejects, table
from tamiz.errors import InputError
from tamiz.intake.dossiers import open_cohort
from tamiz.model import Dossier


def test_a_row_knows_where_it_came_from(tmp_path: Path) -> None:
    dossier = only(cohort_of(tmp_path, 'id,name\n1,"Ann\nMoss"\n'))

    assert (dossier.origin.file, dossier.origin.row) == ("people.csv", 2)
    assert len(dossier.origin.sha256) == 64


def test_every_value_points_at_its_heading(tmp_path: Path) -> None:
    dossier = only(cohort_of(tmp_path, "ID;Nombre completo;Teléfono\n1;Ann Moss;2790000\n"))

    assert dossier.identity.names[0].field == "Nombre completo"
    assert dossier.contacts[0].field == "Teléfono"


def test_an_unknown_column_is_kept_and_named(tmp_path: Path) -> None:
    cohort = cohort_of(tmp_path, "id,name,zodiac\n1,Ann Moss,Leo\n")

    assert only(cohort).extra == (("zodiac", "Leo"),)
    assert cohort.warnings == ("column 3 “zodiac” is not understood and only kept",)


def test_what_stands_in_a_column_without_a_heading_is_kept(tmp_path: Path) -> None:
    assert only(cohort_of(tmp_path, "id,name,\n1,Ann Moss,Leo\n")).extra == (("column 3", "Leo"),)


def test_several_columns_of_one_field_are_all_used(tmp_path: Path) -> None:
    cohort = cohort_of(tmp_path, "id,name,phone 1,phone 2\n1,Ann Moss,2790000,2790001\n")

    assert [contact.value for contact in only(cohort).contacts] == ["2790000", "2790001"]
    assert cohort.warnings == ("several columns hold phone; all their values are used",)


def test_given_names_without_surnames_are_the_whole_name(tmp_path: Path) -> None:
    cohort = cohort_of(tmp_path, "id,Nombre\n1,Ann Moss\n")

    assert only(cohort).identity.names[0].parts == ()
    assert cohort.warnings == ("“Nombre” is read as the whole name",)


def test_a_table_without_ids_names_its_rows(tmp_path: Path) -> None:
    cohort = cohort_of(tmp_path, "name,sex\nAnn Moss,F\n")

    assert only(cohort).id == "row-2"
    assert cohort.warnings == ("there is no column with the applicant's id; rows are called row-N",)


def test_a_row_with_too_few_cells_is_noted(tmp_path: Path) -> None:
    assert "row:short" in only(cohort_of(tmp_path, "id,name,phone\n1,Ann Moss\n")).notes


def test_empty_columns_at_the_end_make_no_row_short(tmp_path: Path) -> None:
    assert only(cohort_of(tmp_path, "id,name,,\n1,Ann Moss\n")).notes == ()


def test_a_reject_keeps_every_reason_and_its_text(tmp_path: Path) -> None:
    (reject,) = rejects(cohort_of(tmp_path, f"id,name\n{'7' * 201},a,b\n"))

    assert [problem.column for problem in reject.problems] == ["column 3", "id"]
    assert reject.original == f"{'7' * 201},a,b"


def test_bytes_that_are_no_text_are_spelt_out_in_a_reject(tmp_path: Path) -> None:
    text = "id,name\n1,Їжак Їжак\n".encode() + b"2,Jos\xe9\n"

    (reject,) = rejects(cohort_of(tmp_path, text))

    assert reject.original == r"2,Jos\xe9"


def test_the_second_applicant_with_an_id_is_rejected_with_its_row(tmp_path: Path) -> None:
    (reject,) = rejects(cohort_of(tmp_path, "id,name\n1,Ann Moss\n1,Bob Reyes\n"))

    assert (reject.row, reject.original) == (3, "1,Bob Reyes")
    assert "the same id as row 2" in reject.problems[0].message


def test_a_cohort_is_read_anew_each_time(tmp_path: Path) -> None:
    cohort = cohort_of(tmp_path, "id,name\n1,Ann Moss\n2,Bob Reyes\n")

    assert list(cohort) == list(cohort)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_commas_within_cells_do_not_hide_the_delimiter(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "name", "address"], ["1", "Ann Moss", '"1, Long Road, Kyiv, Ukraine"']]

    dossier = only(cohort_of(tmp_path, "\n".join(delimiter.join(row) for row in rows)))

    assert dossier.addresses[0].text == "1, Long Road, Kyiv, Ukraine"


def test_a_file_that_is_missing_is_an_error_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: cannot be read: No such file"):
        open_cohort(tmp_path / "none.csv")


def test_a_folder_is_an_error_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        open_cohort(tmp_path)


def test_cells_of_a_workbook_are_read_as_people_see_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    people = book.worksheets[0]
    people.append(["ID", "ПІБ", "Дата народження", "Телефон", "Дата подання"])
    people.append([17.0, "Шевченко Тарас", date(1990, 3, 9), 380442790000, None])
    out = BytesIO()
    book.save(out)

    dossier = only(cohort_of(tmp_path, out.getvalue(), file="people.xlsx"))

    assert dossier.id == "17"
    assert [date.text() for date in dossier.identity.birth_dates] == ["1990-03-09"]
    assert dossier.contacts[0].value == "380442790000"
    assert dossier.notes == ()


def test_a_merged_title_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    people = book.worksheets[0]
    people.append(["Applicants of the spring call"])
    people.merge_cells("A1:C1")
    people.append([])
    for row in (["id", "name"], ["1", "Ann Moss"]):
        people.append(row)
    out = BytesIO()
    book.save(out)

    cohort = cohort_of(tmp_path, out.getvalue(), file="people.xlsx")

    assert (only(cohort).id, only(cohort).origin.row) == ("1", 4)
    assert cohort.warnings == ("above the headings in row 3, not read: row 1",)


def test_formulas_without_values_and_errors_are_named_and_counted(tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{row}"><c r="D{row}" s="2"><f>A1</f><v></v></c></row>' for row in range(4, 12)
    )
    people = sheet(("id", "name"), ("1", "Ann Moss"), more=cells)

    cohort = cohort_of(tmp_path, workbook(people), file="people.xlsx")

    assert cohort.warnings[0].startswith(
        "cells with an error, or with a formula whose value was not saved: D4, D5, D6, D7, D8 "
        "and 3 more; they count as empty"
    )


def test_a_formula_with_its_value_is_read(tmp_path: Path) -> None:
    row = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>"Ann Moss"</f><v>Ann Moss</v></c></row>'

    cohort = cohort_of(tmp_path, workbook(sheet(("id", "name"), more=row)), file="people.xlsx")

    assert (only(cohort).identity.names[0].text, cohort.warnings) == ("Ann Moss", ())


def test_of_several_sheets_the_first_with_headings_is_read(tmp_path: Path) -> None:
    people = sheet(("id", "name"), ("1", "Ann Moss"))
    sheets = {"Cover": sheet(("Call", "2026")), "People": people, "Old": people}

    data = archive(parts(sheets, hidden=frozenset({"Old"})))
    cohort = cohort_of(tmp_path, data, file="people.xlsx")

    assert only(cohort).id == "1"
    assert [warning.partition(":")[0] for warning in cohort.warnings] == [
        "only the sheet “People” is read; the sheet “Cover” is not",
        "only the sheet “People” is read; the hidden sheet “Old” is not",
    ]


CELLS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)


@given(
    ids=st.lists(st.uuids().map(str), unique=True, max_size=5), names=st.lists(CELLS, min_size=5)
)
def test_each_row_of_a_table_comes_out_as_a_dossier_or_a_reject(
    tmp_path_factory: pytest.TempPathFactory, ids: list[str], names: list[str]
) -> None:
    rows = list(zip(ids, names, strict=False))

    cohort = cohort_of(tmp_path_factory.mktemp("t"), table(("id", "name"), *rows))

    found = list(cohort)
    assert len(found) == len(rows)
    for (applicant, name), came in zip(rows, found, strict=True):
        if isinstance(came, Dossier):
            assert came.id == applicant
        else:
            assert applicant in came.original
            assert name in came.original or '"' in name


@given(data=st.binary(max_size=300))
@pytest.mark.parametrize("start", [b"", b"id,name\n", b"PK\x03\x04", b"{", b"[", b"\xff\xfe"])
def test_no_bytes_raise_anything_but_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, data: bytes
) -> None:
    message = refusal(tmp_path_factory.mktemp("t"), start + data)

    assert not message or "people.csv" in message


@given(at=st.integers(0, 2000), byte=st.integers(0, 255))
def test_no_damaged_workbook_raises_anything_but_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int
) -> None:
    data = bytearray(workbook())
    data[at % len(data)] = byte

    message = refusal(tmp_path_factory.mktemp("t"), bytes(data), file="people.xlsx")

    assert not message or "people.xlsx" in message


@given(
    at=st.integers(0, 2000),
    cut=st.integers(0, 40),
    put=st.sampled_from([b"", b"<", b"&", b"9" * 30]),
)
def test_no_damaged_sheet_raises_anything_but_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, at: int, cut: int, put: bytes
) -> None:
    people = sheet(
        ("id", "name"), ("1", "Ann Moss"), more='<row r="3"><c r="A3"><v>2</v></c></row>'
    )
    at %= len(people)
    damaged = people[:at].encode() + put + people[at + cut :].encode()

    data = workbook(more={"xl/worksheets/sheet1.xml": damaged})

    message = refusal(tmp_path_factory.mktemp("t"), data, file="people.xlsx")

    assert not message or "people.xlsx" in message


def test_a_value_is_told_from_its_neighbours_by_its_place(tmp_path: Path) -> None:
    dossier = one(tmp_path, address="1 Long Road; 2 High Street; ", country="; ES; UA")

    assert [(address.text, address.country) for address in dossier.addresses] == [
        ("1 Long Road", None), ("2 High Street", "es"), ("", "ua")
    ]  # fmt: skip
