"""``tamiz backup``: everything of a unit into one file, while officers go on working."""

import os
import tarfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from django.apps import apps

from tamiz.errors import UsageError
from tamiz.web import journaling
from tamiz.web.backup import tables
from tamiz.web.backup.manifest import (
    FILES,
    KEYS,
    MANIFEST,
    TABLES,
    Manifest,
    Member,
    add,
    add_file,
    manifest_text,
)
from tamiz.web.clock import now
from tamiz.web.jobs import files
from tamiz.web.place import Place


def make(place: Place, target: Path, *, with_keys: bool = True) -> Manifest:
    """Write the backup; it is under its name only when it is whole and on the disk.

    Args:
        place: the folder of the unit.
        target: the file; it must not be there.
        with_keys: whether the keys are in it. Who has them and the tables can read every case.

    Raises:
        UsageError: the file is there already, or the tables are not those of this version.
    """
    if target.exists():
        raise UsageError(f"{target}: there already; a backup never overwrites another")
    migrations = tables.newest()
    with TemporaryDirectory(dir=target.parent, prefix=".backup-") as scratch:
        part = Path(scratch, target.name)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                manifest = _filled(tar, place, Path(scratch), migrations, with_keys=with_keys)
            file.flush()
            os.fsync(file.fileno())
        os.link(part, target)  # fails where another put a file there meanwhile
        _on_disk(target.parent)
    return manifest


def _filled(
    tar: tarfile.TarFile,
    place: Place,
    scratch: Path,
    migrations: dict[str, str],
    *,
    with_keys: bool,
) -> Manifest:
    moment = now()
    with tables.one_instant():
        head = journaling.head()
        told = [tables.written(one, scratch / one._meta.label_lower) for one in tables.kept(apps)]
    members = [
        add_file(tar, f"{TABLES}{table.model}.jsonl.gz", scratch / table.model, moment)
        for table in told
    ]
    if with_keys:
        keys = (place.key_file, place.master_file)
        members += [add_file(tar, f"{KEYS}{one.name}", one, moment) for one in keys]
    members += _files(tar, place)
    manifest = Manifest(
        software=f"tamiz {version('tamiz')}", made_at=moment, migrations=migrations,
        tables=tuple(told), entries=0 if head is None else head.seq,
        head="" if head is None else head.hash, has_keys=with_keys, members=tuple(members),
    )  # fmt: skip
    add(tar, MANIFEST, manifest_text(manifest), moment)
    return manifest


def _files(tar: tarfile.TarFile, place: Place) -> list[Member]:
    """The files that are kept in the folder; one that a job took away meanwhile is of no use any more.

    Nothing that a worker or an upload has open there: that would be readable without any key.
    """
    members = []
    for path in files.lasting(place.files):
        with suppress(FileNotFoundError):
            members.append(add_file(tar, f"{FILES}{path.name}", path, now()))
    return members


def _on_disk(folder: Path) -> None:
    """The name of a new file survives a loss of power, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
