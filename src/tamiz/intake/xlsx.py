"""Workbooks (XLSX), row by row as text.

The archive is inspected first, and every part of it measured (``intake.extent``). Memory is
bounded by ``XLSX_CELLS`` at about 85 bytes each, plus ``ZIP_BYTES`` for texts. Merged cells give
their text once, in the first of them; hidden rows and columns are read like the others.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from msgspec import Struct
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from tamiz.errors import InputError
from tamiz.intake.extent import Extent
from tamiz.intake.files import Form, form_of
from tamiz.intake.rows import Row
from tamiz.intake.zip import inspect_zip

_BINARY = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin")

Cell = str | int | float | bool | date | datetime | time | timedelta


class Sheet(Struct, frozen=True):
    """A sheet of a workbook, in its order."""

    name: str
    is_visible: bool


class Workbook(Struct, frozen=True):
    """A workbook that was inspected and may be read.

    Attributes:
        path: where it is.
        sheets: those with cells, in their order; charts and macros are none.
        unread: cells, of any sheet, with an error or with a formula whose value was not saved.
        stamp: size and time of the file that was inspected.
    """

    path: Path
    sheets: tuple[Sheet, ...]
    unread: tuple[str, ...]
    stamp: tuple[int, int]


def open_workbook(path: Path) -> Workbook:
    """Inspect a workbook.

    Raises:
        InputError: it is none, or damaged, or made by no spreadsheet program.
        LimitExceeded: it would not fit into memory.
    """
    stamp = _stamp(path)
    unread = _inspect(path)
    with _opened(path) as workbook:
        sheets = tuple(
            Sheet(str(sheet.name), sheet.visible == SheetVisibleEnum.Visible)
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        )
    return Workbook(path, sheets, unread, stamp)


def xlsx_rows(path: Path) -> Iterator[Row]:
    """Every row of the first visible sheet that is not blank."""
    workbook = open_workbook(path)
    visible = [sheet.name for sheet in workbook.sheets if sheet.is_visible]
    if not visible:
        raise InputError(f"{path.name}: has no visible sheet; unhide the one that is meant")
    return sheet_rows(workbook, visible[0])


def sheet_rows(workbook: Workbook, sheet: str) -> Iterator[Row]:
    """Every row of a sheet that is not blank; a file changed since is inspected again."""
    if _stamp(workbook.path) != workbook.stamp:
        _inspect(workbook.path)
    with _opened(workbook.path) as opened:
        for number, cells in enumerate(opened.get_sheet_by_name(sheet).iter_rows(), start=1):
            texts = tuple(_text(cell) for cell in cells)
            if any(texts):
                yield Row(number=number, cells=texts, original="\t".join(texts))


@contextmanager
def _opened(path: Path) -> Iterator[CalamineWorkbook]:
    """The opened workbook; InputError for whatever the reader fails on."""
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            yield workbook
    except CalamineError as error:
        raise InputError(f"{path.name}: not a workbook that can be read: {error}") from error


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does."""
    form_of(path)  # says why a file cannot be read
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _inspect(path: Path) -> tuple[str, ...]:
    """Refuse what is no workbook, or one that would not fit into memory; gives unread cells."""
    form = form_of(path)
    if form is not Form.XLSX:
        raise InputError(f"{path.name}: {form.value}, expected a workbook (XLSX)")
    extents: dict[str, Extent] = {}

    def see(name: str, block: bytes) -> None:
        is_text = not name.lower().endswith(_BINARY)
        extents.setdefault(name, Extent(path.name, is_text=is_text)).see(block)

    members = inspect_zip(path, see=see)
    for extent in extents.values():
        extent.end()
    if "xl/workbook.xml" not in members:
        raise InputError(f"{path.name}: an archive without a workbook; save it as .xlsx")
    return tuple(cell for extent in extents.values() for cell in extent.unread)


def _text(cell: Cell) -> str:
    """A cell as a person reads it: dates in ISO form, whole numbers without a point."""
    match cell:
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
        case date() | time():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case str():
            return cell.strip()
        case _:
            return str(cell)
