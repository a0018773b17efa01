"""Was a document issued on a day when offices of its State are closed?"""

import pytest

from checks.documents.applicants import answers, applicant, paper, told
from tamiz.checks.documents.closed_office import RULE
from tamiz.checks.documents.rule import Strength


@pytest.mark.parametrize(
    ("state", "issued", "code"),
    [
        ("sv", "2024-05-14", "in_order"),  # a Tuesday
        ("sv", "2024-05-12", "sunday"),
        ("sv", "2024-05-11", "saturday"),
        ("ve", "2024-05-11", "in_order"),  # offices are open on Saturdays
        ("il", "2024-05-10", "friday"),
        ("il", "2024-05-12", "in_order"),  # a Sunday
        ("sv", "2024-08-06", "holiday"),  # the Saviour's day
        ("ua", "2019-08-26", "holiday"),  # for Independence Day, a Saturday
        ("ua", "2024-08-26", "in_order"),  # no day off during martial law
    ],
)
def test_a_states_own_calendar_decides(state: str, issued: str, code: str) -> None:
    (found,) = told(RULE, applicant(paper(state=state, issued=issued)))

    assert found == ("clear" if code == "in_order" else "concern", f"document.closed.{code}")


def test_a_holiday_is_named_in_the_states_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")

    (found,) = answers(RULE, applicant(paper(state="sv", issued="2023-01-01")))

    assert found.evidence.other == "Año Nuevo"


def test_it_is_a_hint() -> None:
    (found,) = answers(RULE, applicant(paper(state="sv", issued="2024-05-12")))

    assert (found.strength or RULE.strength) is Strength.C


@pytest.mark.parametrize(
    ("state", "issued"),
    [
        ("sv", "2024-05"),
        ("sv", ""),
        (None, "2024-05-12"),
        ("su", "1990-05-13"),
        ("xk", "0900-01-01"),
    ],
)
def test_without_a_day_and_a_calendar_nothing_is_asked(state: str | None, issued: str) -> None:
    assert told(RULE, applicant(paper(state=state, issued=issued))) == []


def test_every_kind_of_document_is_asked() -> None:
    assert len(told(RULE, applicant(paper("ID", state="sv", issued="2024-05-12")))) == 1
