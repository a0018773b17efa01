"""Dates as people and lists write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.dates import FIRST_YEAR, LAST_YEAR, read_dates

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}


def _texts(text: str, *, day_first: bool | None = None) -> list[str]:
    return [found.text() for found in read_dates(text, day_first=day_first)]


@pytest.mark.parametrize(
    "written",
    [
        "1992-11-07", "1992-11-7", "1992-11-07T00:00:00", "1992-11-07 00:00:00.000", "1992-11-07Z",
        "1992-11-07+02:00", "19921107", "1992/11/07", "1992.11.07", "1992年11月7日",
        "07.11.1992", "7.11.1992", "7. 11. 1992", "07.11.1992 р.", "07.11.1992р", "07.11.1992 г.",
        "7 Nov 1992", "7-Nov-1992", "7/nov/1992", "07NOV1992", "7th of November 1992",
        "November 7, 1992", "Nov 7 1992", "1992 November 7",
        "7 de noviembre de 1992", "7 de noviembre del 1992", "7º de noviembre de 1992",
        "7 листопада 1992", "7 листопада 1992 р.", "7 листопада 1992 року", "7-го листопада 1992",
        "7 ноября 1992 г.", "07-XI-1992", "٠٧.١١.١٩٩٢",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_form(written: str) -> None:
    assert _texts(written) == ["1992-11-07"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1992", ["1992"]),
        ("1992-11", ["1992-11"]),
        ("11/1992", ["1992-11"]),
        ("Nov. 1992", ["1992-11"]),
        ("00.00.1992", ["1992"]),
        ("00/11/1992", ["1992-11"]),
        ("c. 1992", ["~1992"]),
        ("circa 1992", ["~1992"]),
        ("близько 1992", ["~1992"]),
        ("1990-1994", ["1990/1994"]),
        ("between 1990 and 1994", ["1990/1994"]),
        ("1976 or 1977", ["1976", "1977"]),
        ("(1) 12 Apr 1976 (2) 1977", ["1976-04-12", "1977"]),
        ("13/12/1992", ["1992-12-13"]),
        ("12/13/1992", ["1992-12-13"]),
        ("12/12/1992", ["1992-12-12"]),
        ("02/29/1992", ["1992-02-29"]),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written: str, read: list[str]) -> None:
    assert _texts(written) == read


@pytest.mark.parametrize(
    "written",
    ["", "-", "unknown", "31.02.1990", "29.02.1991", "00.00.0000", "1992-13-01", "1.2.68", "9999",
     "1849-12-31", "32/01/1990", "7 Novembrr 1992", "v 1992", "1992-11-07-08", "0/0/0", "12:30",
     "1992-1994-1996", "x" * 500, "1" * 500],
)  # fmt: skip
def test_what_is_no_date_gives_none(written: str) -> None:
    assert read_dates(written) == ()


def test_two_readings_are_both_given_and_flagged() -> None:
    assert [(found.text(), found.ambiguous) for found in read_dates("03/04/1988")] == [
        ("1988-04-03", True), ("1988-03-04", True)
    ]  # fmt: skip


def test_the_order_settles_which_reading_is_meant() -> None:
    assert _texts("03/04/1988", day_first=True) == ["1988-04-03"]
    assert _texts("03/04/1988", day_first=False) == ["1988-03-04"]


def test_a_reading_keeps_its_text_and_its_field() -> None:
    (found,) = read_dates("  7 Nov 1992 ", field="dob")

    assert (found.raw, found.field) == ("7 Nov 1992", "dob")


@given(day=DAYS)
def test_every_day_is_read_back_from_its_unmistakable_forms(day: date) -> None:
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d"):
        assert _texts(day.strftime(form).rjust(8, "0")) == [day.isoformat()]


@given(day=DAYS, language=st.sampled_from(sorted(MONTHS)))
def test_every_day_is_read_back_from_words(day: date, language: str) -> None:
    month = MONTHS[language].split()[day.month - 1]

    assert _texts(f"{day.day} {month} {day.year}") == [day.isoformat()]


@given(day=DAYS)
def test_a_day_with_slashes_is_among_its_readings(day: date) -> None:
    found = _texts(day.strftime("%d/%m/%Y"))

    assert day.isoformat() in found
    assert len(found) == (2 if day.day <= 12 and day.day != day.month else 1)


@given(text=st.text(max_size=60))
def test_any_text_gives_days_that_exist_or_none(text: str) -> None:
    for found in read_dates(text):
        assert FIRST_YEAR <= found.year <= LAST_YEAR
        date(found.year, found.month or 1, found.day or 1)
