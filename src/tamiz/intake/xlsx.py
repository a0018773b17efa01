"""Workbooks (XLSX), row by row as text.

The archive is inspected first, and the extent of each sheet measured: the reader holds a sheet
as a full rectangle, so one cell far out would otherwise cost gigabytes. Memory is bounded by
``XLSX_CELLS`` at about 85 bytes each, plus ``ZIP_BYTES`` for texts. Merged cells give their text
once, in the first of them; hidden rows and columns are read like the others.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from msgspec import Struct
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits
from tamiz.intake.files import Form, form_of
from tamiz.intake.rows import Row
from tamiz.intake.zip import inspect_zip

# Any attribute r of any part: a sheet need not be called one, nor its cells lack a prefix.
_REFERENCE = re.compile(rb"""\sr\s*+=\s*+["']\s*+\$?([A-Za-z]{0,3})\$?(\d{1,10})\s*+["']""")
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[\s/>]")
_BINARY = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin")
# A cell with an error, or with a formula and no value: the reader gives nothing for either.
_UNREAD = re.compile(
    rb"""<c\s(?=[^<>]{0,200}?\br="([A-Z]{1,3}\d{1,7})")"""
    rb"""(?:[^<>]{0,200}?\bt="e"|(?![^<>]{0,200}?\bt="str")[^<>]{0,200}>"""
    rb"""<f(?:[^<>]{0,200}/>|[^<>]{0,200}>[^<]{0,8192}</f>)(?:<v\s?/>|<v></v>)?</c>)"""
)
_OVERLAP = 1024  # bytes of a cell with its formula, which the end of a block may cut

Cell = str | int | float | bool | date | datetime | time | timedelta


class Sheet(Struct, frozen=True):
    """A sheet of a workbook, in its order."""

    name: str
    is_visible: bool


def xlsx_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets with cells; charts and macros are none."""
    _inspect(path)
    with _workbook(path) as workbook:
        return tuple(
            Sheet(str(sheet.name), sheet.visible == SheetVisibleEnum.Visible)
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        )


def xlsx_rows(path: Path, *, sheet: str | None = None) -> Iterator[Row]:
    """Every row of a sheet that is not blank; the first visible sheet unless one is named."""
    if sheet is None:
        visible = [one.name for one in xlsx_sheets(path) if one.is_visible]
        if not visible:
            raise InputError(f"{path.name}: has no visible sheet")
        sheet = visible[0]
    else:
        _inspect(path)
    with _workbook(path) as workbook:
        for number, cells in enumerate(workbook.get_sheet_by_name(sheet).iter_rows(), start=1):
            texts = tuple(_text(cell) for cell in cells)
            if any(texts):
                yield Row(number=number, cells=texts, original="\t".join(texts))


def xlsx_unread(path: Path) -> tuple[str, ...]:
    """Cells, of any sheet, with an error or with a formula whose value was not saved."""
    return _inspect(path)


@contextmanager
def _workbook(path: Path) -> Iterator[CalamineWorkbook]:
    """The opened workbook; InputError for whatever the reader fails on."""
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            yield workbook
    except CalamineError as error:
        raise InputError(f"{path.name}: not a workbook that can be read: {error}") from error


def _inspect(path: Path) -> tuple[str, ...]:
    """Refuse what is no workbook, or one that would not fit into memory; gives unread cells."""
    form = form_of(path)
    if form is not Form.XLSX:
        raise InputError(f"{path.name}: {form.value}, expected a workbook (XLSX)")
    extents: dict[str, _Extent] = {}

    def see(name: str, block: bytes) -> None:
        is_text = not name.lower().endswith(_BINARY)
        extents.setdefault(name, _Extent(path, is_text=is_text)).see(block)

    members = inspect_zip(path, see=see)
    if "xl/workbook.xml" not in members:
        raise InputError(f"{path.name}: an archive without a workbook; save it as .xlsx")
    return tuple(cell for extent in extents.values() for cell in extent.unread)


class _Extent:
    """The last row and column of a sheet and its number of cells, seen block by block."""

    def __init__(self, path: Path, *, is_text: bool) -> None:
        self._path, self._is_text, self._rest = path, is_text, b""
        self.rows = self.columns = self.cells = 0
        self.unread: dict[str, None] = {}

    def see(self, block: bytes) -> None:
        """Look at the next block; LimitExceeded once the sheet is too wide or too large."""
        if self._is_text and b"\0" in block:
            raise InputError(
                f"{self._path.name}: a part of the workbook is not UTF-8; save it anew"
            )
        window = self._rest + block
        if self._is_text and b"<!DOCTYPE" in window:
            raise InputError(
                f"{self._path.name}: a part of the workbook declares a document type; refused: "
                "no spreadsheet program writes one"
            )
        for cell in _UNREAD.finditer(window):
            if len(self.unread) < limits.KEPT_CELLS:
                self.unread[cell[1].decode()] = None
        for column, row in _REFERENCE.findall(window):
            self.rows = max(self.rows, int(row))
            self.columns = max(self.columns, _column_number(column.upper()))
        self.cells += len(_CELL.findall(block))
        self._rest = block[-_OVERLAP:]
        for what, found, allowed in (
            ("rows of a sheet", self.rows, limits.XLSX_ROWS),
            ("columns of a sheet", self.columns, limits.COLUMNS),
            ("cells of a sheet", max(self.cells, self.rows * self.columns), limits.XLSX_CELLS),
        ):
            if found > allowed:
                raise LimitExceeded(what, allowed=allowed, found=found, where=self._path.name)


def _column_number(letters: bytes) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


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
