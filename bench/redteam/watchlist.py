"""The invented watchlist, in two editions: persons, firms, groups, most of them of no concern here."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from redteam.details import stranger
from redteam.firms import Firm, invent_firm
from redteam.folk import draw_country
from redteam.lives import NICKNAMES
from redteam.people import invent
from redteam.places import home
from redteam.spread import nationalities, spread
from redteam.world import Draft, Entity, World
from tamiz.demo.firms import invent_place
from tamiz.demo.persons import Person
from tamiz.demo.watchlist import KINDS, PROGRAMMES, designation, entity, tie

PERSONS, FIRMS, GROUPS = 2_200, 700, 60
NAMESAKES = 40  # listed persons who have the very name of an honest applicant
LATER = 60  # persons whom only the second edition lists
TIED = 0.3
YEAR_ONLY, NO_DATE = 0.12, 0.05
KNOWN = {
    "alias": 0.25,
    "passport": 0.3,
    "place": 0.55,
    "nation": 0.75,
    "phone": 0.06,
    "address": 0.15,
    "site": 0.3,
    "nickname": 0.2,
    "code_name": 0.08,
}
# Words of code names; honest people are called so, too, but with another number.
CODES = (
    "Águila",
    "Halcón",
    "Cobra",
    "Lince",
    "Lobo",
    "Puma",
    "Sombra",
    "Jaguar",
    "Тор",
    "Grom",
    "Berkut",
)


class Listed:
    """Gives listed parties their ids and writes them into the world."""

    def __init__(self, world: World, groups: list[str]) -> None:
        self.world, self.groups, self.count = world, groups, 0

    def person(self, one: Person, *, later: bool = False, **told: list[str]) -> str:
        """List a person with what is told and what else such lists know; returns the id."""
        key = self._key("P")
        self._write(entity(key, "Person", _properties(self.world, one) | told), later=later)
        return key

    def company(self, firm: Firm, *, later: bool = False, site: bool = False) -> str:
        """List a firm with its address, phone and register number, some with their site; returns the id."""
        key = self._key("C")
        known_site = [firm.site] if site or self.world.rng.random() < KNOWN["site"] else []
        properties = {
            "name": [firm.name], "registrationNumber": [firm.number], "jurisdiction": [firm.country.code],
            "address": [f"{firm.address}, {firm.country.words[1]}"], "phone": [firm.phone],
            "website": known_site,
        }  # fmt: skip
        self._write(entity(key, "Company", properties), later=later)
        return key

    def _key(self, kind: str) -> str:
        self.count += 1
        return f"RT-{kind}-{self.count:05}"

    def _write(self, one: Entity, *, later: bool) -> None:
        rng, key = self.world.rng, str(one["id"])
        into = self.world.added if later else self.world.listed
        into += [one, designation(key, rng.choice(PROGRAMMES))]
        if rng.random() < TIED:
            into.append(tie(key, rng.choice(self.groups)))


def invent_watchlist(world: World, honest: list[Draft]) -> Listed:
    """Groups, firms and persons, some of them namesakes of honest applicants."""
    groups = list(_groups(world))
    listed = Listed(world, groups)
    rng = world.rng
    for _ in range(FIRMS):
        where = draw_country(rng, listed=True)
        listed.company(invent_firm(world, where, rng.choice(("security", "logistics", "charity"))))
    for _ in range(PERSONS):
        listed.person(invent(world, draw_country(rng, listed=True)))
    usual = [one for one in honest if not one.control]
    for one in spread(rng, usual, NAMESAKES, nationalities(honest)):
        other = invent(world, one.person.country, man=one.person.sex == "M")
        listed.person(_named(other, one.person))
        one.control = one.due = "namesake_of_listed"
    for _ in range(LATER):
        listed.person(invent(world, draw_country(rng, listed=True)), later=True)
    return listed


def _named(one: Person, like: Person) -> Person:
    """The person with the names of another; born on a day of their own."""
    return replace(one, given=like.given, middle=like.middle, family=like.family, sex=like.sex)


def _groups(world: World) -> Iterator[str]:
    rng = world.rng
    for at in range(GROUPS):
        key = f"RT-G-{at:03}"
        name = f"{rng.choice(KINDS)} {invent_place(rng)} {rng.randint(2, 99)}"
        world.listed += [
            entity(key, "Organization", {"name": [name], "topics": ["crime.terror"]}),
            designation(key, "INVENTED-FTO"),
        ]
        yield key


def _properties(world: World, one: Person) -> dict[str, list[str]]:
    """What a list knows of a person: seldom everything."""
    rng = world.rng

    def known(what: str, *values: str) -> list[str]:
        return [value for value in values if value] if rng.random() < KNOWN[what] else []

    return {
        "name": [name for name in (one.name(), one.own_name()) if name],
        "firstName": [one.given_names()],
        "lastName": [one.family_names()],
        "alias": known("alias", f"{stranger(world, one.country).split()[0]} {one.family[0].latin}"),
        "weakAlias": known("nickname", rng.choice(NICKNAMES))
        + known("code_name", f"{rng.choice(CODES)}-{rng.randint(2, 99)}"),
        "birthDate": birth_dates(world, one.born),
        "birthPlace": known("place", one.city.latin),
        "nationality": known("nation", one.country.code),
        "gender": ["female" if one.sex == "F" else "male"],
        "passportNumber": known("passport", one.passport),
        "phone": known("phone", one.phone),
        "address": known("address", f"{home(rng, one.country)}, {one.country.words[1]}"),
    }


def birth_dates(world: World, born: date) -> list[str]:
    """The day, or the year alone, or nothing."""
    draw = world.rng.random()
    if draw < NO_DATE:
        return []
    return [str(born.year)] if draw < NO_DATE + YEAR_ONLY else [born.isoformat()]
