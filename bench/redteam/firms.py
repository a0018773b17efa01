"""Sponsors and employers: genuine ones, with a register number, that send people all year."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import TypeVar

from msgspec import Struct

from redteam.folk import draw_surname, folk
from redteam.places import home
from redteam.world import World
from tamiz.demo.firms import invent_place
from tamiz.demo.oddities import without_accents
from tamiz.demo.peoples import Country

T = TypeVar("T")

SPANISH = frozenset({"hispanic"})
KINDS = {
    "charity": ("Fundación {}", "{} Relief Foundation"),
    "veterans": ("Asociación de Veteranos de {}", "{} Veterans Association"),
    "university": ("Universidad Técnica de {}", "{} Technical University"),
    "security": ("Seguridad Privada {} Ltda.", "{} Security Services Ltd"),
    "logistics": ("Transportes {} S.A.", "{} Logistics LLC"),
    "church": ("Parroquia San José de {}", "St. Mary's Parish {}"),
}
WITH_SURNAME = 0.8
FOUNDED_SINCE, FOUNDED_UNTIL = 1952, 2016


class Firm(Struct, frozen=True, kw_only=True):
    """A sponsor or employer as applicants would write it."""

    name: str
    kind: str
    number: str
    country: Country
    address: str
    phone: str
    site: str
    founded: str

    def columns(self) -> dict[str, str]:
        """The columns of a sponsor."""
        return {
            "sponsor": self.name,
            "sponsor_number": self.number,
            "sponsor_address": self.address,
            "sponsor_contact": f"{self.phone}, {self.site}" if self.site else self.phone,
            "sponsor_founded": self.founded,
        }


def invent_firm(world: World, where: Country, kind: str, *, founded: date | None = None) -> Firm:
    """A genuine firm or association of a kind."""
    rng = world.rng
    place = _unused_place(world, where)
    name = KINDS[kind][where.people not in SPANISH].format(place)
    since = founded or date(
        rng.randint(FOUNDED_SINCE, FOUNDED_UNTIL), rng.randint(1, 12), rng.randint(1, 28)
    )
    return Firm(
        name=name,
        kind=kind,
        number=world.unused(f"{where.code.upper()}-###-######", "firms"),
        country=where,
        address=home(rng, where),
        phone=world.unused(where.phone),
        site=f"www.{_host(place)}{rng.randint(1, 99)}.example",
        founded=since.isoformat() if rng.random() < 0.7 else str(since.year),
    )


def _unused_place(world: World, where: Country) -> str:
    """A word that exists nowhere, mostly with a family name beside it; no two firms have one name."""
    while True:
        place = invent_place(world.rng)
        if world.rng.random() < WITH_SURNAME:
            place += f" {draw_surname(world.rng, folk(where.people), woman=False).latin}"
        if f"place {place}" not in world.taken:
            world.taken.add(f"place {place}")
            return place


def _host(place: str) -> str:
    return "".join(c for c in without_accents(place).casefold() if c.isascii() and c.isalpha())


class Market(Struct, frozen=True):
    """The firms of a programme, by country; a few have far more people than the others."""

    sponsors: dict[str, list[Firm]]
    employers: dict[str, list[str]]
    recruiters: dict[str, list[str]]

    def sponsor(self, rng: Random, where: Country) -> Firm:
        """A sponsor of this country, the first of them more often."""
        return _early(rng, self.sponsors[where.code])

    def employer(self, rng: Random, where: Country) -> str:
        """An employer of this country."""
        return _early(rng, self.employers[where.code])

    def recruiter(self, rng: Random, where: Country) -> str:
        """A recruiter, with the phone that all whom they send give."""
        return _early(rng, self.recruiters[where.code])


def _early(rng: Random, some: Sequence[T]) -> T:
    return some[int(len(some) * rng.random() ** 1.7)]
