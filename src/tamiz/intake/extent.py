"""How far a sheet reaches, told from its bytes before anything builds it.

The reader of workbooks holds a sheet as a full rectangle and believes every reference: one cell
said to be in row 999,999,999 makes it ask for gigabytes, and the whole program ends there. So
every part of a workbook is measured, whatever it is called, and refused beyond the limits.
"""

import re

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits

# The reader takes attributes without white space between them, and any prefix of a name.
_REFERENCE = re.compile(rb"""[\s"']r\s*+=\s*+["']([A-Za-z]*+)(\d*+)""")
_PREFIX = rb"""<(?:[^\s<>/:"']*+:)?"""
_CELL = re.compile(_PREFIX + rb"c[\s/>]")
_ROW = re.compile(_PREFIX + rb"row[\s/>]")
# How many texts a table has is believed too, and room for them is made at once.
_COUNT = re.compile(rb"""[\s"'](?:uniqueC|c)ount\s*+=\s*+["']\s*+\+?+(\d*+)""")
# White space so long that a block could cut it, and hide what it stands in.
_GAP = re.compile(rb"""[\s"'](?:r|count|uniqueCount)(?:\s{512}|\s*+=\s{512})""")
# A cell with an error, or with a formula and no value: the reader gives nothing for either.
_UNREAD = re.compile(
    rb"""<c\s(?=[^<>]{0,200}?\br="([A-Z]{1,3}\d{1,7})")"""
    rb"""(?:[^<>]{0,200}?\bt="e"|(?![^<>]{0,200}?\bt="str")[^<>]{0,200}>"""
    rb"""<f(?:[^<>]{0,200}/>|[^<>]{0,200}>[^<]{0,8192}</f>)(?:<v\s?/>|<v></v>)?</c>)"""
)
_HELD = 1 << 18  # bytes of a cell that blocks cut in two; Excel's longest text has 32,767 letters
_OVERLAP = 1024  # bytes of what is longer than that, which are looked at again
_DIGITS = 10  # of a number; more are no row of any sheet
_LETTERS = 3  # of a column


class Extent:
    """The last row and column of a part and its number of cells, seen block by block."""

    def __init__(self, file: str, *, is_text: bool) -> None:
        """Begin a part of a workbook; pictures are no text."""
        self._file, self._is_text, self._rest = file, is_text, b""
        self._rows = self._columns = self._cells = 0
        self._bare_rows = self._bare_cells = 0  # without a reference: one further than the last
        self._bare_in_row = 0
        self.unread: dict[str, None] = {}

    def see(self, block: bytes) -> None:
        """Look at the next block.

        Raises:
            InputError: what no spreadsheet program writes.
            LimitExceeded: the sheet is too wide, too long or too large.
        """
        data = self._rest + block
        cut = _cut(data)
        self._rest = data[cut:] or data[-_OVERLAP:]
        self._look(data[:cut])

    def end(self) -> None:
        """Look at what the last block left over."""
        self._look(self._rest)

    def _look(self, data: bytes) -> None:
        if self._is_text:
            self._refuse_strange(data)
        self._measure(data)
        self._refuse_large()

    def _refuse_strange(self, data: bytes) -> None:
        if b"\0" in data:
            raise InputError(f"{self._file}: a part of the workbook is not UTF-8; save it anew")
        if b"<!DOCTYPE" in data:
            raise InputError(
                f"{self._file}: a part of the workbook declares a document type; no spreadsheet "
                "program writes one: open it in one and save it as a new .xlsx"
            )

    def _measure(self, data: bytes) -> None:
        if _GAP.search(data):
            raise self._too_much("cells of a sheet", "white space that hides how many")
        if any(
            int(count[: _DIGITS + 1] or 0) > limits.XLSX_CELLS for count in _COUNT.findall(data)
        ):
            raise self._too_much("texts of a workbook", "a table for more")
        if b"<f" in data or b't="e"' in data:
            self._note_unread(data)
        references = _REFERENCE.findall(data)
        columns, rows = (
            ({*found} for found in zip(*references, strict=True)) if references else ((), ())
        )
        if any(len(row) > _DIGITS for row in rows) or any(len(c) > _LETTERS for c in columns):
            raise self._too_much("cells of a sheet", "a reference to one beyond all")
        self._rows = max(self._rows, *(int(row or 0) for row in rows), 0)
        self._columns = max(self._columns, *(_column_number(c.upper()) for c in columns), 0)
        self._count(data, named=sum(1 for column, _ in references if column), of=len(references))

    def _count(self, data: bytes, *, named: int, of: int) -> None:
        """Count cells and rows; ``named`` of the references are cells', the others rows'."""
        cells, rows = len(_CELL.findall(data)), len(_ROW.findall(data))
        self._cells += cells
        self._bare_rows += max(rows - (of - named), 0)
        if cells > named or self._bare_in_row:
            self._measure_bare(data)

    def _note_unread(self, data: bytes) -> None:
        for cell in _UNREAD.finditer(data):
            if len(self.unread) < limits.KEPT_CELLS:
                self.unread[cell[1].decode()] = None

    def _measure_bare(self, data: bytes) -> None:
        """The most cells without a reference in any row."""
        for at, row in enumerate(_ROW.split(data)):
            named = sum(1 for column, _ in _REFERENCE.findall(row) if column)
            bare = max(len(_CELL.findall(row)) - named, 0)
            self._bare_in_row = bare + (self._bare_in_row if at == 0 else 0)
            self._bare_cells = max(self._bare_cells, self._bare_in_row)

    def _refuse_large(self) -> None:
        rows, columns = self._rows + self._bare_rows, self._columns + self._bare_cells
        for what, found, allowed in (
            ("rows of a sheet", rows, limits.XLSX_ROWS),
            ("columns of a sheet", columns, limits.COLUMNS),
            ("cells of a sheet", max(self._cells, rows * columns), limits.XLSX_CELLS),
        ):
            if found > allowed:
                raise LimitExceeded(what, allowed=allowed, found=found, where=self._file)

    def _too_much(self, what: str, found: str) -> LimitExceeded:
        return LimitExceeded(what, allowed=limits.XLSX_CELLS, found=found, where=self._file)


def _cut(data: bytes) -> int:
    """Where a block is cut so that no tag, and hardly a cell, is cut in two: before the last one.

    What is held back stays small: of a longer text everything is looked at, its end twice.
    """
    for start in (b"<c ", b"<"):
        at = data.rfind(start)
        if at >= 0 and len(data) - at < _HELD:
            return at
    return len(data)


def _column_number(letters: bytes) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
