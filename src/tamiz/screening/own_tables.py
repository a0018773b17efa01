"""The tables that a unit adds to ours: files of the same names and columns in a folder of its own.

They are read strictly. A row that is not understood would silently ask nothing, so it stops the
run with its file, its line, what was found and what was expected.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tamiz.checks.documents.table_forms import TABLES, faults
from tamiz.checks.documents.tables import SUFFIX, Row, Tables
from tamiz.errors import PolicyError

TABLE_BYTES = 1 << 20  # a table is read whole; ours with the most rows has a hundredth of this


def own_tables(folder: Path) -> tuple[Tables, str]:
    """The tables of a folder, and the digest of them all (SHA-256, hexadecimal).

    Raises:
        PolicyError: there is no such folder or no table in it, a file is none of ours, or a row
            says something that is not understood.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
        contents = {path: _bytes(path) for path in paths}
    except OSError as error:
        raise PolicyError(f"documents.tables: {folder}: {error.strerror}") from error
    if not contents:
        raise PolicyError(f"documents.tables: {folder}: no table in it; {_expected_files()}")
    digest = hashlib.sha256()
    for path, content in contents.items():
        digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    added = {path.stem: tuple(_rows(path, content)) for path, content in contents.items()}
    return Tables(added=added), digest.hexdigest()


def _expected_files() -> str:
    return f"expected {', '.join(f'{name}{SUFFIX}' for name in TABLES)}"


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > TABLE_BYTES:
        raise PolicyError(f"{path}: {size} bytes; at most {TABLE_BYTES} are read")
    return path.read_bytes()


def _rows(path: Path, content: bytes) -> Iterator[Row]:
    if path.stem not in TABLES:
        raise PolicyError(f"{path}: no table of this name; {_expected_files()}")
    try:
        head, *lines = content.decode("utf-8-sig").splitlines() or [""]
    except UnicodeDecodeError as error:
        raise PolicyError(f"{path}: byte {error.start} is no UTF-8; save it as UTF-8") from error
    columns, known = head.split("\t"), TABLES[path.stem]
    if sorted(columns) != sorted(known):
        raise PolicyError(
            f"{path} line 1: found the columns {', '.join(columns)}; expected {', '.join(known)},"
            " with tabs between"
        )
    for number, line in enumerate(lines, start=2):
        if line.strip():
            yield _row(f"{path} line {number}", path.stem, columns, line.split("\t"))


def _row(at: str, name: str, columns: list[str], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        raise PolicyError(f"{at}: found {len(cells)} cells; expected {len(columns)}")
    row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
    found = [
        f"{one.column}: found {one.found!r}; expected {one.expected}" for one in faults(name, row)
    ]
    if found:
        raise PolicyError(f"{at}: {'; '.join(found)} (see docs/documents.md)")
    return row
