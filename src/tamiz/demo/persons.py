"""Invents persons: a name in the manner of their country, a birth date, a phone, a passport."""

from datetime import date, timedelta
from random import Random

from msgspec import Struct

from tamiz.demo.peoples import Country, People, Word, countries, join, people

WOMEN = 0.18  # share among the applicants of such programmes, roughly
RARE = 0.75  # of family names stand outside the short lists of common ones
TWO_GIVEN_NAMES = 0.45  # where the people's custom allows a second one
FIRST_BIRTH, LAST_BIRTH = date(1966, 1, 1), date(2007, 6, 30)
DIGITS, LETTERS = "0123456789", "ABCDEFGHJKLMNPRSTUVWXYZ"
TWO_GIVEN = frozenset({"two_surnames", "maternal_first", "mother_middle"})


class Person(Struct, frozen=True, kw_only=True):
    """An invented person as their papers would have them.

    ``middle`` is a patronymic, a father's or a mother's name, or a second given name,
    as ``shape`` says (see ``peoples/*.toml``).
    """

    country: Country
    shape: str
    sex: str
    given: tuple[Word, ...]
    middle: Word | None
    family: tuple[Word, ...]
    born: date
    city: Word
    phone: str
    passport: str

    def name(self) -> str:
        """The whole name in Latin letters, in the order of the country."""
        return _spelt(self._ordered())

    def own_name(self) -> str:
        """The whole name in its own script; empty where that is Latin."""
        words = [word.own for word in self._ordered()]
        gap = "" if self.shape == "family_first" else " "
        return gap.join(words) if all(words) else ""

    def given_names(self) -> str:
        """Given names in Latin letters, with the middle name where papers print it there."""
        if self.middle is None or self.shape == "patronymic":
            return _spelt(self.given)
        return _spelt((*self.given, self.middle))

    def family_names(self) -> str:
        """Family names in Latin letters."""
        return _spelt(self.family)

    def _ordered(self) -> tuple[Word, ...]:
        middle = () if self.middle is None else (self.middle,)
        if self.shape == "family_first":
            return (*self.family, *self.given)
        return (*self.given, *middle, *self.family)


def draw_country(rng: Random, *, listed: bool = False) -> Country:
    """A country as often as applicants, or listed parties, come from it."""
    choices = countries()
    weights = [choice.listed if listed else choice.weight for choice in choices]
    return rng.choices(choices, weights=weights)[0]


def invent_person(rng: Random, country: Country) -> Person:
    """A person of ``country``."""
    folk = people(country.people)
    woman = rng.random() < WOMEN
    return Person(
        country=country,
        shape=folk.shape,
        sex="F" if woman else "M",
        given=_given(rng, folk, woman=woman),
        middle=_middle(rng, folk, woman=woman),
        family=_family(rng, folk, woman=woman),
        born=FIRST_BIRTH + timedelta(days=rng.randrange((LAST_BIRTH - FIRST_BIRTH).days)),
        city=rng.choice(country.cities),
        phone=fill(rng, country.phone),
        passport=fill(rng, country.passport),
    )


def fill(rng: Random, pattern: str) -> str:
    """The pattern with each # replaced by a digit and each @ by a letter."""
    drawn = {"#": DIGITS, "@": LETTERS}
    return "".join(rng.choice(drawn[char]) if char in drawn else char for char in pattern)


def _given(rng: Random, folk: People, *, woman: bool) -> tuple[Word, ...]:
    if folk.male_roots and not woman:
        return (join(rng.choice(folk.male_roots), rng.choice(folk.male_ends)),)
    two = folk.shape in TWO_GIVEN and rng.random() < TWO_GIVEN_NAMES
    return tuple(rng.sample(folk.female if woman else folk.male, 2 if two else 1))


def _middle(rng: Random, folk: People, *, woman: bool) -> Word | None:
    match folk.shape:
        case "patronymic":
            return rng.choice(folk.patronymic)[woman]
        case "father_named":
            return rng.choice(folk.male)
        case "middle":
            return rng.choice(folk.female if woman else folk.male)
        case "mother_middle":
            return _surname(rng, folk, woman=woman)
        case _:
            return None


def _family(rng: Random, folk: People, *, woman: bool) -> tuple[Word, ...]:
    """One family name, or two where the people bears two."""
    both = folk.shape in {"two_surnames", "maternal_first"}
    first = _surname(rng, folk, woman=woman)
    return (first, rng.choice(folk.family)[woman]) if both else (first,)


def _surname(rng: Random, folk: People, *, woman: bool) -> Word:
    """A common name, or a rarer one put together from a root and an end."""
    if folk.roots and rng.random() < RARE:
        return join(rng.choice(folk.roots), rng.choice(folk.ends)[woman])
    return rng.choice(folk.family)[woman]


def _spelt(words: tuple[Word, ...]) -> str:
    return " ".join(word.latin for word in words)
