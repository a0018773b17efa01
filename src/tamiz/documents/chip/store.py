"""The trust anchors kept on this machine: one folder per file that was imported.

A folder holds the file as it came and ``anchors.json`` with what was read from it. Both are
written aside and renamed, never changed afterwards.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.documents.chip.anchors import AnchorFile, read_anchors
from tamiz.documents.chip.trust import Trust, trust_of
from tamiz.errors import ChipDataError

_READ = "anchors.json"
_ORIGINAL = "original"
_FORM = 1  # of anchors.json; another one is read again from the original
_NAME_LENGTH = 16  # hexadecimal digits of the file's digest that name its folder


class Import(Struct, frozen=True, kw_only=True):
    """A file of anchors with the day of its import."""

    form: int
    imported: date
    file: AnchorFile


def import_anchors(
    store: Path, data: bytes, *, source: str, today: date, roots: Iterable[str] = ()
) -> Import:
    """Read a file and keep it; ChipDataError if it may not be trusted or cannot be kept.

    The roots of lists that were imported before count as confirmed. The same file again is
    read again, and keeps the day of its first import.
    """
    known = [root for one in list_imports(store) for root in one.file.roots if one.file.is_pinned]
    file = read_anchors(data, source=source, roots=(*roots, *known))
    if not file.certificates:
        raise ChipDataError(source, 0, "holds no certificate of an authority; nothing to import")
    folder = store / file.sha256[:_NAME_LENGTH]
    kept = Import(form=_FORM, imported=today, file=file)
    if (folder / _READ).exists():
        kept = Import(form=_FORM, imported=_load(folder).imported, file=file)
    try:
        _write(folder, kept, data)
    except OSError as error:
        raise ChipDataError(source, 0, f"cannot be kept in the store: {error.strerror}") from error
    return kept


def list_imports(store: Path) -> tuple[Import, ...]:
    """Everything in the store, oldest import first; ChipDataError if a part of it is damaged."""
    folders = sorted(path.parent for path in store.glob(f"*/{_READ}"))
    return tuple(sorted((_load(one) for one in folders), key=lambda one: one.imported))


def remove_import(store: Path, sha256: str) -> bool:
    """Take a file's anchors out again; False if there is no such file."""
    folder = store / sha256[:_NAME_LENGTH].lower()
    if len(sha256) < _NAME_LENGTH or not (folder / _READ).exists():
        return False
    shutil.rmtree(folder)
    return True


def load_trust(store: Path) -> Trust:
    """All anchors of the store; an empty store gives none."""
    return trust_of((one.file, one.imported) for one in list_imports(store))


def _load(folder: Path) -> Import:
    try:
        original = (folder / _ORIGINAL).read_bytes()
        kept = msgspec.json.decode((folder / _READ).read_bytes(), type=Import)
    except (OSError, msgspec.DecodeError) as error:
        raise ChipDataError(
            f"trust store, {folder.name}", 0, "is damaged: remove it and import again"
        ) from error
    if hashlib.sha256(original).hexdigest() != kept.file.sha256 or kept.form != _FORM:
        raise ChipDataError(
            f"trust store, {folder.name}", 0, "is not as it came: remove it and import again"
        )
    return kept


def _write(folder: Path, kept: Import, data: bytes) -> None:
    aside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for name, content in ((_ORIGINAL, data), (_READ, msgspec.json.encode(kept))):
        with (aside / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)
