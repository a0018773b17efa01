"""Was a passport given to a child for as long as only grown people get one?"""

import pytest

from checks.documents.applicants import answers, applicant, claim, paper, passport_zone, told
from tamiz.checks.documents.child_validity import RULE
from tamiz.checks.documents.rule import Strength


@pytest.mark.parametrize(
    ("state", "born", "issued", "expires", "outcomes"),
    [
        ("gt", "2008-05-01", "2024-06-01", "2034-06-01", ["concern"]),  # 16 years old
        ("gt", "2008-05-01", "2024-06-01", "2029-06-01", ["clear"]),
        ("gt", "2008-05-01", "2026-05-01", "2036-05-01", []),  # 18 on this very day
        ("es", "1997-01-01", "2024-06-01", "2034-06-01", ["concern"]),  # 27: five years below 30
        ("es", "1990-01-01", "2024-06-01", "2034-06-01", []),
        ("es", "2021-01-01", "2024-06-01", "2029-06-01", ["concern"]),  # 3: two years below 5
        ("md", "2018-01-01", "2024-06-01", "2030-06-01", ["concern"]),  # 6: four years below 7
        ("md", "2015-01-01", "2024-06-01", "2030-06-01", ["clear"]),  # 9: seven
        ("sv", "2015-01-01", "2024-06-01", "2030-06-01", []),  # no row about children
        ("gt", "2030-01-01", "2024-06-01", "2034-06-01", []),  # unborn: document_dates tells it
    ],
)
def test_the_age_at_issue_decides_how_long_a_passport_may_run(
    state: str, born: str, issued: str, expires: str, outcomes: list[str]
) -> None:
    document = paper(state=state, issued=issued, expires=expires)

    found = told(RULE, applicant(document, identity=claim(born=born)))

    assert [outcome for outcome, _ in found] == outcomes


def test_a_year_of_birth_alone_counts_by_its_first_day() -> None:
    document = paper(state="gt", issued="2024-06-01", expires="2034-06-01")

    assert told(RULE, applicant(document, identity=claim(born="2006"))) == []
    assert told(RULE, applicant(document, identity=claim(born="2007")))


def test_one_source_that_says_grown_up_is_enough_to_be_silent() -> None:
    zone = passport_zone("GTM", "PEREZ", "JUAN", "860101")
    document = paper(state="gt", issued="2024-06-01", expires="2034-06-01", mrz=zone)

    assert told(RULE, applicant(document, identity=claim(born="2008-05-01"))) == []


@pytest.mark.parametrize(("state", "strength"), [("gt", Strength.B), ("ar", Strength.C)])
def test_only_what_the_issuer_says_is_more_than_a_hint(state: str, strength: Strength) -> None:
    document = paper(state=state, issued="2024-06-01", expires="2034-06-01")

    found = answers(RULE, applicant(document, identity=claim(born="2008-05-01")))

    assert [one.strength for one in found] == [strength]


@pytest.mark.parametrize(
    ("code", "state", "issued", "expires", "born"),
    [
        ("P", "gt", "2024-06-01", "2034-06-01", ""),
        ("P", "gt", "2024-06", "2034-06-01", "2008-05-01"),
        ("P", "gt", "2024-06-01", "", "2008-05-01"),
        ("P", None, "2024-06-01", "2034-06-01", "2008-05-01"),
        ("ID", "gt", "2024-06-01", "2034-06-01", "2008-05-01"),
    ],
)
def test_without_birth_state_and_both_days_nothing_is_asked(
    code: str, state: str | None, issued: str, expires: str, born: str
) -> None:
    document = paper(code, state=state, issued=issued, expires=expires)

    assert told(RULE, applicant(document, identity=claim(born=born))) == []
