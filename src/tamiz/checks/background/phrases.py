"""Finds phrases of many lists in a text in one pass, and tells when they are denied.

A phrase is words with blanks between; a word that ends in ``*`` stands for all that begin so.
Case, accents and apostrophes do not matter. A phrase is denied where a word that denies it stands
before it in the same clause ("is not an expert", "nunca fue piloto", "хоче стати пілотом").
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from tamiz.normalise.text import folded

LONGEST = 4_000  # characters of a text that are looked through: more is no answer to a form
REACH = 4  # words between a word that denies and the phrase: "no he sido nunca un piloto"
REMEMBERED = 1 << 15  # words whose patterns are kept
_CLAUSE = re.compile(r"[.,;:!?()\n\r\[\]«»“”\"—–|/]")
_WORD = re.compile(r"\w+")


class Hit(NamedTuple):
    """A phrase that was found: the list it is of, and the words as they stand, folded.

    ``denied_by`` is the topic of the words that deny it; empty if none does.
    """

    topic: str
    text: str
    denied_by: str = ""


class _Pattern(NamedTuple):
    words: tuple[str, ...]
    topic: str


class Phrases:
    """An index of phrases by their first word."""

    def __init__(self, lists: Mapping[str, Iterable[str]], *, denying: Iterable[str] = ()) -> None:
        """``lists`` are phrases by topic; ``denying`` are the topics of words that deny."""
        self._whole: dict[str, list[_Pattern]] = {}
        self._begun: dict[str, list[_Pattern]] = {}
        self._denying = frozenset(denying)
        for topic, phrases in lists.items():
            for phrase in phrases:
                words = tuple(_folded_words(phrase))
                first = words[0]
                index = self._begun if first.endswith("*") else self._whole
                same = index.setdefault(first.rstrip("*"), [])
                if (pattern := _Pattern(words, topic)) not in same:  # of several languages
                    same.append(pattern)
        self._lengths = sorted({len(begun) for begun in self._begun})
        self._known: dict[str, tuple[_Pattern, ...]] = {}

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every phrase in a text; of one topic the first of each place."""
        clauses = _CLAUSE.split(folded(text[:LONGEST]))
        return tuple(hit for clause in clauses for hit in self._in_clause(clause))

    def _in_clause(self, clause: str) -> Iterator[Hit]:
        words = _WORD.findall(clause)
        denied_at: dict[str, int] = {}
        for at, word in enumerate(words):
            for pattern in self._starting(word):
                if not _fits(pattern.words, words, at):
                    continue
                if pattern.topic in self._denying:
                    denied_at[pattern.topic] = at
                else:
                    text = " ".join(words[at : at + len(pattern.words)])
                    yield Hit(pattern.topic, text, _denied_by(denied_at, at))

    def _starting(self, word: str) -> tuple[_Pattern, ...]:
        """The patterns whose first word this is; words come again, so they are remembered."""
        found = self._known.get(word)
        if found is None:
            lengths = (length for length in self._lengths if length <= len(word))
            begun = (self._begun.get(word[:length], ()) for length in lengths)
            found = (*self._whole.get(word, ()), *chain.from_iterable(begun))
            if len(self._known) < REMEMBERED:
                self._known[word] = found
        return found


def _denied_by(denied_at: Mapping[str, int], at: int) -> str:
    """The topic of a word before this place that reaches it."""
    return next((by for by, place in denied_at.items() if place < at <= place + REACH), "")


def _folded_words(phrase: str) -> Iterator[str]:
    for word in phrase.split():
        yield from _WORD.findall(folded(word.rstrip("*")))[:-1]
        last = _WORD.findall(folded(word.rstrip("*")))[-1]
        yield last + "*" if word.endswith("*") else last


def _fits(pattern: tuple[str, ...], words: list[str], at: int) -> bool:
    """Whether the words from ``at`` on are those of the pattern."""
    if len(pattern) == 1:
        return True  # it was looked up by this word
    found = words[at : at + len(pattern)]
    return len(found) == len(pattern) and all(map(_is_word, pattern, found))


def _is_word(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
