"""One new dossier against a built file of people."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Hashes, Ints
from tamiz.links.resolve.blocks import SCHEMES
from tamiz.links.resolve.builder import PeopleBuilder
from tamiz.links.resolve.counts import Known
from tamiz.links.resolve.engine import Pairs
from tamiz.links.resolve.incidence import Incidence
from tamiz.links.resolve.people import People
from tamiz.links.resolve.score import Sides, needed_bits, score
from tamiz.links.resolve.weights import weights
from tamiz.model import Dossier


class Shelf(Struct, frozen=True):
    """The keys of one scheme, sorted, and the record of each."""

    keys: Hashes
    rows: NDArray[np.int32]
    most: int

    def find(self, keys: Hashes) -> Ints:
        """The records under these keys; none for a key that too many have."""
        first = np.searchsorted(self.keys, keys)
        last = np.searchsorted(self.keys, keys, side="right")
        spans = zip(first.tolist(), last.tolist(), strict=True)
        found = [self.rows[one:end] for one, end in spans if one < end <= one + self.most]
        return np.concatenate(found).astype(np.int64) if found else np.zeros(0, dtype=np.int64)


class Lookup:
    """Asks a file of people who a new dossier's applicant may be."""

    def __init__(self, people: People) -> None:
        """Sort the keys of all records: seconds for a million, once."""
        self._people = people
        self.known = Known.of(people)
        incidence = Incidence(people)
        self._shelves: list[Shelf] = []
        for scheme in SCHEMES:
            met = scheme.read(incidence, every=True)
            order = np.argsort(met.keys)
            self._shelves.append(
                Shelf(met.keys[order], met.rows[order].astype(np.int32), scheme.most)
            )

    def find(self, dossier: Dossier) -> Pairs:
        """The records that may be of the same person; ``left`` is 0, ``right`` the record's row."""
        builder = PeopleBuilder()
        builder.add(dossier)
        new = builder.build(self.known)
        incidence = Incidence(new)
        met = [
            shelf.find(scheme.read(incidence, every=True).keys)
            for scheme, shelf in zip(SCHEMES, self._shelves, strict=True)
        ]
        rows = np.unique(np.concatenate(met))
        at_least = needed_bits(self._people.population, weights().decision.kept)
        scored = score(Sides(new, np.zeros_like(rows), self._people, rows), at_least)
        at = scored.at
        return Pairs(
            left=np.zeros(len(at), dtype=np.int64),
            right=rows[at],
            bits=scored.bits,
            parts=scored.parts,
            levels=scored.levels,
            population=self._people.population,
        )
