"""Where the invented people come from: the peoples of the demonstration and more beside them."""

from functools import cache
from pathlib import Path
from random import Random

from msgspec.structs import replace

from tamiz.demo.peoples import (
    Country,
    People,
    Word,
    countries,
    join,
    people,
    read_countries,
    read_people,
)
from tamiz.demo.persons import DIGITS, LETTERS

WORDS = Path(__file__).parent / "words"
OF_DEMO = frozenset(
    "arabic armenian baltic belarusian czech english filipino french georgian german hispanic italian "
    "japanese korean nordic polish portuguese romanian turkish ukrainian".split()
)
# Patterns of the demonstration that have no room for tens of thousands of different people.
ROOMIER = {
    "co": "B@######", "ec": "A########", "hn": "E########", "cr": "F########", "pa": "PA#######",
    "bo": "@@######", "py": "@@######", "uy": "C#######", "tn": "@#######", "jo": "T########",
    "ca": "@@######",
}  # fmt: skip
AREAS = tuple("212 305 312 404 512 602 615 702 713 801 813 816 903 915 954".split())
# Applicants of each nationality, on the footing of weights, at least: 590 of 50,000. Of a few dozen the
# rate of reviews says nothing, however many seeds are put together.
LEAST = 26
STEEPNESS = 0.55  # common names are not equally common: the n-th comes n^-0.55 as often
RARE, RARE_OF_MANY = 0.45, 0.12  # of family names are made of a root and an end, if there are such
MANY = 150  # common family names leave little room for made ones


@cache
def all_countries() -> tuple[Country, ...]:
    """The countries of the demonstration and those of ``words/countries.toml``."""
    own = read_countries((WORDS / "countries.toml").read_text(encoding="utf-8"))
    known = tuple(replace(one, passport=ROOMIER.get(one.code, one.passport)) for one in countries())
    return (*known, *own)


@cache
def country(code: str) -> Country:
    """The country with an alpha-2 code."""
    return next(one for one in all_countries() if one.code == code)


@cache
def folk(name: str) -> People:
    """A people, with the words that stand beside those of the demonstration."""
    path = WORDS / f"{name}.toml"
    own = read_people(path.read_text(encoding="utf-8")) if path.exists() else None
    if name not in OF_DEMO:
        assert own is not None, name
        return own
    known = people(name)
    if own is None:
        return known
    return replace(
        known,
        male=tuple(dict.fromkeys(known.male + own.male)),
        female=tuple(dict.fromkeys(known.female + own.female)),
        family=tuple(dict.fromkeys(known.family + own.family)),
        patronymic=tuple(dict.fromkeys(known.patronymic + own.patronymic)),
        roots=tuple(dict.fromkeys(known.roots + own.roots)),
    )


@cache
def _weights(count: int) -> list[float]:
    total, sums = 0.0, []
    for at in range(1, count + 1):
        total += at**-STEEPNESS
        sums.append(total)
    return sums


def draw_country(rng: Random, *, listed: bool = False) -> Country:
    """A country as often as applicants, or listed parties, come from it."""
    return rng.choices(all_countries(), cum_weights=_country_weights(listed))[0]


def weight_of(where: Country) -> int:
    """How many of some 2,200 applicants come from a country."""
    return max(where.weight, LEAST)


@cache
def _country_weights(listed: bool) -> list[int]:
    sums, total = [], 0
    for one in all_countries():
        total += one.listed if listed else weight_of(one)
        sums.append(total)
    return sums


def draw_given(rng: Random, of: People, *, woman: bool) -> Word:
    """A given name; the first of the lists are the commonest."""
    words = of.female if woman else of.male
    if of.male_roots and not woman:
        return join(rng.choice(of.male_roots), rng.choice(of.male_ends))
    return rng.choices(words, cum_weights=_weights(len(words)))[0]


def draw_surname(rng: Random, of: People, *, woman: bool) -> Word:
    """A family name: a common one, or a rarer one put together."""
    rare = RARE_OF_MANY if len(of.family) > MANY else RARE
    if of.roots and rng.random() < rare:
        return join(rng.choice(of.roots), rng.choice(of.ends)[woman])
    return rng.choices(of.family, cum_weights=_weights(len(of.family)))[0][woman]


def fill(rng: Random, pattern: str) -> str:
    """The pattern with # as digits and @ as letters; an American number gets a real area code."""
    if pattern.startswith("+1 ###"):
        pattern = f"+1 {rng.choice(AREAS)}{pattern[6:]}"
    drawn = {"#": DIGITS, "@": LETTERS}
    return "".join(rng.choice(drawn[char]) if char in drawn else char for char in pattern)
