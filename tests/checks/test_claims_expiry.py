"""A document must be valid on the day of the application, as far as the dates tell."""

import pytest

from tamiz.checks import Context, Thresholds, claims_consistency
from tamiz.model import Dossier, IdentityEvidence, Outcome
from tamiz.normalise.dates import read_dates

NOTHING = Context(thresholds=Thresholds(), matcher=None)
AGREES = (Outcome.CLEAR, "claims.expiry.agrees")
EXPIRED = (Outcome.CONCERN, "claims.expiry.expired")
UNDECIDED = (Outcome.INDETERMINATE, "claims.expiry.undecided")


def ask(document: IdentityEvidence, applied: str) -> list[tuple[Outcome, str]]:
    dossier = Dossier(id="A", documents=(document,), applied_on=read_dates(applied))
    findings = claims_consistency.CHECK.run(dossier, NOTHING)
    return [(finding.outcome, one.code) for finding in findings for one in finding.evidence]


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

    assert ask(document, "") == [
        (Outcome.NOT_APPLICABLE, "claims.nothing_to_compare"),
        (Outcome.NOT_APPLICABLE, "claims.expiry.no_application_date"),
    ]


@pytest.mark.parametrize(
    ("applied", "code"),
    [("2012-04-15", "claims.expiry.agrees"), ("2012-04-16", "claims.expiry.expired")],
)
def test_where_no_date_is_declared_that_of_the_zone_counts(applied: str, code: str) -> None:
    zone = (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    )

    assert [found for _, found in ask(IdentityEvidence(mrz=zone), applied)] == [code]


def test_a_date_that_the_zone_does_not_know_is_not_compared() -> None:
    zone = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F<<<<<<0<<<<<<<6")

    assert ask(IdentityEvidence(mrz=zone), "2012-04-15") == [
        (Outcome.NOT_APPLICABLE, "claims.nothing_to_compare")
    ]
