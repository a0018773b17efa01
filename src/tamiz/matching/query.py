"""A name to look for, prepared once: its words, and for each the listed words near it."""

from math import log2

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.index import Index
from tamiz.matching.neighbours import Level, Neighbourhood, Neighbours
from tamiz.matching.rarity import UNSEEN
from tamiz.matching.weights import WordWeights
from tamiz.model import Name, PartyType
from tamiz.normalise.keys import sound
from tamiz.normalise.names import ParsedName, parse_organisation, parse_person

LONGEST_INITIAL = 1
FAINT = 1.0  # bits: an agreement worth less is one of very common words, borne by thousands


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
    of its words that are one word here.
    """

    __slots__ = ("initial_bits", "joined_here", "joined_there", "name", "near", "parsed")

    def __init__(self, name: Name, parsed: ParsedName, near: list[Neighbourhood]) -> None:
        self.name, self.parsed, self.near = name, parsed, near
        self.joined_here: dict[int, list[Joined]] = {}
        self.joined_there: dict[int, list[Joined]] = {}
        self.initial_bits = 0.0

    def slack(self) -> float:
        """The most bits that what ``reach`` leaves out, initials and faint agreements, can add."""
        return self.initials() * self.initial_bits + FAINT * len(self.near)

    def initials(self) -> int:
        """How many words of the name are initials."""
        return sum(len(word.text) <= LONGEST_INITIAL for word in self.parsed.words)


class QueryMaker:
    """Prepares names of one party type for one index."""

    def __init__(self, index: Index, kind: PartyType, weights: WordWeights) -> None:
        self._index, self._kind, self._weights = index, kind, weights
        self._neighbours = Neighbours(index, kind, weights)
        self._share = index.shares(kind)

    def prepare(self, name: Name) -> Query | None:
        """The query for a name; None if nothing in the name can be compared."""
        person = self._kind is PartyType.PERSON
        parsed = parse_person(name) if person else parse_organisation(name)
        if not parsed.words:
            return None
        query = Query(name, parsed, [self._neighbours.of(word.text) for word in parsed.words])
        query.initial_bits = self._bits(self._weights.initial, 1 / 12)
        for first, last, text in parsed.joins:
            self._join_here(query, first, last, text)
        for at, word in enumerate(parsed.words):
            self._join_there(query, at, word.text)
        return query

    def reach(self, query: Query) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """All listed names with a word near one of the query's, and at most how many bits each.

        A name may occur several times: its bits add up to no less than its words can give, but
        for agreements of less than ``FAINT`` bits, which ``slack`` makes up for.
        """
        names: list[NDArray[np.int32]] = []
        bits: list[NDArray[np.float32]] = []

        def take(found: NDArray[np.int32], worth: float) -> None:
            names.append(found)
            bits.append(np.full(len(found), worth, dtype=np.float32))

        for near in query.near:
            for word, worth in zip(near.words.tolist(), near.bits.tolist(), strict=True):
                if worth >= FAINT:
                    take(self._index.names_with(word), worth)
        for word, joins in query.joined_here.items():
            take(self._index.names_with(word), sum(join.bits for join in joins))
        for name, joins in query.joined_there.items():
            take(np.array([name], dtype=np.int32), sum(join.bits for join in joins))
        if not names:
            return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32)
        return np.concatenate(names), np.concatenate(bits)

    def _join_here(self, query: Query, first: int, last: int, text: str) -> None:
        words = self._index.find("sound", sound(text), column="sound_word").tolist()
        bits = self._bits(
            self._weights.joined, float(self._share[words].sum()) if words else UNSEEN
        )
        for word in words:
            query.joined_here.setdefault(word, []).append(Joined(first, last, -1, -1, bits))

    def _join_there(self, query: Query, at: int, text: str) -> None:
        key = sound(text)
        names = self._index.find("join", key, column="join_name").tolist()
        if not names:
            return
        firsts = self._index.find("join", key, column="join_first").tolist()
        lasts = self._index.find("join", key, column="join_last").tolist()
        crowd = len(names) / max(len(self._index.name_record), 1)
        bits = self._bits(self._weights.joined, crowd)
        for name, first, last in zip(names, firsts, lasts, strict=True):
            query.joined_there.setdefault(name, []).append(Joined(at, at, first, last, bits))

    def _bits(self, share: float, crowd: float) -> float:
        bits = min(log2(share / max(crowd, UNSEEN)), self._weights.most)
        return max(bits - self._weights.together, 0.0)


__all__ = ["Joined", "Level", "Query", "QueryMaker"]
