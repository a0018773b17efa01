"""Delimited text, row by row, whatever its encoding, delimiter and faults.

A row that cannot be read comes with its problem and its text; the rows after it are read all the
same. A quote that is never closed spoils one line, not the rest of the file.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from charset_normalizer import from_bytes
from msgspec import Struct

from tamiz.errors import InputError
from tamiz.intake import limits
from tamiz.intake.files import Form, form_of, start_of
from tamiz.intake.rows import Row

DELIMITERS = ",;\t|"
# The encodings in which offices of our users save tables, beside UTF-8 and UTF-16.
_LEGACY = ["cp1251", "cp1252", "koi8_u", "cp1250"]

csv.field_size_limit(limits.ROW_CHARACTERS)


class CsvForm(Struct, frozen=True):
    """The encoding and delimiter of a file, and whether its encoding had to be guessed."""

    encoding: str
    delimiter: str
    is_guessed: bool


def csv_form(path: Path) -> CsvForm:
    """Encoding and delimiter from the beginning of the file."""
    form = form_of(path)
    if form is not Form.CSV:
        raise InputError(f"{path.name}: {form.value}, expected a table in text form (CSV)")
    head = start_of(path)
    encoding, is_guessed = _encoding(head)
    lines = head.decode(encoding, errors="replace").splitlines()[:20]
    return CsvForm(encoding, _delimiter(lines), is_guessed)


def csv_rows(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Iterator[Row]:
    """Every row that is not blank; ``number`` is the line on which it begins."""
    told = csv_form(path)
    encoding, delimiter = encoding or told.encoding, delimiter or told.delimiter
    with path.open(encoding=encoding, errors=_on_error(encoding), newline="") as file:
        try:
            yield from (_parsed(*piece, delimiter, encoding) for piece in _pieces(file))
        except UnicodeError as error:
            raise InputError(
                f"{path.name}: not {encoding} text throughout; save it as UTF-8"
            ) from error


def _pieces(file: TextIO) -> Iterator[tuple[int, str, str]]:
    """Line number, text of one row, and what is wrong with it as a whole."""
    number, waiting = 0, list[str]()
    while waiting or (line := file.readline(limits.ROW_CHARACTERS + 1)):
        if waiting:
            line = waiting.pop(0)
        number += 1
        if len(line) > limits.ROW_CHARACTERS:
            yield number, line[:1000], f"longer than {limits.ROW_CHARACTERS} characters"
            _skip_line(file)
            continue
        start, lines = number, [line]
        while _is_open(lines) and len(lines) < limits.ROW_LINES:
            more = waiting.pop(0) if waiting else file.readline(limits.ROW_CHARACTERS + 1)
            if not more:
                break
            lines.append(more)
        if _is_open(lines):
            # The quote is a fault of this line: give the lines after it back.
            waiting = lines[1:] + waiting
            yield start, line, "a quotation mark is opened and never closed"
        elif "".join(lines).strip():
            number += len(lines) - 1
            yield start, "".join(lines), ""


def _is_open(lines: list[str]) -> bool:
    """Whether a quoted cell goes on after these lines."""
    return sum(line.count('"') for line in lines) % 2 == 1


def _skip_line(file: TextIO) -> None:
    while (rest := file.readline(limits.ROW_CHARACTERS)) and not rest.endswith(("\n", "\r")):
        pass


def _parsed(number: int, text: str, problem: str, delimiter: str, encoding: str) -> Row:
    original = text.rstrip("\r\n")
    if not problem:
        problem = _fault(original, encoding)
    cells: tuple[str, ...] = ()
    if not problem:
        try:
            cells = tuple(next(csv.reader([text], delimiter=delimiter, strict=True)))
        except (csv.Error, StopIteration) as error:
            problem = f"not a row of a table: {error}"
    if len(cells) > limits.COLUMNS:
        problem, cells = f"{len(cells)} columns, at most {limits.COLUMNS} allowed", ()
    return Row(number=number, cells=cells, original=original, problem=problem)


def _fault(text: str, encoding: str) -> str:
    """What makes a text unusable as a row."""
    if "\0" in text:
        return "contains NUL characters"
    if any("\udc80" <= char <= "\udcff" for char in text):
        return f"contains bytes that are not {encoding}"
    return ""


def _on_error(encoding: str) -> str:
    return "strict" if encoding.startswith("utf-16") else "surrogateescape"


def _encoding(head: bytes) -> tuple[str, bool]:
    """The encoding of a text, and whether it is a guess."""
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig", False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", False
    try:
        head[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        usable = 4000  # characters of UTF-8 before the first fault: then the fault is a row's
        if error.start > usable and any(byte >= 0x80 for byte in head[: error.start]):  # noqa: PLR2004
            return "utf-8", False
    else:
        return "utf-8", False
    best = from_bytes(head, cp_isolation=_LEGACY).best()
    return (best.encoding if best is not None else "cp1252"), True


def _delimiter(lines: list[str]) -> str:
    """The delimiter that occurs most evenly in the first lines."""

    def evenness(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines if line.strip()]
        return (min(counts, default=0), sum(counts))

    best = max(DELIMITERS, key=evenness)
    return best if evenness(best)[1] else ","
