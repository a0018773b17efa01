"""Ids that have been seen, and the rows they stood in, in 24 to 48 bytes each.

A dictionary takes 115 (measured), and a cohort may have a million rows. Slots are probed
one after the other from the place that the id's digest points at (open addressing).
"""

from array import array
from hashlib import blake2b

_FIRST_SLOTS = 1 << 12


class SeenIds:
    """Remembers the row of the first applicant with each id.

    An id is known by 64 bits of its digest: among a million ids two different ones meet with a
    chance of 1 in 37 million, and then the second is rejected, not lost.
    """

    def __init__(self) -> None:
        """Begin with no ids."""
        self._count = 0
        self._keys, self._rows = _slots(_FIRST_SLOTS)

    def first_row(self, dossier_id: str, row: int) -> int:
        """The row in which the id stood first; this row if it is new. Rows begin at 1."""
        digest = blake2b(dossier_id.encode("utf-8", "surrogateescape"), digest_size=8).digest()
        key = int.from_bytes(digest, "big")
        at = self._slot_of(key)
        if self._rows[at]:
            return self._rows[at]
        self._keys[at], self._rows[at] = key, row
        self._count += 1
        if 2 * self._count > len(self._rows):
            self._grow()
        return row

    def _slot_of(self, key: int) -> int:
        """The slot that holds the key, or the free one where it belongs."""
        mask = len(self._rows) - 1
        at = key & mask
        while self._rows[at] and self._keys[at] != key:
            at = (at + 1) & mask
        return at

    def _grow(self) -> None:
        """Twice the slots; every key finds its new place."""
        keys, rows = self._keys, self._rows
        self._keys, self._rows = _slots(2 * len(rows))
        for key, row in zip(keys, rows, strict=True):
            if row:
                at = self._slot_of(key)
                self._keys[at], self._rows[at] = key, row


def _slots(count: int) -> tuple["array[int]", "array[int]"]:
    """Empty slots for keys and rows; row 0 marks a free one."""
    return array("Q", bytes(8 * count)), array("I", bytes(4 * count))
