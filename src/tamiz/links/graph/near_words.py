"""How many applicants of a cohort bear a word that is nearly another: what a misspelt agreement is worth.

Tables and lists know some words a few letters from a listed one; a cohort has whole endings of them:
to be two letters from *Vorovskiy* says little where hundreds are called *…ovskiy*. Only applicants'
own names count: whom somebody names, he may have made up.
"""

from collections import Counter
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from tamiz.matching.levels import Level
from tamiz.normalise.keys import outline, outlines, skeleton, skeletons, sound, sounds

FEWEST_BEARERS = 2  # a word that one alone has may be his own invention
KEPT = 10_000  # counts that a process keeps: a listed name comes again and again
_decode = msgspec.msgpack.Decoder(tuple[int, list[str]]).decode


def write_near_words(counts: Counter[str], people: int, path: Path) -> None:
    """Write the words that enough people have, and how many have each."""
    kept = sorted((word, count) for word, count in counts.items() if count >= FEWEST_BEARERS)
    path.write_bytes(msgspec.msgpack.encode((people, [word for word, _ in kept])))
    np.save(path.with_suffix(".npy"), np.array([count for _, count in kept], np.uint32))


class Near(NamedTuple):
    """How many applicants bear a word that is so near, and such words as they sound."""

    people: int
    heard: frozenset[str]


class NearWords:
    """The words of applicants' names, romanised, with how many bear each."""

    def __init__(self, path: Path) -> None:
        """Open what ``write_near_words`` wrote."""
        self.people, self._words = _decode(path.read_bytes())
        self._counts = np.asarray(np.load(path.with_suffix(".npy"), mmap_mode="r"), np.uint32)
        self.near = lru_cache(KEPT)(self._near)

    def _near(self, word: str, level: Level) -> Near | None:
        """Who bears a word that agrees so with this one; None for a level that is no likeness."""
        match level:
            case Level.ONE_EDIT:
                found = _apart(word, self._words, 1)
            case Level.TWO_EDITS:
                found = _apart(word, self._words, 2)
            case Level.NEAR_SOUND:
                found = _apart(sound(word), self._sounds, 1)
            case Level.BONES:
                found = _alike(skeleton(sound(word)), self._skeletons)
            case Level.OUTLINE:
                found = _alike(outline(word), self._outlines)
            case _:
                return None
        heard = frozenset(self._sounds[at] for at in found)
        return Near(int(self._counts[found].sum()), heard)

    @cached_property
    def _sounds(self) -> list[str]:
        return sounds(self._words)

    @cached_property
    def _skeletons(self) -> NDArray[np.str_]:
        return np.array(skeletons(self._sounds))

    @cached_property
    def _outlines(self) -> NDArray[np.str_]:
        return np.array(outlines(self._words))


def _apart(word: str, words: list[str], errors: int) -> list[int]:
    """Which words are at most so many typing errors from one; what is further is not counted out."""
    apart = cdist([word], words, scorer=OSA.distance, score_cutoff=errors, dtype=np.uint8)
    found: list[int] = np.flatnonzero(apart[0] <= errors).tolist()
    return found


def _alike(key: str, keys: NDArray[np.str_]) -> list[int]:
    found: list[int] = np.flatnonzero(keys == key).tolist()
    return found
