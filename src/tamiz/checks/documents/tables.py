"""Open tables of facts about States' documents, each row with its source and the day it was read.

A newcomer adds a row to a file of ours; a row without source is refused by a test. A unit adds
rows of its own (``docs/policy.md``), which stand before ours: the first that fits is used.
"""

from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from msgspec import Struct

Row = dict[str, str]  # by the names of the columns

SUFFIX = ".tsv"


class Tables(Struct, frozen=True, kw_only=True):
    """Our tables with the rows that a unit added, by the names of the tables."""

    added: dict[str, tuple[Row, ...]] = {}

    def rows(self, name: str, column: str, value: str) -> tuple[Row, ...]:
        """The rows of a table with a value in a column, a unit's own first."""
        ours = _by(name, column).get(value, ())
        if name not in self.added:  # few units have any
            return ours
        return (*(row for row in self.added[name] if row[column] == value), *ours)

    def rows_for(self, name: str, state: str, kind: str, issued: date) -> tuple[Row, ...]:
        """The rows of a State's documents of a kind (P, ID …) that were issued on a day."""
        return tuple(row for row in self.rows_of(name, state, kind) if is_in_period(row, issued))

    def rows_of(self, name: str, state: str, kind: str) -> tuple[Row, ...]:
        """The rows of a State's documents of a kind, of whatever time."""
        ours = _of_kind(name, state, kind)
        if name not in self.added:
            return ours
        own = self.rows(name, "state", state)
        return tuple(row for row in own if row["kind"] == kind)


OURS = Tables()  # without anybody's own rows


def is_in_period(row: Row, day: date) -> bool:
    """Whether a row speaks of documents issued on a day; an empty end is open."""
    first, last = row.get("issued_from", ""), row.get("issued_until", "")
    if first and day < date.fromisoformat(first):
        return False
    return not last or day <= date.fromisoformat(last)


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of our own ``tables/NAME.tsv``."""
    return read_rows(files("tamiz.checks.documents").joinpath("tables", f"{name}{SUFFIX}"))


def read_rows(path: Traversable) -> tuple[Row, ...]:
    """The rows of a file with tabs, by the names in its first line."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines)


@cache
def _by(name: str, column: str) -> dict[str, tuple[Row, ...]]:
    """Our own rows by what stands in a column: every dossier asks."""
    found: dict[str, list[Row]] = {}
    for row in table(name):
        found.setdefault(row[column], []).append(row)
    return {value: tuple(rows) for value, rows in found.items()}


@lru_cache(maxsize=1 << 12)  # the States of the world, and the kinds of documents
def _of_kind(name: str, state: str, kind: str) -> tuple[Row, ...]:
    return tuple(row for row in _by(name, "state").get(state, ()) if row["kind"] == kind)
