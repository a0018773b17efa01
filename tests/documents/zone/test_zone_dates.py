"""Which days six signs can mean."""

from datetime import date

import pytest

from tamiz.documents.zone import Oddity, birth_readings, date_oddity, expiry_readings

TODAY = date(2026, 8, 15)


@pytest.mark.parametrize(
    ("text", "oddity"),
    [
        ("740812", None),
        ("7408<<", None),
        ("74<<<<", None),
        ("<<0812", None),
        ("<<<<<<", None),
        ("000229", None),  # 2000 had one
        ("720229", None),
        ("730229", Oddity.NO_DAY),
        ("740231", Oddity.NO_DAY),
        ("741301", Oddity.NO_DAY),
        ("740800", Oddity.NO_DAY),
        ("<<<<32", Oddity.NO_DAY),
        ("7<0812", Oddity.NO_DATE),
        ("74O812", Oddity.NO_DATE),
        ("", Oddity.NO_DATE),
        ("٧٤٠٨١٢", Oddity.NO_DATE),
    ],
)
def test_six_signs_are_a_day_as_far_as_known_or_none(text: str, oddity: Oddity | None) -> None:
    assert date_oddity(text) is oddity


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("740812", ["1974-08-12"]),
        ("200812", ["2020-08-12", "1920-08-12"]),
        ("260815", ["2026-08-15", "1926-08-15"]),
        ("260816", ["1926-08-16"]),  # tomorrow is no day of birth
        ("010101", ["2001-01-01", "1901-01-01"]),
        ("0001<<", ["2000-01"]),
        ("00<<<<", ["2000"]),
        ("000229", ["2000-02-29"]),
        ("<<0812", ["1901-08-12/2026"]),
        ("<<<<<<", []),
        ("740231", []),
        ("abc", []),
    ],
)
def test_a_birth_date_lies_in_the_past(text: str, days: list[str]) -> None:
    assert [one.text() for one in birth_readings(text, TODAY)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("120415", ["2012-04-15"]),
        ("300415", ["2030-04-15"]),
        ("810913", ["1981-09-13"]),
        ("760101", ["2076-01-01", "1976-01-01"]),
        ("<<<<<<", []),
    ],
)
def test_an_expiry_date_lies_within_fifty_years(text: str, days: list[str]) -> None:
    assert [one.text() for one in expiry_readings(text, TODAY)] == days


def test_two_readings_are_marked_as_such() -> None:
    assert [one.ambiguous for one in birth_readings("200812", TODAY)] == [True, True]
    assert [one.ambiguous for one in birth_readings("740812", TODAY)] == [False]
