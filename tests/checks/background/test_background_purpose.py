"""A purpose of relief alone, and a course of high sensitivity."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, applicant, concerns, told
from tamiz.checks.background.purpose import RULE, without_course
from tamiz.model import Dossier, Observation

RELIEF = "My only wish is to bring medical aid to civilians."


def volunteer(
    motivation: str, *, occupation: str = "nurse", course: str = FPV, seen: str = ""
) -> Dossier:
    observations = (Observation(text=seen, field="observations"),) if seen else ()
    return replace(
        applicant(course=course),
        motivation=motivation,
        occupation=occupation,
        observations=observations,
    )


@pytest.mark.parametrize(
    ("motivation", "occupation", "course", "expected"),
    [
        (RELIEF, "nurse", FPV, ["concern C"]),
        ("Solo busco aliviar el dolor de los civiles.", "traductor", FPV, ["concern C"]),
        ("Не хочу рятувати поранених.", "фельдшер", "Оператор БпЛА", ["clear"]),
        ("Хочу рятувати поранених.", "фельдшер", "Оператор БпЛА", ["concern C"]),
        (RELIEF, "nurse", "first aid", []),
        (RELIEF, "nurse", "infantry basics", []),
        ("Після поранення хочу повернутися.", "фельдшер", "Оператор БпЛА", ["clear"]),
        (RELIEF, "welder", FPV, ["clear"]),
        ("It is a just cause. I hold a first-aid certificate from 2022.", "nurse", FPV, ["clear"]),
        (
            "Es una causa justa. Tengo un curso de primeros auxilios de 2015.",
            "enfermero",
            FPV,
            ["clear"],
        ),
        ("Закінчив курси першої допомоги у 2015 році.", "фельдшер", "Оператор БпЛА", ["clear"]),
        ("I hold a first-aid certificate and want to save lives.", "nurse", FPV, ["concern C"]),
        ("I hold a first-aid certificate. I want to save lives.", "nurse", FPV, ["concern C"]),
        ("I never had military experience, only first aid classes.", "nurse", FPV, ["clear"]),
        ("I work as a nurse and want to help.", "nurse", FPV, ["clear"]),
        (
            "A medic who fights: I want to fly drones, too, to save civilians.",
            "nurse",
            FPV,
            ["clear"],
        ),
        (
            "Soy enfermero. Solo quiero ayudar a los heridos, misión humanitaria, jamás tomaría un arma.",
            "enfermero",
            FPV,
            ["concern C"],
        ),
        (
            "Їду з гуманітарною місією, зброї в руки не візьму.",
            "медбрат, фельдшер",
            FPV,
            ["concern C"],
        ),
        (
            "I would never carry a weapon, I come to help the wounded.",
            "paramedic",
            FPV,
            ["concern C"],
        ),
        (
            "Sou enfermeiro, quero ajudar os feridos, nunca pegaria em arma.",
            "enfermeiro",
            FPV,
            ["concern C"],
        ),
        (
            "Je ne porterai jamais une arme, je viens soigner les blessés.",
            "infirmier",
            FPV,
            ["concern C"],
        ),
        ("Хочу помогать раненым, не буду воевать.", "врач", FPV, ["concern C"]),
        (
            "Soy enfermero, quiero ayudar a los heridos. Nunca tuve un arma.",
            "enfermero",
            FPV,
            ["clear"],
        ),
        ("Sou enfermeiro e quero lutar pelos feridos.", "enfermeiro", FPV, ["clear"]),
        ("Хочу воевать, хватит спасать.", "врач", FPV, ["clear"]),
        (
            "Help the wounded is all I want; weapons are against my faith.",
            "nurse",
            FPV,
            ["concern C"],
        ),
        (
            "Quiero ayudar a los heridos, no sería capaz de disparar.",
            "enfermero",
            FPV,
            ["concern C"],
        ),
        ("Хочу рятувати поранених, стріляти не буду.", "фельдшер", FPV, ["concern C"]),
        ("Quiero salvar vidas y nunca tuve un arma.", "enfermero", FPV, ["clear"]),
        ("Trabalho como enfermeiro em Manaus e quero ajudar.", "enfermeiro", FPV, ["clear"]),
        ("Je travaille comme infirmier.", "infirmier", FPV, ["clear"]),
        ("", "nurse", FPV, []),
    ],
)
def test_a_purpose_against_the_course(
    motivation: str, occupation: str, course: str, expected: list[str]
) -> None:
    dossier = volunteer(motivation, occupation=occupation, course=course)

    assert [outcome for outcome, _ in told(RULE, dossier)] == expected


def test_who_turns_everything_else_down_is_a_concern() -> None:
    dossier = volunteer(RELIEF, seen="instructor: refused first aid, asks only about drones")

    assert told(RULE, dossier) == [("concern B", "purpose.relief")]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("I only want to help the wounded. I am only interested in the FPV drone course.", "B"),
        ("Quiero evacuar heridos. Nunca he manejado drones. Solo me interesa el curso de FPV drone.",
         "B"),
        ("I am only interested in helping civilians. I take the FPV drone course.", "C"),
    ],
)  # fmt: skip
def test_a_letter_may_turn_everything_else_down(letter: str, expected: str) -> None:
    (found, _), *_ = told(RULE, volunteer(letter))

    assert found == f"concern {expected}"


@pytest.mark.parametrize(
    ("letter", "course", "left"),
    [
        ("Pido el curso de dron FPV", "Piloto de dron FPV", "Pido el curso de "),
        ("I want to fly drones", "FPV drone pilot", "I want to fly drones"),
        ("I choose FPV drone-pilot, please", "FPV drone pilot", "I choose , please"),
        ("", "FPV drone pilot", ""),
        ("anything", "", "anything"),
        ("a (b", "(x) [y", "a (b"),
    ],
)
def test_the_name_of_a_course_is_no_reason(letter: str, course: str, left: str) -> None:
    assert without_course(letter, course) == left


def test_a_hint_is_shown_for_a_course_of_high_sensitivity() -> None:
    assert concerns(volunteer(RELIEF)) == ["background_purpose"]


@pytest.mark.parametrize(
    ("skill", "expected"),
    [
        ("FPV drone pilot since 2023", "clear"),
        ("no drone experience", "concern C"),
        ("good", "concern C"),
    ],
)
def test_what_somebody_can_already_do_is_a_reason(skill: str, expected: str) -> None:
    dossier = replace(volunteer(RELIEF), skill=skill)

    assert [outcome for outcome, _ in told(RULE, dossier)] == [expected]
