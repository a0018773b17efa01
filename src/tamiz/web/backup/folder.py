"""The folder into which a unit is restored: empty before, and again after a failure."""

import base64
import os
import shutil
from pathlib import Path

from tamiz.errors import InputError, UsageError
from tamiz.web.backup.manifest import KEYS, Opened
from tamiz.web.place import Place

_KEYS = frozenset({"secret.key", "master.key"})


def refuse_what_is_there(place: Place) -> None:
    """Nothing, where the folder holds nothing of a unit that a restore could overwrite.

    Raises:
        UsageError: something is there.
    """
    for path in (place.database, place.key_file, place.master_file, *_files(place)):
        if path.exists():
            raise UsageError(
                f"{path}: there already; a restore overwrites nothing. Name an empty folder with "
                "--data, or move this one away"
            )


def _files(place: Place) -> list[Path]:
    """What lies in the folder of files, if it is there."""
    return sorted(place.files.iterdir()) if place.files.is_dir() else []


def put_keys(opened: Opened, place: Place, master: Path | None) -> None:
    """The keys of the backup, or the master key that was kept apart, where ``Place`` has them.

    Raises:
        UsageError: the backup has none, and none was given.
        InputError: a name in it is none of a key, or a key is none.
    """
    if not opened.manifest.has_keys and master is None:
        raise UsageError(
            "the backup was made without keys: name the master key that was kept apart with "
            "--master-key FILE; without it no case opens"
        )
    for member in opened.names(KEYS):
        name = member.removeprefix(KEYS)
        if name not in _KEYS:
            raise InputError(f"{member}: no key of Tamiz; take another backup")
        if not (name == "master.key" and master):
            write(place.folder / name, opened.bytes_of(member))
    if master is not None:
        write(place.master_file, master.read_bytes())
    try:
        base64.b64decode(place.master_file.read_bytes(), validate=True)
    except ValueError as error:
        raise InputError("the master key is none: expected base64 in one line") from error


def write(path: Path, data: bytes) -> None:
    """Write a new file for its owner alone, onto the disk."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def clear(place: Place) -> None:
    """Take away what a restore put into a folder that held nothing before."""
    for path in (place.key_file, place.master_file, *place.folder.glob(f"{place.database.name}*")):
        path.unlink(missing_ok=True)
    shutil.rmtree(place.files, ignore_errors=True)
