"""Cells that hold several values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.lists import cells
from tamiz.model import IdentifierKind


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("", []),
        ("na", []),
        ("one", ["one"]),
        ("(1) one (2) two", ["one", "two"]),
        ("a) one b) two", ["one", "two"]),
        ("1) one; 2) two;", ["one", "two"]),
        ("12 Quay (a street)", ["12 Quay (a street)"]),
    ],
)
def test_a_cell_is_split_at_its_marks(cell: str, values: list[str]) -> None:
    assert cells.several(cell) == values


@pytest.mark.parametrize(
    ("cell", "dates"),
    [
        ("00/00/1980", ["1980"]),
        ("1972, 21/03/1974", ["1972", "1974-03-21"]),
        ("Approximately 1968_x000D_\n28/08/1965", ["~1968", "1965-08-28"]),
        ("27/05/1973 01/01/1975", ["1973-05-27", "1975-01-01"]),
        ("5 May 1957, April 1957, May 1957", ["1957-05-05", "1957-04", "1957-05"]),
        ("Approximately: Between 1959 and 1965", ["1959/1965"]),
        ("Between 1955 and 1958", ["1955/1958"]),
        ("1944,", ["1944"]),
        ("(1) 01/02/1970 (2) 03/02/1970", ["1970-02-01", "1970-02-03"]),
        ("10/061962", []),
    ],
)
def test_dates_are_read_day_first(cell: str, dates: list[str]) -> None:
    assert [date.text() for date in cells.dates(cell, "DOB")] == dates


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Afghanistan", "af"),
        ("Kabul, Afghanistan", "af"),
        ("Iraq (previous address)", "iq"),
        ("Bahrain (citizenship revoked in 2015)", "bh"),
        ("Possibly Ethiopian", "et"),
        ("Saudi Arabia citizenship.", "sa"),
        ("Congo (Democratic Republic)", "cd"),
        ("Nowhere", None),
        ("", None),
    ],
)
def test_a_country_is_found_behind_remarks(text: str, country: str | None) -> None:
    assert cells.country_of(text) == country


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("592667 (Qatari passport issued on 3 May 2007)", [("592667", "qa")]),
        ("D 000974 (Afghan)", [("D 000974", "af")]),
        ("(1) 6487 (Egypt). Issued 30 Jan 1986. (2) (Egypt). Issued 1993.", [("6487", "eg")]),
        ("Passport No: 592667 (Libya)", [("592667", "ly")]),
        ("96/184442 (Libyan)", [("96/184442", "ly")]),
        ("na", []),
    ],
)
def test_numbers_are_found_and_years_are_not_taken_for_them(
    cell: str, numbers: list[tuple[str, str | None]]
) -> None:
    found = cells.identifiers(cell, IdentifierKind.PASSPORT, "Passport")

    assert [(one.number, one.country) for one in found] == numbers


@given(st.text(max_size=200))
def test_no_text_makes_a_cell_fail(text: str) -> None:
    list(cells.dates(text, "DOB"))
    list(cells.nationalities(text, "Nationality"))
    list(cells.identifiers(text, IdentifierKind.PASSPORT, "Passport"))
    list(cells.places(text, text, "Place"))
