"""The row of one applicant: what an honest person declares, before oddities."""

from datetime import date, timedelta
from random import Random

from msgspec import Struct

from redteam.details import account, email, handle, relative, stranger
from redteam.firms import Market
from redteam.folk import all_countries, country
from redteam.letters import honest_letter, language
from redteam.national import personal_number
from redteam.places import home
from redteam.service import OCCUPATIONS, REMARKS, SKILLS, served, stays
from redteam.world import Draft, Row, World
from tamiz.demo.oddities import write_date, write_names
from tamiz.demo.peoples import Country
from tamiz.demo.persons import Person

COLUMNS = (
    "id", "name", "given_names", "family_names", "paternal_surname", "maternal_surname", "patronymic",
    "aliases", "name_original", "birth_date", "birth_place", "birth_country", "sex", "nationalities",
    "address", "country", "phone", "email", "handle", "doc_type", "doc_number", "doc_country",
    "doc_issued", "doc_expires", "doc_authority", "doc_name", "doc_birth_date", "personal_number",
    "sponsor", "sponsor_number", "sponsor_address", "sponsor_contact", "sponsor_founded", "employer",
    "referees", "referred_by", "relatives", "associates", "occupation", "service", "programme", "course",
    "motivation", "skill", "observations", "payment_reference", "travel_reference", "travel",
    "applied_on", "outcome",
)  # fmt: skip
PROGRAMME = "INVENTED training programme"
SENSITIVE = "drone operator (FPV)"
COURSES = {
    SENSITIVE: 24, "infantry basics": 24, "combat medic": 12, "mechanic": 8, "signals": 8, "sapper": 7,
    "first aid": 9, "logistics": 5, "artillery observer": 3,
}  # fmt: skip
HUBS = ("es", "pl", "us", "de", "ua", "ro")  # where applicants live who live abroad
ABROAD, OWN_SCRIPT, SECOND_NATION = 0.10, 0.5, 0.025
FULL_NAME_ONLY = 0.35
GIVEN = {
    "handle": 0.3, "doc_authority": 0.2, "doc_name": 0.15, "doc_birth_date": 0.12, "personal_number": 0.4,
    "employer": 0.3, "referees": 0.12, "referred_by": 0.3, "relatives": 0.4, "skill": 0.4,
    "observations": 0.06, "payment_reference": 0.12, "travel": 0.18, "sponsor": 0.1,
}  # fmt: skip
LEFT_OUT = {
    "birth_place": 0.12, "sex": 0.03, "address": 0.1, "phone": 0.07, "email": 0.12, "doc_issued": 0.25,
    "doc_expires": 0.15, "occupation": 0.2, "doc_number": 0.02,
}  # fmt: skip


class Period(Struct, frozen=True):
    """When people apply: from the first to the last day."""

    first: date
    last: date

    def day(self, rng: Random) -> date:
        """Any day of it."""
        return self.first + timedelta(days=rng.randrange((self.last - self.first).days + 1))


NOW = Period(date(2026, 1, 7), date(2026, 8, 21))
EARLIER = Period(date(2024, 2, 1), date(2025, 11, 30))


class Desk(Struct, frozen=True):
    """What an application is written with: the world, its firms, when it comes in."""

    world: World
    market: Market
    period: Period
    kind: str

    def draft(self, one: Person, **told: str) -> Draft:
        """An honest application of a person; ``told`` overrides what is drawn."""
        day = (
            date.fromisoformat(told["applied_on"])
            if "applied_on" in told
            else self.period.day(self.world.rng)
        )
        row = write_row(self, one, day, told.get("course", "")) | told
        return Draft(key=self.world.key(self.kind), person=one, row=row)


def write_row(desk: Desk, one: Person, day: date, course: str) -> Row:
    """All columns, some left empty, each as often as people leave it."""
    world, rng = desk.world, desk.world.rng
    lives = country(rng.choice(HUBS)) if rng.random() < ABROAD else one.country
    tongue = language(one.country.people)
    row = dict.fromkeys(COLUMNS, "")
    row |= write_names(rng, _names(rng, one))
    row |= _claims(rng, one) | _contacts(world, one, lives) | passport(rng, one, day)
    row |= _background(desk, one, lives, tongue) | _extras(desk, one)
    row["course"] = course or rng.choices(list(COURSES), weights=list(COURSES.values()))[0]
    row["programme"], row["applied_on"] = PROGRAMME, day.isoformat()
    facts = {
        "given": one.given[0].latin, "city": one.city.latin, "course": row["course"],
        "occupation": row["occupation"] or "driver", "age": str(day.year - one.born.year),
        "years": str(rng.randint(2, 9)),
    }  # fmt: skip
    row["motivation"] = honest_letter(rng, one.country.people, facts)
    if row["observations"]:
        seen = min(day + timedelta(days=rng.randint(10, 90)), desk.period.last)
        row["observations"] = f"{seen.isoformat()} {row['observations']}"
    for column, share in LEFT_OUT.items():
        if rng.random() < share:
            row[column] = ""
    return row


