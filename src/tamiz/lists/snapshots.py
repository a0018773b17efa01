"""What lies in the store for one source: its snapshots, the one in use, the one held back."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.errors import ListError
from tamiz.model import Edition

META = "snapshot.json"


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

    def previous(self) -> tuple[SnapshotMeta, tuple[Path, ...]] | None:
        """The snapshot in use before the current one, with its files."""
        name = self._pointer("previous")
        return self.read(name) if name else None

    def current_files(self) -> tuple[Path, ...]:
        """The files of the snapshot in use."""
        name = self._pointer("current")
        return self.read(name)[1] if name else ()

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
        stamp = meta.edition.retrieved_at.replace(":", "").replace("-", "")
        name = f"{stamp}-{meta.edition.sha256[:12]}"
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
        """Put the waiting snapshot into use; None if none waits."""
        name = self._pointer("held")
        if not name:
            return None
        self.use(name)
        return self.current()

    def incoming(self) -> Path:
        """An empty folder for files that arrive; what a broken import left is removed."""
        folder = self.folder / ".incoming"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

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

    def _point(self, which: str, name: str) -> None:
        aside = self.folder / f".{which}.part"
        _write(aside, name.encode())
        aside.replace(self.folder / which)
        _sync(self.folder)


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
