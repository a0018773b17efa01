"""The records of an index that are one party, as arrays: from the references, and for the file."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec
import numpy as np
from msgspec import Struct

from tamiz.matching.container import Array
from tamiz.matching.one_party import MOST_HOLDERS, Dates, Entry
from tamiz.model import PartyType, Sex


class _Told(Struct, frozen=True):
    """What is read of a record for comparing it: the rest is passed over."""

    source: str
    id: str
    type: PartyType
    sex: Sex | None = None
    birth_dates: Dates = ()


_told = msgspec.msgpack.Decoder(_Told)


class Described:
    """What the gathered arrays tell of a record; asked only for those that share a reference."""

    def __init__(
        self,
        *,
        blob: bytearray,
        record_at: Array,
        name_record: Array,
        name_at: Array,
        sounds: Array,
        keys: tuple[Array, Array],
    ) -> None:
        """``sounds`` has one number a word of each name; ``keys`` are records and their hashes."""
        self._blob, self._record_at = memoryview(blob), record_at
        self._name_at, self._sounds = name_at, sounds
        key_record, self._keys = keys
        self._first_name = _firsts(name_record, len(record_at))
        self._first_key = _firsts(key_record, len(record_at))

    def entry(self, number: int) -> Entry:
        """What is compared of the record with this number."""
        told = _told.decode(self._blob[self._record_at[number] : self._record_at[number + 1]])
        return Entry(
            key=(told.source, told.id),
            type=told.type,
            sex=told.sex,
            birth_dates=told.birth_dates,
            names=frozenset(self._names(number)),
            numbers=frozenset(self._numbers(number)),
        )

    def _names(self, number: int) -> Iterator[frozenset[int]]:
        first, last = self._first_name[number : number + 2].tolist()
        for begin, end in pairwise(self._name_at[first : last + 1].tolist()):
            yield frozenset(self._sounds[begin:end].tolist())

    def _numbers(self, number: int) -> list[int]:
        first, last = self._first_key[number : number + 2].tolist()
        found: list[int] = self._keys[first:last].tolist()
        return found


def _firsts(records: Array, count: int) -> Array:
    """For each record, and one more, where its entries begin; ``records`` is ascending."""
    return records.searchsorted(np.arange(count, dtype=records.dtype))


def shared_by(keys: Array, records: Array) -> Iterator[tuple[int, ...]]:
    """For each key that several records have, these records; ``records`` is ascending.

    Keys that too many have are passed over: such a key is no reference.
    """
    order = np.argsort(keys, kind="stable")
    _, first, counts = np.unique(keys[order], return_index=True, return_counts=True)
    chosen = (counts > 1) & (counts <= MOST_HOLDERS)
    for begin, count in zip(first[chosen].tolist(), counts[chosen].tolist(), strict=True):
        yield tuple(records[order[begin : begin + count]].tolist())


def group_arrays(groups: tuple[tuple[int, ...], ...], records: int) -> dict[str, Array]:
    """``record_group``, ``group`` and ``group_record`` of the file."""
    members = np.array([number for group in groups for number in group], dtype=np.int32)
    firsts = np.array([group[0] for group in groups for _ in group], dtype=np.int32)
    group_of = np.arange(records, dtype=np.int32)
    group_of[members] = firsts
    return {"record_group": group_of, "group": firsts, "group_record": members}
