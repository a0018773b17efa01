"""Two words of names: how they are alike. Each two words are compared once at a time."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from tamiz.links.resolve.arrays import Flags, Floats, Ints, Levels, Number, Words, combos
from tamiz.links.resolve.people import Vocabulary
from tamiz.links.resolve.weights import weights

SHORTEST, SHORTEST_NEAR = 3, 4  # letters of the shorter and the longer word for one edit
SHORTEST_FAR = 7  # letters of the shorter word for two
# Across scripts: one wrong letter of one script is often two of the other (ш, ю), or takes the
# letter beside it along.
SHORTEST_FAR_ACROSS = 5
SHORTEST_OUTLINE = 4  # letters: shorter words have few consonants and meet by chance
MOST_EDITS = 2
NO_EDITS = 9  # stands for more edits than anybody asks about


class Alike(IntEnum):
    """How two words are alike."""

    NOT = 0
    INITIAL = 1
    FAR = 2  # two edits, or the broadest outline of consonants
    FORM = 3  # forms of one name: José, Pepe
    BONES = 4  # the same consonants
    NEAR = 5  # one edit
    SOUND = 6
    EXACT = 7


def may_be_alike(
    left: Vocabulary, one: Words, right: Vocabulary, other: Words, *, across: Flags
) -> Flags:
    """Which words of two names need a closer look: never false for words that are alike.

    An edit exchanges one letter for another at most, so it changes the set of letters by two.

    Args:
        left: the words of the left names.
        one: their numbers, shape (width, pairs).
        right: the words of the right names.
        other: their numbers.
        across: which pairs are of two scripts.

    Returns:
        Flags of shape (width, width, pairs).
    """

    def both(mine: NDArray[Number], theirs: NDArray[Number]) -> tuple[NDArray[Number], ...]:
        return mine[one][:, None], theirs[other][None, :]

    shorter = np.minimum(*both(left.length, right.length))
    changed = 2 * _edits_allowed(shorter, across)
    found: Flags = np.bitwise_count(np.bitwise_xor(*both(left.letters, right.letters))) <= changed
    found |= np.bitwise_count(np.bitwise_xor(*both(left.sounds, right.sounds))) <= changed
    found |= np.equal(*both(left.outline, right.outline))
    found |= np.bitwise_and(*both(left.forms, right.forms)) != 0
    found |= np.equal(*both(left.bones, right.bones))
    found |= shorter == 1
    return found


def _edits_allowed(shorter: NDArray[np.uint8], across: Flags) -> NDArray[np.uint8]:
    """How many edits make two words alike of which the shorter has so many letters."""
    far = np.where(across, np.uint8(SHORTEST_FAR_ACROSS), np.uint8(SHORTEST_FAR))
    return np.where(shorter >= far, np.uint8(MOST_EDITS), np.uint8(1))


def compare_words(
    left: Vocabulary, left_words: Words, right: Vocabulary, right_words: Words, *, across: Flags
) -> tuple[Levels, Floats]:
    """Level and bits for each two words; ``across`` where they were written in two scripts."""
    if not len(left_words):
        return np.zeros(0, dtype=np.int8), np.zeros(0, dtype=np.float32)
    wide = max(len(right.texts), 1)
    keys = (left_words.astype(np.int64) * wide + right_words) * 2 + across
    some, back = np.unique(keys, return_inverse=True)
    pairs, crossing = np.divmod(some, 2)
    one, other = np.divmod(pairs, wide)
    level = _levels(left, one, right, other, crossing == 1)
    return level[back], _bits(left, one, right, other, level)[back]


def _levels(left: Vocabulary, one: Ints, right: Vocabulary, other: Ints, across: Flags) -> Levels:
    shorter = np.minimum(left.length[one], right.length[other])
    allowed = _edits_allowed(shorter, across)
    sounds = left.sound[one] == right.sound[other]
    edits = _edits(left, one, right, other, np.where(sounds, np.uint8(0), allowed))
    found = np.zeros(len(one), dtype=np.int8)
    outlines = left.outline[one] == right.outline[other]
    initials = _first(left, one) == _first(right, other)
    for level, holds in (
        (Alike.INITIAL, (shorter == 1) & initials),
        (Alike.FAR, (edits == MOST_EDITS) & (allowed == MOST_EDITS)),
        (Alike.FAR, outlines & (shorter >= SHORTEST_OUTLINE)),
        (Alike.FORM, _forms(left, one, right, other)),
        (Alike.BONES, left.bones[one] == right.bones[other]),
        (Alike.NEAR, edits <= 1),
        (Alike.SOUND, sounds),
        (Alike.EXACT, left.word[one] == right.word[other]),
    ):
        found[holds] = level
    return found


def _edits(
    left: Vocabulary, one: Ints, right: Vocabulary, other: Ints, allowed: NDArray[np.uint8]
) -> Ints:
    """Edits between each two words as spelt, or as heard if these are fewer.

    Across scripts a typing error stands among the differences of romanisation: only what is heard
    leaves it alone. More edits than are allowed, and those of short words, are not counted: no word
    is looked at where none is allowed.
    """
    found = np.full(len(one), NO_EDITS, dtype=np.int64)
    for first, second, letters in (
        (left.texts, right.texts, left.letters[one] ^ right.letters[other]),
        (left.heard, right.heard, left.sounds[one] ^ right.sounds[other]),
    ):
        maybe = np.flatnonzero(
            (np.bitwise_count(letters) <= 2 * allowed) & (found > 1) & (allowed > 0)
        )
        mine, theirs = one[maybe], other[maybe]
        long = first.start[mine + 1] - first.start[mine]
        wide = second.start[theirs + 1] - second.start[theirs]
        near = (np.minimum(long, wide) >= SHORTEST) & (np.maximum(long, wide) >= SHORTEST_NEAR)
        near &= np.abs(long - wide) <= allowed[maybe]
        maybe = maybe[near]
        edits = cpdist(
            first.take(one[maybe]),
            second.take(other[maybe]),
            scorer=OSA.distance,
            score_cutoff=MOST_EDITS,
            dtype=np.int8,
        )
        found[maybe] = np.minimum(found[maybe], edits)
    return found


def _first(words: Vocabulary, at: Ints) -> Ints:
    found: Ints = words.texts.data[words.texts.start[at]].astype(np.int64)
    return found


def _forms(left: Vocabulary, one: Ints, right: Vocabulary, other: Ints) -> Flags:
    both = combos(left.family_start, one, right.family_start, other)
    same = left.family[both.left] == right.family[both.right]
    found = np.zeros(len(one), dtype=np.bool_)
    found[both.pair[same]] = True
    return found


def _bits(left: Vocabulary, one: Ints, right: Vocabulary, other: Ints, level: Levels) -> Floats:
    """Words that are only alike are worth what the commoner sounds: typing errors are rare words."""
    own = weights().word
    table = np.array(
        [0.0 if each is Alike.NOT else own[each.name.lower()] for each in Alike], dtype=np.float32
    )
    worth = np.minimum(left.sound_bits[one], right.sound_bits[other])
    exact = level == Alike.EXACT
    worth[exact] = exact_bits(left.bits[one[exact]], right.bits[other[exact]]) - table[Alike.EXACT]
    worth[level == Alike.INITIAL] = own["letter"]
    worth[level == Alike.NOT] = 0
    found: Floats = (worth + table[level]).astype(np.float32)
    return found


def exact_bits(one: Floats, other: Floats) -> Floats:
    """What it is worth that two words are the same."""
    own = weights().word
    found: Floats = np.minimum(one, other) + np.float32(own["exact"])
    return found
