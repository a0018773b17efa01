"""A declared beginner against what is observed and told."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, applicant, served, told
from checks.documents.applicants import day
from tamiz.checks.background.skill import RULE
from tamiz.model import Dossier, Observation, PastOutcome


def seen(text: str, *, skill: str = "beginner", on: str = "2026-03-20") -> Dossier:
    note = Observation(text=text, day=day(on) if on else None, field="observations")
    return replace(applicant(course=FPV), skill=skill, observations=(note,))


@pytest.mark.parametrize(
    ("skill", "text", "expected"),
    [
        ("beginner", "instructor: flies like an expert", ["concern B"]),
        ("principiante", "instructor: es un experto", ["concern B"]),
        ("початківець", "інструктор: літає як професіонал", ["concern B"]),
        ("sin experiencia", "more skilled than the teachers", ["concern B"]),
        ("I want to learn from scratch", "flies like an expert", ["concern B"]),
        ("beginner", "instructor: not an expert, learns fast", ["clear"]),
        ("beginner", "has become an expert by hard work", ["clear"]),
        ("beginner", "good comrade", ["clear"]),
        ("none", "вправно споряджає скиди й підривники, літає як бойовий пілот", ["concern B"]),
        ("none", "вправно споряджає скиди й підривники", ["concern B"]),
        ("none", "flies like a combat pilot", ["concern B"]),
        ("ninguna", "arma las cargas con soltura", ["concern B"]),
        ("ninguna", "vuela como un piloto de combate", ["concern B"]),
        ("iniciante", "arma as espoletas sem hesitar", ["concern B"]),
        ("новичок", "снаряжает взрыватели со знанием дела", ["concern B"]),
        ("débutant", "pilote comme un vétéran", ["concern B"]),
        ("none", "не новачок, літає впевнено", ["concern B"]),
        ("none", "pilota el dron mejor que muchos de nosotros", ["concern B"]),
        ("none", "maneja los drones como si hubiera nacido con ellos", ["concern B"]),
        ("none", "arms a warhead quicker than I do", ["concern B"]),
        ("none", "rigs drop charges without being shown", ["concern B"]),
        ("none", "літає так, ніби воював", ["concern B"]),
        ("none", "працює з вибухівкою як сапер зі стажем", ["concern B"]),
        ("none", "se nota que no es la primera vez que toca un detonador", ["concern B"]),
        ("none", "flew the night track better than us", ["concern B"]),
        ("ninguno", "voló la pista nocturna mejor que nosotros", ["concern B"]),
        ("немає", "перепаяв плату швидше за нас", ["concern B"]),
        ("none", "flies like a beginner", ["clear"]),
        ("none", "вчиться, як літає дрон", ["clear"]),
        ("none", "better than the other students in class, likes us", ["clear"]),
        ("none", "literally flies with ease", ["concern C"]),
        ("none", "впевнено літає", ["concern C"]),
        ("none", "вправно бинтує, командна людина", ["clear"]),
        ("none", "не вправно споряджає підривники", ["clear"]),
        ("none", "is at ease with comrades. Watched others fly", ["clear"]),
        ("none", "вчиться літати впевнено", ["clear"]),
        ("not a beginner", "flies like an expert", []),
        ("FPV hobby pilot, four years", "flies like an expert", []),
        ("", "flies like an expert", []),
        ("none", "flies like an expert", ["concern B"]),
        ("Ninguna.", "es un experto", ["concern B"]),
        ("немає", "літає як професіонал", ["concern B"]),
    ],
)
def test_what_an_observer_notes(skill: str, text: str, expected: list[str]) -> None:
    assert [outcome for outcome, _ in told(RULE, seen(text, skill=skill))] == expected


@pytest.mark.parametrize(("on", "expected"), [("2026-08-01", "concern C"), ("", "concern B")])
def test_months_of_training_make_experts(on: str, expected: str) -> None:
    assert [outcome for outcome, _ in told(RULE, seen("an expert", on=on))] == [expected]


def test_who_was_trained_may_be_an_expert() -> None:
    dossier = replace(seen("an expert"), outcome=PastOutcome.TRAINED)

    assert told(RULE, dossier) == [("concern C", "skill.observed_expert")]


@pytest.mark.parametrize(
    ("text", "course", "expected"),
    [
        ("2019-2022 brigade, FPV drone instructor", FPV, ["concern B"]),
        ("2019-2022 brigade, drone operator", FPV, ["concern C"]),
        ("2019-2022 бригада, пілот дрона", "оператор дрона", ["concern C"]),
        ("helicopter pilot", FPV, ["clear"]),
        ("forklift operator", FPV, ["clear"]),
        ("fitness instructor", FPV, ["clear"]),
        ("repaired drones in a shop", FPV, ["clear"]),
        ("2015-2018 batallón, francotirador", "sniper", ["concern C"]),
        ("2015-2018 batallón, zapador", FPV, ["clear"]),
    ],
)
def test_what_the_applicant_tells(text: str, course: str, expected: list[str]) -> None:
    dossier = replace(applicant(served(text), course=course), skill="no experience")

    assert [outcome for outcome, _ in told(RULE, dossier)] == expected


@pytest.mark.parametrize(
    ("letter", "skill", "expected"),
    [
        ("Nunca he manejado drones.", "", ["concern B"]),
        ("I have never flown anything.", "", ["concern B"]),
        ("I have never flown anything.", "hobby pilot", []),
        ("I fly every weekend.", "", []),
    ],
)
def test_a_letter_declares_a_beginner_where_no_skill_is_stated(
    letter: str, skill: str, expected: list[str]
) -> None:
    dossier = replace(seen("es un experto", skill=skill), motivation=letter)

    assert [outcome for outcome, _ in told(RULE, dossier)] == expected
