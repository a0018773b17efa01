"""Finds hashes in a sorted array: two places in memory are read, where a search would read twenty."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.spans import spread


class Lookup:
    """Where the hashes with the same first bits begin: of each two, on average."""

    def __init__(self, hashes: NDArray[np.unsignedinteger[Any]]) -> None:
        """``hashes`` are sorted; each may stand there more than once."""
        self._hashes = hashes
        bits = max(len(hashes).bit_length() - 1, 1)
        self._shift = np.array(8 * hashes.dtype.itemsize - bits, dtype=hashes.dtype)
        counts = np.bincount((hashes >> self._shift).astype(np.int64), minlength=1 << bits)
        self._starts = np.concatenate([[0], counts.cumsum()]).astype(np.int32)

    def find(
        self, wanted: NDArray[np.unsignedinteger[Any]]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of some hashes, and which of them each is; in their order, then by place."""
        part = (wanted >> self._shift).astype(np.int64)
        first = self._starts[part]
        counts = self._starts[part + 1] - first
        places = spread(first, counts)
        whose = np.arange(len(wanted)).repeat(counts)
        alike = self._hashes[places] == wanted[whose]
        return whose[alike], places[alike]
