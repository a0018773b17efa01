"""Document numbers as places in a series of blanks: which of a cohort lie close together.

A stack of stolen blanks has numbers that follow each other. Numbers are compared within one State,
one run of letters and one length.
"""

import sqlite3
from collections.abc import Sequence

from msgspec import Struct

from tamiz.model import Dossier, IdentityEvidence, PartialDate
from tamiz.normalise.addresses import UNTOLD, village_key
from tamiz.normalise.identifiers import identifier_key
from tamiz.normalise.names import spell_words
from tamiz.normalise.series import place_in_series

WORDS_OF_A_UNIT = 3  # “Army” and “national police” say nothing; “Battalion 3” has a number
REACH = 10  # numbers: a clerk takes blanks from a box, not always in order
MOST_NEAR = 20  # neighbours of one document that are read

CREATE = (
    "CREATE TABLE blank"
    " (series TEXT, number INTEGER, id TEXT, name TEXT, text TEXT, family TEXT, units TEXT,"
    " issued TEXT)"
)
INSERT = "INSERT INTO blank VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
INDEX = "CREATE INDEX blank_by_number ON blank (series, number)"
_NEAR = (
    "SELECT id, name, text, family, units, issued FROM blank"
    " WHERE series = ? AND number BETWEEN ? AND ? AND id <> ? ORDER BY number, rowid LIMIT ?"
)
_COUNT = "SELECT COUNT(DISTINCT id) FROM blank WHERE series = ?"
_AROUND = (
    "SELECT COUNT(DISTINCT id) FROM"
    " (SELECT id FROM blank WHERE series = ? AND number BETWEEN ? AND ? LIMIT ?)"
)
MOST_AROUND = 20_000  # documents that are counted: where more lie, runs are chance


class Blank(Struct, frozen=True):
    """A document's place in its series; ``text`` is the number as written.

    ``issued`` is the day of issue (ISO 8601), empty where it is not told to the day.
    """

    series: str
    number: int
    text: str
    field: str
    issued: str = ""


class Neighbour(Struct, frozen=True):
    """Another applicant whose document lies near: family names and units, romanised."""

    id: str
    name: str
    text: str
    family: str
    units: str
    issued: str


def blanks_of(dossier: Dossier) -> tuple[Blank, ...]:
    """The documents of a dossier that have an issuing State and a number in a series."""
    found = [_blank(one) for one in dossier.documents if one.issuing_state]
    return tuple([one for one in found if one is not None])


def _blank(document: IdentityEvidence) -> Blank | None:
    place = place_in_series(identifier_key(document.number))
    if place is None:
        return None
    series = f"{document.issuing_state} {place.letters} {place.digits}"
    return Blank(series, place.number, document.number, document.field, _day(document.issued))


def units_of(dossier: Dossier) -> frozenset[str]:
    """The units somebody served in, each as its romanised words; an army or a police is no unit."""
    if not dossier.history:
        return frozenset()
    spelt = (spell_words(service.organisation) for service in dossier.history)
    return frozenset(" ".join(sorted(words)) for words in spelt if _is_unit(words))


def circles_of(dossier: Dossier) -> frozenset[str]:
    """Units and villages: whoever is of one may have been to one office on one day with others of it."""
    villages = {village_key(one.text) for one in dossier.addresses} - {""}
    told = {key for key in villages if not key.startswith(UNTOLD)}
    return units_of(dossier) | {f"village {key}" for key in told}


def _is_unit(words: Sequence[str]) -> bool:
    """Whether so few people serve in it that two of them may have come together."""
    has_number = any(char.isdigit() for word in words for char in word)
    return len(words) >= WORDS_OF_A_UNIT or (has_number and len(words) > 1)


def row_of(blank: Blank, dossier: Dossier, *, name: str, family: str) -> tuple[str | int, ...]:
    """A document's row for ``INSERT``; ``family`` are the family names of its dossier, romanised."""
    units = "|".join(sorted(circles_of(dossier)))
    return (
        blank.series, blank.number, dossier.id, name, blank.text, family, units, blank.issued,
    )  # fmt: skip


def _day(told: PartialDate | None) -> str:
    if told is None or told.day is None or told.circa or told.ambiguous:
        return ""
    return told.text()


def near(db: sqlite3.Connection, dossier: Dossier, blank: Blank) -> tuple[Neighbour, ...]:
    """Other applicants' documents of the series, at most ``REACH`` numbers away."""
    low, high = blank.number - REACH, blank.number + REACH
    rows = db.execute(_NEAR, (blank.series, low, high, dossier.id, MOST_NEAR))
    return tuple(Neighbour(*row) for row in rows)


def count_in(db: sqlite3.Connection, series: str) -> int:
    """How many applicants have a document of a series."""
    (count,) = db.execute(_COUNT, (series,)).fetchone()
    return int(count)


def count_around(db: sqlite3.Connection, blank: Blank, reach: int) -> int:
    """How many applicants have a document of the series, at most ``reach`` numbers away."""
    low, high = blank.number - reach, blank.number + reach
    (count,) = db.execute(_AROUND, (blank.series, low, high, MOST_AROUND)).fetchone()
    return int(count)
