"""The dossiers of a cohort and of earlier ones on disk, each to be read again by its number."""

import os
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct

from tamiz.errors import InputError
from tamiz.links.family import names_heard
from tamiz.links.graph.kin import Kin, kin_of
from tamiz.links.graph.packed import Packed, unpack
from tamiz.links.graph.values import Value, is_open
from tamiz.matching.arrays import hash_key, mapped_column, view
from tamiz.model import Dossier, PastOutcome
from tamiz.model.closing import Closing

ASKED = 500  # applicants whose bytes are kept: after one piece the other is asked for
KEPT = 2_000  # dossiers that a process keeps: those of a neighbourhood are asked for repeatedly
_OUTCOMES: tuple[PastOutcome | None, ...] = (None, *PastOutcome)

_encoder = msgspec.msgpack.Encoder()


class Told(Struct, frozen=True, array_like=True):
    """What of a dossier is compared with others': read far more often than the whole."""

    id: str
    values: tuple[Value, ...]
    kin: Kin
    heard: frozenset[str]


_decode_told = msgspec.msgpack.Decoder(Told).decode


class RosterWriter(Closing):
    """Writes dossiers one after the other; their numbers count from 0."""

    def __init__(self, folder: Path) -> None:
        """Begin in a new folder that only its owner may read: it holds personal data."""
        folder.mkdir(mode=0o700)
        self._folder = folder
        self._file = (folder / "dossiers").open("wb")
        self._at, self._id = array("Q", [0]), array("Q")
        self._outcome, self._earlier = array("B"), array("B")

    def add(
        self, packed: Packed, values: tuple[Value, ...] = (), *, is_earlier: bool = False
    ) -> int:
        """Take in a dossier with its values and give its number.

        Raises:
            InputError: it cannot be written, usually because the disk is full.
        """
        dossier, whole = packed
        told = _encoder.encode(Told(dossier.id, values, kin_of(dossier), names_heard(dossier)))
        try:
            self._file.write(whole + told)
        except OSError as error:
            raise InputError(
                f"the applicants could not be written beside the results ({error.strerror}); "
                "make room on the disk and screen again"
            ) from error
        self._at.append(self._at[-1] + len(whole))
        self._at.append(self._at[-1] + len(told))
        self._id.append(hash_key(dossier.id))
        self._outcome.append(_OUTCOMES.index(dossier.outcome))
        self._earlier.append(is_earlier)
        return len(self._id) - 1

    def close(self) -> None:
        """Write what is left, so that the roster can be opened."""
        if self._file.closed:
            return
        self._file.close()
        ids = view(self._id)
        order = np.argsort(ids, kind="stable")
        columns = {
            "at": view(self._at), "id": ids[order], "id_of": order.astype(np.uint32),
            "outcome": view(self._outcome), "earlier": view(self._earlier),
        }  # fmt: skip
        for name, column in columns.items():
            np.save(self._folder / f"{name}.npy", column)


class Roster(Closing):
    """A finished roster, mapped by every worker."""

    def __init__(self, folder: Path) -> None:
        """Open the roster in a folder."""
        self._folder = folder
        self._file = (folder / "dossiers").open("rb", buffering=0)
        self._pieces = lru_cache(ASKED)(self._read_pieces)
        self.number_of = lru_cache(KEPT)(self._number_of)
        self.dossier = lru_cache(KEPT)(self._read)
        self.told = lru_cache(KEPT)(self._read_told)
        self.open = lru_cache(KEPT)(self._open)

    def __len__(self) -> int:
        return len(self._id)

    def _number_of(self, applicant: str) -> int | None:
        """The number of an applicant by their id; None if there is none."""
        hashed = hash_key(applicant)
        first = bisect_left(self._id, hashed)
        if first == len(self._id) or self._id[first] != hashed:
            return None
        if first + 1 == len(self._id) or self._id[first + 1] != hashed:
            # Of a million ids two have one hash in one of 37 million cohorts.
            return self._id_of[first]
        numbers = self._id_of[first : bisect_right(self._id, hashed)]
        return next((one for one in numbers if self.dossier(one).id == applicant), None)

    def values(self, number: int) -> tuple[Value, ...]:
        """The values of a dossier as they were taken in."""
        return self.told(number).values

    def outcome(self, number: int) -> PastOutcome | None:
        """How an application ended, where it did."""
        return _OUTCOMES[self._outcome[number]]

    def is_earlier(self, number: int) -> bool:
        """Whether somebody is of an earlier cohort."""
        return bool(self._earlier[number])

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _read(self, number: int) -> Dossier:
        return unpack(self._pieces(number)[0])

    def _read_told(self, number: int) -> Told:
        return _decode_told(self._pieces(number)[1])

    def _open(self, number: int) -> frozenset[str]:
        """The nodes of what somebody declares openly."""
        return frozenset(one.node for one in self.values(number) if is_open(one))

    def _read_pieces(self, number: int) -> tuple[bytes, bytes]:
        """A dossier and what is compared of it, by themselves: a buffer would be filled in vain."""
        begin, middle, end = self._at[2 * number : 2 * number + 3]
        both = os.pread(self._file.fileno(), end - begin, begin)
        return both[: middle - begin], both[middle - begin :]

    @cached_property
    def _at(self) -> memoryview:
        return mapped_column(self._folder / "at.npy")

    @cached_property
    def _id(self) -> memoryview:
        return mapped_column(self._folder / "id.npy")

    @cached_property
    def _id_of(self) -> memoryview:
        return mapped_column(self._folder / "id_of.npy")

    @cached_property
    def _outcome(self) -> memoryview:
        return mapped_column(self._folder / "outcome.npy")

    @cached_property
    def _earlier(self) -> memoryview:
        return mapped_column(self._folder / "earlier.npy")
