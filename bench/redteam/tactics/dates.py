"""Altered dates: the same man, born on another day."""

from datetime import date

from msgspec.structs import replace

from redteam.places import home
from redteam.service import unit
from redteam.tactics.scene import Scene, Way, of_state, played
from redteam.world import Cause, Draft
from tamiz.demo.persons import FIRST_BIRTH, LAST_BIRTH, Person

TACTIC = "altered_date"
CODES = ("co", "ve", "br", "mx", "ge", "ua", "us")


def altered_date(scene: Scene, count: int) -> list[Draft]:
    """A listed or refused man with another birth date and new papers."""
    return played(scene, count, WAYS)


def _changed(scene: Scene, true: Person, born: date) -> list[Draft]:
    """The man as he applies now, born on that day; in three of four cases he was refused before."""
    place = true.city.latin
    if scene.world.rng.random() < 0.25:
        born_as = [true.born.isoformat()]
        other = scene.listed.person(true, birthDate=born_as, birthPlace=[place])
    else:
        other = scene.refused(true, birth_place=place).key
    mask = replace(of_state(scene, true, true.country.code), born=born, city=true.city)
    causes = (Cause("birth_date", true.born.isoformat(), other), Cause("name", true.name(), other))
    return [scene.applies(mask, TACTIC, *causes, birth_date=born.isoformat(), birth_place=place)]


def _swapped(scene: Scene) -> list[Draft]:
    true = scene.man(*CODES)
    day = scene.world.rng.randint(1, 12)
    true = replace(true, born=true.born.replace(day=day, month=day % 12 + 1))
    return _changed(scene, true, true.born.replace(day=true.born.month, month=day))


def _year(scene: Scene, step: int) -> list[Draft]:
    true = scene.man(*CODES)
    year = min(max(true.born.year + step, FIRST_BIRTH.year), LAST_BIRTH.year - 1)
    year = year if year != true.born.year else true.born.year - 1
    return _changed(scene, true, true.born.replace(year=year, day=min(true.born.day, 28)))


def _one_year(scene: Scene) -> list[Draft]:
    return _year(scene, scene.world.rng.choice((-1, 1)))


def _some_years(scene: Scene) -> list[Draft]:
    return _year(scene, scene.world.rng.choice((-1, 1)) * scene.world.rng.randint(3, 7))


def _day_and_month(scene: Scene) -> list[Draft]:
    """Another day of another month of the same year."""
    true = scene.man(*CODES)
    born = true.born.replace(day=true.born.day % 28 + 1, month=(true.born.month + 4) % 12 + 1)
    return _changed(scene, true, born)


def _day_in_one_house(scene: Scene) -> list[Draft]:
    """Ten days more or less, at the address of before."""
    true = scene.man(*CODES)
    born = true.born.replace(day=true.born.day + (10 if true.born.day <= 18 else -10))
    told = {"address": home(scene.world.rng, true.country), "country": true.country.code.upper()}
    refused = scene.refused(true, **told)
    mask = replace(of_state(scene, true, true.country.code), born=born)
    causes = (
        Cause("birth_date", true.born.isoformat(), refused.key),
        Cause("address", told["address"], refused.key),
    )
    return [scene.applies(mask, TACTIC, *causes, birth_date=born.isoformat(), **told)]


def _older_on_paper(scene: Scene) -> list[Draft]:
    """Ten years younger than his passport, and he served as a child of the declared age."""
    born = date(scene.world.rng.randint(1999, 2003), 8, 23)
    true = born.replace(year=born.year - 10)
    one = replace(scene.man("mx", "co"), born=born)
    since = true.year + 19
    told = {
        "birth_date": born.isoformat(), "doc_birth_date": true.isoformat(),
        "service": f"{since}-{since + 6} {unit(scene.world.rng, 'es')}, cabo",
    }  # fmt: skip
    return [scene.applies(one, TACTIC, Cause("doc_birth_date", true.isoformat()), **told)]


WAYS = {
    "swapped": Way(_swapped), "one year": Way(_one_year), "some years": Way(_some_years),
    "day and month": Way(_day_and_month), "day, one house": Way(_day_in_one_house),
    "older on paper": Way(_older_on_paper),
}  # fmt: skip
