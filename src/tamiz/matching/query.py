"""A name to look for, prepared once: its words, and for each the listed words near it."""

from functools import lru_cache
from math import log2

import numpy as np

from tamiz.matching.build import parse_name, written_as_one
from tamiz.matching.index import Index
from tamiz.matching.neighbours import SAME_INITIAL, Level, Neighbourhood, Neighbours
from tamiz.matching.rarity import PSEUDO_PARTIES, UNSEEN
from tamiz.matching.reach import NOTHING, Reach, best_of, reach_of
from tamiz.matching.weights import Weights
from tamiz.model import Name, PartyType
from tamiz.normalise.keys import joined_sound
from tamiz.normalise.names import ParsedName

KEPT_JOINS = 1 << 15  # joined spellings whose listed counterparts are kept in memory


class Joined:
    """Words first..last of one side that are one word of the other, and the bits this gives."""

    __slots__ = ("bits", "first", "last", "other_first", "other_last")

    def __init__(
        self, first: int, last: int, other_first: int, other_last: int, bits: float
    ) -> None:
        self.first, self.last = first, last
        self.other_first, self.other_last = other_first, other_last
        self.bits = bits


class Query:
    """One name of a subject against one index.

    ``near[i]`` is the neighbourhood of word i. ``joined_here`` maps a listed word to the words of
    this name that it may be when written as one; ``joined_there`` maps a listed name to the pairs
    of its words that are one word here. ``reaches`` holds, for each word and join, the names it
    may agree with and the most that this can gain over its differing; ``slack`` is what initials
    can gain, which no reach follows. ``wholes`` are the name's spellings as one word.
    """

    __slots__ = (
        "initial_bits",
        "joined_here",
        "joined_there",
        "name",
        "near",
        "parsed",
        "reaches",
        "slack",
        "wholes",
    )

    def __init__(self, name: Name, parsed: ParsedName, near: list[Neighbourhood]) -> None:
        self.name, self.parsed, self.near = name, parsed, near
        self.joined_here: dict[int, list[Joined]] = {}
        self.joined_there: dict[int, list[Joined]] = {}
        self.reaches = [found.reach for found in near if len(found.reach.names)]
        self.initial_bits = self.slack = 0.0
        self.wholes = _wholes(parsed)

    def initials(self) -> int:
        """How many words of the name are initials."""
        return sum(len(word.text) == 1 for word in self.parsed.words)


def _wholes(parsed: ParsedName) -> tuple[str, ...]:
    """The name as one word; where no roles are told, also with its first word last."""
    whole = written_as_one(parsed)
    first = parsed.words[0]
    turned = whole[len(first.text) :] + first.text
    return (whole,) if first.role is not None or turned == whole else (whole, turned)


def taken_together(kind: PartyType, weights: Weights) -> float:
    """The bits that every word of a name but one loses: those of one name go together."""
    return weights.word.together if kind is PartyType.PERSON else weights.organisation.together


class QueryMaker:
    """Prepares names of one party type for one index."""

    def __init__(self, index: Index, kind: PartyType, weights: Weights, *, relief: float) -> None:
        self._index, self._kind, self._weights = index, kind, weights.word
        self._relief = relief
        self._together = taken_together(kind, weights)
        self._neighbours = Neighbours(
            index, kind, weights.word, relief=relief, together=self._together
        )
        self._share = index.shares(kind)
        self._joined_words = lru_cache(KEPT_JOINS)(self._find_joined_words)
        self._joined_names = lru_cache(KEPT_JOINS)(self._find_joined_names)

    def prepare(self, name: Name) -> Query | None:
        """The query for a name; None if nothing in the name can be compared."""
        parsed = parse_name(name, self._kind)
        if not parsed.words:
            return None
        query = Query(name, parsed, [self._neighbours.of(word.text) for word in parsed.words])
        query.initial_bits = self._bits(self._weights.initial, SAME_INITIAL)
        if self._kind is PartyType.PERSON:
            query.slack = query.initials() * (query.initial_bits + self._relief)
        for first, last, text in parsed.joins:
            self._join_here(query, first, last, text)
        for at, word in enumerate(parsed.words):
            self._join_there(query, at, word.text)
        return query

    def _join_here(self, query: Query, first: int, last: int, text: str) -> None:
        words, bits, reach = self._joined_words(text)
        for word in words:
            query.joined_here.setdefault(word, []).append(Joined(first, last, -1, -1, bits))
        if words:
            query.reaches.append(reach)

    def _join_there(self, query: Query, at: int, text: str) -> None:
        joins, reach = self._joined_names(text)
        for name, first, last, bits in joins:
            query.joined_there.setdefault(name, []).append(Joined(at, at, first, last, bits))
        if joins:
            query.reaches.append(reach)

    def _find_joined_words(self, text: str) -> tuple[list[int], float, Reach]:
        """The listed words that sound like a join, what such an agreement gives, their names."""
        words = self._index.find("glued", joined_sound(text), column="glued_word").astype(np.int64)
        if not len(words):
            return [], 0.0, NOTHING
        bits = self._bits(self._weights.joined, float(self._share[words].sum()))
        gains = np.full(len(words), self._gain(bits), dtype=np.float32)
        return words.tolist(), bits, reach_of(self._index, words, gains)

    def _find_joined_names(self, text: str) -> tuple[list[tuple[int, int, int, float]], Reach]:
        """The listed names with words that, joined, sound like a word of the subject's."""
        key = joined_sound(text)
        names = self._index.find("join", key, column="join_name")
        if not len(names):
            return [], NOTHING
        firsts = self._index.find("join", key, column="join_first").tolist()
        lasts = self._index.find("join", key, column="join_last").tolist()
        crowd = len(names) / (len(self._index.name_record) + PSEUDO_PARTIES)
        bits = self._bits(self._weights.joined, crowd)
        gains = np.full(len(names), self._gain(bits), dtype=np.float32)
        joins = [(*join, bits) for join in zip(names.tolist(), firsts, lasts, strict=True)]
        return joins, best_of(names, gains)

    def _gain(self, bits: float) -> float:
        """What a join gains at most: it relieves two words of differing."""
        return bits + 2 * self._relief

    def _bits(self, share: float, crowd: float) -> float:
        bits = min(log2(share / max(crowd, UNSEEN)), self._weights.most)
        return max(bits - self._together, 0.0)


__all__ = ["Joined", "Level", "Query", "QueryMaker"]
