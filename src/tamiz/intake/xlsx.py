"""Workbooks (XLSX), row by row as text.

The archive is inspected first, and the extent of each sheet measured: the reader holds a sheet
as a full rectangle, so one cell far out would otherwise cost gigabytes. Memory is bounded by
``XLSX_CELLS`` at about 85 bytes each, plus ``ZIP_BYTES`` for texts. Merged cells give their text
once, in the first of them; hidden rows and columns are read like the others.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits
from tamiz.intake.files import Form, form_of
from tamiz.intake.rows import Row
from tamiz.intake.zip import inspect_zip

# Any attribute r of any part: a sheet need not be called one, nor its cells lack a prefix.
_REFERENCE = re.compile(rb"""\sr\s*+=\s*+["']\s*+\$?([A-Za-z]{0,3})\$?(\d{1,10})\s*+["']""")
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[\s/>]")
_BINARY = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin")
_OVERLAP = 64  # bytes of a reference with its surroundings, which the end of a block may cut

Cell = str | int | float | bool | date | datetime | time | timedelta


def xlsx_rows(path: Path, *, sheet: str | None = None) -> Iterator[Row]:
    """Every row of a sheet that is not blank; the first visible sheet unless one is named."""
    _inspect(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            chosen = workbook.get_sheet_by_name(sheet or _first_visible(workbook, path))
            for number, cells in enumerate(chosen.iter_rows(), start=1):
                texts = tuple(_text(cell) for cell in cells)
                if any(texts):
                    yield Row(number=number, cells=texts, original="\t".join(texts))
    except CalamineError as error:
        raise InputError(f"{path.name}: not a workbook that can be read: {error}") from error


def _first_visible(workbook: CalamineWorkbook, path: Path) -> str:
    for sheet in workbook.sheets_metadata:
        if sheet.visible == SheetVisibleEnum.Visible:
            return str(sheet.name)
    raise InputError(f"{path.name}: has no visible sheet")


def _inspect(path: Path) -> None:
    """Refuse what is no workbook, or one that would not fit into memory."""
    form = form_of(path)
    if form is not Form.XLSX:
        raise InputError(f"{path.name}: {form.value}, expected a workbook (XLSX)")
    extents: dict[str, _Extent] = {}

    def see(name: str, block: bytes) -> None:
        if b"\0" in block and not name.lower().endswith(_BINARY):
            raise InputError(f"{path.name}: a part of the workbook is not UTF-8; save it anew")
        extents.setdefault(name, _Extent(path)).see(block)

    members = inspect_zip(path, see=see)
    if "xl/workbook.xml" not in members:
        raise InputError(f"{path.name}: an archive without a workbook; expected XLSX")


class _Extent:
    """The last row and column of a sheet and its number of cells, seen block by block."""

    def __init__(self, path: Path) -> None:
        self._path, self._rest = path, b""
        self.rows = self.columns = self.cells = 0

    def see(self, block: bytes) -> None:
        """Look at the next block; LimitExceeded once the sheet is too wide or too large."""
        if b"\0" in block:
            raise InputError(
                f"{self._path.name}: a part of the workbook is not UTF-8; save it anew"
            )
        for column, row in _REFERENCE.findall(self._rest + block):
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
