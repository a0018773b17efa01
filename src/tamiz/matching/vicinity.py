"""Finds for many words at once the listed words that may be the same, and what that is worth.

For each way to agree (``Level``) the words that agree in that way *or a closer one* form a set;
the likelihood ratio is how often one person's word differs so much between two records, divided
by how many people bear a word of that set. A rare neighbourhood makes even a misspelt agreement
telling; a crowded one makes it worthless. Nothing here is guessed about single names.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
    level: NDArray[np.int64]
    bits: NDArray[np.float32]

    def only(self, chosen: NDArray[np.bool_]) -> "Near":
        """Some of the pairs."""
        return Near(self.given[chosen], self.listed[chosen], self.level[chosen], self.bits[chosen])


class _Pairs(NamedTuple):
    """Pairs of a given word and a listed one, and how they agree: a position in ``LEVELS``."""

    given: NDArray[np.int64]
    listed: NDArray[np.int64]
    level: NDArray[np.int64]


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
        self._spellings = Spellings(
            index.words, index.sounds, index.array("left"), index.array("left_number")
        )

    def near(self, words: list[str]) -> Near:
        """Every listed word that may be one of these words."""
        heard = sounds(words)
        given, listed, level = (
            np.concatenate(columns)
            for columns in zip(
                self._with_keys(words, heard), self._misspelt(words, heard), strict=True
            )
        )
        crowds = self._crowds(words, given * len(LEVELS) + level, listed)
        return self._best(given, listed, level, self._bits(crowds))

    def _best(
        self,
        given: NDArray[np.int64],
        listed: NDArray[np.int64],
        level: NDArray[np.int64],
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
        level = order[given, ranked & (1 << _RANKS) - 1]
        return Near(given, listed, level, bits[given, level].astype(np.float32))

    def _with_keys(self, words: list[str], heard: list[str]) -> _Pairs:
        """The pairs that agree in a key, whatever it is worth."""
        alike = [
            (Level.EXACT, "word", words),
            (Level.SOUND, "sound", heard),
            (Level.BONES, "bones", skeletons(heard)),
            (Level.OUTLINE, "outline", outlines(words)),
        ]
        if self._is_person:
            alike.append((Level.INITIAL, "word", [word[0] for word in words]))
        of_each = families_of_each(words)
        families = [key for keys in of_each for key in keys]
        every = np.arange(len(words))
        given = [every] * len(alike) + [every.repeat([len(keys) for keys in of_each])]
        levels = [_AT[level] for level, _, _ in alike] + [_AT[Level.FORM]]
        level = np.array(levels).repeat([len(some) for some in given])
        keys = [(kind, texts) for _, kind, texts in alike]
        which, listed = self._index.find_words([*keys, ("form", families)])
        pairs = _Pairs(np.concatenate(given)[which], listed, level[which])
        return _each_form_once(pairs, len(words))

    def _misspelt(self, words: list[str], heard: list[str]) -> _Pairs:
        """The pairs a few letters apart, and those whose sounds are."""
        near = self._spellings.near(words, heard)
        spelt = int(near.given.searchsorted(len(words)))
        one_edit, two_edits = _AT[Level.ONE_EDIT], _AT[Level.TWO_EDITS]
        level = np.where(near.edits[:spelt] == 1, one_edit, two_edits)
        listed, at = self._index.words_by_sound
        sound = near.found[spelt:] - len(self._index.words)
        first = at[sound]
        counts = at[sound + 1] - first
        misheard = listed[spread(first, counts)]
        return _Pairs(
            np.concatenate([near.given[:spelt], (near.given[spelt:] - len(words)).repeat(counts)]),
            np.concatenate([near.found[:spelt], misheard]),
            np.concatenate([level, np.full(len(misheard), _AT[Level.NEAR_SOUND])]),
        )

    def _crowds(
        self, words: list[str], group: NDArray[np.int64], listed: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """For each word and level the share of people who bear a word that agrees so or closer."""
        size = len(words) * len(LEVELS)
        shares = np.bincount(group, self._share[listed], size).astype(np.float64)
        crowds = shares.reshape(-1, len(LEVELS))
        of = {level: crowds[:, at] for level, at in _AT.items()}
        np.maximum(of[Level.EXACT], UNSEEN, out=of[Level.EXACT])
        np.maximum(of[Level.SOUND], UNSEEN, out=of[Level.SOUND])
        np.maximum(of[Level.FORM], UNSEEN, out=of[Level.FORM])
        of[Level.FORM] += of[Level.EXACT]
        of[Level.INITIAL][:] = SAME_INITIAL
        of[Level.ONE_EDIT][:] = of[Level.EXACT] + of[Level.ONE_EDIT] + UNSEEN
        of[Level.TWO_EDITS][:] = of[Level.ONE_EDIT] + of[Level.TWO_EDITS] + UNSEEN
        of[Level.NEAR_SOUND][:] = of[Level.SOUND] + of[Level.NEAR_SOUND] + UNSEEN
        return crowds

    def _bits(self, crowds: NDArray[np.float64]) -> NDArray[np.float64]:
        """The weight of each agreement, the dependence between words of a name taken off."""
        ratios = np.log2(self._ratios / np.maximum(crowds, UNSEEN))
        found: NDArray[np.float64] = np.minimum(ratios, self._most) - self._together
        return found


def _each_form_once(pairs: _Pairs, words: int) -> _Pairs:
    """The pairs, those that agree as forms last, each of these once and the word itself left out.

    A word may share several families with another. ``words`` is how many words are given.
    """
    is_form = pairs.level == _AT[Level.FORM]
    if not is_form.any():
        return pairs
    is_same = pairs.level == _AT[Level.EXACT]
    own = np.full(words, -1)
    own[pairs.given[is_same]] = pairs.listed[is_same]
    is_other = is_form & (pairs.listed != own[pairs.given])
    forms = pairs.given[is_other] << _LISTED | pairs.listed[is_other]
    forms.sort()
    forms = forms[once(forms)]
    rest = ~is_form
    return _Pairs(
        np.concatenate([pairs.given[rest], forms >> _LISTED]),
        np.concatenate([pairs.listed[rest], forms & (1 << _LISTED) - 1]),
        np.concatenate([pairs.level[rest], np.full(len(forms), _AT[Level.FORM])]),
    )
