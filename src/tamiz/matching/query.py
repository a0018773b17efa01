"""A name to look for, prepared once: its words, and for each the listed words near it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import log2
from threading import Lock

from tamiz.matching.build import parse_name, written_as_one
from tamiz.matching.index import Index
from tamiz.matching.joins import Joins
from tamiz.matching.neighbours import NO_REACH, Agreements, Neighbours
from tamiz.matching.rarity import UNSEEN
from tamiz.matching.reach import Reaches
from tamiz.matching.vicinity import SAME_INITIAL, Vicinity
from tamiz.matching.weights import Weights
from tamiz.model import Name, PartyType
from tamiz.normalise.names import ParsedName

KEPT_WORDS = 50_000  # words remembered, about 1 KB each: those of a large cohort
KEPT_JOINS = 200_000  # spellings remembered; most are found nowhere and take little room


class Joined:
    """Words first..last of one side that are one word of the other, and the bits this gives."""

    __slots__ = ("bits", "first", "last", "other_first", "other_last")

    def __init__(
        self, first: int, last: int, other_first: int, other_last: int, bits: float
    ) -> None:
        self.first, self.last = first, last
        self.other_first, self.other_last = other_first, other_last
        self.bits = bits


class Learnt:
    """What is known of words and joins: all of it is forgotten together."""

    def __init__(self, reaches: Reaches, neighbours: Neighbours, joins: Joins) -> None:
        self.reaches, self.neighbours, self.joins = reaches, neighbours, joins

    @property
    def is_full(self) -> bool:
        """Whether enough is known to be forgotten."""
        return len(self.neighbours.reach) > KEPT_WORDS or len(self.joins) > KEPT_JOINS


class Query:
    """One name of a subject against one index.

    ``reaches`` are the numbers of the reaches of its words and joins, which tell the names it may
    agree with and the most that this can gain over its differing; ``slack`` is what initials
    can gain, which no reach follows; ``letters`` and ``initials`` are how many letters it has, and
    how many words that are one letter. What only comparisons ask for is told when it is asked for:
    most names are never compared with any.
    """

    __slots__ = ("_agreements", "_joins", "_wholes", "initial_bits", "initials", "learnt", "letters",
                 "name", "parsed", "reaches", "slack")  # fmt: skip

    def __init__(
        self, name: Name, parsed: ParsedName, learnt: Learnt, initial_bits: float, slack: float
    ) -> None:
        self.name, self.parsed, self.learnt = name, parsed, learnt
        self.initial_bits = initial_bits
        self.reaches = _reaches(parsed, learnt)
        lengths = [len(word.text) for word in parsed.words]
        self.letters, self.initials = sum(lengths), lengths.count(1)
        self.slack = slack * self.initials
        self._agreements: list[Agreements] | None = None
        self._joins: dict[int, list[Joined]] | None = None
        self._wholes: tuple[str, ...] = ()

    @property
    def near(self) -> list[Agreements]:
        """For each word what is near it."""
        if self._agreements is None:
            known = self.learnt.neighbours
            self._agreements = [known.agreements(word.text) for word in self.parsed.words]
        return self._agreements

    @property
    def joined_here(self) -> dict[int, list[Joined]]:
        """For each listed word the words of this name that it may be when written as one."""
        if self._joins is None:
            self._joins = {}
            for first, last, text in self.parsed.joins:
                if (found := self.learnt.joins.words.get(text)) is not None:
                    for word in found.words:
                        one = Joined(first, last, -1, -1, found.bits)
                        self._joins.setdefault(word, []).append(one)
        return self._joins

    def joined_there(self, name: int) -> Iterator[Joined]:
        """The words of a listed name that are one word here."""
        for at, word in enumerate(self.parsed.words):
            if (found := self.learnt.joins.names.get(word.text)) is not None:
                for first, last in found.within(name):
                    yield Joined(at, at, first, last, found.bits)

    @property
    def wholes(self) -> tuple[str, ...]:
        """The name's spellings as one word, made when they are first asked for: most never are."""
        self._wholes = self._wholes or _wholes(self.parsed)
        return self._wholes


def _reaches(parsed: ParsedName, learnt: Learnt) -> list[int]:
    """The reaches of a name's words, and of its joins."""
    near, joins = learnt.neighbours.reach, learnt.joins
    found = [at for word in parsed.words if (at := near[word.text]) != NO_REACH]
    found += [joins.words[text].reach for _, _, text in parsed.joins if text in joins.words]
    found += [joins.names[one.text].reach for one in parsed.words if one.text in joins.names]
    return found


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
        self._together, self._relief = taken_together(kind, weights), relief
        self._vicinity = Vicinity(index, kind, weights.word, together=self._together)
        self._initial_bits = self._bits(self._weights.initial, SAME_INITIAL)
        # What an initial can gain, which no reach follows; only persons have initials.
        self._slack = self._initial_bits + relief if kind is PartyType.PERSON else 0.0
        self._learnt, self._learning = self._nothing(), Lock()

    def prepare(self, names: Sequence[Name]) -> list[Query | None]:
        """The query for each name, None if nothing in it can be compared.

        All their words are looked up at once, which is much faster than one by one.
        """
        if not names:
            return []
        parsed = [parse_name(name, self._kind) for name in names]
        with self._learning:
            learnt = self._learn(parsed)
        return [
            Query(name, one, learnt, self._initial_bits, self._slack) if one.words else None
            for name, one in zip(names, parsed, strict=True)
        ]

    def _learn(self, names: Iterable[ParsedName]) -> Learnt:
        if self._learnt.is_full:
            self._learnt = self._nothing()
        learnt = self._learnt
        words = list(dict.fromkeys([word.text for name in names for word in name.words]))
        learnt.neighbours.learn(words)
        learnt.joins.learn([text for name in names for _, _, text in name.joins], words)
        return learnt

    def _nothing(self) -> Learnt:
        """Where nothing is known yet."""
        reaches = Reaches()
        bits_of = partial(self._bits, self._weights.joined)
        return Learnt(
            reaches,
            Neighbours(self._index, self._kind, self._vicinity, reaches, relief=self._relief),
            Joins(self._index, self._kind, reaches, bits_of, relief=self._relief),
        )

    def _bits(self, share: float, crowd: float) -> float:
        bits = min(log2(share / max(crowd, UNSEEN)), self._weights.most)
        return max(bits - self._together, 0.0)


__all__ = ["Joined", "Query", "QueryMaker"]
