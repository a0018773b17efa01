"""Who of a cohort has one name and one birth date: each name as it sounds, in any script.

Exact keys only: every word of a name has its counterpart in the other. Spellings that sound
otherwise, and names of which a part is left out, do not meet here.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from tamiz.model import Dossier, NameKind, PartialDate
from tamiz.normalise.identifiers import identifier_key
from tamiz.normalise.keys import sound
from tamiz.normalise.names import parse_person

# Days on which the applicants of such programmes were born, about forty years: what a day's share
# is estimated from where the cohort is small.
BIRTHDAYS = 14_000
FEWEST_WORDS = 2
PAST = frozenset({"su"})  # States that are no more: to be born in one hides no other
MOST = 20  # others of one name and birth date that are read
_KINDS = frozenset({NameKind.PRIMARY, NameKind.SCRIPT, NameKind.ALIAS, NameKind.FORMER})

CREATE = (
    "CREATE TABLE person"
    " (name_key TEXT, born INTEGER, id TEXT, name TEXT, numbers TEXT, states TEXT, papers TEXT)"
)
INSERT = "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)"
INDEX = "CREATE INDEX person_by_name ON person (name_key, born)"
INDEX_BORN = "CREATE INDEX person_by_birth ON person (born)"
_OTHERS = (
    "SELECT DISTINCT id, name, numbers, states, papers FROM person"
    " WHERE name_key = ? AND born = ? AND id <> ? ORDER BY rowid LIMIT ?"
)
_NAMED = "SELECT COUNT(DISTINCT id) FROM person WHERE name_key = ?"
_BORN = "SELECT COUNT(DISTINCT id) FROM person WHERE born = ?"
_ALL = "SELECT COUNT(DISTINCT id) FROM person"

Row = tuple[str, int, str, str, str, str, str]


class Namesake(Struct, frozen=True):
    """Another applicant of one name and birth date; ``papers`` is for people to read."""

    id: str
    name: str
    numbers: str
    states: str
    papers: str


class Declared(Struct, frozen=True):
    """Keys of all numbers that somebody gives, and all States of documents and nationalities."""

    numbers: frozenset[str]
    states: frozenset[str]
    papers: str


def keys_of(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """Every name and birth day of an applicant, as keys; each pair once."""
    names = {key for name in dossier.identity.names if name.kind in _KINDS
             if (key := _key([word.text for word in parse_person(name).words]))}  # fmt: skip
    days = dict.fromkeys(day for one in dossier.identity.birth_dates if (day := _day(one)))
    return tuple((name, day) for name in sorted(names) for day in days)


def declared_by(dossier: Dossier) -> Declared:
    """What an applicant gives of numbers and States, in all documents and in the claim."""
    claim = dossier.identity
    bearers = (claim, *(one.bearer for one in dossier.documents))
    numbers = (
        *(one.number for one in dossier.documents),
        *(one.number for bearer in bearers for one in bearer.identifiers),
    )
    nations = [one.country for bearer in bearers for one in bearer.nationalities if one.country]
    states = [one.issuing_state for one in dossier.documents if one.issuing_state]
    shown = [
        f"{one.number or one.code} ({(one.issuing_state or '?').upper()})"
        for one in dossier.documents
    ]
    return Declared(
        numbers=frozenset(map(identifier_key, numbers)) - {""},
        states=frozenset((*nations, *states)) - PAST,
        papers="; ".join((*shown, *(nation.upper() for nation in dict.fromkeys(nations)))),
    )


def rows_of(dossier: Dossier, *, name: str) -> Iterator[Row]:
    """The rows of a dossier for ``INSERT``."""
    keys = keys_of(dossier)
    if not keys:
        return
    given = declared_by(dossier)
    numbers, states = " ".join(sorted(given.numbers)), " ".join(sorted(given.states))
    for key, day in keys:
        yield key, day, dossier.id, name, numbers, states, given.papers


def _key(words: list[str]) -> str:
    if len(words) < FEWEST_WORDS:
        return ""
    return " ".join(sorted(map(sound, words)))


def _day(day: PartialDate) -> int:
    """The day by its ordinal; 0 if it is not known to the day."""
    if day.day is None or day.month is None or day.until or day.circa:
        return 0
    return date(day.year, day.month, day.day).toordinal()


class Persons:
    """The table, as rules ask it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Ask a finished register's database."""
        self._db = db

    def namesakes(self, dossier: Dossier, name_key: str, born: int) -> tuple[Namesake, ...]:
        """The other applicants with this name and birth day."""
        rows = self._db.execute(_OTHERS, (name_key, born, dossier.id, MOST))
        return tuple(Namesake(*row) for row in rows)

    def expected(self, name_key: str, born: int) -> float:
        """How many applicants have by chance another's name and birth day.

        From how many bear the name and how many are born on the day, the two in question apart.
        """
        named = self._number(_NAMED, name_key)
        share = (max(self._number(_BORN, born) - 2, 0) + 1) / (self._all + BIRTHDAYS)
        return named * (named - 1) * share

    @cached_property
    def _all(self) -> int:
        return self._number(_ALL)

    def _number(self, query: str, *values: str | int) -> int:
        (found,) = self._db.execute(query, values).fetchone()
        return int(found)
