"""Words that only builders and pilots of drones use, from somebody who declares no such skill."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, applicant, served, told
from tamiz.checks.background.jargon import RULE
from tamiz.model import Dossier

# By languages: what is asked with a knowledge that nobody has who has only heard of it.
ASKED = (
    "I am curious how you tune the PIDs in Betaflight, which VTX you run and whether you moved to ELRS.",
    "Me interesa qué VTX usan, si pasaron a ELRS y cómo ajustan los PID en Betaflight.",
    "Цікаво, чи шиєте Betaflight самі, який VTX берете та чи перейшли на ELRS, як ставите PID.",
    "Quero saber qual VTX usam, se passaram para ELRS e como regulam os PID no Betaflight.",
    "Интересно, прошиваете ли Betaflight сами, какой VTX берёте, перешли ли на ELRS, как ставите PID.",
)
HEARD = (
    "My nephew flies a small drone and it looks fun; I know FPV from videos.",
    "Sé que hoy todo se hace con drones FPV, y que la fibra óptica importa.",
    "Бачив, як хлопці літають на дронах з оптоволокном.",
    "I laid fibre optic cable for six years and run on Mondays, 5.8 km.",
    "",
)


def writer(
    letter: str, *, skill: str = "", occupation: str = "welder", course: str = "first aid"
) -> Dossier:
    return replace(applicant(course=course), motivation=letter, skill=skill, occupation=occupation)


@pytest.mark.parametrize("letter", ASKED)
def test_the_trades_words_without_the_trade_are_a_hint(letter: str) -> None:
    assert told(RULE, writer(letter)) == [("concern C", "jargon.undeclared")]


@pytest.mark.parametrize("letter", HEARD)
def test_what_everybody_has_heard_of_is_nothing(letter: str) -> None:
    assert told(RULE, writer(letter)) == []


@pytest.mark.parametrize("work", ["nurse", "médico", "фельдшер"])
@pytest.mark.parametrize("letter", ASKED)
def test_from_a_relief_worker_they_are_more(letter: str, work: str) -> None:
    assert told(RULE, writer(letter, occupation=work)) == [("concern B", "jargon.relief")]


@pytest.mark.parametrize("skill", ["none", "beginner", "principiante", "немає"])
def test_a_declared_beginner_is_as_if_nothing_was_declared(skill: str) -> None:
    assert told(RULE, writer(ASKED[0], skill=skill)) == [("concern C", "jargon.undeclared")]


@pytest.mark.parametrize(
    "dossier",
    [
        writer(ASKED[0], skill="FPV hobby pilot, four years"),
        writer(ASKED[1], skill="hobby de drones"),
        writer(ASKED[0], occupation="drone technician"),
        writer(f"I build and fly racing quads. {ASKED[0]}", occupation="nurse"),
        writer(f"Armo y vuelo mis propios drones. {ASKED[1]}", occupation="enfermero"),
        writer(f"Сам збираю дрони й літаю. {ASKED[2]}", occupation="фельдшер"),
        replace(
            writer(ASKED[0]), history=(served("2022-2024 drone unit, operator", "2022", "2024"),)
        ),
    ],
)
def test_who_says_that_they_do_it_may_speak_of_it(dossier: Dossier) -> None:
    assert told(RULE, dossier) == [("clear", "jargon.in_order")]


def test_three_words_of_one_thing_are_one_word() -> None:
    assert told(RULE, writer("ELRS, ELRS and elrs again: PID, PIDs")) == []


def test_a_course_of_high_sensitivity_changes_nothing_about_the_strength() -> None:
    assert told(RULE, writer(ASKED[0], course=FPV)) == [("concern C", "jargon.undeclared")]
