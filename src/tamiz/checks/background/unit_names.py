"""The names of units, which are often a man's with his rank: “Batallón Coronel Jaime Rooke”."""

import re
from functools import lru_cache

from tamiz.checks.background.phrases import LONGEST
from tamiz.checks.background.words import told_in
from tamiz.normalise.text import folded

KEPT = 1 << 12  # texts: units come again
_CLAUSE = re.compile(r"([,;:()\n\r|/]+|\s[-–—]\s)")
_WORD = re.compile(r"\w+")
_RANKS = ("senior_rank", "officer")


@lru_cache(maxsize=KEPT)
def without_unit_names(text: str) -> str:
    """A text without the names of its units, where a rank and a name are part of them.

    A rank that stands before the unit, behind a comma, or without a name behind it, is the man's.

    >>> without_unit_names("Batallón No. 18 Coronel Jaime Rooke, cabo")
    ', cabo'
    >>> without_unit_names("Batallón No. 18, coronel")
    'Batallón No. 18, coronel'
    """
    if not any(told_in(text, topic) for topic in _RANKS):
        return text
    return "".join(map(_unnamed, _CLAUSE.split(text[:LONGEST])))


def _unnamed(clause: str) -> str:
    """A clause up to the unit whose name has a rank; all of it, where none has."""
    for word in _WORD.finditer(clause):
        if told_in(word.group(), "unit_kind"):
            behind = clause[word.end() :]
            return clause[: word.start()] if _has_rank_of_name(behind) else clause
    return clause


def _has_rank_of_name(behind: str) -> bool:
    return any(
        rank and _is_name(_words_after(behind, rank))
        for rank in (told_in(behind, topic) for topic in _RANKS)
    )


def _words_after(text: str, rank: str) -> list[str]:
    """The words as written behind a rank, which is folded."""
    count = len(_WORD.findall(folded(text).partition(rank)[2]))
    return _WORD.findall(text)[-count:] if count else []


def _is_name(words: list[str]) -> bool:
    """Whether a name is among them: a capital letter, which a word of its own has not."""
    return any(word[0].isupper() and not word.isupper() for word in words) or _is_all_upper(words)


def _is_all_upper(words: list[str]) -> bool:
    """Who writes all in capitals writes names so: two words of them."""
    return len([word for word in words if word.isalpha() and word.isupper()]) > 1
