"""Birth, issue, expiry and application must follow each other."""

import pytest

from checks.documents.applicants import applicant, claim, paper, told
from tamiz.checks.documents.dates_in_order import RULE


@pytest.mark.parametrize(
    ("issued", "expires", "born", "outcome", "code"),
    [
        ("2020-05-01", "2026-05-01", "1990-01-01", "clear", "in_order"),
        ("1989-12-31", "2026-05-01", "1990-01-01", "concern", "issued_before_birth"),
        ("2020-05-01", "2020-04-30", "1990-01-01", "concern", "expired_before_issue"),
        ("2026-03-03", "2031-03-03", "1990-01-01", "concern", "issued_after_application"),
        ("2026-03-02", "2031-03-02", "1990-01-01", "clear", "in_order"),
        ("1990", "2026-05-01", "1990-01-01", "clear", "in_order"),
    ],
)
def test_dates_are_compared_in_their_order(
    issued: str, expires: str, born: str, outcome: str, code: str
) -> None:
    dossier = applicant(paper(issued=issued, expires=expires), identity=claim(born=born))

    assert told(RULE, dossier) == [(outcome, f"document.dates.{code}")]


@pytest.mark.parametrize(
    ("printed", "outcome", "code"),
    [
        ("1990-01-01", "clear", "in_order"),
        ("2020-05-02", "concern", "issued_before_birth"),
        ("2020", "clear", "in_order"),
    ],
)
def test_the_birth_date_in_the_document_itself_must_lie_before_its_issue(
    printed: str, outcome: str, code: str
) -> None:
    document = paper(issued="2020-05-01", expires="2026-05-01", bearer=claim(born=printed))

    found = told(RULE, applicant(document, identity=claim(born="1990-01-01")))

    assert found == [(outcome, f"document.dates.{code}")]


def test_a_document_without_date_of_issue_is_not_asked_about() -> None:
    assert told(RULE, applicant(paper(expires="2026-05-01"))) == []
