"""The words of addresses and towns as numbers, each written word read once."""

from zlib import crc32

import numpy as np

from tamiz.links.resolve.arrays import Flags, Hashes
from tamiz.links.resolve.digits import slips
from tamiz.normalise.addresses import CALLED
from tamiz.normalise.keys import sound
from tamiz.normalise.names import PARTICLES, spell_words

NO_PLACE = PARTICLES | CALLED  # “Calle”, “apto”: in every address of a country
KEPT = 1 << 19  # written words that are remembered
LONGEST = 256  # characters of an address that are read
DIGITS = 17  # the last ones of a number that are compared: so many fit, with their marks
LONG = 10**4  # numbers from here on, their mark before them, have four digits: no house has them


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


def are_one_number(one: Hashes, other: Hashes) -> Flags:
    """Whether numbers of places are the same, or a slip apart.

    Two neighbouring digits exchanged are a slip in any of them, another digit only in postcodes and
    the like: house 14 is not house 15.
    """
    found = is_number(one) & is_number(other)
    first, second = one[found] >> np.uint64(1), other[found] >> np.uint64(1)
    off, exchanged = slips(first, second, base=10, digits=DIGITS + 1)
    long = np.minimum(first, second) >= LONG
    found[found] = (off == 0) | exchanged | ((off == 1) & long)
    return found


def _numbered(word: str) -> int:
    """A number for a word: odd, with its digits, for what is itself a number, even for others."""
    if word.isdecimal():
        return int(f"1{word[-DIGITS:]}") << 1 | 1
    return crc32(sound(word).encode()) >> 1 << 1
