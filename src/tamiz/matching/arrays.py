"""Small tools with which the arrays of an index are made."""

import hashlib
from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.container import Array


@lru_cache(1 << 15)
def hash_key(text: str) -> int:
    """The 64-bit hash under which a key is looked up; the same on every machine and run."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def hashes(texts: Iterable[str]) -> "array[int]":
    """The hash of each text, 0 for an empty one (a key that is not there)."""
    return array("Q", [hash_key(text) if text else 0 for text in texts])


def view(values: "array[int]") -> NDArray[Any]:
    """A growing array as numpy sees it."""
    kind = np.dtype(values.typecode)
    return np.frombuffer(values, dtype=kind) if values else np.empty(0, dtype=kind)


def sorted_by_key(name: str, keys: "array[int]", /, **columns: Array) -> dict[str, Array]:
    """``name`` sorted, absent keys (0) left out, and its columns in the same order."""
    hashes = view(keys)
    order = np.argsort(hashes, kind="stable")
    order = order[hashes[order] != 0]
    out: dict[str, Array] = {name: hashes[order]}
    for column, values in columns.items():
        small = values.astype(np.int32) if values.dtype == np.int64 else values
        out[f"{name}_{column}"] = small[order]
    return out
