"""Letters copied from one another: how common each phrase is, and what two letters share beyond that.

What hundreds write (a recruiter's template, “I want to help”) is nobody's own. A copy is told by
phrases that few others have.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np

from tamiz.links.graph.counters import folded
from tamiz.normalise.phrases import phrases

KEPT = 4_000  # letters whose rare phrases a process keeps: those of a ring are compared repeatedly
CELLS = 1 << 22  # counters; phrases that fall into one cell seem commoner than they are
FEW = 6  # letters: a phrase that more have is common (in a small cohort)
SHARE = 0.001  # of all letters, in a large one
FEWEST_SHARED = 8  # rare phrases that a copy has in common with its original: two sentences
COPIED = 0.5  # of the rare phrases of the shorter letter


def told_by(letter: str) -> bytes:
    """The phrases of a letter as they are kept beside the dossier."""
    return phrases(letter).tobytes()


class LetterCounts:
    """Counts in how many letters each phrase stands."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counts = np.zeros(CELLS, np.uint32)
        self._letters = 0

    def add(self, letter: str) -> None:
        """Count the phrases of a letter."""
        found = phrases(letter)
        if len(found):
            self._counts[np.unique(found % CELLS)] += 1
            self._letters += 1

    def write(self, path: Path) -> None:
        """Write the counts as a file of their own."""
        np.save(path, np.append(folded(self._counts), np.uint32(self._letters)))


class Letters:
    """The counts of a cohort, mapped."""

    def __init__(self, path: Path) -> None:
        """Map a file that ``LetterCounts`` wrote."""
        told = np.asarray(np.load(path, mmap_mode="r"), np.uint32)
        self._counts, self._letters = told[:-1], int(told[-1])
        self.rare = lru_cache(KEPT)(self._rare)

    def _rare(self, letter: bytes) -> frozenset[int]:
        """The phrases of a letter that few have."""
        found = np.frombuffer(letter, np.uint32)
        most = max(FEW, SHARE * self._letters)
        return frozenset(found[self._counts[found % len(self._counts)] <= most].tolist())

    def is_copy(self, one: bytes, other: bytes) -> bool:
        """Whether one of two letters was copied from the other, or both from a third.

        Both as ``told_by`` gives them.
        """
        here, there = self.rare(one), self.rare(other)
        shared = len(here & there)
        return shared >= FEWEST_SHARED and shared >= COPIED * min(len(here), len(there))
