"""What a letter tells, whatever its language: the meanings of its words, in their order.

A translation keeps hardly a word and nearly every meaning. ``meanings.tsv`` has some four hundred
everyday meanings in six languages; which of them stand in a letter, and which stands after which, is
the same in each.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.normalise.phrases import FEWEST_WORDS, MOST_WORDS

LANGUAGES = ("en", "es", "pt", "fr", "uk", "ru")  # in the order of the table's columns
WINDOW = 3  # meanings after one that it is paired with: a translator moves words in a sentence
FEWEST_USUAL = 2  # words that tell a language
LONGEST_WORD = 40
SHORTEST_STEM = 2
NONE = -1
# Words of which each text in a language is full, and letters that only it has.
_USUAL = (
    "the and of to in that for is with my on as from was i have it at",
    "el la de que y en los se del las un por con una su para es al lo como mi me no",
    "o a de que e do da em um para com uma os no se na por mais as dos como mas ao meu minha nao",
    "le la de et les des en un du une que est pour dans qui par sur je ne pas au il mon ma",
    "і й та не що на з у в до як за я це від по його ми щоб мене мені але",
    "и не что на с я в у к как за это от по его мы чтобы меня мне но из",
)
_OWN_LETTERS = ("", "ñ", "ãõ", "œ", "іїєґ", "ыэъё")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_APOSTROPHES = re.compile(r"['’ʼ]")


class Told(NamedTuple):
    """The language of a text (its place in ``LANGUAGES``), and its pairs of meanings, sorted."""

    language: int
    pairs: NDArray[np.uint32]


_NOTHING = Told(NONE, np.empty(0, np.uint32))


@lru_cache(maxsize=1 << 12)
def told_in(text: str) -> Told:
    """Which meaning stands shortly before which; nothing of a short text, or in another language."""
    words = _WORD.findall(text.casefold())[:MOST_WORDS]
    if len(words) < FEWEST_WORDS:
        return _NOTHING
    known = [_known(word) for word in words]
    language = _language(known)
    if language == NONE:
        return _NOTHING
    found = [one.meanings[language] for one in known]
    told = [meaning for meaning, _ in groupby(one for one in found if one != NONE)]
    many = len(_table()[0])
    pairs = {
        one * many + other
        for at, one in enumerate(told)
        for other in told[at + 1 : at + 1 + WINDOW]
        if one != other
    }
    return Told(language, np.array(sorted(pairs), np.uint32))


def are_of_two_languages(one: str, other: str) -> bool:
    """Whether the languages of two texts are told, and differ."""
    languages = {told_in(one).language, told_in(other).language}
    return len(languages) > 1 and NONE not in languages


class _Known(NamedTuple):
    """Of which languages a word is a usual one, as bits; and what it means in each."""

    usual: int
    meanings: tuple[int, ...]


def _language(known: list[_Known]) -> int:
    """The language whose usual words are most."""
    seen = Counter(one.usual for one in known)
    counts = [
        sum(times for usual, times in seen.items() if usual >> at & 1)
        for at in range(len(LANGUAGES))
    ]
    most = max(counts)
    return counts.index(most) if most >= FEWEST_USUAL else NONE


@lru_cache(maxsize=1 << 16)
def _known(word: str) -> _Known:
    if len(word) > LONGEST_WORD:
        return _Known(0, (NONE,) * len(LANGUAGES))
    plain = _bare(word)
    usual = sum(
        1 << at
        for at, (words, letters) in enumerate(zip(_usual(), _OWN_LETTERS, strict=True))
        if plain in words or any(letter in word for letter in letters)
    )
    return _Known(usual, tuple(_meaning(plain, at) for at in range(len(LANGUAGES))))


def _meaning(word: str, language: int) -> int:
    """The meaning of a word in a language, by itself or by the longest stem that it begins with."""
    whole, stems = _table()[1][language]
    if word in whole:
        return whole[word]
    ends = range(len(word), SHORTEST_STEM - 1, -1)
    return next((stems[word[:end]] for end in ends if word[:end] in stems), NONE)


def _bare(word: str) -> str:
    """A word without accents and apostrophes; of *l’école* and *aunt’s* the longest part."""
    parts = unicodedata.normalize("NFKD", word)
    plain = "".join(char for char in parts if not unicodedata.combining(char))
    pieces = _APOSTROPHES.split(plain)
    return max(pieces, key=len) if plain[:1].isascii() else "".join(pieces)


@cache
def _usual() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(_bare, words.split())) for words in _USUAL)


@cache
def _table() -> tuple[tuple[str, ...], tuple[tuple[dict[str, int], dict[str, int]], ...]]:
    """The meanings, and for each language its whole words and its stems with their meanings."""
    text = files("tamiz.normalise").joinpath("meanings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    languages: tuple[tuple[dict[str, int], dict[str, int]], ...]
    languages = tuple(({}, {}) for _ in LANGUAGES)
    for meaning, (_, *columns) in enumerate(rows):
        for (whole, stems), words in zip(languages, columns, strict=True):
            for word in words.split():
                kept = stems if word.endswith("*") else whole
                kept.setdefault(_bare(word.rstrip("*")), meaning)
    return tuple(name for name, *_ in rows), languages
