"""Two names: what agreement and difference of their words are worth."""

from enum import IntEnum
from itertools import pairwise

import numpy as np

from tamiz.links.resolve.align import Alignment, align
from tamiz.links.resolve.arrays import Flags, Floats, Ints, Levels, combos
from tamiz.links.resolve.name_words import FAMILY, FATHERS, GIVEN, UNTOLD
from tamiz.links.resolve.people import People
from tamiz.links.resolve.weights import weights
from tamiz.links.resolve.words import Alike

AT_ONCE = 1 << 16  # pairs of names whose alignment is held in memory
WIDTHS = (0, 2, 3, 4, 6, 99)  # names of as many words are aligned together
CONFLICTS = (
    (GIVEN, "conflict_given"), (FAMILY, "conflict_family"), (FATHERS, "conflict_fathers"),
)  # fmt: skip


class Named(IntEnum):
    """How two names are alike, all words taken together."""

    UNTOLD = 0
    DIFFERENT = 1
    KIN = 2  # family names are alike, given names are not
    SOME = 3  # some words of each are in the other
    PART = 4  # all words of one
    ALIKE = 5  # all words of both, not all spelt alike
    SAME = 6


def compare_names(
    left: People, left_rows: Ints, right: People, right_rows: Ints
) -> tuple[Levels, Floats]:
    """Level and bits of the two likest names of each pair of records."""
    both = combos(left.name_start, left_rows, right.name_start, right_rows)
    bits = np.zeros(len(both.pair), dtype=np.float32)
    level = np.zeros(len(both.pair), dtype=np.int8)
    for at in _groups(left, both.left, right, both.right):
        bits[at], level[at] = _compare(left, both.left[at], right, both.right[at])
    if both.single:
        return level, bits
    best = both.best(bits, len(left_rows), -np.inf)
    levels = both.best(np.where(bits == best[both.pair], level, 0), len(left_rows), 0)
    return levels, np.where(np.isneginf(best), np.float32(0), best)


def _groups(left: People, left_names: Ints, right: People, right_names: Ints) -> list[Ints]:
    """Pairs of names of about as many words, some at a time: short names need no wide table."""
    words = np.maximum(
        (left.names[left_names] >= 0).sum(axis=1), (right.names[right_names] >= 0).sum(axis=1)
    )
    found: list[Ints] = []
    for few, many in pairwise(WIDTHS):
        at = np.flatnonzero((words > few) & (words <= many))
        found.extend(at[first : first + AT_ONCE] for first in range(0, len(at), AT_ONCE))
    return found


def _compare(left: People, one: Ints, right: People, other: Ints) -> tuple[Floats, Levels]:
    first, second = left.names[one], right.names[other]
    width = int(max((first >= 0).sum(axis=1).max(), (second >= 0).sum(axis=1).max()))
    aligned = align(left, first[:, :width], right, second[:, :width])
    bits, level = _worth(aligned, left.roles[one, :width], right.roles[other, :width])
    spelt = aligned.chosen & (aligned.levels < Alike.EXACT)
    across = left.scripts[one] != right.scripts[other]
    bits += np.float32(weights().word["script"]) * spelt.sum(axis=(1, 2)) * across
    return bits, level


def _worth(aligned: Alignment, left: Levels, right: Levels) -> tuple[Floats, Levels]:
    word, name = weights().word, weights().name
    chosen, free_left, free_right = aligned.chosen, aligned.free_left, aligned.free_right
    agreed = chosen.sum(axis=(1, 2))
    bits = (aligned.gains * chosen).sum(axis=(1, 2))
    bits += word["together"] * np.maximum(agreed - 1, 0)
    across = chosen & _are_other(left[:, :, None], right[:, None, :])
    bits += word["across"] * across.sum(axis=(1, 2))
    bits += name["one_word"] * (agreed == 1)
    bits += _left_over(left, right, free_left, free_right)
    exact = (chosen & (aligned.levels == Alike.EXACT)).sum(axis=(1, 2))
    rest_left, rest_right = free_left.any(axis=1), free_right.any(axis=1)
    level = np.full(len(bits), Named.SOME, dtype=np.int8)
    level[~rest_left | ~rest_right] = Named.PART
    level[~rest_left & ~rest_right] = Named.ALIKE
    level[~rest_left & ~rest_right & (exact == agreed)] = Named.SAME
    level[_are_kin(chosen, left, right, free_left, free_right)] = Named.KIN
    level[agreed == 0] = Named.DIFFERENT
    return bits.astype(np.float32), level


def _are_kin(
    chosen: Flags, left: Levels, right: Levels, free_left: Flags, free_right: Flags
) -> Flags:
    """Given names are left over on both sides, and none is in both names.

    Where a source does not say which words are given names, any words left over may be.
    """
    one, other = (left == GIVEN) | (left == UNTOLD), (right == GIVEN) | (right == UNTOLD)
    clash = (free_left & one).any(axis=1) & (free_right & other).any(axis=1)
    given = (left == GIVEN)[:, :, None] & (right == GIVEN)[:, None, :]
    return np.asarray(clash & ~(chosen & given).any(axis=(1, 2)))


def _are_other(one: Levels, other: Levels) -> Flags:
    """Where two roles are told and differ."""
    return np.asarray((one != other) & (one != UNTOLD) & (other != UNTOLD))


def _left_over(left: Levels, right: Levels, free_left: Flags, free_right: Flags) -> Floats:
    """Words on both sides that are not alike contradict; a word too many says little."""
    own = weights().name
    bits = np.zeros(len(left), dtype=np.float32)
    rest_left, rest_right = free_left.sum(axis=1), free_right.sum(axis=1)
    for role, weight in CONFLICTS:
        one = (free_left & (left == role)).sum(axis=1)
        other = (free_right & (right == role)).sum(axis=1)
        clash = np.minimum(one, other)
        bits += own[weight] * clash
        rest_left, rest_right = rest_left - clash, rest_right - clash
    clash = np.minimum(rest_left, rest_right)
    bits += own["conflict_untold"] * clash
    bits += own["extra"] * np.abs(rest_left - rest_right)
    return bits
