"""Names aligned word by word, many pairs at a time.

The pairs are the last axis of every array: what is done for each two words is then done for all
pairs at once, in a row of memory.
"""

from typing import NamedTuple

import numpy as np

from tamiz.links.resolve.arrays import Flags, Floats, Levels, Words
from tamiz.links.resolve.people import People
from tamiz.links.resolve.words import Alike, compare_words, exact_bits, may_be_alike


class Alignment(NamedTuple):
    """For pairs of names of at most ``width`` words.

    ``gains`` and ``levels`` have shape (width, width, pairs); ``chosen`` says which words are taken
    together, ``free_left`` and ``free_right``, of shape (width, pairs), which are left over.
    """

    gains: Floats
    levels: Levels
    chosen: Flags
    free_left: Flags
    free_right: Flags


def align(left: People, first: Words, right: People, second: Words, across: Flags) -> Alignment:
    """The words of names with each other.

    Args:
        left: the people of the left names.
        first: their words, shape (width, pairs).
        right: the people of the right names.
        second: their words.
        across: which pairs are of two scripts.
    """
    gains, levels = _gains(left, first, right, second, across)
    return Alignment(gains, levels, *_assigned(gains, first >= 0, second >= 0))


def _gains(
    left: People, first: Words, right: People, second: Words, across: Flags
) -> tuple[Floats, Levels]:
    """What each word of one name gains with each of the other; 0 where they are not alike.

    Words that are the same belong together, so only the others are looked at closely.
    """
    own, others = left.vocabulary, right.vocabulary
    there = (first >= 0)[:, None] & (second >= 0)[None, :]
    same = there & (own.word[first][:, None] == others.word[second][None, :])
    gains = np.zeros(same.shape, dtype=np.float32)
    row, column, pair = np.nonzero(same)
    gains[same] = exact_bits(own.bits[first[row, pair]], others.bits[second[column, pair]])
    levels = same * np.int8(Alike.EXACT)
    there &= ~_any(same, 1)[:, None] & ~_any(same, 0)[None, :]
    there &= may_be_alike(own, first, others, second, across=across)
    at = np.nonzero(there)
    row, column, pair = at
    levels[at], gains[at] = compare_words(
        own, first[row, pair], others, second[column, pair], across=across[pair]
    )
    return gains, levels


def _any(flags: Flags, axis: int) -> Flags:
    found: Flags = np.logical_or.reduce(flags, axis=axis)
    return found


def _assigned(gains: Floats, free_left: Flags, free_right: Flags) -> tuple[Flags, Flags, Flags]:
    """The best words first: which are taken together, and which are left over."""
    width, _, pairs = gains.shape
    rest = gains.copy()
    chosen = np.zeros(gains.shape, dtype=np.bool_)
    alive = np.arange(pairs)
    for _ in range(width):
        best, cell = _highest(rest.reshape(width * width, -1))
        more = np.flatnonzero(best > 0)
        if not len(more):
            break
        alive, rest = alive[more], rest[:, :, more]
        row, column = np.divmod(cell[more], width)
        chosen[row, column, alive] = True
        free_left[row, alive] = False
        free_right[column, alive] = False
        at = np.arange(len(alive))
        rest[row, :, at] = 0
        rest[:, column, at] = 0
    return chosen, free_left, free_right


def _highest(rows: Floats) -> tuple[Floats, Levels]:
    """The highest number of each column, and its row."""
    best, at = rows[0].copy(), np.zeros(rows.shape[1], dtype=np.int8)
    for row in range(1, len(rows)):
        higher = rows[row] > best
        at[higher] = row
        np.maximum(best, rows[row], out=best)
    return best, at
