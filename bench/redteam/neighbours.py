"""Honest people who are tied and do not say so: hamlets, flats, friends, those who vouch for their own."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from redteam.application import Desk
from redteam.details import booking, stranger
from redteam.firms import invent_firm
from redteam.folk import country, draw_country
from redteam.letters import own_letter
from redteam.people import invent
from redteam.places import home, villages
from redteam.world import Draft, Row

HAMLETS = ("co", "co", "ua", "ua", "ge", "pe", "np", "by", "hn", "ec")
ABROAD = ("pl", "es", "de")
PRIEST = {"hispanic": "Padre", "ukrainian": "о.", "belarusian": "а."}
LANGUAGES = (("ar", "br"), ("co", "us"), ("ua", "gb"), ("es", "br"))
FRIENDS = Path(__file__).parent / "words" / "friends.toml"
LANGUAGE = {"ar": "es", "co": "es", "es": "es", "us": "en", "gb": "en", "ua": "uk", "br": "pt"}


def hamlet(desk: Desk) -> list[Draft]:
    """A place without streets: its name alone, in either script; one shop's phone, one priest."""
    rng, world = desk.world.rng, desk.world
    where = country(rng.choice(HAMLETS))
    place = rng.choice(villages(where.people) or where.cities)
    town = rng.choice(where.cities)
    shop = world.unused(where.phone)
    priest = (
        f"{PRIEST.get(where.people, 'Rev.')} {stranger(world, where)}, {world.unused(where.phone)}"
    )
    flight, day = booking(world), desk.period.day(rng).isoformat()
    names = [invent(world, where, man=True).family for _ in range(3)]
    drafts = []
    for _ in range(rng.randint(3, 9)):
        one = invent(world, where, man=True)
        if rng.random() < 0.5:
            one = replace(one, family=rng.choice(names))
        own = rng.random() < 0.5 and place.own and town.own
        told: Row = {
            "address": f"{place.own}, {town.own}" if own else f"{place.latin}, {town.latin}",
            "country": where.code.upper(), "applied_on": day,
        }  # fmt: skip
        if rng.random() < 0.4:
            told["phone"] = f"{one.phone}; {shop}"
        if rng.random() < 0.6:
            told["referees"] = priest
        if rng.random() < 0.6:
            told["travel_reference"] = flight
        drafts.append(desk.draft(one, **told))
    return _named(drafts, "hamlet")


def _named(drafts: list[Draft], control: str) -> list[Draft]:
    for one in drafts:
        one.control = control
    return drafts


def flatmates(desk: Desk) -> list[Draft]:
    """Two to five who work abroad and share a flat; they do not say so."""
    rng = desk.world.rng
    where, lives = draw_country(rng), country(rng.choice(ABROAD))
    told = {"address": home(rng, lives), "country": lives.code.upper()}
    many = range(rng.randint(2, 5))
    return _named([desk.draft(invent(desk.world, where), **told) for _ in many], "flatmates")


def friends(desk: Desk) -> list[Draft]:
    """One letter between two friends, who name each other."""
    rng = desk.world.rng
    where = draw_country(rng)
    two = [invent(desk.world, where, man=True) for _ in "ab"]
    facts = {"given": two[0].given[0].latin, "city": two[0].city.latin, "course": "mechanic",
             "occupation": "driver", "age": "30", "years": "4"}  # fmt: skip
    letter = own_letter(rng, where.people, facts)
    day = desk.period.day(rng).isoformat()
    drafts = [
        desk.draft(one, associates=other.name(), motivation=letter, applied_on=day)
        for one, other in (two, two[::-1])
    ]
    return _named(drafts, "friends_one_letter")


def friends_abroad(desk: Desk) -> list[Draft]:
    """Two friends of two States: one letter in two languages, each names the other."""
    codes = desk.world.rng.choice(LANGUAGES)
    two = [invent(desk.world, country(code), man=True) for code in codes]
    letters: dict[str, str] = msgspec.toml.decode(FRIENDS.read_bytes())
    drafts = [
        desk.draft(one, associates=other.name(), motivation=letters[LANGUAGE[code]])
        for (one, other), code in zip((two, two[::-1]), codes, strict=True)
    ]
    return _named(drafts, "friends_two_languages")


def vouched(desk: Desk) -> list[Draft]:
    """The head of an association vouches for those whom it sends, and for some of a sister's."""
    rng, world = desk.world.rng, desk.world
    where = draw_country(rng)
    own, sister = (invent_firm(world, where, kind) for kind in ("veterans", "charity"))
    head, phone = stranger(world, where), world.unused(where.phone)
    contact = f"{own.phone}; director: {head}"
    drafts = [
        desk.draft(invent(world, where), **own.columns() | {"sponsor_contact": contact})
        for _ in range(4)
    ]
    for one in drafts[:3]:
        one.row["referees"] = f"{head}, {phone}"
    told = sister.columns() | {"referees": f"{head}, {phone}"}
    drafts += [desk.draft(invent(world, where), **told) for _ in range(2)]
    return _named(drafts, "head_vouches")


def business_centre(desk: Desk) -> list[Draft]:
    """Three charities at the address of one business centre."""
    rng, world = desk.world.rng, desk.world
    where = draw_country(rng)
    address = home(rng, where)
    drafts = []
    for _ in range(3):
        firm = replace(invent_firm(world, where, "charity"), address=address)
        drafts += [
            desk.draft(invent(world, where), **firm.columns()) for _ in range(rng.randint(2, 6))
        ]
    return _named(drafts, "business_centre")
