"""The words of addresses and towns as numbers, each written word read once."""

from zlib import crc32

import numpy as np

from tamiz.links.resolve.arrays import Flags, Hashes
from tamiz.normalise.addresses import CALLED
from tamiz.normalise.keys import sound
from tamiz.normalise.names import PARTICLES, spell_words

NO_PLACE = PARTICLES | CALLED  # “Calle”, “apto”: in every address of a country
KEPT = 1 << 19  # written words that are remembered
LONGEST = 256  # characters of an address that are read


class PlaceWords:
    """Reads addresses; a word is known by how it sounds, so ``Дніпро`` is ``Dnipro``."""

    def __init__(self) -> None:
        self._written: dict[str, tuple[int, ...]] = {}

    def read(self, text: str) -> list[int]:
        """A number for each word of an address that tells one place from another."""
        found: list[int] = []
        for written in text[:LONGEST].split():
            numbers = self._written.get(written)
            if numbers is None:
                numbers = self._learn(written)
            found.extend(numbers)
        return found

    def _learn(self, written: str) -> tuple[int, ...]:
        if len(self._written) >= KEPT:
            self._written.clear()
        spelt = [word for word in spell_words(written) if word not in NO_PLACE]
        numbers = tuple(map(_numbered, spelt))
        self._written[written] = numbers
        return numbers


def is_number(values: Hashes) -> Flags:
    """Which of the numbers of words stand for a number: of a house, a flat, a postcode."""
    return np.asarray(values & np.uint64(1), dtype=np.bool_)


def _numbered(word: str) -> int:
    """A number for a word: odd for what is itself a number, even for others."""
    is_digits = word.isdigit()
    return crc32((word if is_digits else sound(word)).encode()) >> 1 << 1 | is_digits
