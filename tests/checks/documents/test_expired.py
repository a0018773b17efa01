"""A document must be valid on the day of the application, as far as the dates tell."""

from typing import Any

import pytest

from checks.documents.applicants import told as answers_of
from tamiz.checks.documents import expired
from tamiz.checks.documents.rule import Strength
from tamiz.model import Dossier, IdentityEvidence, Outcome
from tamiz.normalise.dates import read_dates

AGREES = (Outcome.CLEAR, "document.expiry.agrees")
EXPIRED = (Outcome.CONCERN, "document.expiry.expired")
REPLACED = (Outcome.CLEAR, "document.expiry.replaced")
UNDECIDED = (Outcome.INDETERMINATE, "document.expiry.undecided")


def ask(document: IdentityEvidence, applied: str) -> list[tuple[Outcome, str]]:
    dossier = Dossier(id="A", documents=(document,), applied_on=read_dates(applied))
    return [(Outcome(outcome), code) for outcome, code in answers_of(expired.RULE, dossier)]


@pytest.mark.parametrize(
    ("expires", "applied", "expected"),
    [
        ("2026-06-03", "2026-06-03", AGREES),
        ("2026-06-02", "2026-06-03", EXPIRED),
        ("03/04/2026", "2026-03-01", AGREES),
        ("03/04/2026", "2026-05-01", EXPIRED),
        ("03/04/2026", "2026-03-20", UNDECIDED),  # valid if it means April, expired if March
        ("2026-03-20", "03/04/2026", UNDECIDED),
        ("2020", "2026-06-03", EXPIRED),
        ("2027", "2026-06-03", AGREES),
        ("2026", "2026-06-03", UNDECIDED),
        ("2026-06", "2026-06-03", UNDECIDED),
        ("2026-06", "2026-05-31", AGREES),
        ("2026-06", "2026-07-01", EXPIRED),
        ("2026-06-03", "2026", UNDECIDED),
        ("2024-02", "2024-02-29", UNDECIDED),
        ("c. 2026", "2027-06-03", UNDECIDED),
        ("c. 2026", "2028-01-01", EXPIRED),
    ],
)
def test_a_document_is_valid_on_the_day_of_the_application(
    expires: str, applied: str, expected: tuple[Outcome, str]
) -> None:
    document = IdentityEvidence(code="passport", expires=read_dates(expires))

    assert ask(document, applied) == [expected]


def test_without_a_date_of_application_it_is_said_that_nobody_looked() -> None:
    document = IdentityEvidence(code="passport", expires=read_dates("2019-01-01"))

    assert ask(document, "") == [(Outcome.NOT_APPLICABLE, "document.expiry.no_application_date")]


VALID: dict[str, Any] = {"code": "P", "issuing_state": "co", "number": "BA123456"}


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ({}, REPLACED),
        ({"code": "passport"}, REPLACED),  # the same kind by another word
        ({"code": "ID"}, EXPIRED),  # a valid passport is no identity card
        ({"issuing_state": "ve"}, EXPIRED),  # nor another State's
        ({"code": "carné de refugiado"}, EXPIRED),
        ({"expires": read_dates("2026")}, REPLACED),  # whether it had expired is no matter then
    ],
)
def test_an_old_document_beside_a_valid_one_is_in_order(
    old: dict[str, Any], expected: tuple[Outcome, str]
) -> None:
    new = IdentityEvidence(**VALID, expires=read_dates("2033-05-05"))
    worn = IdentityEvidence(**{**VALID, "expires": read_dates("2023-05-04"), **old})
    dossier = Dossier(id="A", documents=(worn, new), applied_on=read_dates("2026-04-16"))

    assert answers_of(expired.RULE, dossier) == [expected, AGREES]


def test_two_expired_documents_do_not_replace_each_other() -> None:
    old = [IdentityEvidence(**VALID, expires=read_dates(f"{year}-05-04")) for year in (2013, 2023)]
    dossier = Dossier(id="A", documents=tuple(old), applied_on=read_dates("2026-04-16"))

    assert answers_of(expired.RULE, dossier) == [EXPIRED, EXPIRED]


def test_an_expired_document_is_no_sign_of_deception() -> None:
    assert expired.RULE.strength is Strength.B


@pytest.mark.parametrize(
    ("applied", "code"),
    [("2012-04-15", "document.expiry.agrees"), ("2012-04-16", "document.expiry.expired")],
)
def test_where_no_date_is_declared_that_of_the_zone_counts(applied: str, code: str) -> None:
    zone = (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    )

    assert [found for _, found in ask(IdentityEvidence(mrz=zone), applied)] == [code]


def test_a_date_that_the_zone_does_not_know_is_not_compared() -> None:
    zone = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F<<<<<<0<<<<<<<6")

    assert ask(IdentityEvidence(mrz=zone), "2012-04-15") == []
