"""Do the documents of one applicant speak of one person?"""

import pytest
from msgspec.structs import replace

from checks.documents.applicants import applicant, claim, paper, passport_zone, told
from tamiz.checks.documents.one_bearer import RULE
from tamiz.model import IdentityClaim, Sex


def outcomes(one: IdentityClaim, other: IdentityClaim) -> list[str]:
    second = replace(paper(bearer=other), field="documents[1]")
    return [outcome for outcome, _ in told(RULE, applicant(paper(bearer=one), second))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (claim(born="1984-11-07"), claim(born="1984-11-07"), ["clear"]),
        (claim(born="1984-11-07"), claim(born="1984"), ["clear"]),
        (claim(born="1984-11-07"), claim(born="1986-11-07"), ["concern"]),
        (claim(sex=Sex.MALE), claim(sex=Sex.FEMALE), ["concern"]),
        (claim(sex=Sex.MALE), claim(sex=Sex.UNSPECIFIED), []),
        (claim(born="1984-11-07"), claim(), []),
    ],
)
def test_two_documents_are_compared(
    one: IdentityClaim, other: IdentityClaim, expected: list[str]
) -> None:
    assert outcomes(one, other) == expected


def test_a_document_is_not_compared_with_itself() -> None:
    zone = passport_zone("SLV", "Quiñónez Batres", "Rosendo", "851107")

    assert told(RULE, applicant(paper(mrz=zone, bearer=claim(born="1984-11-07")))) == []
