"""A slip of typing between a zone and a declaration is a hint; an altered date is a concern."""

import pytest

from checks.documents.applicants import answers, applicant, claim, paper, passport_zone
from tamiz.checks.documents import zone_claims, zone_digits
from tamiz.checks.documents.rule import Rule, Strength
from tamiz.checks.documents.slips import is_day_slip, is_number_slip
from tamiz.model import Dossier, IdentityClaim, IdentityEvidence, Outcome
from tamiz.normalise.dates import read_dates

ZONE = passport_zone("SLV", "Amaya", "Rosa", "900401", "F")  # B04417702
MISTYPED = (ZONE[0], ZONE[1].replace("B04417702", "B04417720"))  # its digits do not hold
ROSA = claim("Rosa Amaya", born="1990-04-01")
PESEL = ("90040112345", "pl")  # of somebody born on 1 April 1990
CARD = paper("ID", number="044177021", state="sv", bearer=claim(born="1990-04-01"))


def strengths(rule: Rule, dossier: Dossier) -> list[Strength]:
    found = answers(rule, dossier)
    return [one.strength or rule.strength for one in found if one.outcome is Outcome.CONCERN]


def passport(number: str = "B04417702", mrz: tuple[str, ...] = ZONE) -> IdentityEvidence:
    return paper(number=number, state="sv", mrz=mrz)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("B04417702", []),
        ("B04417720", [Strength.C]),  # two signs turned round
        ("B04417703", [Strength.C]),  # one sign is another
        ("B0441772", [Strength.C]),  # one is missing
        ("B04417720X", [Strength.A]),
        ("B77104402", [Strength.A]),
    ],
)
def test_a_number_one_slip_from_the_zones_is_a_hint(
    declared: str, expected: list[Strength]
) -> None:
    assert strengths(zone_claims.RULE, applicant(passport(declared), identity=ROSA)) == expected


def test_a_slip_beside_another_difference_is_no_slip() -> None:
    other = claim("Pedro Ramírez", born="1990-04-01")

    found = strengths(zone_claims.RULE, applicant(passport("B04417720"), identity=other))

    assert sorted(found) == [Strength.A, Strength.B]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("B04417702", [Strength.C]), ("B77104402", [Strength.B]), ("", [Strength.B])],
)
def test_a_zone_that_holds_with_the_declared_number_was_mistyped(
    declared: str, expected: list[Strength]
) -> None:
    mistyped = passport(declared, MISTYPED)

    assert strengths(zone_digits.RULE, applicant(mistyped, identity=ROSA)) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1990-01-04", Strength.C),  # day and month swapped
        ("1991-04-01", Strength.B),  # one digit
        ("1990-04-11", Strength.B),
        ("1985-11-23", Strength.A),
        ("1985", Strength.A),
    ],
)
def test_a_birth_date_one_digit_from_the_zones_stays_a_concern(
    born: str, expected: Strength
) -> None:
    found = strengths(
        zone_claims.RULE, applicant(passport(), identity=claim("Rosa Amaya", born=born))
    )

    assert found == [expected]


@pytest.mark.parametrize(
    ("identity", "documents"),
    [
        (claim("Rosa Amaya", born="1991-04-01", number=PESEL), (passport(),)),
        (claim("Rosa Amaya", born="1991-04-01"), (passport(), CARD)),
    ],
)
def test_an_altered_date_that_another_source_tells_too_is_firm(
    identity: IdentityClaim, documents: tuple[IdentityEvidence, ...]
) -> None:
    assert strengths(zone_claims.RULE, applicant(*documents, identity=identity)) == [Strength.A]


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("AB123456", "AB123465", True),
        ("AB123456", "ab-123 457", True),
        ("ABO23456", "AB023456", False),  # the same number
        ("AB123456", "", False),
        ("AB123456", "AB132465", False),
    ],
)
def test_a_slip_of_a_number(one: str, other: str, *, is_slip: bool) -> None:
    assert is_number_slip(one, other) is is_slip


@pytest.mark.parametrize("told", ["1990", "1990-04", "c. 1990", "1990-1991"])
def test_a_day_not_known_in_full_is_no_slip(told: str) -> None:
    assert not any(is_day_slip(day, "910401") for day in read_dates(told))
