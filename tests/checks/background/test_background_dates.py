"""Service and stays begin before they end, and service before the application."""

import pytest

from checks.background.stories import applicant, served, stay, told
from tamiz.checks.background.dates_in_order import RULE


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2014", "2018", ("clear", "dates.in_order")),
        ("2018-05", "2018-05", ("clear", "dates.in_order")),
        ("2014", "", ("clear", "dates.in_order")),
        ("2018-05", "2014-02", ("concern B", "dates.end_first")),
        ("2018", "2014", ("concern C", "dates.end_first")),  # written backwards
        ("2027", "", ("concern B", "dates.after_application")),
        ("2026", "", ("clear", "dates.in_order")),  # may have been before March
        ("2020", "2029", ("clear", "dates.in_order")),  # a contract that runs on
    ],
)
def test_the_order_of_dates(start: str, end: str, expected: tuple[str, str]) -> None:
    assert told(RULE, applicant(served("army", start, end))) == [expected]


def test_a_stay_that_ends_before_it_begins() -> None:
    dossier = applicant(stays=(stay("trip", "pa", "2024-07", "2024-05"),))

    assert told(RULE, dossier) == [("concern B", "dates.end_first")]


def test_service_without_dates_is_not_asked_about() -> None:
    assert told(RULE, applicant(served("Ejército, 4 años, cabo"))) == []
