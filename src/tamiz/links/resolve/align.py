"""Names aligned word by word, many pairs at a time."""

from typing import NamedTuple

import numpy as np

from tamiz.links.resolve.arrays import Flags, Floats, Levels, Words
from tamiz.links.resolve.people import People
from tamiz.links.resolve.words import Alike, compare_words, exact_bits, may_be_alike


class Alignment(NamedTuple):
    """For pairs of names of at most ``width`` words.

    ``gains`` and ``levels`` have shape (pairs, width, width); ``chosen`` says which words are taken
    together, ``free_left`` and ``free_right``, of shape (pairs, width), which are left over.
    """

    gains: Floats
    levels: Levels
    chosen: Flags
    free_left: Flags
    free_right: Flags


def align(left: People, first: Words, right: People, second: Words) -> Alignment:
    """The words of names with each other; ``first`` and ``second`` have shape (pairs, width)."""
    there_left, there_right = first >= 0, second >= 0
    gains, levels = _gains(left, first, right, second)
    return Alignment(gains, levels, *_assigned(gains, there_left, there_right))


def _gains(left: People, first: Words, right: People, second: Words) -> tuple[Floats, Levels]:
    """What each word of one name gains with each of the other; 0 where they are not alike.

    Words that are the same belong together, so only the others are looked at closely.
    """
    own, others = left.vocabulary, right.vocabulary
    there = (first >= 0)[:, :, None] & (second >= 0)[:, None, :]
    same = there & (own.word[first][:, :, None] == others.word[second][:, None, :])
    worth = exact_bits(own.bits[first][:, :, None], others.bits[second][:, None, :])
    gains = np.where(same, worth, np.float32(0))
    levels = np.where(same, np.int8(Alike.EXACT), np.int8(0))
    open_cells = there & ~same.any(axis=2)[:, :, None] & ~same.any(axis=1)[:, None, :]
    pair, row, column = np.nonzero(open_cells)
    one, other = first[pair, row], second[pair, column]
    close = np.flatnonzero(may_be_alike(own, one, others, other))
    at = pair[close], row[close], column[close]
    levels[at], gains[at] = compare_words(own, one[close], others, other[close])
    return gains, levels


def _assigned(gains: Floats, free_left: Flags, free_right: Flags) -> tuple[Flags, Flags, Flags]:
    """The best words first: which are taken together, and which are left over."""
    _, width, _ = gains.shape
    rest = gains.copy()
    chosen = np.zeros(gains.shape, dtype=np.bool_)
    free_left, free_right = free_left.copy(), free_right.copy()
    alive = np.arange(len(gains))
    for _ in range(width):
        flat = rest[alive].reshape(len(alive), -1)
        best = flat.argmax(axis=1)
        more = flat[np.arange(len(alive)), best] > 0
        alive, best = alive[more], best[more]
        if not len(alive):
            break
        row, column = np.divmod(best, width)
        chosen[alive, row, column] = True
        free_left[alive, row] = False
        free_right[alive, column] = False
        rest[alive, row, :] = 0
        rest[alive, :, column] = 0
    return chosen, free_left, free_right
