"""The phrases of a text, by which copies of it are known."""

import re
import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

FEWEST_WORDS = 15  # a shorter text is a sentence that many people write
MOST_WORDS = 2_000  # of a text that are read

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 12)
def phrases(text: str) -> NDArray[np.uint32]:
    """A number for each different phrase of two words, case and punctuation aside, sorted.

    Empty for a text of fewer than ``FEWEST_WORDS`` words; a telephone's groups of digits are none.
    """
    words = _words(text)
    if not _is_long(words):
        return np.empty(0, np.uint32)
    return _pairs(words)


@lru_cache(maxsize=1 << 12)
def all_phrases(text: str) -> NDArray[np.uint32]:
    """The same of a text of any length: what many write in short is no less common for it."""
    words = _words(text)
    return _pairs(words) if len(words) > 1 else np.empty(0, np.uint32)


@lru_cache(maxsize=1 << 12)
def is_long(text: str) -> bool:
    """Whether a text is long enough that a copy of it can be known."""
    return _is_long(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())[:MOST_WORDS]


def _is_long(words: list[str]) -> bool:
    return sum(not word.isdigit() for word in words) >= FEWEST_WORDS


def _pairs(words: list[str]) -> NDArray[np.uint32]:
    codes = np.array([zlib.crc32(word.encode()) for word in words], np.uint64)
    pairs = codes[:-1] * np.uint64(0x9E3779B97F4A7C15) + codes[1:]
    found: NDArray[np.uint32] = np.unique((pairs >> np.uint64(23)).astype(np.uint32))
    return found
