"""Dossiers from a table: a row an applicant."""

from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.process import extractOne

from tamiz.errors import InputError
from tamiz.intake.dossiers.admission import admit
from tamiz.intake.dossiers.columns import FIELD_OF, folded
from tamiz.intake.dossiers.entries import Entry, Extra, Fields, Value
from tamiz.intake.dossiers.problems import Problem, Reject
from tamiz.intake.files import Form
from tamiz.intake.rows import Row
from tamiz.intake.tables import csv_form, table_rows
from tamiz.model import Dossier
from tamiz.normalise.text import clean

HEADER_ROWS = 20  # rows above the headings that are looked through: titles, logos, notes
FEWEST_HEADINGS = 2
ALIKE = 82  # per cent: a heading this close to a known one is probably a slip of it


class Header:
    """Which column holds which field, and what to say about the others."""

    def __init__(self, row: Row) -> None:
        """Read the headings of a row."""
        self.number = row.number
        self.headings = tuple(clean(cell) for cell in row.cells)
        self.fields = tuple(FIELD_OF.get(folded(heading)) for heading in self.headings)

    def known(self) -> int:
        """How many different fields the row names."""
        return len(set(self.fields) - {None})

    def warnings(self) -> Iterator[str]:
        """What a person should know about the headings."""
        for at, (heading, field) in enumerate(
            zip(self.headings, self.fields, strict=True), start=1
        ):
            if field is None and heading:
                close = (
                    extractOne(folded(heading), FIELD_OF, score_cutoff=ALIKE) if heading else None
                )
                hint = f"; did you mean “{close[0]}”?" if close else ""
                yield f"column {at} “{heading}” is not understood and only kept{hint}"
        doubled = {f for f in self.fields if f is not None and self.fields.count(f) > 1}
        for field in sorted(doubled):
            yield f"several columns hold {field}; all their values are used"
        if "id" not in self.fields:
            yield "there is no column with the applicant's id; rows are called row-N"


def read_header(path: Path) -> Header:
    """The row with the headings; InputError if the first rows have none."""
    best: Header | None = None
    for at, row in enumerate(table_rows(path)):
        if at >= HEADER_ROWS:
            break
        header = Header(row)
        if best is None or header.known() > best.known():
            best = header
    if best is None or best.known() < FEWEST_HEADINGS:
        raise InputError(
            f"{path.name}: none of the first {HEADER_ROWS} rows has headings that are understood; "
            "expected for example id, name, birth_date (see docs/dossier.md)",
        )
    return best


def table_warnings(path: Path, form: Form, header: Header) -> tuple[str, ...]:
    """Everything to be said about a table as a whole."""
    found = list(header.warnings())
    if form is Form.CSV:
        told = csv_form(path)
        if told.is_guessed:
            found.insert(
                0, f"the encoding looks like {told.encoding}; save the file as UTF-8 to be sure"
            )
    return tuple(found)


def table_dossiers(path: Path, header: Header) -> Iterator[Dossier | Reject]:
    """A dossier, or a reject, for every row below the headings that is not blank."""
    for row in table_rows(path):
        if row.number > header.number and (row.problem or any(map(str.strip, row.cells))):
            yield admit(_entry(row, header), file=path.name)


def _entry(row: Row, header: Header) -> Entry:
    fields, extra = _fields(row, header)
    return Entry(
        number=row.number,
        original=row.original,
        fields=fields,
        extra=extra,
        problems=tuple(
            Problem(row=row.number, column="", message=message) for message in _faults(row, header)
        ),
    )


def _faults(row: Row, header: Header) -> Iterator[str]:
    """What makes the row as a whole unusable."""
    if row.problem:
        yield row.problem
    if any(map(str.strip, row.cells[len(header.headings) :])):
        yield (
            f"{len(row.cells)} cells under {len(header.headings)} headings; "
            "is a separator missing its quotes?"
        )


def _fields(row: Row, header: Header) -> tuple[Fields, Extra]:
    fields: Fields = {}
    extra: list[tuple[str, str]] = []
    for heading, field, cell in zip(header.headings, header.fields, row.cells, strict=False):
        if not cell.strip():
            continue
        if field is None:
            extra.append((heading, cell))
        else:
            fields.setdefault(field, []).append(Value(cell, heading))
    return fields, tuple(extra)
