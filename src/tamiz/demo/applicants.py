"""Invents applications: honest people, firms that send them, groups that travel together."""

from datetime import date, timedelta
from random import Random

from tamiz.demo.firms import Firm, invent_firm
from tamiz.demo.oddities import leave_out, write_date, write_names
from tamiz.demo.persons import Person, draw_country, fill, invent_person

COLUMNS = (
    "id", "name", "given_names", "family_names", "paternal_surname", "maternal_surname",
    "patronymic", "aliases", "name_original", "birth_date", "birth_place", "birth_country", "sex",
    "nationalities", "address", "country", "phone", "email", "doc_type", "doc_number",
    "doc_country", "doc_issued", "doc_expires", "mrz", "doc_files", "personal_number", "sponsor",
    "sponsor_number", "sponsor_address", "sponsor_founded", "relatives", "referees",
    "referred_by", "occupation", "service", "programme", "course", "motivation",
    "applied_on", "shirt_size",
)  # fmt: skip
PROGRAMME = "INVENTED volunteer programme"
COURSES = (
    "infantry basics",
    "drone operator (FPV)",
    "combat medic",
    "mechanic",
    "signals",
    "sapper",
)
OCCUPATIONS = (
    "farmer", "electrician", "soldado retirado", "nurse", "programmer", "водій", "welder",
    "student", "police officer (former)", "vigilante", "teacher", "mechanic", "paramedic",
)  # fmt: skip
SERVICES = (
    "", "", "", "conscript, 1 year", "Ejército, 4 años, cabo", "army reserve 2009-2014",
    "військова служба 2015-2017", "gendarmerie, 3 ans", "none",
)  # fmt: skip
MOTIVATIONS = (
    "I want to help.", "Quiero defender la libertad.", "Хочу захищати.", "A friend told me.",
    "To use what I learned in the service.", "",
)  # fmt: skip
STREETS = ("Calle 12", "Main St", "вул. Садова", "Rua das Flores", "Lindenweg", "Av. Central")
FIRST_DAY, LAST_DAY = date(2026, 1, 7), date(2026, 8, 21)
OWN_SCRIPT = 0.6  # of those whose names have another script write them in it, too
GROWN_UP, YOUNG = 21, 4  # up to that age every State may give a shorter passport: years
IN_GROUPS = 0.12  # of applicants come with others: one sponsor, one address, one day
SPONSORED = 0.10
FULL_NAME_ONLY = 0.35  # give their name in one column

Row = dict[str, str]


def invent_applicants(rng: Random, count: int) -> list[Row]:
    """``count`` honest applications, some of them from groups that travel together."""
    rows: list[Row] = []
    while len(rows) < count:
        size = rng.randint(3, 6) if rng.random() < IN_GROUPS / 4 else 1
        rows.extend(_group(rng, min(size, count - len(rows))))
    return rows


def write_application(rng: Random, person: Person) -> Row:
    """The row of one person before oddities of the clerk: what they declare, in their words."""
    country = person.country
    day = FIRST_DAY + timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days))
    issued = date(rng.randint(2017, 2025), rng.randint(1, 12), rng.randint(1, 28))
    is_young = issued.year - person.born.year <= GROWN_UP
    years = min(country.validity, YOUNG) if is_young else country.validity
    issued = issued.replace(year=max(issued.year, LAST_DAY.year + 1 - years))
    own = person.own_name() if rng.random() < OWN_SCRIPT else ""
    row = dict.fromkeys(COLUMNS, "") | write_names(rng, _names(rng, person))
    return row | {
        "name_original": own,
        "birth_date": write_date(rng, person.born),
        "birth_place": person.city.latin,
        "birth_country": country.code.upper(),
        "sex": person.sex,
        "nationalities": rng.choice(country.words),
        "address": f"{rng.choice(STREETS)} {rng.randint(1, 180)}, {person.city.latin}",
        "country": country.code.upper(),
        "phone": person.phone,
        "email": f"{fill(rng, 'demo-@@@@@@####').lower()}@example.org",
        "doc_type": "passport",
        "doc_number": person.passport,
        "doc_country": country.words[0],
        "doc_issued": issued.isoformat(),
        "doc_expires": issued.replace(year=issued.year + years).isoformat(),
        "occupation": rng.choice(OCCUPATIONS),
        "service": rng.choice(SERVICES),
        "programme": PROGRAMME,
        "course": rng.choice(COURSES),
        "motivation": rng.choice(MOTIVATIONS),
        "applied_on": day.isoformat(),
        "shirt_size": rng.choice("SMLX"),
    }


def _names(rng: Random, person: Person) -> Row:
    """The columns a person's name goes into: one, two, or each surname by itself."""
    if rng.random() < FULL_NAME_ONLY:
        return {"name": person.name()}
    names = {"given_names": person.given_names(), "family_names": person.family_names()}
    if person.shape == "patronymic" and person.middle is not None:
        names["patronymic"] = person.middle.latin
    if person.shape == "two_surnames" and rng.random() < 0.5:  # noqa: PLR2004 - one form in two asks so
        names["paternal_surname"], names["maternal_surname"] = (w.latin for w in person.family)
        del names["family_names"]
    return names


def _group(rng: Random, size: int) -> list[Row]:
    """One applicant alone, or several of one country with a sponsor, address and day in common."""
    first = invent_person(rng, draw_country(rng))
    people = [first, *(invent_person(rng, first.country) for _ in range(size - 1))]
    rows = [leave_out(rng, write_application(rng, person)) for person in people]
    common: Row = {}
    if size > 1 or rng.random() < SPONSORED:
        common = _sponsored_by(invent_firm(rng, first.country))
    if size > 1:
        common |= {"address": rows[0]["address"], "applied_on": rows[0]["applied_on"]}
    return [row | common for row in rows]


def _sponsored_by(firm: Firm) -> Row:
    return {"sponsor": firm.name, "sponsor_number": firm.number}
