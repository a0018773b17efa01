"""The store: every list of a unit on disk, and the index that is built from them.

::

    STORE/sources/us-ofac-sdn/20261124T101500Z-3f2a…/   files as they came, snapshot.json
    STORE/sources/us-ofac-sdn/current, previous, held   names of snapshots
    STORE/index/<digest>.tamiz                          one file per state of the store
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tamiz.errors import IndexFileError, ListError
from tamiz.lists.registry import source_module
from tamiz.lists.snapshots import Shelf
from tamiz.lists.source import ListProblem, Snapshot
from tamiz.matching import Index, build_index
from tamiz.model import Edition, SourceRecord

INDEX_FORMAT = "2"  # of what goes into an index; part of its name, so that others are rebuilt
KEPT_INDEXES = 2  # the one in use and the one before, which a running process may still map


def default_root() -> Path:
    """``TAMIZ_HOME``, else the user's data folder."""
    told = os.environ.get("TAMIZ_HOME")
    if told:
        return Path(told)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "tamiz"


class Store:
    """The lists in one folder. Any number of processes may read; one at a time may change."""

    def __init__(self, root: Path | None = None) -> None:
        """The store in ``root`` (the user's own by default), which need not exist yet."""
        self.root = root or default_root()

    def shelf(self, key: str) -> Shelf:
        """The snapshots of one source."""
        return Shelf(self.root / "sources" / key.replace(":", "="))

    def sources(self) -> tuple[str, ...]:
        """The sources that have anything in the store."""
        folders = (self.root / "sources").glob("*/")
        return tuple(sorted(folder.name.replace("=", ":") for folder in folders))

    def editions(self) -> tuple[Edition, ...]:
        """The editions in use, by source key."""
        found = (self.shelf(key).current() for key in self.sources())
        return tuple(meta.edition for meta in found if meta is not None)

    def records(self, key: str) -> Iterator[SourceRecord]:
        """The records of the edition in use."""
        files = self.shelf(key).current_files()
        if files:
            snapshot = Snapshot(source=key, files=files)
            yield from source_module(key).parse(snapshot, _known).records

    def index_path(self) -> Path:
        """The index of the lists as they are now, built if it is missing or damaged."""
        editions = self.editions()
        path = self.root / "index" / f"{_state(editions)}.tamiz"
        if _is_usable(path):
            return path
        with self.changing():
            if not _is_usable(path):  # another process may have built it meanwhile
                path.parent.mkdir(parents=True, exist_ok=True)
                records = (
                    record for edition in editions for record in self.records(edition.source)
                )
                build_index(records, editions, path)
                _remove_old(path)
        return path

    def _lock(self) -> TextIO:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            return (self.root / "lock").open("a", encoding="utf-8")
        except OSError as error:
            raise ListError(
                f"the store {self.root.name} cannot be written: {error.strerror}"
            ) from error

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the store for a change; ListError if another process does."""
        with self._lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ListError(
                    f"another process is changing the store in {self.root.name}; try again when it is done"
                ) from error
            yield


def _known(problem: ListProblem) -> None:
    """Problems were counted and told when the list came in."""


def _state(editions: tuple[Edition, ...]) -> str:
    """A digest of the editions that an index is built from."""
    digest = hashlib.sha256(INDEX_FORMAT.encode())
    for edition in editions:
        digest.update(f"\0{edition.source}\0{edition.sha256}\0{edition.retrieved_at}".encode())
    return digest.hexdigest()[:32]


def _is_usable(path: Path) -> bool:
    try:
        Index.open(path).close()
    except (OSError, IndexFileError):
        return False
    return True


def _remove_old(path: Path) -> None:
    """Remove all indexes but the newest ones; a process that maps one keeps it until it ends."""
    indexes = sorted(path.parent.glob("*.tamiz"), key=lambda p: (p != path, -p.stat().st_mtime))
    for old in indexes[KEPT_INDEXES:]:
        old.unlink(missing_ok=True)