def name_columns(rng: Random, one: Person) -> Row:
    """Every column of names, the unused ones empty, as an honest applicant fills them."""
    empty = dict.fromkeys(COLUMNS[1:9], "")
    return empty | write_names(rng, _names(rng, one))


def _names(rng: Random, one: Person) -> Row:
    """One column, two, or each surname by itself."""
    if rng.random() < FULL_NAME_ONLY:
        return {"name": one.name()}
    names = {"given_names": one.given_names(), "family_names": one.family_names()}
    if one.shape == "patronymic" and one.middle is not None:
        names["patronymic"] = one.middle.latin
    if one.shape == "two_surnames" and rng.random() < 0.5:
        names["paternal_surname"], names["maternal_surname"] = (word.latin for word in one.family)
        del names["family_names"]
    return names


def _claims(rng: Random, one: Person) -> Row:
    nations = rng.choice(one.country.words)
    if rng.random() < SECOND_NATION:
        nations += f"; {country(rng.choice(('it', 'es', 'pl', 'us', 'de'))).words[0]}"
    return {
        "name_original": one.own_name() if rng.random() < OWN_SCRIPT else "",
        "birth_date": write_date(rng, one.born),
        "birth_place": one.city.latin,
        "birth_country": one.country.code.upper(),
        "sex": one.sex,
        "nationalities": nations,
    }


def _contacts(world: World, one: Person, lives: Country) -> Row:
    rng = world.rng
    abroad = lives.code != one.country.code
    phone = world.unused(lives.phone) if abroad and rng.random() < 0.6 else one.phone
    return {
        "address": home(rng, lives),
        "country": lives.code.upper(),
        "phone": phone,
        "email": email(world, one),
        "handle": handle(world, one) if rng.random() < GIVEN["handle"] else "",
    }


def passport(rng: Random, one: Person, applied: date) -> Row:
    """A passport valid on the day of application."""
    years = one.country.validity
    oldest = max(applied - timedelta(days=365 * years - 200), one.born + timedelta(days=365 * 17))
    span = max((applied - timedelta(days=20) - oldest).days, 1)
    issued = weekday(oldest + timedelta(days=rng.randrange(span)))
    if issued.month == 2 and issued.day == 29:
        issued -= timedelta(days=1)
    if issued.year - one.born.year <= 21:
        years = min(years, 5)
        if issued.replace(year=issued.year + years) <= applied:
            issued = weekday(applied - timedelta(days=rng.randint(30, 900)))
    issued = issued.replace(day=min(issued.day, 28))
    return {
        "doc_type": "passport",
        "doc_number": one.passport,
        "doc_country": one.country.words[0],
        "doc_issued": issued.isoformat(),
        "doc_expires": issued.replace(year=issued.year + years).isoformat(),
        "doc_authority": f"Office {one.country.cities[0].latin}"
        if rng.random() < GIVEN["doc_authority"]
        else "",
        "doc_name": f"{one.family_names()}, {one.given_names()}"
        if rng.random() < GIVEN["doc_name"]
        else "",
        "doc_birth_date": one.born.isoformat() if rng.random() < GIVEN["doc_birth_date"] else "",
    }


def weekday(day: date) -> date:
    """The day, or the Friday before it."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def _background(desk: Desk, one: Person, lives: Country, tongue: str) -> Row:
    rng, market = desk.world.rng, desk.market
    return {
        "occupation": rng.choice(OCCUPATIONS[tongue]),
        "service": served(rng, one, tongue, desk.period.first.year),
        "employer": market.employer(rng, lives) if rng.random() < GIVEN["employer"] else "",
        "skill": rng.choice(SKILLS) if rng.random() < GIVEN["skill"] else "",
        "travel": stays(rng, lives, all_countries()) if rng.random() < GIVEN["travel"] else "",
    }


def _extras(desk: Desk, one: Person) -> Row:
    world, rng = desk.world, desk.world.rng
    told: Row = {}
    if rng.random() < GIVEN["personal_number"]:
        told["personal_number"] = personal_number(world, one)
    if rng.random() < GIVEN["relatives"]:
        told["relatives"] = relative(world, one)
    if rng.random() < GIVEN["referees"]:
        told["referees"] = f"{stranger(world, one.country)}, {world.unused(one.country.phone)}"
    if rng.random() < GIVEN["referred_by"]:
        told["referred_by"] = desk.market.recruiter(rng, one.country)
    if rng.random() < GIVEN["observations"]:
        told["observations"] = f"instructor: {rng.choice(REMARKS)}"
    if rng.random() < GIVEN["payment_reference"]:
        told["payment_reference"] = account(world, one.country)
    if rng.random() < GIVEN["sponsor"]:
        told |= desk.market.sponsor(rng, one.country).columns()
    return told
