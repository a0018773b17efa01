"""Can the issuer have given such a personal number?"""

import pytest

from checks.documents.applicants import answers, applicant, claim, told
from tamiz.checks.documents.number_digit import RULE
from tamiz.checks.documents.rule import Strength


@pytest.mark.parametrize(
    ("number", "state", "outcome", "code"),
    [
        ("GOMC900314HDFRRS07", "mx", "concern", "check_digit"),
        ("GOMC900231HDFRRS07", "mx", "concern", "date"),
        ("1217-071184-101-9", "sv", "concern", "check_digit"),
        ("9999-310284-101-9", "sv", "concern", "date"),
    ],
)
def test_a_number_that_cannot_be_is_a_concern(
    number: str, state: str, outcome: str, code: str
) -> None:
    dossier = applicant(identity=claim(number=(number, state)))

    assert told(RULE, dossier) == [(outcome, f"document.number_digit.{code}")]


@pytest.mark.parametrize("number", ["QUBR841107HSLXTS09"])
def test_a_mexican_number_is_known_by_its_shape_whatever_nationality_is_claimed(
    number: str,
) -> None:
    dossier = applicant(identity=claim(number=(number, "sv")))

    assert told(RULE, dossier) == [("clear", "document.number_digit.in_order")]


@pytest.mark.parametrize(("number", "state"), [("123", "sv"), ("AB-99", "mx"), ("12345678", "fr")])
def test_a_number_of_no_known_kind_is_no_fault(number: str, state: str) -> None:
    assert told(RULE, applicant(identity=claim(number=(number, state)))) == []


def test_a_rule_that_was_only_found_in_numbers_gives_a_hint() -> None:
    (only,) = answers(RULE, applicant(identity=claim(number=("00016297-1", "sv"))))

    assert only.strength is Strength.C
