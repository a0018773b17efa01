"""Tactics on paper: a copied letter, a story that does not hold."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from redteam.application import SENSITIVE
from redteam.firms import invent_firm
from redteam.folk import country
from redteam.service import unit
from redteam.tactics.scene import Scene, Way, played
from redteam.world import Cause, Draft

LETTERS = Path(__file__).parents[1] / "words" / "handler_letters.toml"
COVERS = (
    "Durante seis años repartí alimentos en zonas de conflicto y solo busco aliviar el dolor de los civiles.",
    "I have worked for an aid convoy and my only wish is to bring medicine to children and old people.",
)
PILOT_OCCUPATIONS = ("enfermero", "nurse", "фельдшер")
PILOT_CODES = ("mx", "gb", "ua")
COVERED = (("co", "ec"), ("gb", "lb"))  # the States whose people write in those languages
EXPERT = (
    "2026-05-03 instructor: flies like an expert, knew the goggles and the frequencies before the lesson",
    "2026-06-11 instructor: drops on a moving target at the first try; more skilled than the teachers",
)


def copied_letter(scene: Scene, count: int) -> list[Draft]:
    """Letters of one handler."""
    return played(scene, count, COPIES)


def _written(scene: Scene, texts: list[tuple[str, str]]) -> list[Draft]:
    """A letter for each: (State, text)."""
    drafts = [
        scene.applies(scene.man(code), "copied_letter", motivation=text) for code, text in texts
    ]
    for one in drafts:
        one.causes = tuple(
            Cause("motivation", two.row["motivation"], two.key) for two in drafts if two is not one
        )
    return drafts


def _words_changed(scene: Scene) -> list[Draft]:
    """One letter that the handler wrote, each with a few words of his own."""
    rng = scene.world.rng
    letter = rng.choice(_letters()["letters"])
    codes = rng.sample(("co", "pe", "ec", "ar"), 2)
    return _written(scene, [(code, " ".join(map(rng.choice, letter))) for code in codes])


def _translated(scene: Scene) -> list[Draft]:
    """The letter of one, and its translation as that of another."""
    rng = scene.world.rng
    told = rng.choice(_letters()["translated"])
    spoken = {"es": "mx", "en": "gb", "uk": "ua", "pt": "br"}
    pair = rng.sample(sorted(told), 2)
    return _written(scene, [(spoken[tongue], told[tongue]) for tongue in pair])


def _letters() -> dict[str, Any]:
    found: dict[str, Any] = msgspec.toml.decode(LETTERS.read_bytes())
    return found


COPIES = {"words changed": Way(_words_changed, 2), "translated": Way(_translated, 2)}


def cover_story(scene: Scene, count: int) -> list[Draft]:
    """A background that contradicts itself."""
    return played(scene, count, COVER_STORIES)


def _aid_worker(scene: Scene) -> list[Draft]:
    """Only the course that no aid worker needs."""
    turn = scene.world.rng.randrange(len(COVERS))
    text = COVERS[turn]
    told = {"occupation": "humanitarian aid worker", "motivation": text, "course": SENSITIVE}
    return [
        scene.applies(scene.man(*COVERED[turn]), "cover_story", Cause("course", SENSITIVE), **told)
    ]


def _beginner(scene: Scene) -> list[Draft]:
    seen = scene.world.rng.choice(EXPERT)
    told = {"skill": "beginner", "observations": seen, "course": SENSITIVE}
    return [
        scene.applies(scene.man("mx", "co"), "cover_story", Cause("observations", seen), **told)
    ]


def _child_soldier(scene: Scene) -> list[Draft]:
    """A sergeant at twelve: the service is another man's."""
    one = replace(scene.man("ve", "pe"), born=date(scene.world.rng.randint(1995, 1998), 7, 14))
    name = unit(scene.world.rng, "es")
    told = {
        "birth_date": one.born.isoformat(),
        "service": f"{one.born.year + 12}-{one.born.year + 16} {name}, sargento",
    }
    return [scene.applies(one, "cover_story", Cause("service", name), **told)]


def _unborn_unit(scene: Scene) -> list[Draft]:
    """The brigade was raised in 2022."""
    one = replace(scene.man("ua"), born=date(scene.world.rng.randint(1986, 1990), 3, 2))
    name = "47 окрема механізована бригада «Маґура»"
    told = {"birth_date": one.born.isoformat(), "service": f"2012-2016 {name}, сержант"}
    return [scene.applies(one, "cover_story", Cause("service", name), **told)]


def _in_two_places(scene: Scene) -> list[Draft]:
    """A year abroad in the middle of his service at home."""
    one = replace(scene.man("co"), born=date(scene.world.rng.randint(1992, 1996), 9, 9))
    stay = "2016-02 - 2017-11 Panama"
    told = {
        "birth_date": one.born.isoformat(),
        "service": f"2014-2019 {unit(scene.world.rng, 'es')}, cabo",
        "travel": stay,
    }
    return [scene.applies(one, "cover_story", Cause("travel", stay), **told)]


def _pilot_words(scene: Scene) -> list[Draft]:
    """A medic who asks for first aid, declares nothing, and writes what only pilots know."""
    at = scene.world.rng.randrange(len(PILOT_CODES))
    letter = _letters()["pilot"][at]
    told = {"occupation": PILOT_OCCUPATIONS[at], "course": "first aid", "skill": "", "motivation": letter,
            "observations": ""}  # fmt: skip
    cause = Cause("motivation", letter)
    return [scene.applies(scene.man(PILOT_CODES[at]), "cover_story", cause, **told)]


def _foreign_unit(scene: Scene) -> list[Draft]:
    """A unit that only another State has."""
    one = replace(scene.man("ec", "gt"), born=date(scene.world.rng.randint(1986, 1991), 2, 2))
    name = scene.world.rng.choice((
        "Ejército Nacional de Colombia, Brigada de Fuerzas Especiales",
        "Grupo Aeromóvil de Fuerzas Especiales (GAFE)",
    ))  # fmt: skip
    told = {
        "birth_date": one.born.isoformat(), "service": f"2011-2016 {name}, sargento", "travel": "",
        "phone": one.phone, "country": one.country.code.upper(),
    }  # fmt: skip
    return [scene.applies(one, "cover_story", Cause("service", name), **told)]


def _older_than_firm(scene: Scene) -> list[Draft]:
    """He worked for eight years for the firm that vouches for him and was founded last November."""
    one = replace(scene.man("ve", "co"), born=date(scene.world.rng.randint(1986, 1994), 4, 2))
    firm = invent_firm(
        scene.world, country(one.country.code), "logistics", founded=date(2025, 11, 20)
    )
    told = firm.columns() | {
        "sponsor_founded": "2025-11-20", "employer": firm.name, "skill": "principiante",
        "service": f"2016-2024 {firm.name}, operador de drones", "birth_date": one.born.isoformat(),
    }  # fmt: skip
    cause = Cause("sponsor_founded", "2025-11-20"), Cause("service", firm.name)
    return [scene.applies(one, "cover_story", *cause, **told)]


COVER_STORIES = {
    "aid worker": Way(_aid_worker), "beginner": Way(_beginner), "child soldier": Way(_child_soldier),
    "unborn unit": Way(_unborn_unit), "in two places": Way(_in_two_places),
    "pilot's words": Way(_pilot_words), "foreign unit": Way(_foreign_unit),
    "older than the firm": Way(_older_than_firm),
}  # fmt: skip
