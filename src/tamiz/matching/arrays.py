"""Small tools with which the arrays of an index are made."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.container import Array

if TYPE_CHECKING:
    from array import array

_NONE = bytes(8)


def hash_key(text: str) -> int:
    """The 64-bit hash under which a key is looked up; the same on every machine and run."""
    return int.from_bytes(_digest(text), "little")


def hash_all(texts: Iterable[str]) -> NDArray[np.uint64]:
    """The ``hash_key`` of each text, 0 for an empty one (a key that is not there)."""
    digests = b"".join([_digest(text) if text else _NONE for text in texts])
    return np.frombuffer(digests, dtype="<u8")


def hash_rare(texts: Iterable[str]) -> list[int]:
    """The ``hash_key`` of each of many texts of which hardly any comes twice: none is kept."""
    return [int.from_bytes(_hashed(text), "little") for text in texts]


def hash_marked(texts: Sequence[tuple[str, Sequence[str]]]) -> NDArray[np.uint64]:
    """The keys of texts of several kinds, unlike those of the same texts of another kind."""
    hashes = hash_all([text for _, some in texts for text in some])
    marks = np.array([hash_key(kind) for kind, _ in texts], dtype=np.uint64)
    return np.where(hashes, hashes ^ marks.repeat([len(some) for _, some in texts]), hashes)


def _hashed(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=len(_NONE)).digest()


_digest = lru_cache(1 << 15)(_hashed)


def view(values: "array[int]") -> NDArray[Any]:
    """A growing array as numpy sees it."""
    kind = np.dtype(values.typecode)
    return np.frombuffer(values, dtype=kind) if values else np.empty(0, dtype=kind)


def mapped_column(path: Path) -> memoryview:
    """A column on disk, mapped, to read a few rows at a time: numpy would take longer for them."""
    mapped: memoryview = np.load(path, mmap_mode="r").data
    return mapped


def sorted_by_key(name: str, hashes: NDArray[np.uint64], /, **columns: Array) -> dict[str, Array]:
    """``name`` sorted, absent keys (0) left out, and its columns in the same order."""
    order = np.argsort(hashes, kind="stable")
    order = order[hashes[order] != 0]
    out: dict[str, Array] = {name: hashes[order]}
    for column, values in columns.items():
        small = values.astype(np.int32) if values.dtype == np.int64 else values
        out[f"{name}_{column}"] = small[order]
    return out
