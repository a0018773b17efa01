"""Two names: what agreement and difference of their words are worth."""

from enum import IntEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tamiz.links.resolve.align import Alignment, align
from tamiz.links.resolve.arrays import Flags, Floats, Ints, Levels, Number, combos
from tamiz.links.resolve.name_words import FAMILY, FATHERS, GIVEN, UNTOLD
from tamiz.links.resolve.people import People
from tamiz.links.resolve.weights import weights
from tamiz.links.resolve.words import Alike

AT_ONCE = 1 << 15  # pairs of names whose alignment is held in memory
FEW = 1 << 10  # pairs of names that are quicker aligned in one go
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
    if both.is_single:
        return both.best(level, 0), both.best(bits, 0)
    best = both.best(bits, -np.inf)
    levels = both.best(np.where(bits == best[both.pair], level, 0), 0)
    return levels, np.where(np.isneginf(best), np.float32(0), best)


def _groups(left: People, left_names: Ints, right: People, right_names: Ints) -> list[Ints]:
    """Pairs of names of about as many words, some at a time: short names need no wide table."""
    if len(left_names) <= FEW:
        return [np.arange(len(left_names))] if len(left_names) else []
    words = np.maximum(left.name_sizes[left_names], right.name_sizes[right_names])
    found: list[Ints] = []
    for few, many in pairwise(WIDTHS):
        at = np.flatnonzero((words > few) & (words <= many))
        found.extend(at[first : first + AT_ONCE] for first in range(0, len(at), AT_ONCE))
    return found


def _compare(left: People, one: Ints, right: People, other: Ints) -> tuple[Floats, Levels]:
    width = int(max(left.name_sizes[one].max(), right.name_sizes[other].max()))
    first, second = _columns(left.names[one], width), _columns(right.names[other], width)
    across = left.scripts[one] != right.scripts[other]
    aligned = align(left, first, right, second, across)
    bits, level = _worth(
        aligned, _columns(left.roles[one], width), _columns(right.roles[other], width)
    )
    spelt = aligned.chosen & (aligned.levels < Alike.EXACT)
    bits += np.float32(weights().word["script"]) * _count(spelt) * across
    return bits, level


def _columns(rows: NDArray[Number], width: int) -> NDArray[Number]:
    """The first columns of a table, each in a row of memory."""
    return np.ascontiguousarray(rows[:, :width].T)


def _count(flags: Flags) -> Levels:
    """How many words, or pairs of words, of each pair of names are marked."""
    cells = flags.reshape(-1, flags.shape[-1]).view(np.int8)
    found: Levels = np.add.reduce(cells, axis=0, dtype=np.int8)
    return found


def _worth(aligned: Alignment, left: Levels, right: Levels) -> tuple[Floats, Levels]:
    word, name = weights().word, weights().name
    chosen, free_left, free_right = aligned.chosen, aligned.free_left, aligned.free_right
    agreed = _count(chosen)
    bits = np.add.reduce(np.where(chosen, aligned.gains, np.float32(0)), axis=(0, 1))
    bits += np.float32(word["together"]) * np.maximum(agreed - 1, 0)
    across = chosen & _are_other(left[:, None], right[None, :])
    bits += np.float32(word["across"]) * _count(across)
    bits += np.float32(name["one_word"]) * (agreed == 1)
    bones = aligned.levels == Alike.BONES
    nearer = _count(chosen & (aligned.levels > Alike.FAR) & ~bones)
    bits += np.float32(name["far_only"]) * ((_count(chosen & ~bones) > 0) & (nearer == 0))
    bits += np.float32(name["turned"]) * _are_turned(chosen, left, right)
    bits += _left_over(left, right, free_left, free_right)
    exact = _count(chosen & (aligned.levels == Alike.EXACT))
    rest_left, rest_right = _count(free_left) > 0, _count(free_right) > 0
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
    clash = (_count(free_left & one) > 0) & (_count(free_right & other) > 0)
    given = (left == GIVEN)[:, None] & (right == GIVEN)[None, :]
    return np.asarray(clash & (_count(chosen & given) == 0))


def _are_turned(chosen: Flags, left: Levels, right: Levels) -> Flags:
    """Where the first two words stand in each other's place, and are given names or before others.

    A family name may stand first; then not the third word alone keeps its place.
    """
    width, _, pairs = chosen.shape
    if width < 2:  # noqa: PLR2004 - one word is not turned
        return np.zeros(pairs, dtype=np.bool_)
    crossed = chosen[0, 1] & chosen[1, 0]
    roles = np.stack([left[0], left[1], right[0], right[1]])
    given = (roles == GIVEN).all(axis=0)
    before = chosen[2, 2] if width > 2 else np.zeros(pairs, dtype=np.bool_)  # noqa: PLR2004
    plain = ((roles == GIVEN) | (roles == UNTOLD)).all(axis=0)
    return np.asarray(crossed & (given | (before & plain)))


def _are_other(one: Levels, other: Levels) -> Flags:
    """Where two roles are told and differ."""
    return np.asarray((one != other) & (one != UNTOLD) & (other != UNTOLD))


def _left_over(left: Levels, right: Levels, free_left: Flags, free_right: Flags) -> Floats:
    """Words on both sides that are not alike contradict; a word too many says little."""
    own = weights().name
    bits = np.zeros(left.shape[1], dtype=np.float32)
    rest_left, rest_right = _count(free_left), _count(free_right)
    for role, weight in CONFLICTS:
        one, other = _count(free_left & (left == role)), _count(free_right & (right == role))
        clash = np.minimum(one, other)
        bits += np.float32(own[weight]) * clash
        rest_left, rest_right = rest_left - clash, rest_right - clash
    clash = np.minimum(rest_left, rest_right)
    bits += np.float32(own["conflict_untold"]) * clash
    bits += np.float32(own["extra"]) * np.abs(rest_left - rest_right)
    return bits
