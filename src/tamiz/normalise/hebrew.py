"""Hebrew writing in Latin letters.

The script leaves most vowels out and has letters of two readings. The commonest words have their
usual spelling in ``hebrew_words.txt`` (written by hand) and ``hebrew_more_words.txt``; in every
other word each letter is read, with the vowel that follows, as it mostly is between such
neighbours (``hebrew_letters.tsv``). The last two are learnt by ``scripts/readings.py``.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tamiz.normalise.usual_words import read_words

# How many letters before and after decide, the most telling first.
CONTEXTS = ((2, 2), (1, 2), (2, 1), (1, 1), (0, 2), (2, 0), (0, 1), (1, 0), (0, 0))
_WIDEST = 2
_EDGE = "^" * _WIDEST, "$" * _WIDEST
# A letter with a geresh is one letter; inside words that are read it is written as one sign.
_WITH_GERESH = {"ג'": "G", "ז'": "Z", "צ'": "C", "ץ'": "C", "ת'": "T", "ד'": "D", "ו'": "W"}
_GERESH_PAIR = re.compile("[גזצץתדו]'")
# Consonants by themselves, where nothing was learnt about a letter.
_ALONE = dict(
    zip(
        "אבגדהוזחטיךכלםמןנסעףפץצקרשתGZCTDW",
        "a b g d h v z h t y k k l m m n n s a p p tz tz q r sh t j zh ch th dh w".split(),
        strict=True,
    )
)
_GERESH = str.maketrans({"׳": "'", "’": "'", "‘": "'", "´": "'", "`": "'", "״": "", '"': "",
                         "־": "", "װ": "וו", "ױ": "וי", "ײ": "יי"})  # fmt: skip

Readings = Mapping[tuple[str, str, str], str]


def is_hebrew(text: str) -> bool:
    """Whether a letter of the Hebrew script is in the text."""
    return any("\u05d0" <= c <= "\u05f2" or "\ufb1d" <= c <= "\ufb4f" for c in text)


def romanise_hebrew(word: str) -> str:
    """One word in lower-case Latin letters: its usual spelling, else letter by letter."""
    usual = usual_hebrew(word)
    return usual if usual is not None else read_letters(in_signs(word), _letters())


def usual_hebrew(word: str) -> str | None:
    """The usual Latin spelling of a word; None if none is known."""
    return _words().get(plain(word))


def plain(word: str) -> str:
    """Letters and gereshes only: without points, marks and presentation forms."""
    decomposed = unicodedata.normalize("NFKD", word).translate(_GERESH)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def in_signs(word: str) -> str:
    """The plain word with one sign for each letter with its geresh."""
    return _GERESH_PAIR.sub(lambda pair: _WITH_GERESH[pair.group()], plain(word))


def read_letters(word: str, readings: Readings) -> str:
    """A word in signs as they are read between their neighbours."""
    return "".join(_read(word, at, readings) for at in range(len(word)))


def context(word: str, at: int, shape: tuple[int, int]) -> tuple[str, str, str]:
    """A letter of a word with so many letters before and after it."""
    edged = _EDGE[0] + word + _EDGE[1]
    at += _WIDEST
    return edged[at - shape[0] : at], edged[at], edged[at + 1 : at + 1 + shape[1]]


def _read(word: str, at: int, readings: Readings) -> str:
    """One letter by the rule for the widest context there is."""
    before, char, after = context(word, at, (_WIDEST, _WIDEST))
    for left, right in CONTEXTS:
        found = readings.get((before[_WIDEST - left :], char, after[:right]))
        if found is not None:
            return found
    return _ALONE.get(char, char if char.isascii() else "")


@cache
def _letters() -> dict[tuple[str, str, str], str]:
    """How each letter is read in each context: before, letter, after."""
    found = {}
    text = files("tamiz.normalise").joinpath("hebrew_letters.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        before, char, after, latin = line.split("\t")
        found[before, char, after] = latin
    return found


@cache
def _words() -> dict[str, str]:
    """Hebrew words and their usual Latin spelling; what was written by hand goes first."""
    return read_words("hebrew_more_words.txt") | read_words("hebrew_words.txt")
