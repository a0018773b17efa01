"""Invents persons and their kin."""

from datetime import date, timedelta
from random import Random

from msgspec.structs import replace

from redteam.folk import draw_country, draw_given, draw_surname, folk
from redteam.places import birth_place
from redteam.world import World
from tamiz.demo.peoples import Country, People, Word
from tamiz.demo.persons import FIRST_BIRTH, LAST_BIRTH, TWO_GIVEN, TWO_GIVEN_NAMES, WOMEN, Person

PEAK = date(1996, 6, 1)  # most applicants are about thirty


def invent(world: World, where: Country | None = None, *, man: bool = False) -> Person:
    """A person; a passport number and a phone that nobody else has."""
    rng = world.rng
    home = where or draw_country(rng)
    of = folk(home.people)
    woman = not man and rng.random() < WOMEN
    return Person(
        country=home,
        shape=of.shape,
        sex="F" if woman else "M",
        given=(given := draw_givens(rng, of, woman=woman)),
        middle=_middle(rng, of, woman=woman, given=given),
        family=_family(rng, of, woman=woman),
        born=draw_birth(rng),
        city=birth_place(rng, home),
        phone=world.unused(home.phone),
        passport=world.unused(home.passport, home.code),
    )


def draw_birth(rng: Random) -> date:
    """A day of birth, the middle of the range more often than its ends."""
    span = (LAST_BIRTH - FIRST_BIRTH).days
    peak = (PEAK - FIRST_BIRTH).days
    return FIRST_BIRTH + timedelta(days=int(rng.triangular(0, span - 1, peak)))


def draw_givens(rng: Random, of: People, *, woman: bool) -> tuple[Word, ...]:
    """One given name, or two different ones where the custom allows it."""
    first = draw_given(rng, of, woman=woman)
    if of.shape not in TWO_GIVEN or rng.random() >= TWO_GIVEN_NAMES:
        return (first,)
    second = draw_given(rng, of, woman=woman)
    return (first,) if second == first else (first, second)


def sibling(world: World, one: Person, *, born: date | None = None) -> Person:
    """A brother, or a sister of a sister: the same family names and father's name."""
    rng = world.rng
    of = folk(one.country.people)
    given = one.given
    while given[0] == one.given[0]:
        given = draw_givens(rng, of, woman=one.sex == "F")
    return replace(
        renumbered(world, one),
        given=given,
        middle=_middle(rng, of, woman=one.sex == "F", given=given)
        if one.shape == "middle"
        else one.middle,
        born=born or near_birth(rng, one.born, least=400, most=3_000),
    )


def son(world: World, father: Person) -> Person:
    """A son with his father's given names; the mother's name is another."""
    of = folk(father.country.people)
    family = father.family
    if father.shape == "two_surnames":
        family = (father.family[0], draw_surname(world.rng, of, woman=False))
    if father.shape == "maternal_first":
        family = (draw_surname(world.rng, of, woman=False), father.family[-1])
    born = min(father.born + timedelta(days=world.rng.randint(7_200, 10_500)), LAST_BIRTH)
    return replace(renumbered(world, father), family=family, born=born)


def renumbered(world: World, one: Person) -> Person:
    """The same with another phone and passport."""
    return replace(
        one,
        phone=world.unused(one.country.phone),
        passport=world.unused(one.country.passport, one.country.code),
    )


def near_birth(rng: Random, born: date, *, least: int, most: int) -> date:
    """Another day of birth, so many days away, that an applicant can have."""
    while True:
        day = born + timedelta(days=rng.choice((-1, 1)) * rng.randint(least, most))
        if FIRST_BIRTH <= day <= LAST_BIRTH:
            return day


def _middle(rng: Random, of: People, *, woman: bool, given: tuple[Word, ...]) -> Word | None:
    """What stands between given and family names, as the people has it."""
    drawn = _drawn_middle(rng, of, woman=woman)
    while of.shape == "middle" and drawn == given[0]:
        drawn = _drawn_middle(rng, of, woman=woman)
    return drawn


def _drawn_middle(rng: Random, of: People, *, woman: bool) -> Word | None:
    match of.shape:
        case "patronymic":
            return rng.choice(of.patronymic)[woman]
        case "father_named":
            return draw_given(rng, of, woman=False)
        case "middle":
            return draw_given(rng, of, woman=woman)
        case "mother_middle":
            return draw_surname(rng, of, woman=woman)
        case _:
            return None


def _family(rng: Random, of: People, *, woman: bool) -> tuple[Word, ...]:
    first = draw_surname(rng, of, woman=woman)
    if of.shape not in {"two_surnames", "maternal_first"}:
        return (first,)
    return (first, draw_surname(rng, of, woman=woman))
