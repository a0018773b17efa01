"""Tactics on paper: blank passports, a copied letter, a story that does not hold."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace

from redteam.application import NOW, SENSITIVE, weekday
from redteam.honest import following
from redteam.service import unit
from redteam.tactics.scene import Scene
from redteam.world import Cause, Draft

LETTERS = Path(__file__).parents[1] / "words" / "handler_letters.toml"
COVERS = (
    "Durante seis años repartí alimentos en zonas de conflicto y solo busco aliviar el dolor de los civiles.",
    "I have worked for an aid convoy and my only wish is to bring medicine to children and old people.",
)
COVERED = (("co", "ec"), ("gb", "lb"))  # the States whose people write in those languages
EXPERT = (
    "2026-05-03 instructor: flies like an expert, knew the goggles and the frequencies before the lesson",
    "2026-06-11 instructor: drops on a moving target at the first try; more skilled than the teachers",
)


def blank_run(scene: Scene, count: int) -> list[Draft]:
    """Passports from one stolen packet: numbers in a row, men who claim to be strangers."""
    rng = scene.world.rng
    code = rng.choice(("ve", "pa", "gt"))
    first = scene.man(code)
    day = weekday(NOW.first - timedelta(days=rng.randint(90, 300)))
    drafts: list[Draft] = []
    number = first.passport
    for _ in range(count):
        one = replace(scene.man(code), passport=number)
        scene.world.taken.add(code + number)
        issued = weekday(day + timedelta(days=rng.randrange(12)))
        issued = issued.replace(day=min(issued.day, 28))
        papers = {
            "doc_type": "passport", "doc_number": number, "doc_country": one.country.words[0],
            "doc_issued": issued.isoformat(),
            "doc_expires": issued.replace(year=issued.year + min(one.country.validity, 5)).isoformat(),
        }  # fmt: skip
        drafts.append(scene.applies(one, "blank_run", **papers))
        number = following(number, rng.choice((1, 1, 2)))
    for draft in drafts:
        draft.causes = tuple(
            Cause("doc_number", two.row["doc_number"], two.key)
            for two in drafts
            if two is not draft
        )
    return drafts


def copied_letter(scene: Scene, count: int) -> list[Draft]:
    """One letter that the handler wrote, each with a few words of his own."""
    letters: list[list[list[str]]] = msgspec.toml.decode(LETTERS.read_bytes())["letters"]
    letter = scene.world.rng.choice(letters)
    drafts = [
        scene.applies(scene.man("co", "pe", "ec", "ar"), "copied_letter", motivation=text)
        for text in (
            " ".join(scene.world.rng.choice(ways) for ways in letter) for _ in range(count)
        )
    ]
    for one in drafts:
        one.causes = tuple(
            Cause("motivation", two.row["motivation"], two.key) for two in drafts if two is not one
        )
    return drafts


def cover_story(scene: Scene, count: int) -> list[Draft]:
    """A background that contradicts itself, in one of five ways."""
    ways = (_aid_worker, _beginner, _child_soldier, _unborn_unit, _in_two_places)
    return [ways[at % len(ways)](scene, at // len(ways)) for at in range(count)]


def _aid_worker(scene: Scene, turn: int) -> Draft:
    """Only the course that no aid worker needs."""
    text = COVERS[turn % len(COVERS)]
    told = {"occupation": "humanitarian aid worker", "motivation": text, "course": SENSITIVE}
    return scene.applies(
        scene.man(*COVERED[turn % len(COVERS)]), "cover_story", Cause("course", SENSITIVE), **told
    )


def _beginner(scene: Scene, turn: int) -> Draft:
    seen = EXPERT[turn % len(EXPERT)]
    told = {"skill": "beginner", "observations": seen, "course": SENSITIVE}
    return scene.applies(scene.man("mx", "co"), "cover_story", Cause("observations", seen), **told)


def _child_soldier(scene: Scene, turn: int) -> Draft:
    """A sergeant at twelve: the service is another man's."""
    one = replace(scene.man("ve", "pe"), born=date(1995 + turn % 4, 7, 14))
    name = unit(scene.world.rng, "es")
    told = {
        "birth_date": one.born.isoformat(),
        "service": f"{one.born.year + 12}-{one.born.year + 16} {name}, sargento",
    }
    return scene.applies(one, "cover_story", Cause("service", name), **told)


def _unborn_unit(scene: Scene, turn: int) -> Draft:
    """The brigade was raised in 2022."""
    one = replace(scene.man("ua"), born=date(1990 - turn % 5, 3, 2))
    name = "47 окрема механізована бригада «Маґура»"
    told = {"birth_date": one.born.isoformat(), "service": f"2012-2016 {name}, сержант"}
    return scene.applies(one, "cover_story", Cause("service", name), **told)


def _in_two_places(scene: Scene, turn: int) -> Draft:
    """A year abroad in the middle of his service at home."""
    one = replace(scene.man("co"), born=date(1992 + turn % 5, 9, 9))
    stay = "2016-02 - 2017-11 Panama"
    told = {
        "birth_date": one.born.isoformat(),
        "service": f"2014-2019 {unit(scene.world.rng, 'es')}, cabo",
        "travel": stay,
    }
    return scene.applies(one, "cover_story", Cause("travel", stay), **told)
