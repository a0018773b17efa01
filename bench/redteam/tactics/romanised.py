"""The transliteration game: a name of another script in another State's letters."""

from redteam.tactics.scene import Scene, Way, of_state, played
from redteam.tactics.spelling import of_georgian, romanised
from redteam.world import Cause, Draft
from tamiz.demo.persons import Person

TACTIC = "transliteration"


def transliteration(scene: Scene, count: int) -> list[Draft]:
    """A name of another script, romanised in another way, in another State's passport."""
    return played(scene, count, WAYS)


def _moved(scene: Scene, true: Person, code: str) -> Person:
    return of_state(scene, romanised(scene.world.rng, true, code), code)


def _applies(scene: Scene, true: Person, mask: Person, other: str) -> list[Draft]:
    causes = (Cause("name", true.name(), other), Cause("name_original", true.own_name(), other))
    told = {"name_original": "", "birth_date": true.born.isoformat()}
    return [scene.applies(mask, TACTIC, *causes, **told)]


def _either(scene: Scene, true: Person, mask: Person) -> list[Draft]:
    """As a listed man, or as a refused one."""
    if scene.world.rng.random() < 0.5:
        other = scene.refused(true, name_original=true.own_name()).key
    else:
        other = scene.listed.person(true, birthDate=[true.born.isoformat()])
    return _applies(scene, true, mask, other)


def _move(*moves: tuple[str, str]) -> Way:
    def plant(scene: Scene) -> list[Draft]:
        home, new = scene.world.rng.choice(moves)
        true = scene.man(home)
        return _either(scene, true, _moved(scene, true, new))

    return Way(plant)


def _georgian(scene: Scene) -> list[Draft]:
    """A Georgian name by way of Russian letters: Квициани, Kwiziani; the list has only the year."""
    true = scene.man("ge")
    mask = of_state(scene, of_georgian(true), scene.world.rng.choice(("de", "ge")))
    year, place = [str(true.born.year)], [true.city.latin]
    other = scene.listed.person(true, birthDate=year, birthPlace=place)
    return _applies(scene, true, mask, other)


WAYS = {
    "Polish": _move(("ua", "pl"), ("by", "pl")), "German": _move(("ua", "de"), ("ru", "de")),
    "French": _move(("ru", "fr"), ("ua", "fr")), "Russian": _move(("ru", "kz")),
    "Arabic": _move(("sy", "jo"), ("lb", "ma")), "Georgian by way of Russian": Way(_georgian),
}  # fmt: skip
