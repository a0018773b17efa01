"""A zone is built as its issuer builds them."""

import pytest

from checks.documents.applicants import answers, applicant, paper, passport_zone
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.zone_structure import RULE

ZONE = passport_zone("SLV", "Amaya", "Rosa", "900401", "F")


@pytest.mark.parametrize(
    ("lines", "code", "strength"),
    [
        (ZONE, "in_order", None),
        (tuple(line.replace("SLV", "ZZQ") for line in ZONE), "state_unknown", Strength.B),
        ((ZONE[0].replace("ROSA", "R9SA"), ZONE[1]), "digit_in_name", Strength.B),
        ((ZONE[0], ZONE[1].replace("F300601", "Q300601")), "sex", Strength.B),
        ((ZONE[0].replace("P<SLV", "Q<SLV"), ZONE[1]), "document_code", Strength.C),
    ],
)
def test_an_oddity_is_told_with_its_strength(
    lines: tuple[str, ...], code: str, strength: Strength | None
) -> None:
    found = answers(RULE, applicant(paper(mrz=lines)))

    assert (f"document.zone_structure.{code}", strength) in {
        (one.evidence.code, one.strength) for one in found
    }


def test_the_place_of_an_oddity_is_told() -> None:
    odd = (ZONE[0].replace("ROSA", "R9SA"), ZONE[1])

    (only,) = answers(RULE, applicant(paper(mrz=odd)))

    assert only.evidence.field == "documents[0]#zone=1,5,44"


def test_without_a_zone_nothing_is_said() -> None:
    assert answers(RULE, applicant(paper(number="A1"))) == []
