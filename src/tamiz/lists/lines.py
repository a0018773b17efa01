"""Rows of a published table under their headings, and rows that belong to one party together."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from tamiz.errors import ListError
from tamiz.intake.tables import Row
from tamiz.lists.source import ListProblem, Report
from tamiz.normalise.text import clean

T = TypeVar("T")


class Line:
    """One row; its cells are asked for by heading, whatever their order."""

    __slots__ = ("_at", "number", "original", "row")

    def __init__(self, row: Row, at: dict[str, int]) -> None:
        self.row, self._at = row, at
        self.number, self.original = row.number, row.original

    def text(self, *headings: str) -> str:
        """The clean text under the first of these headings that has any."""
        for heading in headings:
            at = self._at.get(heading.casefold())
            if at is not None and at < len(self.row.cells):
                text = clean(self.row.cells[at])
                if text:
                    return text
        return ""


def read_lines(
    rows: Iterator[Row], path: Path, report: Report, *, needed: tuple[str, ...]
) -> Iterator[Line]:
    """The lines below the headings, which are the first row that has all the needed ones.

    Raises:
        ListError: no row has them; the file is not this list.
    """
    at: dict[str, int] | None = None
    for row in rows:
        if at is None:
            found = _headings(row)
            if all(heading.casefold() in found for heading in needed):
                at = found
        elif row.problem:
            report(ListProblem(file=path.name, where=f"line {row.number}", message=row.problem))
        else:
            yield Line(row, at)
    if at is None:
        raise ListError(f"{path.name}: no row has the headings {', '.join(needed)}; not this list")


def _headings(row: Row) -> dict[str, int]:
    """Where each heading stands; of one that is repeated (the EU's old form) the first place."""
    at: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        at.setdefault(clean(cell).casefold(), place)
    return at


def together(lines: Iterator[Line], *heading: str) -> dict[str, list[Line]]:
    """The lines of each party, by its id, in the order in which the parties first appear."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        key = line.text(*heading)
        if key:
            groups.setdefault(key, []).append(line)
    return groups


def from_all(group: list[Line], read: Callable[[Line], Iterable[T]]) -> tuple[T, ...]:
    """What all lines of a party say, each value once."""
    return tuple(dict.fromkeys(value for line in group for value in read(line) if value))
