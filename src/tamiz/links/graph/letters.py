"""Letters copied from one another, found by the phrases that hardly anybody else has.

What hundreds write (a recruiter's template, “I want to help”) is nobody's own. A copy is told by
phrases that few others have: by half of them, or by a few sentences that nobody else wrote, whatever
else stands in the letter. A translation has none of them, nor has the same letter in other words: it
is told by what its words mean, in one order (``normalise.meanings``). All letters of a cohort are
compared at once.
"""

from array import array
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tamiz.links.graph.phrase_pairs import Numbers, Pairs, apart, by_phrase
from tamiz.matching.arrays import mapped_column, view
from tamiz.normalise.meanings import told_in
from tamiz.normalise.phrases import all_phrases, is_long

FEW = 6  # letters: a phrase that more have is common (in a small cohort)
SHARE = 0.001  # of all letters, in a large one
MOST_COPIES = 10  # letters with one phrase that are compared: what more write is a template
FEWEST_SHARED = 8  # rare phrases that a copy has in common with its original: two sentences
COPIED = 0.5  # of the rare phrases of the shorter letter
# Letters with a phrase that is all but one writer's own. Among 13,000 letters of strangers no two
# had more than four of these in common.
OWN = 3

# Pairs of meanings in one order that a letter and its translation have and few others: those of six
# meanings in a row. Among 50,000 letters of strangers no two in two languages had more than five.
FEWEST_TOLD = 12
# The same in one language, in other words: strangers had ten, who took sentences from one template.
FEWEST_RETOLD = 20
RETOLD = 1 / 3  # of the rare pairs of the letter with fewer


class LetterCounts:
    """Takes in the letters of applicants, numbered from 0 in the order in which they come."""

    def __init__(self) -> None:
        """Begin with none."""
        self._phrases, self._sizes = array("I"), array("I")
        self._long = array("b")
        self._meanings, self._told = array("I"), array("I")
        self._languages = array("b")

    def add(self, letter: str) -> None:
        """Take in the letter of the next applicant; an empty one, too."""
        found = all_phrases(letter)
        self._long.append(is_long(letter))
        self._phrases.frombytes(found.tobytes())
        self._sizes.append(len(found))
        told = told_in(letter)
        self._meanings.frombytes(told.pairs.tobytes())
        self._told.append(len(told.pairs))
        self._languages.append(told.language)

    def write(self, folder: Path) -> None:
        """Compare all letters and write who copied from whom into a new folder."""
        folder.mkdir(mode=0o700)
        copies = _copies(view(self._phrases), view(self._sizes), view(self._long) > 0)
        more = _retold(view(self._meanings), view(self._told), view(self._languages))
        left, right = apart(np.union1d(copies, more))
        one, other = np.concatenate([left, right]), np.concatenate([right, left])
        order = np.lexsort((other, one))
        start = np.searchsorted(one[order], np.arange(len(self._sizes) + 1))
        np.save(folder / "start.npy", start.astype(np.uint32))
        np.save(folder / "other.npy", other[order])


class Letters:
    """Who copied from whom in a cohort, mapped."""

    def __init__(self, folder: Path) -> None:
        """Map what ``LetterCounts`` wrote."""
        self._start = mapped_column(folder / "start.npy")
        self._other = mapped_column(folder / "other.npy")

    def copies(self, number: int) -> tuple[int, ...]:
        """The applicants whose letters were copied from somebody's, or theirs from those."""
        first, last = self._start[number : number + 2]
        return tuple(self._other[first:last])


def _copies(codes: Numbers, sizes: Numbers, long: NDArray[np.bool_]) -> Pairs:
    """The pairs of long letters of which one is a copy, by the phrases of all, letter after letter.

    Short ones tell what many write: a template of two sentences that a few have added a third to.
    """
    phrases = by_phrase(codes, sizes)
    most = _most(long)
    rare = phrases.rare(most)
    pairs, shared = phrases.shared(min(most, MOST_COPIES))
    own, of_own = phrases.shared(OWN)
    left, right = apart(pairs)
    alone = np.isin(pairs, own[of_own >= FEWEST_SHARED])
    mostly = shared >= COPIED * np.minimum(rare[left], rare[right])
    return pairs[(shared >= FEWEST_SHARED) & (mostly | alone) & long[left] & long[right]]


def _retold(codes: Numbers, sizes: Numbers, languages: NDArray[np.int8]) -> Pairs:
    """The pairs of letters of which one says what the other says, in another language or words."""
    meanings = by_phrase(codes, sizes)
    most = _most(sizes)
    rare = meanings.rare(most)
    pairs, shared = meanings.shared(min(most, MOST_COPIES))
    left, right = apart(pairs)
    mostly = shared >= RETOLD * np.minimum(rare[left], rare[right])
    fewest = np.where(languages[left] == languages[right], FEWEST_RETOLD, FEWEST_TOLD)
    kept = (shared >= fewest) & mostly
    return pairs[np.asarray(kept, np.bool_)]


def _most(counted: NDArray[np.generic]) -> int:
    """How many letters may have a phrase that is nobody's own."""
    return max(FEW, int(SHARE * np.count_nonzero(counted)))
