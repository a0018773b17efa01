"""One immutable file that holds named arrays, read through a memory map.

Layout: magic (8 bytes) · length of the head (8, little-endian) · sha256 of everything after the
first 48 bytes (32) · head as JSON · arrays, each at a multiple of 64 bytes. A file is built
aside, flushed to the disk and renamed, so a reader sees a whole file or none. It is rebuilt,
never migrated.
"""

import hashlib
import mmap
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.errors import IndexFileError
from tamiz.model.closing import Closing

MAGIC = b"TAMIZIX1"
FORMAT = 9  # of the arrays inside; a reader refuses any other
_HEAD_AT = 48
_ALIGN = 64

Array = NDArray[np.generic]


class _Slot(Struct, frozen=True):
    """Where an array lies: numpy type, number of elements, offset from the first array."""

    dtype: str
    count: int
    offset: int


class _Head(Struct, frozen=True):
    """What the file says about itself."""

    format: int
    software: str
    meta: msgspec.Raw
    slots: dict[str, _Slot]


def write_container(
    path: Path,
    arrays: Mapping[str, Array],
    *,
    meta: bytes,
    software: str,
) -> str:
    """Write the arrays and ``meta`` (JSON) to ``path`` atomically; returns the file's sha256."""
    slots, offset = {}, 0
    for name, array in arrays.items():
        slots[name] = _Slot(array.dtype.str, array.size, offset)
        offset = _aligned(offset + array.nbytes)
    head = msgspec.json.encode(
        _Head(format=FORMAT, software=software, meta=msgspec.Raw(meta), slots=slots),
    )
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with aside.open("wb") as out:
        out.write(b"\0" * _HEAD_AT)
        out.write(head)
        for array in arrays.values():
            out.write(b"\0" * (_aligned(out.tell()) - out.tell()))
            out.write(np.ascontiguousarray(array).data.cast("B"))
    digest = _seal(aside, len(head))
    aside.replace(path)
    _sync_folder(path.parent)
    return digest


class Container(Closing):
    """An open container; its arrays are views of the mapped file and cannot be written."""

    def __init__(self, path: Path) -> None:
        """Map ``path``; IndexFileError if it is no container of this format."""
        self.path = path
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if size < _HEAD_AT:
                raise IndexFileError(f"{path.name}: {size} bytes is no index file; rebuild it")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._read_head(size)
        except BaseException:
            self._map.close()
            raise

    def _read_head(self, size: int) -> None:
        if self._map[:8] != MAGIC:
            raise IndexFileError(f"{self.path.name}: not an index file of this format; rebuild it")
        length = int.from_bytes(self._map[8:16], "little")
        self.sha256 = self._map[16:_HEAD_AT].hex()
        try:
            head = msgspec.json.decode(self._map[_HEAD_AT : _HEAD_AT + length], type=_Head)
        except msgspec.DecodeError as error:
            raise IndexFileError(f"{self.path.name}: its head is damaged; rebuild it") from error
        if head.format != FORMAT:
            raise IndexFileError(
                f"{self.path.name}: format {head.format}, expected {FORMAT}; rebuild it",
            )
        self.meta = bytes(head.meta)
        self.software = head.software
        self._slots = head.slots
        self._start = _aligned(_HEAD_AT + length)
        ends = [s.offset + s.count * np.dtype(s.dtype).itemsize for s in head.slots.values()]
        if self._start + max(ends, default=0) > size:
            raise IndexFileError(f"{self.path.name}: cut off at {size} bytes; rebuild it")

    def array(self, name: str) -> Array:
        """The named array as a read-only view."""
        slot = self._slots[name]
        found: Array = np.frombuffer(
            self._map,
            dtype=np.dtype(slot.dtype),
            count=slot.count,
            offset=self._start + slot.offset,
        )
        return found

    def verify(self) -> None:
        """Read the whole file; IndexFileError if a byte has changed since it was written."""
        found = hashlib.sha256(memoryview(self._map)[_HEAD_AT:]).hexdigest()
        if found != self.sha256:
            raise IndexFileError(f"{self.path.name}: its bytes do not match its sha256; rebuild it")

    def close(self) -> None:
        """Unmap the file unless somebody still holds one of its arrays."""
        try:
            self._map.close()
        except BufferError:  # views are alive; the map goes when they do
            return


def _aligned(offset: int) -> int:
    """The next multiple of the alignment."""
    return -(-offset // _ALIGN) * _ALIGN


def _seal(path: Path, head_length: int) -> str:
    """Write magic, head length and digest into the space left for them; flush to the disk."""
    with path.open("r+b") as file:
        file.seek(_HEAD_AT)
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
        file.seek(0)
        file.write(MAGIC + head_length.to_bytes(8, "little") + digest.digest())
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
