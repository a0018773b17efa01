"""On which days the documents of a cohort were issued, and by whom: what came together.

A document whose authority is told stands under its State and under its authority; one whose
authority is not told, under its State alone.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache

from msgspec import Struct

from tamiz.links.behind import behind
from tamiz.links.blanks import circles_of
from tamiz.model import Dossier, IdentityEvidence, PartialDate
from tamiz.normalise.names import spell_words

MOST_ON_A_DAY = 100  # others of one day that are read
SEPARATOR = "\n"  # between keys of one cell: no key has a line break

CREATE = (
    "CREATE TABLE issue (place TEXT, day INTEGER, id TEXT, name TEXT, text TEXT,"
    " family TEXT, units TEXT, behind TEXT)"
)
INSERT = "INSERT INTO issue VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
INDEX = "CREATE INDEX issue_by_day ON issue (place, day)"
_ON_DAY = (
    "SELECT DISTINCT id, name, text, family, units, behind FROM issue"
    " WHERE place = ? AND day = ? AND id <> ? ORDER BY rowid LIMIT ?"
)
_COUNT = "SELECT COUNT(DISTINCT id) FROM issue WHERE place = ? AND instr(behind, ?) > 0"
_BETWEEN = (
    "SELECT COUNT(DISTINCT id) FROM issue"
    " WHERE place = ? AND day BETWEEN ? AND ? AND instr(behind, ?) > 0"
)
_WITH = "SELECT COUNT(DISTINCT id) FROM issue WHERE instr(behind, ?) > 0"
_ALL = "SELECT COUNT(DISTINCT id) FROM issue"
_BEHIND = "SELECT DISTINCT id, behind FROM issue WHERE behind <> ?"
_ROWS = "SELECT COUNT(*) FROM issue"
_RANK = "SELECT day FROM issue ORDER BY day LIMIT 1 OFFSET ?"

Row = tuple[str, int, str, str, str, str, str, str]


class Issue(Struct, frozen=True):
    """A document's State (and authority, if told) and the day on which it was issued."""

    place: str
    day: date
    document: IdentityEvidence


class Issued(Struct, frozen=True):
    """Another applicant whose document is of that day: family names and units, romanised."""

    id: str
    name: str
    text: str
    family: str
    units: str
    behind: str

    @property
    def keys(self) -> frozenset[str]:
        """Who stands behind the applicant (``behind``)."""
        return frozenset(self.behind.split(SEPARATOR)) - {""}


def issues_of(dossier: Dossier) -> tuple[Issue, ...]:
    """The documents of a dossier whose State and day of issue are known.

    1 January is left out: it stands for a year of which no day is known, and offices are closed.
    """
    return tuple(
        Issue(_places(one)[-1], day, one)
        for one in dossier.documents
        if one.issuing_state and (day := _day(one.issued)) is not None
    )


def rows_of(dossier: Dossier, *, name: str, family: str) -> Iterator[Row]:
    """The rows of a dossier for ``INSERT``; ``family`` are its family names, romanised."""
    found = issues_of(dossier)
    if not found:
        return
    units, keys = "|".join(sorted(circles_of(dossier))), SEPARATOR.join(sorted(behind(dossier)))
    for issue in found:
        text = issue.document.number or issue.document.code
        for place in _places(issue.document):
            yield (
                place, issue.day.toordinal(), dossier.id, name, text, family, units,
                _cell(keys),
            )  # fmt: skip


def _cell(keys: str) -> str:
    """Keys as they stand in the table; no key at all is in every cell."""
    return f"{SEPARATOR}{keys}{SEPARATOR}" if keys else SEPARATOR


def _places(document: IdentityEvidence) -> tuple[str, ...]:
    """The State, then its authority if it is told."""
    state, authority = document.issuing_state or "", _authority(document.authority)
    return (state, f"{state} {authority}") if authority else (state,)


@lru_cache(maxsize=1 << 12)
def _authority(text: str) -> str:
    return " ".join(sorted(spell_words(text)))


def _day(day: PartialDate | None) -> date | None:
    if day is None or day.day is None or day.month is None or day.until or day.circa:
        return None
    if day.ambiguous or (day.month, day.day) == (1, 1):
        return None
    return date(day.year, day.month, day.day)


class Issues:
    """The table, as rules ask it. Counts are kept: a finished register does not change."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Ask a finished register's database."""
        self._db = db
        self._counts: dict[tuple[str, str], int] = {}
        self._shares: dict[str, float] = {}
        self._stand: dict[int, int] = {}

    def on_day(self, dossier: Dossier, issue: Issue) -> tuple[Issued, ...]:
        """The other applicants with a document of that place and day, each once."""
        row = (issue.place, issue.day.toordinal(), dossier.id, MOST_ON_A_DAY)
        found = (Issued(*one) for one in self._db.execute(_ON_DAY, row))
        return tuple({one.id: one for one in found}.values())

    def count(self, place: str, key: str = "") -> int:
        """How many applicants have a document of a place; with ``key``, behind how many it is."""
        asked = place, key
        if asked not in self._counts:
            self._counts[asked] = self._number(_COUNT, place, _cell(key))
        return self._counts[asked]

    def near(self, issue: Issue, days: int, key: str = "") -> int:
        """The same of documents issued at most ``days`` before or after, but not on that day."""
        day = issue.day.toordinal()
        spans = ((day - days, day - 1), (day + 1, day + days))
        return sum(self._number(_BETWEEN, issue.place, *span, _cell(key)) for span in spans)

    def share_behind(self, key: str) -> float:
        """Behind how many of all applicants with such documents somebody stands, 0 to 1."""
        if key not in self._shares:  # every row is looked at
            self._shares[key] = self._number(_WITH, _cell(key)) / max(self._number(_ALL), 1)
        return self._shares[key]

    def behind_so_many(self, fewest: int) -> int:
        """How many stand behind so many applicants with such documents: any may do so by chance."""
        if fewest not in self._stand:
            counts = Counter(
                key
                for _, cell in self._db.execute(_BEHIND, (SEPARATOR,))
                for key in cell.strip(SEPARATOR).split(SEPARATOR)
            )
            self._stand[fewest] = sum(count >= fewest for count in counts.values())
        return self._stand[fewest]

    @cached_property
    def spread(self) -> int:
        """Twice the days between the first and the third quarter of all days of issue.

        A single old document does not make it longer.
        """
        count = self._number(_ROWS)
        if not count:
            return 0
        return 2 * (self._number(_RANK, 3 * (count - 1) // 4) - self._number(_RANK, count // 4))

    def _number(self, query: str, *values: str | int) -> int:
        (found,) = self._db.execute(query, values).fetchone()
        return int(found)
