"""A unit's own list."""

from datetime import date
from pathlib import Path

import pytest

from lists.forms import SAMPLES, read, sample
from tamiz.errors import ListError
from tamiz.lists.own import past_review
from tamiz.lists.source import ListProblem
from tamiz.model import Handling, IdentifierKind, NameKind, PartyType, Role


def test_an_entry_keeps_why_it_is_held_how_good_it_is_and_until_when() -> None:
    assert sample("own:test", "own.csv")["L-1"].handling == Handling(
        purpose="counter-infiltration", grading="B2", review_by="2027-03-31"
    )


def test_an_entry_has_what_the_row_says() -> None:
    person = sample("own:test", "own.csv")["L-1"]

    assert [(one.text, one.kind) for one in person.names] == [
        ("Omran Al-Nadir", NameKind.PRIMARY),
        ("عمران النادر", NameKind.SCRIPT),
        ("Umran Nadir", NameKind.ALIAS),
        ("O. Nadir", NameKind.ALIAS),
        ("Hawk", NameKind.CODE),
    ]
    assert [(one.kind, one.number, one.country) for one in person.identifiers] == [
        (IdentifierKind.PASSPORT, "X000001", "tn")
    ]
    assert [link.name for link in person.links] == ["Ficta Group"]
    assert sample("own:test", "own.csv")["L-2"].type is PartyType.ORGANISATION


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("counter-infiltration,B2,2027-03-31", ",B2,2027-03-31", "no purpose"),
        ("counter-infiltration,B2,2027-03-31", "x,,2027-03-31", "no grading"),
        ("counter-infiltration,B2,2027-03-31", "x,B2,", "no review_by"),
        ("B2", "G2", "grading is not A to F"),
        ("B2", "B7", "grading is not A to F"),
        ("B2", "b2", "grading is not A to F"),
        ("B2,2027-03-31", "B2,31.03.2027", "review_by is not a date"),
        ("L-2", "L-1", "its id was given before"),
        ("L-2,organisation", "L-2,cartel", "type is none of aircraft, company, organisation"),
    ],
)
def test_an_entry_without_grounds_is_left_out_and_says_why(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    text = (SAMPLES / "own.csv").read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = list[ListProblem]()

    records = read("own:test", (path,), problems)

    assert len(records) == 1
    assert len(problems) == 1
    assert message in problems[0].message


def test_given_and_family_names_make_the_primary_name(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(
        '{"given_names": "Omran", "family_names": "Al-Nadir", "name": "Omran of Ficta",'
        ' "purpose": "x", "grading": "A1", "review_by": "2027-01-01"}\n',
        encoding="utf-8",
    )

    (person,) = read("own:test", (path,))

    assert [(one.text, one.kind) for one in person.names] == [
        ("Omran Al-Nadir", NameKind.PRIMARY),
        ("Omran of Ficta", NameKind.ALIAS),
    ]
    assert [(part.role, part.text) for part in person.names[0].parts] == [
        (Role.GIVEN, "Omran"),
        (Role.FAMILY, "Al-Nadir"),
    ]
    assert person.id == "line-1"


def test_a_birth_date_that_is_none_is_reported_and_the_entry_kept(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    text = (SAMPLES / "own.csv").read_text(encoding="utf-8")
    path.write_text(text.replace("1984-03-09", "31.02.1984; 1986", 1), encoding="utf-8")
    problems = list[ListProblem]()

    person, _ = read("own:test", (path,), problems)

    assert [date.text() for date in person.birth_dates] == ["1986"]
    assert [(one.where, one.message) for one in problems] == [
        ("line 2", "a birth_date is no date; entry kept without it")
    ]


@pytest.mark.parametrize("column", ["purpose", "grading", "review_by"])
def test_a_table_without_a_required_column_is_refused(column: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    text = (SAMPLES / "own.csv").read_text(encoding="utf-8")
    path.write_text(text.replace(column, f"{column}_x", 1), encoding="utf-8")

    with pytest.raises(ListError, match=f"missing columns: {column}"):
        read("own:test", (path,))


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2027, 3, 31), ()), (date(2027, 4, 1), ("L-1", "L-2"))]
)
def test_entries_past_their_review_date_are_named(today: date, overdue: tuple[str, ...]) -> None:
    assert past_review(read("own:test", (SAMPLES / "own.csv",)), today=today) == overdue
