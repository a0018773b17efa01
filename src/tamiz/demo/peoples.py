"""Peoples and countries: the words that invented names, phones and passports are made of."""

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct


class Word(Struct, frozen=True):
    """A name or place in Latin letters, and in its own script where that is another."""

    latin: str
    own: str = ""


def join(root: Word, end: Word) -> Word:
    """A root and an end as one word, in both scripts."""
    return Word(root.latin + end.latin, root.own + end.own)


class People(Struct, frozen=True, kw_only=True):
    """The name words of one people; each family name and patronymic as (man's, woman's).

    ``family`` are common names; a root and an end make any number of rarer ones.
    """

    shape: str
    male: tuple[Word, ...]
    female: tuple[Word, ...]
    family: tuple[tuple[Word, Word], ...]
    roots: tuple[Word, ...]
    ends: tuple[tuple[Word, Word], ...]
    male_roots: tuple[Word, ...]
    male_ends: tuple[Word, ...]
    patronymic: tuple[tuple[Word, Word], ...]


class Country(Struct, frozen=True, kw_only=True):
    """A country of applicants; in ``phone`` and ``passport``, # is a digit and @ a letter.

    ``validity`` is for how many years its passports are given.
    """

    code: str
    weight: int
    listed: int
    people: str
    words: tuple[str, ...]
    phone: str
    passport: str
    cities: tuple[Word, ...]
    validity: int = 10


@cache
def people(name: str) -> People:
    """The people described in ``peoples/<name>.toml``."""
    return read_people(_page(name))


def read_people(text: str) -> People:
    """The people that a TOML text describes; lists that are not there are empty."""
    table: dict[str, str] = tomllib.loads(text)
    return People(
        shape=table.get("shape", ""),
        male=_words(table.get("male", "")),
        female=_words(table.get("female", "")),
        family=_gendered(table.get("family", "")),
        roots=_words(table.get("roots", "")),
        ends=_gendered(table.get("ends", "")),
        male_roots=_words(table.get("male_roots", "")),
        male_ends=_words(table.get("male_ends", "")),
        patronymic=_gendered(table.get("patronymic", "")),
    )


@cache
def countries() -> tuple[Country, ...]:
    """All countries of ``peoples/countries.toml``, in its order."""
    return read_countries(_page("countries"))


def read_countries(text: str) -> tuple[Country, ...]:
    """The countries that a TOML text describes, in its order."""
    tables = tomllib.loads(text)
    return tuple(
        Country(
            code=code,
            weight=table["weight"],
            listed=table["listed"],
            people=table["people"],
            words=tuple(table["words"]),
            phone=table["phone"],
            passport=table["passport"],
            cities=tuple(_word(city) for city in table["cities"]),
            validity=table.get("validity", 10),
        )
        for code, table in tables.items()
    )


def _page(name: str) -> str:
    return files("tamiz.demo").joinpath("peoples", f"{name}.toml").read_text(encoding="utf-8")


def _words(text: str) -> tuple[Word, ...]:
    return tuple(_word(token.replace("_", " ")) for token in text.split())


def _gendered(text: str) -> tuple[tuple[Word, Word], ...]:
    """``Bilyi=Білий/Bila=Біла`` as a pair; a word without a slash serves both."""
    pairs = []
    for token in text.split():
        man, _, woman = token.replace("_", " ").partition("/")
        pairs.append((_word(man), _word(woman or man)))
    return tuple(pairs)


def _word(token: str) -> Word:
    latin, _, own = token.partition("=")
    return Word(latin, own)
