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
from tamiz.lists.snapshots import Shelf, SnapshotMeta
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

    @property
    def trust(self) -> Path:
        """Where the anchors for chips lie, beside the lists."""
        return self.root / "trust"

    @property
    def stops(self) -> Path:
        """Where the unit's stop lists of documents lie."""
        return self.root / "stops"

    def shelf(self, key: str) -> Shelf:
        """The snapshots of one source."""
        return Shelf(self.root / "sources" / key.replace(":", "="))

    def sources(self) -> tuple[str, ...]:
        """The sources that have anything in the store; ListError if they cannot be read."""
        try:
            with os.scandir(self.root / "sources") as found:
                names = [one.name for one in found if one.is_dir()]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise ListError(
                f"the lists in {self.root.name} cannot be read: {error.strerror}"
            ) from error
        return tuple(sorted(name.replace("=", ":") for name in names))

    def editions(self) -> tuple[Edition, ...]:
        """The editions in use, by source key."""
        found = (self.shelf(key).current() for key in self.sources())
        return tuple(meta.edition for meta in found if meta is not None)

    def held_only(self) -> tuple[str, ...]:
        """The sources of which an edition is held back and none is in use."""
        shelves = ((key, self.shelf(key)) for key in self.sources())
        return tuple(
            key for key, shelf in shelves if shelf.current() is None and shelf.held() is not None
        )

    def confirm(self, key: str) -> SnapshotMeta | None:
        """Put the edition that is held back into use; None if none is."""
        with self.changing():
            return self.shelf(key).confirm()

    def records(self, key: str) -> Iterator[SourceRecord]:
        """The records of the edition in use."""
        meta = self.shelf(key).current()
        if meta is not None:
            yield from self.records_of(meta.edition)

    def records_of(self, edition: Edition) -> Iterator[SourceRecord]:
        """The records of an edition that is or was in use or is held back."""
        files = self.shelf(edition.source).files_of(edition)
        snapshot = Snapshot(source=edition.source, files=files)
        yield from source_module(edition.source).parse(snapshot, _known).records

    def has_index(self, editions: tuple[Edition, ...]) -> bool:
        """Whether the index of these editions is there and whole."""
        return _is_usable(self._index_of(editions))

    def index_path(self, editions: tuple[Edition, ...] | None = None) -> Path:
        """The index of all lists, built if it is missing or damaged.

        Args:
            editions: what ``editions()`` gave, so that the index is that of the lists a caller
                speaks of, whatever has been imported since; those in use now if left out.
        """
        editions = self.editions() if editions is None else editions
        path = self._index_of(editions)
        if _is_usable(path):  # also for those who may only read the store
            return path
        with self.changing():
            if not _is_usable(path):  # another process may have built it meanwhile
                self._build(path, editions)
        return path

    def _index_of(self, editions: tuple[Edition, ...]) -> Path:
        return self.root / "index" / f"{_state(editions)}.tamiz"

    def _build(self, path: Path, editions: tuple[Edition, ...]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_parts(path.parent)
        records = (record for edition in editions for record in self.records_of(edition))
        try:
            build_index(records, editions, path)
        finally:
            _remove_parts(path.parent)
        _remove_old(path)

    def _lock(self) -> TextIO:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            return (self.root / "lock").open("a", encoding="utf-8")
        except OSError as error:
            raise ListError(
                f"the store {self.root.name} cannot be written: {error.strerror}; somebody who may "
                "write to it brings lists in and builds their index with `tamiz lists update`, "
                "`import` or `confirm`"
            ) from error

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the store for a change; ListError if another process does, or the disk is full."""
        with self._lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ListError(
                    f"another process is changing the store in {self.root.name}; try again when it is done"
                ) from error
            try:
                yield
            except OSError as error:
                raise ListError(
                    f"the store {self.root.name} cannot be written: {error.strerror}"
                ) from error


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


def _remove_parts(folder: Path) -> None:
    """Remove what builds left that failed or were killed; one at a time may change the store."""
    for part in folder.glob(".*.part"):
        part.unlink(missing_ok=True)


def _remove_old(path: Path) -> None:
    """Remove all indexes but the newest ones; a process that maps one keeps it until it ends."""
    indexes = sorted(path.parent.glob("*.tamiz"), key=lambda p: (p != path, -p.stat().st_mtime))
    for old in indexes[KEPT_INDEXES:]:
        old.unlink(missing_ok=True)
