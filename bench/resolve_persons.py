"""Invents the persons of the synthetic set; nobody in it exists."""

from datetime import date
from random import Random

from msgspec import Struct

from resolve_letters import kmu, without_accents
from resolve_names import names
from tamiz.demo.peoples import countries
from tamiz.demo.persons import FIRST_BIRTH, LAST_BIRTH, LETTERS, WOMEN

# The share of each group among persons: as in the measurement of the peers.
SHARES = (("ES", 0.20), ("CO", 0.25), ("UA", 0.25), ("US", 0.12), ("BR", 0.10), ("PL", 0.08))
TWO_GIVEN = 0.45  # where custom allows a second given name and the table has it not already
DOMAINS = ("gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "ukr.net", "proton.me")
NAMED_EMAIL = 0.5  # of addresses are made of the name
_SYLLABLES = tuple(one + two for one in "bcdfgklmnprstvz" for two in "aeiou")
_FIRST, _DAYS = FIRST_BIRTH.toordinal(), (LAST_BIRTH - FIRST_BIRTH).days
_MOST_NUMBER = 9_999  # behind the name in an e-mail address: hardly two namesakes share one


class Pattern(Struct, frozen=True):
    """Document numbers, phones and the document code of a country.

    A number is ``letters`` letters, ``lead``, and ``digits`` digits; a phone is ``phone`` with a
    digit for each %s.
    """

    letters: int
    lead: str
    digits: int
    phone: str
    code: str = "P"


# Wide enough that chance gives hardly two persons among a million the same one, as in life.
PATTERNS = {
    "ES": Pattern(3, "", 6, "+34 6%s%s %s%s%s %s%s%s"),
    "CO": Pattern(0, "1", 9, "+57 3%s%s %s%s%s %s%s%s%s", "ID"),
    "UA": Pattern(2, "", 6, "+380 %s%s %s%s%s %s%s %s%s"),
    "US": Pattern(0, "", 9, "+1 2%s%s %s%s%s %s%s%s%s"),
    "BR": Pattern(2, "", 6, "+55 %s%s 9%s%s%s%s-%s%s%s%s"),
    "PL": Pattern(2, "", 7, "+48 %s%s%s %s%s%s %s%s%s"),
}
_PHONE_DIGITS = {group: pattern.phone.count("%s") for group, pattern in PATTERNS.items()}
_CITIES = {
    country.code.upper(): tuple((city.latin, city.own or city.latin) for city in country.cities)
    for country in countries()
    if country.code.upper() in PATTERNS
}


class Person(Struct, frozen=True, kw_only=True):
    """A person as one application has them; ``born`` is year, month, day.

    ``own`` holds given and family name in Ukrainian letters where the person has them: what every
    spelling in Latin letters is made of.
    """

    group: str
    given: str
    family: tuple[str, ...]
    own: tuple[str, str] = ("", "")
    born: tuple[int, int, int] | None
    city: str
    number: str
    phone: str
    email: str


def invent(rng: Random) -> Person:
    """A person without any error; a Ukrainian in the romanisation of Ukrainian passports."""
    group = _group(rng)
    sex = 1 if rng.random() < WOMEN else 0
    given, family = _named(rng, group, sex)
    own = (given, family[0]) if group == "UA" else ("", "")
    if group == "UA":
        given, family = kmu(given), (kmu(family[0]),)
    return Person(
        group=group,
        given=given,
        family=family,
        own=own,
        born=born_on(_FIRST + int(rng.random() * _DAYS)),
        city=a_city(rng, group),
        number=a_number(rng, group),
        phone=a_phone(rng, group),
        email=an_email(rng, given, family[-1]),
    )


def born_on(ordinal: int) -> tuple[int, int, int]:
    """Year, month and day of a proleptic ordinal."""
    day = date.fromordinal(ordinal)
    return day.year, day.month, day.day


def a_number(rng: Random, group: str) -> str:
    """A document number of the country."""
    pattern = PATTERNS[group]
    letters = "".join(LETTERS[int(rng.random() * len(LETTERS))] for _ in range(pattern.letters))
    return letters + pattern.lead + _digits(rng, pattern.digits)


def a_phone(rng: Random, group: str) -> str:
    """A phone number of the country, written as there."""
    return PATTERNS[group].phone % tuple(_digits(rng, _PHONE_DIGITS[group]))


def _digits(rng: Random, count: int) -> str:
    return str(int((1 + rng.random()) * 10**count))[-count:]


def a_city(rng: Random, group: str, *, own: bool = False) -> str:
    """A city of the group, in its own letters if asked for."""
    cities = _CITIES[group]
    return cities[int(rng.random() * len(cities))][own]


def in_own_letters(group: str, city: str) -> str:
    """The city as its country writes it."""
    return next(own for latin, own in _CITIES[group] if latin == city)


def an_email(rng: Random, given: str, family: str) -> str:
    """An address of the name and a number, or of a word that nobody else can guess."""
    number, domain = int(rng.random() * _MOST_NUMBER), int(rng.random() * len(DOMAINS))
    if rng.random() < NAMED_EMAIL:
        first = given.partition(" ")[0]
        local = without_accents(f"{first}.{family}").lower().replace(" ", "")
    else:
        local = "".join(_SYLLABLES[int(rng.random() * len(_SYLLABLES))] for _ in range(3))
    return f"{local}{number}@{DOMAINS[domain]}"


def _group(rng: Random) -> str:
    drawn = rng.random()
    for group, share in SHARES:
        drawn -= share
        if drawn < 0:
            return group
    return SHARES[0][0]


def _named(rng: Random, group: str, sex: int) -> tuple[str, tuple[str, ...]]:
    """Given names and family names in the custom of the group."""
    words = names(group)
    given = words.given[sex].draw(rng)
    if group in {"US", "BR", "CO"} and " " not in given and rng.random() < TWO_GIVEN:
        given = f"{given} {words.given[sex].draw(rng)}"
    if group in {"ES", "CO", "BR"}:
        return given, (words.family[sex].draw(rng), words.family[sex].draw(rng))
    return given, (words.family[sex].draw(rng),)
