"""A personal number of another State than the one it is given as."""

import pytest
from msgspec.structs import replace

from checks.documents.applicants import answers, applicant, claim, told
from checks.documents.test_number_says import SINALOA
from tamiz.checks.documents.number_state import RULE
from tamiz.checks.documents.rule import Strength
from tamiz.model import Dossier, IdentityClaim, Service

HONDURAN = ("0801198401234", "pa")  # invented: registered in the Distrito Central in 1984
ROMANIAN = ("1841107410013", "pl")  # invented: born on 7 November 1984 in the sector 1 of Bucharest


def given(identity: IdentityClaim) -> list[tuple[str, str]]:
    return told(RULE, applicant(identity=identity))


@pytest.mark.parametrize(
    ("identity", "found"),
    [
        (claim(born="1984-11-07", nationality="pl", number=ROMANIAN),
         (Strength.B, "document.number_state.day")),
        (claim(born="1984-05-17", nationality="pa", number=HONDURAN),
         (Strength.C, "document.number_state.year")),
    ],
    ids=["the day", "the year"],
)  # fmt: skip
def test_a_number_of_another_state_tells_the_claimed_birth(
    identity: IdentityClaim, found: tuple[Strength, str]
) -> None:
    (only,) = answers(RULE, applicant(identity=identity))

    assert (only.strength, only.evidence.code) == found


@pytest.mark.parametrize(
    "identity",
    [
        claim(born="1984-11-08", nationality="pl", number=ROMANIAN),
        claim(born="1985-05-17", nationality="pa", number=HONDURAN),
        claim(nationality="pa", number=HONDURAN),
        claim(born="1984-11-07", nationality="ro", number=(ROMANIAN[0], "ro")),
        claim(born="1984-11-07", nationality="kz", number=(ROMANIAN[0], "kz")),
        claim(born="1984-11-07", nationality="sv", number=SINALOA),
        claim(born="1984-11-07", birth_place=("Iași", "ro"), nationality="pl", number=ROMANIAN),
    ],
    ids=["another day", "another year", "no birth date", "its own State", "a State without a kind",
         "a number that tells its State itself", "the State named by a birthplace"],
)  # fmt: skip
def test_whatever_explains_the_number_is_no_concern(identity: IdentityClaim) -> None:
    assert given(identity) == []


def test_service_in_the_other_state_explains_it() -> None:
    served = Service(text="Poliția Română", country="ro", field="service")
    dossier: Dossier = replace(
        applicant(identity=claim(born="1984-11-07", nationality="pl", number=ROMANIAN)),
        history=(served,),
    )

    assert told(RULE, dossier) == []
