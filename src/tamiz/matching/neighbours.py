"""Which listed words may be the same as a given one, and what that would be worth.

For each way to agree (``Level``) the words that agree in that way *or a closer one* form a set;
the likelihood ratio is how often one person's word differs so much between two records, divided
by how many people bear a word of that set. A rare neighbourhood makes even a misspelt agreement
telling; a crowded one makes it worthless. Nothing here is guessed about single names.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache, partial
from math import log2

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.deletions import SOUND_EDITS, edits_allowed
from tamiz.matching.index import Index
from tamiz.matching.rarity import UNSEEN
from tamiz.matching.reach import Reach, reach_of
from tamiz.matching.spelling import Spellings
from tamiz.matching.weights import WordWeights
from tamiz.model import PartyType
from tamiz.normalise.forms import forms_of
from tamiz.normalise.keys import outline, skeleton, sound

KEPT_NAMES = 8_000_000  # names kept in neighbourhoods, 8 bytes each: the words of a large cohort
LEAST_BITS = -2.0  # what so many words share that it proves less is no agreement
SAME_INITIAL = 1 / 12  # one person in twelve shares a first letter


class Level(StrEnum):
    """How closely two name words agree."""

    EXACT = "exact"
    SOUND = "sound"
    FORM = "form"
    BONES = "bones"
    ONE_EDIT = "one_edit"
    NEAR_SOUND = "near_sound"
    TWO_EDITS = "two_edits"
    OUTLINE = "outline"
    JOINED = "joined"
    INITIAL = "initial"


EDITS = (Level.ONE_EDIT, Level.TWO_EDITS)
_Found = tuple[Level, NDArray[np.int64], float]


class Neighbourhood:
    """The listed words near one word: for each how it agrees and its bits; and their names."""

    __slots__ = ("_relief", "by_word", "reach")

    def __init__(self, found: dict[int, tuple[float, Level]], reach: Reach, relief: float) -> None:
        self.by_word, self.reach, self._relief = found, reach, relief

    def gain(self, word: int) -> float:
        """How much better it is to pair with this listed word than to differ from it."""
        found = self.by_word.get(word)
        return 0.0 if found is None else found[0] + self._relief


class Neighbours:
    """Finds neighbourhoods in one index for names of one party type, and remembers them.

    ``relief`` is what a pair of words that differ costs at least, ``together`` what each word
    loses because words of one name go together. Only persons have initials.
    """

    def __init__(
        self,
        index: Index,
        kind: PartyType,
        weights: WordWeights,
        *,
        relief: float,
        together: float,
    ) -> None:
        self._index, self._weights, self._relief = index, weights, relief
        self._together, self._is_person = together, kind is PartyType.PERSON
        self._share = index.shares(kind)
        self._words = Spellings(index.words, index.array("left"), index.array("left_word"))
        self._sounds = Spellings(
            index.sounds, index.array("heard_left"), index.array("heard_left_word")
        )
        self._initial = lru_cache(64)(partial(self._with_key, "hash"))
        self._kept: dict[str, Neighbourhood] = {}
        self._kept_names = 0

    def of(self, word: str) -> Neighbourhood:
        """Every listed word that may be ``word``."""
        found = self._kept.get(word)
        if found is None:
            found = self._gather(word)
            self._keep(word, found)
        return found

    def _keep(self, word: str, found: Neighbourhood) -> None:
        if self._kept_names > KEPT_NAMES:
            self._kept.clear()
            self._kept_names = 0
        self._kept[word] = found
        self._kept_names += len(found.reach.names)

    def _gather(self, word: str) -> Neighbourhood:
        best: dict[int, tuple[float, Level]] = {}
        if len(word) > 1 or not self._is_person:
            levels = [
                (self.bits(level, crowd), level, at) for level, at, crowd in self._levels(word)
            ]
            levels.sort(key=lambda found: found[0])
            for bits, level, words in levels:
                if bits > LEAST_BITS:
                    best.update(dict.fromkeys(words.tolist(), (bits, level)))
        words = np.fromiter(best, dtype=np.int64, count=len(best))
        gains = np.fromiter((bits for bits, _ in best.values()), np.float32, len(best))
        reach = reach_of(self._index, words, gains + np.float32(self._relief))
        return Neighbourhood(best, reach, self._relief)

    def _levels(self, word: str) -> Iterator[_Found]:
        """For each level the words that agree so, and the share of people in its set."""
        exact = self._with_key("hash", word)
        heard = self._with_key("sound", sound(word))
        own = self._crowd(exact)
        yield Level.EXACT, exact, own
        yield Level.SOUND, heard, self._crowd(heard)
        forms = [number for form in forms_of(word) for number in self._with_key("hash", form)]
        if forms:
            yield Level.FORM, np.array(forms), own + self._crowd(np.array(forms))
        for level, key in ((Level.BONES, skeleton(word)), (Level.OUTLINE, outline(word))):
            if key:
                alike = self._with_key(level.value, key)
                yield level, alike, self._crowd(alike)
        if self._is_person:
            yield Level.INITIAL, self._initial(word[0]), SAME_INITIAL
        yield from self._misspelt(word, own)
        yield from self._misheard(word, self._crowd(heard))

    def _misspelt(self, word: str, own: float) -> Iterator[_Found]:
        crowd = own
        for level, words in zip(
            EDITS, self._words.within(word, edits_allowed(len(word))), strict=False
        ):
            here = np.array(words, dtype=np.int64)
            crowd += float(self._share[here].sum()) + UNSEEN
            yield level, here, crowd

    def _misheard(self, word: str, own: float) -> Iterator[_Found]:
        """Words whose sound is one letter from this word's sound."""
        key = sound(word)
        # Sounds are shorter than words and more alike: a short one is near too many others.
        most = min(edits_allowed(len(key) - 1), SOUND_EDITS)
        for sounds in self._sounds.within(key, most):
            here = self._sounding(np.array(sounds, dtype=np.int64))
            yield Level.NEAR_SOUND, here, own + float(self._share[here].sum()) + UNSEEN

    def _sounding(self, sounds: NDArray[np.int64]) -> NDArray[np.int64]:
        """The words that have one of these sounds."""
        words, at = self._index.words_by_sound
        if not len(sounds):
            return sounds
        first = at[sounds]
        counts = at[sounds + 1] - first
        ends = counts.cumsum()
        found: NDArray[np.int64] = words[
            np.arange(ends[-1]) + (first - ends + counts).repeat(counts)
        ]
        return found

    def _with_key(self, keys: str, text: str) -> NDArray[np.int64]:
        return self._index.find(keys, text, column=f"{keys}_word").astype(np.int64)

    def _crowd(self, words: NDArray[np.int64]) -> float:
        """The share of people who bear one of these words."""
        return float(self._share[words].sum()) if len(words) else UNSEEN

    def bits(self, level: Level, crowd: float) -> float:
        """The weight of one agreement, the dependence between words of a name taken off."""
        ratio: float = getattr(self._weights, level.value) / max(crowd, UNSEEN)
        return min(log2(ratio), self._weights.most) - self._together
