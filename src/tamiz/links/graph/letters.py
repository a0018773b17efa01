"""Letters copied from one another, found by the phrases that hardly anybody else has.

What hundreds write (a recruiter's template, “I want to help”) is nobody's own. A copy is told by
phrases that few others have: by half of them, or by a few sentences that nobody else wrote, whatever
else stands in the letter. All letters of a cohort are compared at once.
"""

from array import array
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.arrays import view
from tamiz.normalise.phrases import phrases

FEW = 6  # letters: a phrase that more have is common (in a small cohort)
SHARE = 0.001  # of all letters, in a large one
MOST_COPIES = 10  # letters with one phrase that are compared: what more write is a template
FEWEST_SHARED = 8  # rare phrases that a copy has in common with its original: two sentences
COPIED = 0.5  # of the rare phrases of the shorter letter
# Letters with a phrase that is all but one writer's own. Among 13,000 letters of strangers no two
# had more than four of these in common.
OWN = 3

Numbers = NDArray[np.uint32]
Pairs = NDArray[np.uint64]  # the smaller number of each pair in the upper half of its bits


class LetterCounts:
    """Takes in the letters of applicants, numbered from 0 in the order in which they come."""

    def __init__(self) -> None:
        """Begin with none."""
        self._phrases, self._sizes = array("I"), array("I")

    def add(self, letter: str) -> None:
        """Take in the letter of the next applicant; an empty one, too."""
        found = phrases(letter)
        self._phrases.frombytes(found.tobytes())
        self._sizes.append(len(found))

    def write(self, folder: Path) -> None:
        """Compare all letters and write who copied from whom into a new folder."""
        folder.mkdir(mode=0o700)
        left, right = _copies(view(self._phrases), view(self._sizes))
        one, other = np.concatenate([left, right]), np.concatenate([right, left])
        order = np.lexsort((other, one))
        start = np.searchsorted(one[order], np.arange(len(self._sizes) + 1))
        np.save(folder / "start.npy", start.astype(np.uint32))
        np.save(folder / "other.npy", other[order])


class Letters:
    """Who copied from whom in a cohort, mapped."""

    def __init__(self, folder: Path) -> None:
        """Map what ``LetterCounts`` wrote."""
        self._start = np.asarray(np.load(folder / "start.npy", mmap_mode="r"), np.uint32)
        self._other = np.asarray(np.load(folder / "other.npy", mmap_mode="r"), np.uint32)

    def copies(self, number: int) -> tuple[int, ...]:
        """The applicants whose letters were copied from somebody's, or theirs from those."""
        first, last = self._start[number : number + 2].tolist()
        return tuple(self._other[first:last].tolist())


def _copies(codes: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """The pairs of letters of which one is a copy, by the phrases of all, letter after letter."""
    owners = np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
    order = np.argsort(codes, kind="stable")  # of one phrase the smaller number stands first
    codes, owners = codes[order], owners[order]
    first = np.flatnonzero(np.append(True, codes[1:] != codes[:-1])) if len(codes) else order
    counts = np.diff(np.append(first, len(codes)))
    most = max(FEW, int(SHARE * np.count_nonzero(sizes)))
    rare = np.bincount(owners[np.repeat(counts <= most, counts)], minlength=len(sizes))
    pairs, shared = _counted(owners, first, counts, min(most, MOST_COPIES))
    own, of_own = _counted(owners, first, counts, OWN)
    left, right = (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32)
    alone = np.isin(pairs, own[of_own >= FEWEST_SHARED])
    mostly = shared >= COPIED * np.minimum(rare[left], rare[right])
    kept = (shared >= FEWEST_SHARED) & (mostly | alone)
    return left[kept], right[kept]


def _counted(
    owners: Numbers, first: NDArray[np.int64], counts: NDArray[np.int64], most: int
) -> tuple[Pairs, NDArray[np.int64]]:
    """The pairs of letters that share phrases which at most ``most`` have, and how many each."""
    found: list[Pairs] = [np.zeros(0, np.uint64)]
    for many in range(2, most + 1):
        rows = owners[first[counts == many][:, None] + np.arange(many)].astype(np.uint64)
        found += [
            rows[:, at] << np.uint64(32) | rows[:, to] for at, to in combinations(range(many), 2)
        ]
    pairs, times = np.unique(np.concatenate(found), return_counts=True)
    return pairs, times
