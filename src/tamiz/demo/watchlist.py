"""Invents a watchlist as FollowTheMoney entities: persons, firms, the groups behind them."""

from collections.abc import Iterator
from datetime import date
from random import Random

from tamiz.demo.firms import invent_firm, invent_place
from tamiz.demo.persons import Person, draw_country, invent_person

AUTHORITY = "INVENTED authority of the demonstration"
PROGRAMMES = ("INVENTED-NARCO", "INVENTED-TERROR", "INVENTED-ARMS", "INVENTED-FRAUD")
KINDS = ("Cartel", "Frente", "Brigade", "Clan", "Red")
LISTED = date(2026, 8, 20)  # the day of the invented list
TIED = 0.30  # of the persons and firms are linked to a group
YEAR_ONLY, SEVERAL_DATES, NO_DATE = 0.12, 0.08, 0.04
ALIASED, NUMBERED, PLACED, WITH_NATION = 0.25, 0.30, 0.55, 0.75

Entity = dict[str, object]
Properties = dict[str, list[str]]


def invent_watchlist(rng: Random, *, persons: int, firms: int, groups: int) -> Iterator[Entity]:
    """Entities of all three sorts, with their designations and ties, in the order of their ids."""
    bands = [f"DEMO-G-{at:03d}" for at in range(groups)]
    for band in bands:
        name = f"{rng.choice(KINDS)} {invent_place(rng)} {rng.randint(2, 99)}"
        yield entity(band, "Organization", {"name": [name], "topics": ["crime.terror"]})
        yield designation(band, "INVENTED-FTO")
    for at in range(firms):
        yield from _with_ties(rng, _firm(rng, f"DEMO-O-{at:04d}"), bands)
    for at in range(persons):
        yield from _with_ties(rng, _person(rng, f"DEMO-P-{at:04d}"), bands)


def entity(key: str, schema: str, properties: Properties) -> Entity:
    """One FollowTheMoney entity; empty properties are left out."""
    kept = {name: values for name, values in properties.items() if any(values)}
    changed = f"{LISTED.isoformat()}T00:00:00"
    return {"id": key, "schema": schema, "properties": kept, "last_change": changed}


def designation(key: str, programme: str) -> Entity:
    """The act that put ``key`` on the list, under an invented programme."""
    properties = {
        "entity": [key],
        "authority": [AUTHORITY],
        "program": [programme],
        "listingDate": [LISTED.isoformat()],
    }
    return entity(f"{key}-sanction", "Sanction", properties)


def tie(subject: str, target: str, role: str = "linked to") -> Entity:
    """A tie between two listed parties."""
    properties = {"subject": [subject], "object": [target], "role": [role]}
    return entity(f"{subject}-{target}", "UnknownLink", properties)


def _with_ties(rng: Random, party: Entity, bands: list[str]) -> Iterator[Entity]:
    key = str(party["id"])
    yield party
    yield designation(key, rng.choice(PROGRAMMES))
    if rng.random() < TIED:
        yield tie(key, rng.choice(bands))


def _firm(rng: Random, key: str) -> Entity:
    firm = invent_firm(rng, draw_country(rng, listed=True))
    properties = {
        "name": [firm.name],
        "registrationNumber": [firm.number],
        "jurisdiction": [firm.country.code],
        "phone": [firm.phone] if rng.random() < NUMBERED else [],
    }
    return entity(key, "Company", properties)


def _person(rng: Random, key: str) -> Entity:
    person = invent_person(rng, draw_country(rng, listed=True))
    properties = {
        "name": [person.name()],
        "firstName": [word.latin for word in person.given],
        "lastName": [person.family_names()],
        "alias": [_alias(person, invent_person(rng, person.country))] * (rng.random() < ALIASED),
        "birthDate": _birth_dates(rng, person.born),
        "birthPlace": [person.city.latin] * (rng.random() < PLACED),
        "nationality": [person.country.code] * (rng.random() < WITH_NATION),
        "gender": ["female" if person.sex == "F" else "male"],
        "passportNumber": [person.passport] * (rng.random() < NUMBERED),
    }
    own = person.own_name()
    properties["name"] += [own] * bool(own)
    return entity(key, "Person", properties)


def _alias(person: Person, other: Person) -> str:
    """Another given name with the person's own family name, as half of all aliases are."""
    return f"{other.given[0].latin} {person.family[0].latin}"


def _birth_dates(rng: Random, born: date) -> list[str]:
    """The day; or only the year; or two days; or nothing, as real lists know it."""
    draw = rng.random()
    if draw < NO_DATE:
        return []
    if draw < NO_DATE + YEAR_ONLY:
        return [str(born.year)]
    if draw < NO_DATE + YEAR_ONLY + SEVERAL_DATES:
        return [born.isoformat(), born.replace(day=1 + rng.randrange(28)).isoformat()]
    return [born.isoformat()]
