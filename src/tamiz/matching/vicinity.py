"""Finds for many words at once the listed words that may be the same, and what that is worth.

For each way to agree (``Level``) the words that agree in that way *or a closer one* form a set;
the likelihood ratio is how often one person's word differs so much between two records, divided
by how many people bear a word of that set. A rare neighbourhood makes even a misspelt agreement
telling; a crowded one makes it worthless. Nothing here is guessed about single names.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.deletions import SOUND_EDITS, edits_allowed
from tamiz.matching.index import Index
from tamiz.matching.levels import Level
from tamiz.matching.rarity import UNSEEN
from tamiz.matching.spans import once, spread
from tamiz.matching.spelling import Spellings
from tamiz.matching.weights import WordWeights
from tamiz.model import PartyType
from tamiz.normalise.forms import families_of_each
from tamiz.normalise.keys import outlines, skeletons, sounds

LEAST_BITS = -2.0  # what so many words share that it proves less is no agreement
SAME_INITIAL = 1 / 12  # one person in twelve shares a first letter
# The levels that a pair of single words can have. Where two give the same bits the later is told.
LEVELS = (
    Level.EXACT,
    Level.SOUND,
    Level.FORM,
    Level.BONES,
    Level.OUTLINE,
    Level.INITIAL,
    Level.ONE_EDIT,
    Level.TWO_EDITS,
    Level.NEAR_SOUND,
)
_AT = {level: at for at, level in enumerate(LEVELS)}

_RANKS = 4  # bits that hold the rank of a level
_LISTED = 32  # bits that hold the number of a listed word


class Near(NamedTuple):
    """Pairs of a given word and a listed one, by given and listed word, each pair once.

    ``level`` is a position in ``LEVELS``; ``bits`` what the agreement gives.
    """

    given: NDArray[np.int64]
    listed: NDArray[np.int64]
    level: NDArray[np.uint8]
    bits: NDArray[np.float32]

    def only(self, chosen: NDArray[np.bool_]) -> "Near":
        """Some of the pairs."""
        return Near(self.given[chosen], self.listed[chosen], self.level[chosen], self.bits[chosen])


class _Pairs(NamedTuple):
    """Pairs of a given word and a listed one that agree in one way."""

    level: Level
    given: NDArray[np.int64]
    listed: NDArray[np.int64]


class Vicinity:
    """Finds the words of one index that are near given ones, for names of one party type.

    ``together`` is what each word loses because words of one name go together. Only persons have
    initials.
    """

    def __init__(
        self, index: Index, kind: PartyType, weights: WordWeights, *, together: float
    ) -> None:
        self._index, self._most, self._together = index, weights.most, together
        self._is_person = kind is PartyType.PERSON
        self._share = index.shares(kind)
        self._ratios = np.array([getattr(weights, level.value) for level in LEVELS])
        self._words = Spellings(index.words, index.array("left"), index.array("left_word"))
        self._sounds = Spellings(
            index.sounds, index.array("heard_left"), index.array("heard_left_word")
        )

    def near(self, words: list[str]) -> Near:
        """Every listed word that may be one of these words."""
        pairs = list(self._pairs(words))
        given = np.concatenate([found.given for found in pairs])
        listed = np.concatenate([found.listed for found in pairs])
        level = np.repeat(
            np.array([_AT[found.level] for found in pairs], dtype=np.uint8),
            [len(found.given) for found in pairs],
        )
        crowds = self._crowds(words, given * len(LEVELS) + level.astype(np.int64), listed)
        return self._best(given, listed, level, self._bits(crowds))

    def _best(
        self,
        given: NDArray[np.int64],
        listed: NDArray[np.int64],
        level: NDArray[np.uint8],
        bits: NDArray[np.float64],
    ) -> Near:
        """The pairs, each with the level that gives most; ``bits`` are those of word and level."""
        order = bits.argsort(axis=1, kind="stable")
        kept = bits[given, level] > LEAST_BITS
        rank = order.argsort(axis=1)[given[kept], level[kept]]
        # Numbers are sorted far faster than columns: a pair and the rank of its level in one.
        ranked = (given[kept] << _LISTED | listed[kept]) << _RANKS | rank
        ranked.sort()
        ranked = ranked[once(ranked >> _RANKS)]
        given, listed = ranked >> _LISTED + _RANKS, ranked >> _RANKS & (1 << _LISTED) - 1
        level = order[given, ranked & (1 << _RANKS) - 1].astype(np.uint8)
        return Near(given, listed, level, bits[given, level].astype(np.float32))

    def _pairs(self, words: list[str]) -> Iterable[_Pairs]:
        """For each level the pairs that agree so, whatever it is worth."""
        heard = sounds(words)
        for level, name, keys in (
            (Level.EXACT, "hash", words),
            (Level.SOUND, "sound", heard),
            (Level.BONES, "bones", skeletons(heard)),
            (Level.OUTLINE, "outline", outlines(words)),
        ):
            yield _Pairs(level, *self._with_key(name, keys))
        yield self._of_one_family(words)
        if self._is_person:
            letters = [word[0] for word in words]
            yield _Pairs(Level.INITIAL, *self._with_key("hash", letters))
        edits = self._words.near(words, [edits_allowed(len(word)) for word in words])
        for level, count in ((Level.ONE_EDIT, 1), (Level.TWO_EDITS, 2)):
            so = edits.edits == count
            yield _Pairs(level, edits.given[so], edits.found[so])
        yield self._misheard(heard)

    def _with_key(self, keys: str, texts: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which text, and the number of a listed word that has it for its key."""
        whose, places = self._index.find_all(keys, texts)
        return whose, self._index.array(f"{keys}_word")[places].astype(np.int64)

    def _of_one_family(self, words: list[str]) -> _Pairs:
        """Forms and nicknames of one name, the word itself left out."""
        of_each = families_of_each(words)
        families = [(at, key) for at, keys in enumerate(of_each) for key in keys]
        which, listed = self._with_key("form", [key for _, key in families])
        given = np.array([at for at, _ in families], dtype=np.int64)[which]
        own, same = self._with_key("hash", words)
        others = np.setdiff1d(given << 32 | listed, own << 32 | same)
        return _Pairs(Level.FORM, others >> 32, others & 0xFFFFFFFF)

    def _misheard(self, sounds: list[str]) -> _Pairs:
        """Words whose sound is one letter from these."""
        # Sounds are shorter than words and more alike: a short one is near too many others.
        most = [min(edits_allowed(len(key) - 1), SOUND_EDITS) for key in sounds]
        near = self._sounds.near(sounds, most)
        words, at = self._index.words_by_sound
        first = at[near.found]
        counts = at[near.found + 1] - first
        return _Pairs(Level.NEAR_SOUND, near.given.repeat(counts), words[spread(first, counts)])

    def _crowds(
        self, words: list[str], group: NDArray[np.int64], listed: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """For each word and level the share of people who bear a word that agrees so or closer."""
        size = len(words) * len(LEVELS)
        shares = np.bincount(group, self._share[listed], size).reshape(-1, len(LEVELS))
        of = {level: shares[:, at] for level, at in _AT.items()}
        own, heard = np.maximum(of[Level.EXACT], UNSEEN), np.maximum(of[Level.SOUND], UNSEEN)
        one_edit = own + of[Level.ONE_EDIT] + UNSEEN
        crowds = {
            Level.EXACT: own,
            Level.SOUND: heard,
            Level.FORM: own + np.maximum(of[Level.FORM], UNSEEN),
            Level.BONES: of[Level.BONES],
            Level.OUTLINE: of[Level.OUTLINE],
            Level.INITIAL: np.full(len(words), SAME_INITIAL),
            Level.ONE_EDIT: one_edit,
            Level.TWO_EDITS: one_edit + of[Level.TWO_EDITS] + UNSEEN,
            Level.NEAR_SOUND: heard + of[Level.NEAR_SOUND] + UNSEEN,
        }
        return np.stack([crowds[level] for level in LEVELS], axis=1)

    def _bits(self, crowds: NDArray[np.float64]) -> NDArray[np.float64]:
        """The weight of each agreement, the dependence between words of a name taken off."""
        ratios = np.log2(self._ratios / np.maximum(crowds, UNSEEN))
        found: NDArray[np.float64] = np.minimum(ratios, self._most) - self._together
        return found
