"""The visual zone of a document against its machine-readable one and the claim."""

import pytest

from checks.documents.applicants import answers, applicant, claim, paper, passport_zone, told
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.visual_zone import RULE
from tamiz.model import Outcome, Sex

ZONE = passport_zone("SLV", "Quiñónez Batres", "Rosendo", "841107")


@pytest.mark.parametrize(
    ("bearer", "found"),
    [
        (claim(born="1984-11-07"), [("clear", "document.visual.birth_date_agrees")]),
        (claim(born="1986-11-07"), [("concern", "document.visual.birth_date_differs")]),
        (claim(sex=Sex.MALE), [("clear", "document.visual.sex_agrees")]),
        (claim(sex=Sex.FEMALE), [("concern", "document.visual.sex_differs")]),
        (claim("Quiñónez Batres, Rosendo"), [("clear", "document.visual.name_agrees")]),
        (claim("QUINNONEZ BATRES, ROSENDO"), [("concern", "document.visual.name_differs")]),
        (claim("Palacios Cuesta, Iván"), [("concern", "document.visual.name_differs")]),
        (claim(), []),
    ],
)
def test_the_printed_part_is_held_against_the_zone(
    bearer: object, found: list[tuple[str, str]]
) -> None:
    dossier = applicant(paper(mrz=ZONE, bearer=bearer))  # type: ignore[arg-type]

    assert told(RULE, dossier) == found


def test_the_printed_part_is_held_against_the_claim() -> None:
    dossier = applicant(paper(bearer=claim(born="1986-11-07")), identity=claim(born="1984-11-07"))

    (only,) = answers(RULE, dossier)

    assert (only.evidence.applicant, only.evidence.other) == ("1984-11-07", "1986-11-07")


@pytest.mark.parametrize(
    ("printed", "strength"),
    [
        ("Palacios Cuesta, Iván", Strength.B),  # no word in common
        ("Palacios Cuesta, Marco Antonio", Strength.B),  # another family name
    ],
)
def test_another_name_than_the_zone_has_is_a_concern(printed: str, strength: Strength) -> None:
    dossier = applicant(paper(mrz=ZONE, bearer=claim(printed)))

    assert [one.strength for one in answers(RULE, dossier)] == [strength]


@pytest.mark.parametrize(
    ("claimed", "printed", "code"),
    [
        ("Rosa Amaya Díaz", "Amaya de Solís, Rosa", "document.visual.claimed_name_agrees"),
        ("Rosa Amaya Díaz", "Kovalenko, Iryna", "document.visual.claimed_name_differs"),
    ],
)
def test_a_printed_name_without_a_word_of_the_claimed_one_is_another(
    claimed: str, printed: str, code: str
) -> None:
    dossier = applicant(paper(bearer=claim(printed)), identity=claim(claimed))

    assert code in {found for _, found in told(RULE, dossier)}


def test_a_name_printed_in_another_script_is_not_compared() -> None:
    dossier = applicant(paper(bearer=claim("Коваленко, Ірина")), identity=claim("Rosa Amaya Díaz"))

    assert told(RULE, dossier) == []


def test_a_zone_that_does_not_hold_is_not_compared() -> None:
    broken = (ZONE[0], ZONE[1].replace("841107", "841108"))

    assert told(RULE, applicant(paper(mrz=broken, bearer=claim(born="1986-11-07")))) == []


def test_another_sex_weighs_less_than_another_birth_date() -> None:
    dossier = applicant(paper(mrz=ZONE, bearer=claim(born="1986-11-07", sex=Sex.FEMALE)))

    assert [one.strength for one in answers(RULE, dossier)] == [None, Strength.B]


@pytest.mark.parametrize(
    ("claimed", "printed", "state", "strength"),
    [
        ("1984-07-11", "1984-11-07", "sv", Strength.C),  # day and month swapped
        ("1984-11-07", "1985-11-07", "ir", Strength.C),  # converted from the Solar Hijri calendar
        ("1984-11-07", "1984-11-08", "af", Strength.C),
        ("1984-11-07", "1985-11-07", "sv", None),
        ("1984-11-07", "1986-11-07", "ir", None),
        ("1984", "1985-11-07", "ir", None),
    ],
)
def test_a_claimed_day_turned_round_or_converted_is_a_hint(
    claimed: str, printed: str, state: str, strength: Strength | None
) -> None:
    dossier = applicant(
        paper(state=state, bearer=claim(born=printed)), identity=claim(born=claimed)
    )

    (only,) = answers(RULE, dossier)

    assert (only.outcome, only.strength) == (Outcome.CONCERN, strength)


@pytest.mark.parametrize(
    ("claimed", "printed", "found"),
    [
        ("Santa Ana, Santa Ana", "Culiacán, Sinaloa", "document.visual.birth_place_differs"),
        ("Вінниця", "Vinnytsia region", "document.visual.birth_place_agrees"),
        ("Santa Ana", "El Salvador", None),  # a State is no town
        ("", "Culiacán, Sinaloa", None),
    ],
)
def test_a_printed_place_of_birth_is_held_against_the_claimed_one(
    claimed: str, printed: str, found: str | None
) -> None:
    here, there = (claim(birth_place=(text, "sv") if text else None) for text in (claimed, printed))

    said = answers(RULE, applicant(paper(bearer=there), identity=here))

    assert [one.evidence.code for one in said] == ([found] if found else [])
    assert all(one.strength is Strength.C for one in said)
