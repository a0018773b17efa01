"""Is a document valid for longer than its State ever gave?"""

import pytest

from checks.documents.applicants import answers, applicant, paper, told
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.validity import RULE


@pytest.mark.parametrize(
    ("state", "issued", "expires", "outcome"),
    [
        ("sv", "2022-04-11", "2028-04-11", "clear"),
        ("sv", "2022-04-11", "2028-04-10", "clear"),
        ("sv", "2022-04-11", "2025-04-11", "clear"),  # shorter: a child's, or an emergency's
        ("sv", "2022-04-11", "2032-04-11", "concern"),
        ("ve", "2020-02-29", "2025-02-28", "clear"),
        ("ve", "2020-02-29", "2030-02-28", "concern"),
        ("ve", "2021-03-22", "2031-03-22", "clear"),
        ("cu", "2020-02-29", "2026-03-01", "clear"),
    ],
)
def test_the_two_dates_are_held_against_the_longest_validity(
    state: str, issued: str, expires: str, outcome: str
) -> None:
    dossier = applicant(paper(state=state, issued=issued, expires=expires))

    assert [one for one, _ in told(RULE, dossier)] == [outcome]


@pytest.mark.parametrize(
    ("code", "state", "issued", "expires"),
    [
        ("P", "xx", "2022-04-11", "2033-01-11"),  # no row, and nine months of the one before
        ("ID", "sv", "2022-04-11", "2062-04-11"),  # not a passport
        ("P", "sv", "2022-04", "2062-04-11"),  # not known to the day
        ("P", "sv", "", "2062-04-11"),
        ("P", "sv", "2022-04-11", ""),
    ],
)
def test_without_a_row_and_two_days_nothing_is_asked(
    code: str, state: str, issued: str, expires: str
) -> None:
    assert told(RULE, applicant(paper(code, state=state, issued=issued, expires=expires))) == []


def test_no_passport_runs_for_twelve_years() -> None:
    dossier = applicant(paper(state="xx", issued="2022-04-11", expires="2034-04-11"))

    (only,) = answers(RULE, dossier)

    assert (only.evidence.code, only.strength) == ("document.validity.anywhere", Strength.B)


@pytest.mark.parametrize(("state", "strength"), [("sv", Strength.B), ("ve", Strength.C)])
def test_only_what_the_issuer_says_is_more_than_a_hint(state: str, strength: Strength) -> None:
    long = paper(state=state, issued="2020-02-29", expires="2030-02-28")

    assert [one.strength for one in answers(RULE, applicant(long))] == [strength]


def test_longer_than_any_state_is_more_than_a_hint_whatever_the_table_rests_on() -> None:
    long = paper(state="ve", issued="2019-10-12", expires="2031-10-12")

    (only,) = answers(RULE, applicant(long))

    assert (only.strength, only.evidence.code) == (Strength.B, "document.validity.anywhere")
