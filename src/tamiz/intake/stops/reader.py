"""A stop list as a unit sends it: a CSV, an entry a row. A row that cannot be read is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from tamiz.documents.stops import Stop
from tamiz.errors import InputError, LimitExceeded
from tamiz.intake.csv import csv_rows
from tamiz.intake.dossiers.columns import folded
from tamiz.intake.files import Form, form_of
from tamiz.intake.limits import MIB
from tamiz.intake.rows import Row
from tamiz.intake.stops.columns import FIELD_OF, NEEDED
from tamiz.intake.stops.entries import RowRefused, stop_of
from tamiz.normalise.text import clean, visible

# Interpol's own file has 128 million; what one unit is told of is thousands. Every worker holds
# the numbers in memory, at about 100 bytes each (bench/stops.py).
ROWS = 2_000_000
FILE_BYTES = 512 * MIB
SHOWN = 80  # characters of a cell that are repeated to whoever sent it


class Refused(Struct, frozen=True, kw_only=True):
    """A row that was left out: its line, the column, what stands there, what was expected."""

    row: int
    column: str
    found: str
    expected: str


Report = Callable[[Refused], None]


def read_stops(path: Path, report: Report, *, source: str) -> Iterator[Stop]:
    """The entries of a file; ``source`` is who reported those that do not say so themselves.

    Raises:
        InputError: it is no CSV, or its headings are not understood.
        LimitExceeded: it is larger than ``FILE_BYTES`` or has more than ``ROWS`` entries.
    """
    _refuse_others(path)
    fields: list[str] = []
    count = 0
    for row in csv_rows(path):
        if not fields and not row.problem:
            fields = _fields_of(row, path)
            continue
        count += 1
        if count > ROWS:
            raise LimitExceeded("entries", allowed=ROWS, found="more", where=path.name)
        try:
            yield stop_of(_cells(row, fields), row.number, source=source)
        except RowRefused as refused:
            found = visible(refused.found)[:SHOWN]
            report(
                Refused(
                    row=row.number, column=refused.column, found=found, expected=refused.expected
                )
            )


def _refuse_others(path: Path) -> None:
    form = form_of(path)
    if form is not Form.CSV:
        raise InputError(
            f"{path.name}: {form.value}, expected CSV; STIX, MISP and workbooks are not read "
            "(see docs/stop-list.md)"
        )
    if path.stat().st_size > FILE_BYTES:
        raise LimitExceeded(
            "bytes of a stop list", allowed=FILE_BYTES, found=path.stat().st_size, where=path.name
        )


def _fields_of(row: Row, path: Path) -> list[str]:
    """The field of each column; one that is not understood may have held the end of a range."""
    headings = [clean(cell) for cell in row.cells]
    fields = [FIELD_OF.get(folded(heading), "") for heading in headings]
    unknown = [h[:SHOWN] for h, field in zip(headings, fields, strict=True) if h and not field]
    missing = [name for name in NEEDED if name not in fields]
    twice = sorted({name for name in fields if name and fields.count(name) > 1})
    if unknown or missing or twice:
        raise InputError(
            f"{path.name}: missing columns: {', '.join(missing) or 'none'}; not understood: "
            f"{', '.join(unknown) or 'none'}; there twice: {', '.join(twice) or 'none'} "
            "(see docs/stop-list.md)"
        )
    return fields


def _cells(row: Row, fields: list[str]) -> dict[str, str]:
    """The cells under their fields."""
    if row.problem:
        raise RowRefused("", row.original, f"a row of a table ({row.problem})")
    if len(row.cells) > len(fields):
        raise RowRefused("", row.original, f"{len(fields)} cells, as there are headings")
    return {
        field: text
        for field, cell in zip(fields, row.cells, strict=False)
        if (text := clean(cell)) and field
    }
