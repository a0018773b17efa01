"""Delimited text, row by row, whatever its encoding, delimiter and faults.

A row that cannot be read comes with its problem and its text; the rows after it are read all the
same. A quote that is never closed spoils one line, not the rest of the file: the lines that it
would have swallowed are read again as rows of their own.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from tamiz.errors import InputError
from tamiz.intake import limits
from tamiz.intake.encodings import delimiter_of, encoding_of
from tamiz.intake.files import Form, form_of, start_of
from tamiz.intake.rows import Row

_WIDE = ("utf-16", "utf-32")  # encodings in which a stray byte cannot be kept by itself
_BEYOND = re.compile(rb"[\x80-\xff]")
_STRAY, _LOST = re.compile("[\udc80-\udcff]"), re.compile("\ufffd")

csv.field_size_limit(limits.ROW_CHARACTERS)


class CsvForm(Struct, frozen=True):
    """The encoding and delimiter of a file, and whether its encoding had to be guessed."""

    encoding: str
    delimiter: str
    is_guessed: bool


class _Line(Struct, frozen=True):
    """A physical line with its number; of one that is too long only the beginning."""

    number: int
    text: str
    is_too_long: bool = False


def csv_form(path: Path) -> CsvForm:
    """Encoding and delimiter from the beginning of the file."""
    form = form_of(path)
    if form is not Form.CSV:
        raise InputError(f"{path.name}: {form.value}, expected a table in text form (CSV)")
    head = start_of(path)
    telling, is_whole = _telling(path, head)
    encoding, is_guessed = encoding_of(telling, is_whole=is_whole)
    return CsvForm(encoding, delimiter_of(head.decode(encoding, "replace")), is_guessed)


def _telling(path: Path, head: bytes) -> tuple[bytes, bool]:
    """The first bytes that can tell the encoding, and whether the file ends with them.

    A first ñ may stand after a thousand rows. What is not the file's beginning gets a line end
    in front: there a byte order mark is none.
    """
    before = b""
    with path.open("rb") as file:
        while block := file.read(limits.SNIFF_BYTES):
            if b"\0" in block:  # UTF-16, whose every second byte tells
                break
            if not block.isascii():
                at = _start_of_line(block)
                before = b"\n" if at else before
                return before + block[at:], len(block) < limits.SNIFF_BYTES
            before = b"\n"
    return head, len(head) < limits.SNIFF_BYTES


def _start_of_line(block: bytes) -> int:
    """Where the line with the first byte beyond ASCII begins."""
    beyond = _BEYOND.search(block)
    return 0 if beyond is None else block.rfind(b"\n", 0, beyond.start()) + 1


def csv_rows(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Iterator[Row]:
    """Every row that is not blank; ``number`` is the line on which it begins."""
    if not encoding or not delimiter:
        told = csv_form(path)
        encoding, delimiter = encoding or told.encoding, delimiter or told.delimiter
    with path.open(encoding=encoding, errors=_on_error(encoding), newline="") as file:
        ahead: deque[_Line] = deque()  # lines that were looked at and given back
        lines = _lines(file)
        while (line := ahead.popleft() if ahead else next(lines, None)) is not None:
            if line.text.strip("\ufeff \t\r\n\x1a"):
                yield _row(line, ahead, lines, delimiter=delimiter, encoding=encoding)


def _lines(file: TextIO) -> Iterator[_Line]:
    """The physical lines; no more than a limit's worth of one is ever held."""
    number = 0
    while text := file.readline(limits.ROW_CHARACTERS + 1):
        number += 1
        if len(text) <= limits.ROW_CHARACTERS:
            yield _Line(number, text)
            continue
        yield _Line(number, text[: limits.KEPT_CHARACTERS], is_too_long=True)
        while text and not text.endswith(("\n", "\r")):
            text = file.readline(limits.ROW_CHARACTERS)


def _row(
    line: _Line, ahead: deque[_Line], lines: Iterator[_Line], *, delimiter: str, encoding: str
) -> Row:
    """The row that begins on a line; where its quotes do not work out, that line alone."""
    if line.is_too_long:
        return _faulty(line, f"longer than {limits.ROW_CHARACTERS} characters")
    if fault := _fault(line.text, encoding):
        return _faulty(line, fault)
    if '"' not in line.text:
        cells = line.text.rstrip("\r\n").split(delimiter)  # what csv.reader gives, in less time
        return _as_row(line, cells, line.text)
    taken = _until_closed(line, ahead, lines, delimiter)
    if taken is None:
        return _faulty(line, "a quotation mark is opened and never closed")
    text = line.text + "".join(more.text for more in taken)
    row = _split(line, text, delimiter)
    if not row.problem:
        row = row if (fault := _fault(text, encoding)) == "" else _faulty(line, fault)
    elif taken:
        ahead.extendleft(reversed(taken))
        row = _faulty(line, f"{row.problem}; the lines below are read as rows of their own")
    return row


def _until_closed(
    line: _Line, ahead: deque[_Line], lines: Iterator[_Line], delimiter: str
) -> list[_Line] | None:
    """The further lines that a quoted cell goes on for; None, and all given back, if no end."""
    taken: list[_Line] = []
    is_open, size = _is_open_after(line.text, delimiter, is_open=False), len(line.text)
    while is_open:
        more = ahead.popleft() if ahead else next(lines, None)
        if more is not None:
            taken.append(more)
            size += len(more.text)
        too_much = size > limits.ROW_CHARACTERS or len(taken) >= limits.ROW_LINES
        if more is None or more.is_too_long or too_much:
            ahead.extendleft(reversed(taken))
            return None
        is_open = _is_open_after(more.text, delimiter, is_open=True)
    return taken


def _is_open_after(text: str, delimiter: str, *, is_open: bool) -> bool:
    """Whether a quoted cell goes on beyond this line. A quote opens only at a cell's start."""
    at = 0
    if not is_open and text.startswith('"'):
        is_open, at = True, 1
    while True:
        if is_open:
            end = text.find('"', at)
            if end < 0:
                return True
            is_open = text.startswith('""', end)
            at = end + (2 if is_open else 1)
        else:
            start = text.find(f'{delimiter}"', at)
            if start < 0:
                return False
            is_open, at = True, start + 2


def _split(line: _Line, text: str, delimiter: str) -> Row:
    try:
        cells = next(csv.reader([text], delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration) as error:
        return _faulty(line, f"not a row of a table: {error}")
    return _as_row(line, cells, text)


def _as_row(line: _Line, cells: list[str], text: str) -> Row:
    if len(cells) > limits.COLUMNS:
        return _faulty(line, f"{len(cells)} columns, at most {limits.COLUMNS} allowed")
    return Row(number=line.number, cells=tuple(cells), original=text.rstrip("\r\n"))


def _faulty(line: _Line, problem: str) -> Row:
    return Row(number=line.number, cells=(), original=line.text.rstrip("\r\n"), problem=problem)


def _fault(text: str, encoding: str) -> str:
    """What makes a text unusable as a row."""
    if "\0" in text:
        return "contains NUL characters"
    if text.isascii():
        return ""
    lost = _LOST if encoding.startswith(_WIDE) else _STRAY
    return f"contains bytes that are not {encoding}" if lost.search(text) else ""


def _on_error(encoding: str) -> str:
    """How undecodable bytes are kept until their row is refused: as they are, where possible."""
    return "replace" if encoding.startswith(_WIDE) else "surrogateescape"
