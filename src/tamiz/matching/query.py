"""A name to look for, prepared once: its words, and for each the listed words near it."""

from collections.abc import Iterable, Iterator
from functools import partial
from math import log2

from tamiz.matching.build import parse_name, written_as_one
from tamiz.matching.index import Index
from tamiz.matching.joins import JoinedNames, JoinedWords, Joins
from tamiz.matching.neighbours import Neighbourhood, Neighbours
from tamiz.matching.rarity import UNSEEN
from tamiz.matching.reach import Reaches
from tamiz.matching.vicinity import SAME_INITIAL, Vicinity
from tamiz.matching.weights import Weights
from tamiz.model import Name, PartyType
from tamiz.normalise.names import ParsedName


class Joined:
    """Words first..last of one side that are one word of the other, and the bits this gives."""

    __slots__ = ("bits", "first", "last", "other_first", "other_last")

    def __init__(
        self, first: int, last: int, other_first: int, other_last: int, bits: float
    ) -> None:
        self.first, self.last = first, last
        self.other_first, self.other_last = other_first, other_last
        self.bits = bits


_NONE: dict[int, list[Joined]] = {}  # most names have no joins: they share this one, and keep it so
_NOWHERE: list[tuple[int, JoinedNames]] = []  # and this one


class Query:
    """One name of a subject against one index.

    ``near[i]`` is the neighbourhood of word i. ``joined_here`` maps a listed word to the words of
    this name that it may be when written as one; ``joined_there`` tells for a listed name which
    of its words are one word here. ``reaches`` holds, for each word and join, the names it
    may agree with and the most that this can gain over its differing; ``slack`` is what initials
    can gain, which no reach follows.
    """

    __slots__ = (
        "_joined_names",
        "_wholes",
        "initial_bits",
        "joined_here",
        "name",
        "near",
        "parsed",
        "reaches",
        "slack",
    )

    def __init__(self, name: Name, parsed: ParsedName, near: list[Neighbourhood]) -> None:
        self.name, self.parsed, self.near = name, parsed, near
        self.joined_here, self._joined_names = _NONE, _NOWHERE
        self.reaches = Reaches(found.reach for found in near if len(found.reach))
        self.initial_bits = self.slack = 0.0
        self._wholes: tuple[str, ...] = ()

    @property
    def wholes(self) -> tuple[str, ...]:
        """The name's spellings as one word, made when they are first asked for: most never are."""
        self._wholes = self._wholes or _wholes(self.parsed)
        return self._wholes

    @property
    def letters(self) -> int:
        """How many letters the name has."""
        return sum([len(word.text) for word in self.parsed.words])

    def take_joined_words(self, found: JoinedWords, first: int, last: int) -> None:
        """Words ``first`` to ``last`` may be one of these listed words when written as one."""
        self.joined_here = self.joined_here or {}
        for word in found.words:
            self.joined_here.setdefault(word, []).append(Joined(first, last, -1, -1, found.bits))
        self.reaches.append(found.reach)

    def take_joined_names(self, found: JoinedNames, at: int) -> None:
        """Word ``at`` may be neighbours of these listed names written as one."""
        self._joined_names = [*self._joined_names, (at, found)]
        self.reaches.append(found.reach)

    def joined_there(self, name: int) -> Iterator[Joined]:
        """The words of a listed name that are one word here."""
        for at, found in self._joined_names:
            for first, last in found.within(name):
                yield Joined(at, at, first, last, found.bits)

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
        self._kind, self._weights = kind, weights.word
        self._together = taken_together(kind, weights)
        vicinity = Vicinity(index, kind, weights.word, together=self._together)
        self._neighbours = Neighbours(index, kind, vicinity, relief=relief)
        self._joins = Joins(index, kind, partial(self._bits, self._weights.joined), relief=relief)
        self._initial_bits = self._bits(self._weights.initial, SAME_INITIAL)
        # What an initial can gain, which no reach follows; only persons have initials.
        self._slack = self._initial_bits + relief if kind is PartyType.PERSON else 0.0

    def learn(self, names: Iterable[Name]) -> None:
        """Look up all words of some names at once, which is much faster than one by one."""
        parsed = [parse_name(name, self._kind) for name in names]
        words = list(dict.fromkeys(word.text for name in parsed for word in name.words))
        self._neighbours.learn(words)
        self._joins.learn((text for name in parsed for _, _, text in name.joins), words)

    def prepare(self, name: Name) -> Query | None:
        """The query for a name; None if nothing in the name can be compared."""
        parsed = parse_name(name, self._kind)
        if not parsed.words:
            return None
        query = Query(name, parsed, [self._neighbours.of(word.text) for word in parsed.words])
        query.initial_bits = self._initial_bits
        query.slack = query.initials() * self._slack
        for first, last, text in parsed.joins:
            if (words := self._joins.words(text)) is not None:
                query.take_joined_words(words, first, last)
        for at, word in enumerate(parsed.words):
            if (names := self._joins.names(word.text)) is not None:
                query.take_joined_names(names, at)
        return query

    def _bits(self, share: float, crowd: float) -> float:
        bits = min(log2(share / max(crowd, UNSEEN)), self._weights.most)
        return max(bits - self._together, 0.0)


__all__ = ["Joined", "Query", "QueryMaker"]
