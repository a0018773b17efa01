"""Open tables of facts about States' documents, each row with its source and the day it was read.

A newcomer adds a row to the file; a row without source is refused by a test.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

Row = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of ``tables/NAME.tsv`` by the names of their columns."""
    path = files("tamiz.checks.documents").joinpath("tables", f"{name}.tsv")
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines)


def rows_for(name: str, state: str, kind: str, issued: date) -> tuple[Row, ...]:
    """The rows of a State's documents of a kind (P, ID …) that were issued on a day."""
    return tuple(
        row
        for row in table(name)
        if row["state"] == state
        and row["kind"] == kind
        and (not row["issued_from"] or date.fromisoformat(row["issued_from"]) <= issued)
        and (not row["issued_until"] or issued <= date.fromisoformat(row["issued_until"]))
    )
