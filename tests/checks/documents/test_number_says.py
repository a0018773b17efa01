"""What a personal number says about its bearer against what is claimed."""

import pytest
from msgspec.structs import replace

from checks.documents.applicants import answers, applicant, claim, paper, passport_zone, told
from tamiz.checks.documents.number_says import RULE
from tamiz.checks.documents.rule import Strength
from tamiz.model import Place, Sex

SINALOA = ("QUBR841107HSLXTS09", "sv")  # invented: a man born in Sinaloa on 7 November 1984


@pytest.mark.parametrize(
    ("identity", "codes"),
    [
        (claim(born="1984-11-07", number=SINALOA), ["in_order"]),
        (claim(born="1984-11-08", number=SINALOA), ["birth_date"]),
        (claim(sex=Sex.FEMALE, number=SINALOA), ["sex"]),
        (claim(birth_place=("San Miguel", "sv"), number=SINALOA), ["claims_birth_abroad"]),
        (claim(birth_place=("Culiacán, Sinaloa", "mx"), number=SINALOA), ["in_order"]),
        (claim("Rosendo Quiñónez Batres", number=SINALOA), ["in_order"]),
        (claim("Iván Palacios Cuesta", number=SINALOA), ["name"]),
    ],
)
def test_only_contradictions_are_told(identity: object, codes: list[str]) -> None:
    found = told(RULE, applicant(identity=identity))  # type: ignore[arg-type]

    assert [code.rpartition(".")[2] for _, code in found] == codes


def test_the_visual_zone_of_a_document_is_held_against_a_number_too() -> None:
    dossier = applicant(paper(bearer=claim(born="1985-11-07")), identity=claim(number=SINALOA))

    (only,) = answers(RULE, dossier)

    assert only.evidence.applicant == "1985-11-07"


def test_a_zone_is_held_against_a_number_too() -> None:
    zone = passport_zone("SLV", "Quiñónez Batres", "Rosendo", "851107")
    (only,) = answers(RULE, applicant(paper(mrz=zone), identity=claim(number=SINALOA)))

    assert only.evidence.code == "document.number_says.birth_date"


def test_somebody_naturalised_who_says_so_is_not_contradicted() -> None:
    born_abroad = claim(
        born="1984-11-07", birth_place=("Culiacán", "mx"), nationality="sv", number=SINALOA
    )

    assert told(RULE, applicant(identity=born_abroad)) == [
        ("clear", "document.number_says.in_order")
    ]


@pytest.mark.parametrize(
    ("identity", "code"),
    [
        (claim(nationality="sv", number=SINALOA), "state_unnamed"),
        (claim(nationality="mx", number=SINALOA), "in_order"),
        (claim(nationality="sv", number=(SINALOA[0], "mx")), "in_order"),  # says whose number it is
        (claim(number=SINALOA), "in_order"),  # names no country at all
        (claim(nationality="sv", number=("BOXW310820HNERXN09", "sv")), "in_order"),  # born abroad
    ],
)
def test_a_number_of_a_state_that_nothing_names_is_a_concern(identity: object, code: str) -> None:
    (only,) = answers(RULE, applicant(identity=identity))  # type: ignore[arg-type]

    assert only.evidence.code == f"document.number_says.{code}"
    assert only.strength in {None, Strength.B}


@pytest.mark.parametrize("place", ["Culiacán, Sinaloa", "Culiacán, México", "Sinaloa"])
def test_a_birthplace_in_the_state_names_it(place: str) -> None:
    identity = replace(claim(nationality="sv", number=SINALOA), birth_places=(Place(text=place),))

    assert told(RULE, applicant(identity=identity)) == [("clear", "document.number_says.in_order")]


def test_a_paper_of_the_state_names_it() -> None:
    identity = claim(nationality="sv", number=SINALOA)

    assert told(RULE, applicant(paper(state="mx"), identity=identity)) == [
        ("clear", "document.number_says.in_order")
    ]


@pytest.mark.parametrize(
    ("born", "strength"), [("1984-07-11", Strength.C), ("1984-11-08", Strength.B)]
)
def test_a_claimed_day_turned_round_is_a_hint(born: str, strength: Strength) -> None:
    (only,) = answers(RULE, applicant(identity=claim(born=born, number=SINALOA)))

    assert (only.evidence.code, only.strength) == ("document.number_says.birth_date", strength)
