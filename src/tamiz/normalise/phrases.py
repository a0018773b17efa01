"""Texts that are copies of each other with small changes, told by the phrases they have in common.

MinHash (Broder 1997): of all phrases of two words the least under each of several hash functions is
kept; two texts keep the same one as often as they share phrases.
"""

import re
import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

FEWEST_WORDS = 15  # a shorter text is a sentence that many people write
MOST_WORDS = 2_000  # of a text that are read
BANDS, ROWS = 14, 2  # half of all phrases in common: 98 of 100 such pairs meet in a band

_WORD = re.compile(r"\w+")
_FACTORS = np.random.default_rng(20).integers(1, 2**63, BANDS * ROWS, np.uint64) | np.uint64(1)
_MIXERS = np.random.default_rng(21).integers(1, 2**63, ROWS, np.uint64) | np.uint64(1)


@lru_cache(maxsize=1 << 12)
def phrases(text: str) -> NDArray[np.uint32]:
    """A number for each different phrase of two words, case and punctuation aside, sorted.

    Empty for a text of fewer than ``FEWEST_WORDS`` words.
    """
    words = _WORD.findall(text.casefold())[:MOST_WORDS]
    if len(words) < FEWEST_WORDS:
        return np.empty(0, np.uint32)
    codes = np.array([zlib.crc32(word.encode()) for word in words], np.uint64)
    pairs = codes[:-1] * np.uint64(0x9E3779B97F4A7C15) + codes[1:]
    found: NDArray[np.uint32] = np.unique((pairs >> np.uint64(23)).astype(np.uint32))
    return found


def phrase_bands(text: str) -> tuple[int, ...]:
    """``BANDS`` numbers; texts that share most phrases have some in common; none if too short."""
    found = phrases(text)
    if not len(found):
        return ()
    hashed = found.astype(np.uint64)[:, None] * _FACTORS[None, :]
    least = (hashed >> np.uint64(16)).min(axis=0).reshape(BANDS, ROWS)
    return tuple((least * _MIXERS).sum(axis=1).tolist())
