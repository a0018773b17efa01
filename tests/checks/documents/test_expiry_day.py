"""Does a document end on the day on which its State lets documents end?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers, applicant, claim, day, paper, told
from tamiz.checks import Context
from tamiz.checks.check import References
from tamiz.checks.documents.expiry_customs import Custom, follows
from tamiz.checks.documents.expiry_day import RULE
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.tables import Row, Tables, table


@pytest.mark.parametrize(
    ("custom", "issued", "expires", "does"),
    [
        (Custom.SAME_DAY, "2020-04-12", "2030-04-12", True),
        (Custom.SAME_DAY, "2020-04-12", "2030-04-11", False),
        (Custom.SAME_DAY, "2020-02-29", "2030-02-28", True),
        (Custom.SAME_DAY, "2020-02-29", "2030-03-01", True),
        (Custom.SAME_DAY, "2020-02-29", "2040-02-28", False),
        (Custom.DAY_BEFORE, "2020-04-12", "2030-04-11", True),
        (Custom.DAY_BEFORE, "2020-01-01", "2029-12-31", True),
        (Custom.DAY_BEFORE, "2020-04-12", "2030-04-12", False),
        (Custom.MONTH_END, "2020-04-12", "2030-04-30", True),
        (Custom.MONTH_END, "2020-04-12", "2028-02-28", False),
        (Custom.BIRTHDAY, "2020-04-12", "2030-08-09", True),
        (Custom.BIRTHDAY, "2020-04-12", "2030-04-12", False),
    ],
)
def test_what_follows_a_custom(custom: Custom, issued: str, expires: str, does: bool) -> None:
    born = (date(1990, 8, 9),)

    found = follows(custom, date.fromisoformat(issued), date.fromisoformat(expires), born)

    assert found is does


def test_an_unknown_birthday_decides_nothing() -> None:
    assert follows(Custom.BIRTHDAY, date(2020, 4, 12), date(2030, 4, 12), ()) is None


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 10))
def test_the_last_day_of_a_month_is_one_in_every_year(issued: date, years: int) -> None:
    first = issued.replace(day=1, year=issued.year + years)

    assert follows(Custom.MONTH_END, issued, first, ()) is False


def test_a_british_passport_ends_on_its_day_of_issue() -> None:
    def outcomes(expires: str) -> list[tuple[str, str]]:
        return told(RULE, applicant(paper(state="gb", issued="2020-04-12", expires=expires)))

    assert outcomes("2030-04-12") == [("clear", "document.expiry_day.in_order")]
    assert outcomes("2030-04-30") == [("concern", "document.expiry_day.same_day")]


def test_before_the_states_time_nothing_is_asked() -> None:
    # Nine months were added then.
    assert told(RULE, applicant(paper(state="gb", issued="2016-04-12", expires="2026-12-30"))) == []


def test_it_is_a_hint() -> None:
    document = paper(state="gb", issued="2020-04-12", expires="2030-04-30")

    (found,) = answers(RULE, applicant(document))

    assert (found.strength or RULE.strength) is Strength.C


def context_with(custom: str) -> Context:
    row: Row = {**table("expiry_days")[0], "state": "ve", "issued_from": "", "custom": custom}
    return replace(NOBODY, references=References(tables=Tables(added={"expiry_days": (row,)})))


@pytest.mark.parametrize(("born", "outcomes"), [("1990-08-09", ["concern"]), ("", [])])
def test_a_birthday_is_asked_for_only_where_it_is_known(born: str, outcomes: list[str]) -> None:
    document = paper(state="ve", issued="2020-04-12", expires="2030-04-12")

    found = told(RULE, applicant(document, identity=claim(born=born)), context_with("birthday"))

    assert [outcome for outcome, _ in found] == outcomes


def test_one_reading_of_the_expiry_that_fits_is_enough() -> None:
    document = replace(
        paper(state="gb", issued="2020-04-05"), expires=(day("2030-05-04"), day("2030-04-05"))
    )

    assert [outcome for outcome, _ in told(RULE, applicant(document))] == ["clear"]


@pytest.mark.parametrize(
    ("code", "state", "issued", "expires"),
    [
        ("P", "gb", "2020-04", "2030-04-30"),
        ("P", "gb", "2020-04-12", ""),
        ("P", "gb", "2020-04-12", "2030"),
        ("P", None, "2020-04-12", "2030-04-30"),
        ("ID", "gb", "2020-04-12", "2030-04-30"),
        ("P", "gb", "2020-04-12", "2019-04-30"),  # ends before: document_dates tells it
    ],
)
def test_without_state_and_both_days_nothing_is_asked(
    code: str, state: str | None, issued: str, expires: str
) -> None:
    document = paper(code, state=state, issued=issued, expires=expires)

    assert told(RULE, applicant(document)) == []
