"""The stop lists kept on this machine: one folder per file that was imported.

A folder holds the file as it came, the entries that were read from it, a line each, and
``import.json`` about both. All is written aside and renamed, never changed afterwards.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.documents.stops.entry import Stop
from tamiz.documents.stops.lookup import StopLookup
from tamiz.errors import InputError

_ABOUT, _ENTRIES, _ORIGINAL = "import.json", "entries.jsonl", "original"
_FORM = 1  # of a folder; one of another form is imported again
_NAME_LENGTH = 16  # hexadecimal digits of the file's digest that name its folder
_FOR_OWNER = 0o700  # what is stolen, and who reported it, is nobody else's business
_AGAIN = "remove it (tamiz documents stop remove) and import it again"


class StopFolder(Struct, frozen=True):
    """Where stop lists lie, and the day from which reviews are overdue."""

    path: Path
    today: date


class StopImport(Struct, frozen=True, kw_only=True):
    """A file of entries: who published it, its SHA-256, the day of its import, what it held."""

    form: int
    name: str
    source: str
    sha256: str
    entries_sha256: str
    imported: date
    count: int
    overdue: int  # entries whose review was overdue on the day of import


def keep_stops(
    store: Path, path: Path, stops: Iterable[Stop], *, source: str, today: date
) -> StopImport:
    """Keep a file with the entries that were read from it; the same file again replaces it.

    Raises:
        InputError: there is no entry, the file changes while it is read, or cannot be kept.
    """
    try:
        sha256 = _digest(path)
        aside = store / f".{sha256[:_NAME_LENGTH]}.part"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True, mode=_FOR_OWNER)
        try:
            shutil.copyfile(path, aside / _ORIGINAL)
            kept = _written(aside, stops, path.name, source=source, today=today)
            if not sha256 == kept.sha256 == _digest(path):
                raise InputError(f"{path.name}: changed while it was read; import it again")
            _put_in_place(aside, store / sha256[:_NAME_LENGTH])
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise InputError(f"{path.name}: cannot be kept in the store: {error.strerror}") from error
    return kept


def list_stops(store: Path) -> tuple[StopImport, ...]:
    """Everything in the store, oldest import first; InputError if a part of it is damaged."""
    found = (_about(folder) for folder in _folders(store))
    return tuple(sorted(found, key=lambda one: (one.imported, one.sha256)))


def remove_stops(store: Path, sha256: str) -> bool:
    """Take a file's entries out again, damaged or not; False if there is no such file."""
    folder = store / sha256[:_NAME_LENGTH].lower()
    if len(sha256) < _NAME_LENGTH or folder not in _folders(store):
        return False
    shutil.rmtree(folder)
    return True


def load_stops(lists: StopFolder) -> StopLookup:
    """All entries of the store; InputError if a part of it is damaged."""
    folders = _folders(lists.path)
    for folder in folders:
        _about(folder)
    return StopLookup((folder / _ENTRIES for folder in folders), today=lists.today)


def _folders(store: Path) -> list[Path]:
    """The folders of files; what was never finished has a name with a point in front."""
    if not store.is_dir():
        return []
    return sorted(one for one in store.iterdir() if one.is_dir() and one.name[0] != ".")


def _about(folder: Path) -> StopImport:
    """What is known of a file, after its bytes have been held against it."""
    try:
        kept = msgspec.json.decode((folder / _ABOUT).read_bytes(), type=StopImport)
        digests = [_digest(folder / name) for name in (_ORIGINAL, _ENTRIES)]
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"stop list {folder.name}: is damaged: {_AGAIN}") from error
    if digests != [kept.sha256, kept.entries_sha256] or kept.form != _FORM:
        raise InputError(f"stop list {folder.name}: is not as it was imported: {_AGAIN}")
    return kept


def _put_in_place(aside: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _written(
    aside: Path, stops: Iterable[Stop], name: str, *, source: str, today: date
) -> StopImport:
    """Write entries and what is known of them."""
    count = late = 0
    encoder = msgspec.json.Encoder()
    with (aside / _ENTRIES).open("wb") as file:
        for stop in stops:
            file.write(encoder.encode(stop) + b"\n")
            count += 1
            late += "" < stop.review_by < today.isoformat()
        file.flush()
        os.fsync(file.fileno())
    if not count:
        raise InputError(f"{name}: not one entry that can be used; nothing was imported")
    kept = StopImport(
        form=_FORM, name=name, source=source, sha256=_digest(aside / _ORIGINAL),
        entries_sha256=_digest(aside / _ENTRIES), imported=today, count=count, overdue=late,
    )  # fmt: skip
    (aside / _ABOUT).write_bytes(msgspec.json.encode(kept))
    return kept
