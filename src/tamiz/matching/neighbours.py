"""Which listed words may be the same as a given one, and what that would be worth.

For each way to agree (``Level``) the words that agree in that way *or a closer one* form a set;
the likelihood ratio is how often one person's word differs so much between two records, divided
by how many people bear a word of that set. A rare neighbourhood makes even a misspelt agreement
telling; a crowded one makes it worthless. Nothing here is guessed about single names.
"""

from enum import StrEnum
from math import log2

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from tamiz.matching.build import letters_of
from tamiz.matching.index import Index
from tamiz.matching.rarity import UNSEEN
from tamiz.matching.weights import WordWeights
from tamiz.model import PartyType
from tamiz.normalise.forms import forms_of
from tamiz.normalise.keys import skeleton, sound

LEAST_BITS = 0.1  # an agreement of common words proves nothing, but it is no conflict either
KEPT_WORDS = 50_000  # neighbourhoods kept in memory: the working vocabulary of a large cohort


class Level(StrEnum):
    """How closely two name words agree."""

    EXACT = "exact"
    SOUND = "sound"
    FORM = "form"
    BONES = "bones"
    ONE_EDIT = "one_edit"
    TWO_EDITS = "two_edits"
    THREE_EDITS = "three_edits"
    JOINED = "joined"
    INITIAL = "initial"


EDITS = (Level.EXACT, Level.ONE_EDIT, Level.TWO_EDITS, Level.THREE_EDITS)


class Neighbourhood:
    """The listed words near one word: for each its id, how it agrees, and the bits it gives."""

    __slots__ = ("bits", "by_word", "words")

    def __init__(self, found: dict[int, tuple[float, Level]]) -> None:
        self.by_word = found
        self.words = np.fromiter(found, dtype=np.int64, count=len(found))
        self.bits = np.fromiter((bits for bits, _ in found.values()), np.float32, len(found))


def edits_allowed(length: int) -> int:
    """How many typing errors a word of this length may hold and still be recognised."""
    shortest_by_edits = (4, 7, 11)
    return sum(length >= shortest for shortest in shortest_by_edits)


class Neighbours:
    """Finds neighbourhoods in one index for names of one party type, and remembers them."""

    def __init__(self, index: Index, kind: PartyType, weights: WordWeights) -> None:
        self._index, self._weights = index, weights
        self._share = index.shares(kind)
        self._letters: NDArray[np.uint64] = index.array("word_letters")
        self._length: NDArray[np.uint8] = index.array("word_length")
        self._kept: dict[str, Neighbourhood] = {}

    def of(self, word: str) -> Neighbourhood:
        """Every listed word that may be ``word``."""
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) >= KEPT_WORDS:
                self._kept.clear()
            found = self._kept[word] = self._gather(word)
        return found

    def _gather(self, word: str) -> Neighbourhood:
        best: dict[int, tuple[float, Level]] = {}
        if len(word) == 1:
            return Neighbourhood(best)
        for level, words, crowd in self._levels(word):
            bits = max(self._bits(level, crowd), LEAST_BITS)
            for number in words:
                if number not in best or bits > best[number][0]:
                    best[number] = (bits, level)
        return Neighbourhood(best)

    def _levels(self, word: str) -> list[tuple[Level, list[int], float]]:
        """For each level the words that agree so, and the share of people in its set."""
        exact = self._with_key("hash", word)
        heard = self._with_key("sound", sound(word))
        bones = self._with_key("bones", skeleton(word)) if skeleton(word) else []
        forms = [number for form in forms_of(word) for number in self._with_key("hash", form)]
        initial = self._with_key("hash", word[0])
        own = self._crowd(exact)
        levels = [
            (Level.EXACT, exact, own),
            (Level.SOUND, heard, self._crowd(heard)),
            (Level.FORM, forms, own + self._crowd(forms)),
            (Level.BONES, bones, self._crowd(bones)),
            (Level.INITIAL, initial, 1 / 12),  # one person in twelve shares a first letter
        ]
        return levels + self._misspelt(word, own)

    def _misspelt(self, word: str, own: float) -> list[tuple[Level, list[int], float]]:
        most = edits_allowed(len(word))
        if most == 0:
            return []
        words, distances = self._within(word, most)
        found, crowd = [], own
        for edits in range(1, most + 1):
            here = words[distances == edits]
            crowd += float(self._share[here].sum()) + UNSEEN
            found.append((EDITS[edits], here.tolist(), crowd))
        return found

    def _within(self, word: str, most: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Words at most ``most`` edits away, and how many edits; nothing is missed.

        An edit changes at most two members of the set of letters and the length by one, so words
        further away in either cannot be within reach and are not compared letter by letter.
        """
        letters = np.bitwise_count(self._letters ^ np.uint64(letters_of(word)))
        near = letters <= 2 * most
        near &= np.abs(self._length.astype(np.int16) - len(word)) <= most
        numbers = np.flatnonzero(near)
        texts = [self._index.words[number] for number in numbers.tolist()]
        if not texts:
            return numbers, np.empty(0, dtype=np.int32)
        distances = cdist([word], texts, scorer=OSA.distance, score_cutoff=most, dtype=np.int32)[0]
        return numbers, distances

    def _with_key(self, keys: str, text: str) -> list[int]:
        found: list[int] = self._index.find(keys, text, column=f"{keys}_word").tolist()
        return found

    def _crowd(self, words: list[int]) -> float:
        """The share of people who bear one of these words."""
        return float(self._share[words].sum()) if words else UNSEEN

    def _bits(self, level: Level, crowd: float) -> float:
        """The weight of one agreement, the dependence between words of a name taken off."""
        ratio: float = getattr(self._weights, level.value) / max(crowd, UNSEEN)
        return min(log2(ratio), self._weights.most) - self._weights.together
