"""What lies in the store for one source: its snapshots, the one in use, the one held back."""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.errors import ListError
from tamiz.model import Edition

META = "snapshot.json"
_INCOMING = ".incoming"


class FileMeta(Struct, frozen=True, kw_only=True):
    """A file of a snapshot: its digest, size, and what the server said when it came."""

    name: str
    sha256: str
    size: int
    url: str = ""
    etag: str = ""
    last_modified: str = ""


class SnapshotMeta(Struct, frozen=True, kw_only=True):
    """What is known of one snapshot."""

    edition: Edition
    files: tuple[FileMeta, ...]
    problems: int
    reasons: tuple[str, ...] = ()  # why it was held back; empty if it was accepted at once


class Shelf:
    """The folder of one source. Snapshots are never changed; pointers are replaced atomically."""

    def __init__(self, folder: Path) -> None:
        """A shelf in ``folder``, which need not exist yet."""
        self.folder = folder

    def current(self) -> SnapshotMeta | None:
        """The snapshot in use."""
        return self._meta("current")

    def held(self) -> SnapshotMeta | None:
        """The snapshot that waits for confirmation."""
        return self._meta("held")

    def previous(self) -> SnapshotMeta | None:
        """The snapshot in use before the current one."""
        return self._meta("previous")

    def files_of(self, edition: Edition) -> tuple[Path, ...]:
        """The files of an edition, in use or not; ListError if a byte of them has changed."""
        return self.verified(snapshot_name(edition))[1]

    def intact(self, pointer: str) -> SnapshotMeta | None:
        """The snapshot that ``current``, ``held`` or ``previous`` names; None if damaged or none."""
        name = self._pointer(pointer)
        try:
            return self.verified(name)[0] if name else None
        except ListError:
            return None

    def verified(self, name: str) -> tuple[SnapshotMeta, tuple[Path, ...]]:
        """A snapshot whose files are still as they came; ListError if they are not."""
        meta, files = self.read(name)
        for told, path in zip(meta.files, files, strict=True):
            if _digest_of(path) != told.sha256:
                raise ListError(
                    f"{self.folder.name}: {told.name} in snapshot {name} is not as it came; "
                    "import or update the list again"
                )
        return meta, files

    def read(self, name: str) -> tuple[SnapshotMeta, tuple[Path, ...]]:
        """A snapshot by its name; ListError if it is damaged."""
        folder = self.folder / name
        try:
            meta = msgspec.json.decode((folder / META).read_bytes(), type=SnapshotMeta)
        except (OSError, msgspec.DecodeError) as error:
            raise ListError(
                f"{self.folder.name}: snapshot {name} is damaged; import the list again"
            ) from error
        return meta, tuple(folder / file.name for file in meta.files)

    def keep(self, incoming: Path, meta: SnapshotMeta) -> str:
        """Give an incoming folder its lasting name; returns it."""
        name = snapshot_name(meta.edition)
        _write(incoming / META, msgspec.json.format(msgspec.json.encode(meta), indent=1))
        _sync(incoming)
        target = self.folder / name
        if target.exists():
            shutil.rmtree(incoming)
        else:
            incoming.rename(target)
        _sync(self.folder)
        return name

    def use(self, name: str) -> None:
        """Make a snapshot the one in use; the one before stays as ``previous``."""
        before = self._pointer("current")
        if before and before != name:
            self._point("previous", before)
        self._point("current", name)
        (self.folder / "held").unlink(missing_ok=True)

    def hold(self, name: str) -> None:
        """Let a snapshot wait for confirmation."""
        self._point("held", name)

    def confirm(self) -> SnapshotMeta | None:
        """Put the waiting snapshot into use; None if none waits, ListError if it is damaged."""
        name = self._pointer("held")
        if not name:
            return None
        meta, _ = self.verified(name)
        self.use(name)
        return meta

    def incoming(self) -> Path:
        """An empty folder for files that arrive; what a broken import left is removed."""
        self.sweep()
        folder = self.folder / _INCOMING
        folder.mkdir(parents=True)
        return folder

    def sweep(self) -> None:
        """Remove what an import left behind."""
        shutil.rmtree(self.folder / _INCOMING, ignore_errors=True)

    @contextmanager
    def fetching(self) -> Iterator[Path]:
        """A folder for downloads, kept when they break off; ListError if another is at it."""
        folder = self.folder / ".partial"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = (folder / "lock").open("a", encoding="utf-8")
        except OSError as error:
            name = self.folder.name
            raise ListError(f"{name}: the store cannot be written: {error.strerror}") from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ListError(f"{self.folder.name}: another process is fetching it") from error
            yield folder

    def names(self) -> Iterator[str]:
        """All snapshots, oldest first."""
        return iter(sorted(path.parent.name for path in self.folder.glob(f"[0-9]*/{META}")))

    def _meta(self, pointer: str) -> SnapshotMeta | None:
        name = self._pointer(pointer)
        return self.read(name)[0] if name else None

    def _pointer(self, which: str) -> str:
        try:
            return (self.folder / which).read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return ""
        except OSError as error:
            name = self.folder.name
            raise ListError(f"{name}: {which} cannot be read: {error.strerror}") from error

    def _point(self, which: str, name: str) -> None:
        aside = self.folder / f".{which}.part"
        _write(aside, name.encode())
        aside.replace(self.folder / which)
        _sync(self.folder)


def snapshot_name(edition: Edition) -> str:
    """The name of the folder that holds an edition: when it came, and its digest."""
    stamp = edition.retrieved_at.replace(":", "").replace("-", "")
    return f"{stamp}-{edition.sha256[:12]}"


def _digest_of(path: Path) -> str:
    """The sha256 of a file; empty if it is gone."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ListError(f"{path.name}: cannot be read: {error.strerror}") from error


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
