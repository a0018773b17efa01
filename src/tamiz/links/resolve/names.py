"""Two names: their words aligned, and what agreement and difference are worth."""

from typing import NamedTuple

import numpy as np

from tamiz.links.resolve.arrays import Flags, Floats, Ints, Levels, combos
from tamiz.links.resolve.name_words import FAMILY, FATHERS, GIVEN, UNTOLD
from tamiz.links.resolve.people import People
from tamiz.links.resolve.weights import weights
from tamiz.links.resolve.words import Alike, compare_words

AT_ONCE = 1 << 17  # pairs of names whose alignment is held in memory


class Aligned(NamedTuple):
    """For each pair of names: bits, and the name row of each side."""

    bits: Floats
    level: Levels
    left: Ints
    right: Ints


def compare_names(left: People, left_rows: Ints, right: People, right_rows: Ints) -> Aligned:
    """The best of all names of each pair of records; 0 bits where one of the two has none."""
    both = combos(left.name_start, left_rows, right.name_start, right_rows)
    bits = np.empty(len(both.pair), dtype=np.float32)
    level = np.empty(len(both.pair), dtype=np.int8)
    for at in _groups(left, both.left, right, both.right):
        bits[at], level[at] = align(left, both.left[at], right, both.right[at])
    best = np.full(len(left_rows), -np.inf, dtype=np.float32)
    np.maximum.at(best, both.pair, bits)
    chosen = np.flatnonzero(bits == best[both.pair])[::-1]  # of equals the first
    which = np.full(len(left_rows), -1, dtype=np.int64)
    which[both.pair[chosen]] = chosen
    told = which >= 0
    return Aligned(
        np.where(told, best, 0).astype(np.float32),
        np.where(told, level[which], -1).astype(np.int8)
        if len(level)
        else np.full(len(which), -1, dtype=np.int8),
        np.where(told, both.left[which], -1) if len(level) else which,
        np.where(told, both.right[which], -1) if len(level) else which,
    )


def _groups(left: People, left_names: Ints, right: People, right_names: Ints) -> list[Ints]:
    """Pairs of names with as many words, some at a time: short names need no wide table."""
    words = np.maximum(
        (left.names[left_names] >= 0).sum(axis=1), (right.names[right_names] >= 0).sum(axis=1)
    )
    found = []
    for few, many in ((0, 2), (2, 3), (3, 4), (4, 6), (6, 99)):
        at = np.flatnonzero((words > few) & (words <= many))
        found.extend(at[first : first + AT_ONCE] for first in range(0, len(at), AT_ONCE))
    return found


def align(left: People, one: Ints, right: People, other: Ints) -> tuple[Floats, Levels]:
    """Bits and level of each two names; the level counts the words that agree."""
    width = int(
        max((left.names[one] >= 0).sum(axis=1).max(), (right.names[other] >= 0).sum(axis=1).max())
    )
    first, second = left.names[one, :width], right.names[other, :width]
    gains, levels = _gains(left, first, right, second)
    chosen, free_left, free_right = _assigned(gains, first >= 0, second >= 0)
    return _worth(
        gains, levels, chosen, left.roles[one, :width], right.roles[other, :width],
        free_left, free_right,
    )  # fmt: skip


def _gains(left: People, first: Ints, right: People, second: Ints) -> tuple[Floats, Levels]:
    """What each word of one name gains with each of the other; 0 where they are not alike."""
    count, width = first.shape
    there = (first >= 0)[:, :, None] & (second >= 0)[:, None, :]
    at = np.flatnonzero(there)
    pair, slots = np.divmod(at, width * width)
    row, column = np.divmod(slots, width)
    level, bits = compare_words(
        left.vocabulary, first[pair, row].astype(np.int64),
        right.vocabulary, second[pair, column].astype(np.int64),
    )  # fmt: skip
    gains = np.zeros(count * width * width, dtype=np.float32)
    levels = np.zeros(count * width * width, dtype=np.int8)
    gains[at], levels[at] = bits, level
    shape = (count, width, width)
    return gains.reshape(shape), levels.reshape(shape)


def _assigned(gains: Floats, free_left: Flags, free_right: Flags) -> tuple[Flags, Flags, Flags]:
    """The best words first: which are taken together, and which are left over."""
    count, width, _ = gains.shape
    left_over = gains.copy()
    chosen = np.zeros(gains.shape, dtype=np.bool_)
    free_left, free_right = free_left.copy(), free_right.copy()
    alive = np.arange(count)
    for _ in range(width):
        flat = left_over[alive].reshape(len(alive), -1)
        best = flat.argmax(axis=1)
        more = flat[np.arange(len(alive)), best] > 0
        alive, best = alive[more], best[more]
        if not len(alive):
            break
        row, column = np.divmod(best, width)
        chosen[alive, row, column] = True
        free_left[alive, row] = False
        free_right[alive, column] = False
        left_over[alive, row, :] = 0
        left_over[alive, :, column] = 0
    return chosen, free_left, free_right


def _worth(
    gains: Floats, levels: Levels, chosen: Flags, roles_left: Levels, roles_right: Levels,
    free_left: Flags, free_right: Flags,
) -> tuple[Floats, Levels]:  # fmt: skip
    word, name = weights().word, weights().name
    agreed = chosen.sum(axis=(1, 2))
    bits = np.where(chosen, gains, 0).sum(axis=(1, 2))
    bits += word["together"] * np.maximum(agreed - 1, 0)
    across = chosen & _across(roles_left[:, :, None], roles_right[:, None, :])
    bits += word["across"] * across.sum(axis=(1, 2))
    bits += _left_over(roles_left, roles_right, free_left, free_right)
    bits += name["one_word"] * (agreed < 2)
    exact = (chosen & (levels == Alike.EXACT)).sum(axis=(1, 2))
    whole = ~free_left.any(axis=1) & ~free_right.any(axis=1)
    # 0 nothing in common, 1 some words, 2 all words of one, 3 all alike, 4 all the same
    level = np.select(
        [agreed == 0, whole & (exact == agreed), whole, ~free_left.any(axis=1) | ~free_right.any(axis=1)],
        [0, 4, 3, 2], 1,
    )  # fmt: skip
    return bits.astype(np.float32), level.astype(np.int8)


def _across(one: Levels, other: Levels) -> Flags:
    return (one != other) & (one != UNTOLD) & (other != UNTOLD)


def _left_over(
    roles_left: Levels, roles_right: Levels, free_left: Flags, free_right: Flags
) -> Floats:
    """Words on both sides that are not alike contradict; a word too many says little."""
    own = weights().name
    bits = np.zeros(len(free_left), dtype=np.float32)
    rest_left = free_left.sum(axis=1)
    rest_right = free_right.sum(axis=1)
    for role, weight in (
        (GIVEN, "conflict_given"), (FAMILY, "conflict_family"), (FATHERS, "conflict_fathers"),
    ):  # fmt: skip
        one = (free_left & (roles_left == role)).sum(axis=1)
        other = (free_right & (roles_right == role)).sum(axis=1)
        clash = np.minimum(one, other)
        bits += own[weight] * clash
        rest_left, rest_right = rest_left - clash, rest_right - clash
    clash = np.minimum(rest_left, rest_right)
    bits += own["conflict_untold"] * clash
    bits += own["extra"] * np.abs(rest_left - rest_right)
    return bits
