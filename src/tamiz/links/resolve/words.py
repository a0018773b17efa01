"""Two words of names: how they are alike. Each two words are compared once for a whole file."""

from enum import IntEnum

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from tamiz.links.resolve.arrays import Floats, Ints, Levels, combos
from tamiz.links.resolve.people import Vocabulary
from tamiz.links.resolve.weights import weights

SHORTEST_NEAR, SHORTEST_FAR = 4, 7  # letters of the shorter word for one edit, and for two


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


def compare_words(
    left: Vocabulary, left_words: Ints, right: Vocabulary, right_words: Ints
) -> tuple[Levels, Floats]:
    """Level and bits for each two words."""
    if not len(left_words):
        return np.zeros(0, dtype=np.int8), np.zeros(0, dtype=np.float32)
    wide = max(len(right.texts), 1)
    pairs, back = np.unique(left_words * wide + right_words, return_inverse=True)
    one, other = np.divmod(pairs, wide)
    level = _levels(left, one, right, other)
    return level[back], _bits(left, one, right, other, level)[back]


def _levels(left: Vocabulary, one: Ints, right: Vocabulary, other: Ints) -> Levels:
    lengths = np.diff(left.texts.start)[one], np.diff(right.texts.start)[other]
    shorter = np.minimum(*lengths)
    edits = np.full(len(one), 9, dtype=np.int8)
    maybe = (shorter >= SHORTEST_NEAR) & (np.abs(lengths[0] - lengths[1]) <= 2)
    edits[maybe] = cpdist(
        left.texts.take(one[maybe]),
        right.texts.take(other[maybe]),
        scorer=OSA.distance,
        score_cutoff=2,
        dtype=np.int8,
    )
    found = np.zeros(len(one), dtype=np.int8)
    for level, holds in (
        (Alike.INITIAL, (shorter == 1) & (_first(left, one) == _first(right, other))),
        (Alike.FAR, (edits == 2) & (shorter >= SHORTEST_FAR)),
        (Alike.FAR, (left.outline[one] == right.outline[other]) & (shorter > 3)),
        (Alike.FORM, _forms(left, one, right, other)),
        (Alike.BONES, left.bones[one] == right.bones[other]),
        (Alike.NEAR, edits <= 1),
        (Alike.SOUND, left.sound[one] == right.sound[other]),
        (Alike.EXACT, left.word[one] == right.word[other]),
    ):
        found[holds] = level
    return found


def _first(words: Vocabulary, at: Ints) -> Ints:
    return words.texts.data[words.texts.start[at]].astype(np.int64)


def _forms(left: Vocabulary, one: Ints, right: Vocabulary, other: Ints) -> Levels:
    both = combos(left.family_start, one, right.family_start, other)
    same = left.family[both.left] == right.family[both.right]
    found = np.zeros(len(one), dtype=np.bool_)
    found[both.pair[same]] = True
    return found


def _bits(left: Vocabulary, one: Ints, right: Vocabulary, other: Ints, level: Levels) -> Floats:
    """The rarer of two words tells nothing where they are only alike: a typing error is rare."""
    own = weights().word
    table = np.array(
        [0.0 if each is Alike.NOT else own[each.name.lower()] for each in Alike], dtype=np.float32
    )
    exact = np.minimum(left.bits[one], right.bits[other])
    heard = np.minimum(left.sound_bits[one], right.sound_bits[other])
    worth = np.where(level == Alike.EXACT, np.minimum(exact, own["most"]), 0)
    worth = np.where(
        (level > Alike.NOT) & (level < Alike.EXACT), np.minimum(heard, own["most_unlike"]), worth
    )
    worth = np.where(level == Alike.INITIAL, 5.0, worth)
    found: Floats = (worth + table[level]).astype(np.float32)
    return np.where(level == Alike.NOT, np.float32(0), found)
