"""Texts that are copies of each other with small changes, told by the phrases they have in common.

MinHash (Broder 1997): of all phrases of three words the least under each of several hash functions
is kept; two texts keep the same one as often as they share phrases.
"""

import re
import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

PHRASE = 3  # words
FEWEST_WORDS = 15  # a shorter text is a sentence that many people write
MOST_WORDS = 2_000  # of a text that are read
BANDS, ROWS = 8, 2  # half of the phrases in common: nine of ten such pairs meet in a band

_WORD = re.compile(r"\w+")
_FACTORS = np.random.default_rng(20).integers(1, 2**63, BANDS * ROWS, np.uint64) | np.uint64(1)


@lru_cache(maxsize=1 << 10)
def phrase_bands(text: str) -> tuple[int, ...]:
    """``BANDS`` numbers; texts that share phrases have some of them in common; none if too short."""
    phrases = _phrases(text)
    if not len(phrases):
        return ()
    least = (phrases[:, None] * _FACTORS[None, :]).min(axis=0).reshape(BANDS, ROWS)
    mixed = least[:, 0] * np.uint64(0x9E3779B97F4A7C15) ^ (least[:, 1] >> np.uint64(7))
    return tuple(int(band) for band in mixed)


def likeness(one: str, other: str) -> float:
    """The share of their phrases that two texts have in common (Jaccard), 0 to 1.

    >>> likeness("word " * 20, "another " * 20)
    0.0
    """
    here, there = set(_phrases(one).tolist()), set(_phrases(other).tolist())
    return len(here & there) / len(here | there) if here and there else 0.0


def _phrases(text: str) -> NDArray[np.uint64]:
    """A number for each phrase of three words, case and punctuation aside."""
    words = _WORD.findall(text.casefold())[:MOST_WORDS]
    if len(words) < FEWEST_WORDS:
        return np.empty(0, np.uint64)
    codes = np.array([zlib.crc32(word.encode()) for word in words], np.uint64)
    found = np.zeros(len(codes) - PHRASE + 1, np.uint64)
    for at in range(PHRASE):
        found = found * np.uint64(0x100000001B3) + codes[at : len(codes) - PHRASE + 1 + at]
    unique: NDArray[np.uint64] = np.unique(found ^ (found >> np.uint64(29)))
    return unique
