"""Dossiers from a table: a row an applicant."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tamiz.errors import InputError
from tamiz.intake.dossiers.entries import Entry, Extra, Fields, Value
from tamiz.intake.dossiers.header import HEADER_ROWS, Header, find_header
from tamiz.intake.dossiers.problems import Problem
from tamiz.intake.encodings import DELIMITERS
from tamiz.intake.files import Form
from tamiz.intake.rows import Row
from tamiz.intake.tables import CsvForm, Workbook, csv_form, csv_rows, open_workbook, sheet_rows

FEWEST_HEADINGS = 2  # one word of a title may happen to be a heading, two hardly
_SHOWN = 5  # cells that a warning names; the others are counted


class Source(Struct, frozen=True):
    """How the rows of a file are read: with an encoding and delimiter, or from a sheet."""

    path: Path
    text: CsvForm | None = None
    workbook: Workbook | None = None
    sheet: str = ""

    def rows(self) -> Iterator[Row]:
        """Every row that is not blank."""
        if self.workbook is not None:
            return sheet_rows(self.workbook, self.sheet)
        told = self.text or csv_form(self.path)
        return csv_rows(self.path, encoding=told.encoding, delimiter=told.delimiter)


class Table(Struct, frozen=True):
    """A table of applicants: how it is read, its headings, what is to be said about it."""

    source: Source
    header: Header
    warnings: tuple[str, ...]

    def entries(self) -> Iterator[Entry]:
        """An entry for every row below the headings that is not blank."""
        for row in self.source.rows():
            is_blank = not row.problem and not any(map(str.strip, row.cells))
            if row.number > self.header.number and not is_blank:
                yield _entry(row, self.header)


def open_table(path: Path, form: Form) -> Table:
    """The way to read the file under which most headings are understood.

    Raises:
        InputError: no way gives headings, or none of them is for a name.
    """
    best: tuple[Source, Header, list[Row]] | None = None
    for source in _csv_sources(path) if form is Form.CSV else _xlsx_sources(path):
        header, seen = find_header(source.rows())
        if header is not None and (best is None or header.known() > best[1].known()):
            best = source, header, seen
            if source.sheet and header.known() >= FEWEST_HEADINGS:
                break  # the sheets after the first good one are named, not compared
    if best is None or best[1].known() < FEWEST_HEADINGS:
        raise InputError(
            f"{path.name}: none of the first {HEADER_ROWS} rows has headings that are understood; "
            "expected for example id, name, birth_date (see docs/dossier.md)",
        )
    source, header, seen = best
    if not header.has_names():
        raise InputError(
            f"{path.name}: row {header.number} has headings, but none for a name; "
            "expected name, or given_names and family_names (see docs/dossier.md)",
        )
    said = _of_text(source) if source.workbook is None else _of_workbook(source.workbook, source)
    return Table(source, header, (*said, *_layout(header, seen), *header.warnings()))


def _csv_sources(path: Path) -> Iterator[Source]:
    """The likeliest delimiter first; commas in a title must not decide against semicolons."""
    told = csv_form(path)
    for delimiter in dict.fromkeys((told.delimiter, *DELIMITERS)):
        yield Source(path, text=CsvForm(told.encoding, delimiter, told.is_guessed))


def _xlsx_sources(path: Path) -> Iterator[Source]:
    """The visible sheets in their order."""
    workbook = open_workbook(path)
    visible = [sheet.name for sheet in workbook.sheets if sheet.is_visible]
    if not visible:
        raise InputError(f"{path.name}: has no visible sheet; unhide the one with the applicants")
    yield from (Source(path, workbook=workbook, sheet=name) for name in visible)


def _of_text(source: Source) -> Iterator[str]:
    """An encoding that had to be guessed is declared."""
    if source.text is not None and source.text.is_guessed:
        yield f"the encoding looks like {source.text.encoding}; save the file as UTF-8 to be sure"


def _of_workbook(workbook: Workbook, source: Source) -> Iterator[str]:
    """Sheets that are not read, and cells of which nothing can be read."""
    for sheet in workbook.sheets:
        if sheet.name != source.sheet:
            kind = "the sheet" if sheet.is_visible else "the hidden sheet"
            yield (
                f"only the sheet “{source.sheet}” is read; {kind} “{sheet.name}” is not: "
                "if it holds applicants, save it as a file of its own"
            )
    if unread := workbook.unread:
        shown = ", ".join(unread[:_SHOWN])
        more = f" and {len(unread) - _SHOWN} more" if len(unread) > _SHOWN else ""
        yield (
            f"cells with an error, or with a formula whose value was not saved: {shown}{more}; "
            "they count as empty: open the workbook in a spreadsheet program and save it"
        )


def _layout(header: Header, seen: list[Row]) -> Iterator[str]:
    """Rows that stand above the headings; nothing below them."""
    above = [str(row.number) for row in seen if row.number < header.number]
    if above:
        yield f"above the headings in row {header.number}, not read: row {', '.join(above)}"
    if all(row.number <= header.number for row in seen):
        yield "there are no rows below the headings: nobody to screen"


def _entry(row: Row, header: Header) -> Entry:
    fields, extra = _fields(row, header)
    return Entry(
        number=row.number,
        original=row.original,
        fields=fields,
        extra=extra,
        notes=("row:short",) if 0 < len(row.cells) < header.width else (),
        problems=_problems(row, header),
    )


def _problems(row: Row, header: Header) -> tuple[Problem, ...]:
    if len(row.cells) <= len(header.cells) and not row.problem and not header.is_repeated_by(row):
        return ()  # as most are
    return tuple(
        Problem(row=row.number, column=column, message=message)
        for column, message in _faults(row, header)
    )


def _faults(row: Row, header: Header) -> Iterator[tuple[str, str]]:
    """What makes the row as a whole unusable, with the column where it shows."""
    if row.problem:
        yield "", row.problem
    elif header.is_repeated_by(row):
        yield "", "the headings once more; nobody to screen"
    width = len(header.cells)
    surplus = [at for at, cell in enumerate(row.cells[width:], start=width) if cell.strip()]
    if surplus:
        found = f"{surplus[-1] + 1} cells under {len(header.cells)} headings"
        yield f"column {surplus[0] + 1}", f"{found}; is a separator missing its quotes?"


def _fields(row: Row, header: Header) -> tuple[Fields, Extra]:
    fields: Fields = {}
    extra: list[tuple[str, str]] = []
    for field, label, cell in zip(header.fields, header.labels, row.cells, strict=False):
        if not cell.strip():
            continue
        if field is None:
            extra.append((label, cell))
        else:
            fields.setdefault(field, []).append(Value(cell, label))
    return fields, tuple(extra)
