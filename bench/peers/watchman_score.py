"""How Moov Watchman scores two names and two dates, written anew from its documentation.

Source: github.com/moov-io/watchman v0.66 (Apache-2.0): docs/methodology/index.md, docs/config.md
and the expectations of its tests, of which ``bench/pairs.py --watchman`` shows how many this
meets. None of its code is here. Lengths are in bytes, as there.

Left out: stop words by guessed language, Soundex, TF-IDF and embeddings (the last three are off by
default), and the deductions that the whole score makes where little was asked (0.95, 0.90): with
them a name alone reaches no more than 0.855 and hardly anybody would be found.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from tamiz.model import PartialDate

# docs/config.md. Jaro-Winkler itself: boost from 0.7, prefix of 4 letters, 0.1 each, which are
# also RapidFuzz's own.
LENGTH_CUTOFF, LENGTH_WEIGHT = 0.9, 0.3  # words of less alike lengths are worth less
UNMATCHED_WEIGHT = 0.15  # the share of the listed name that nothing was paired with
SHORT = 3  # letters: shorter words are also tried together with the next or the last one
CLASSES = ("AEIOUY", "BFPV", "CGJKQSXZ", "DT", "L", "MN", "R", "HW")
# docs/methodology: weights of a name and of a date
NAME_WEIGHT, DATE_WEIGHT = 35.0, 15.0

_CLASS_OF = {letter: letters[0] for letters in CLASSES for letter in letters}
_NO_WORD = re.compile(r"[^\w]+|_")
Words = tuple[bytes, ...]


def words(text: str) -> Words:
    """Lower-case words without accents and punctuation."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return tuple(word.encode() for word in _NO_WORD.sub(" ", bare.lower()).split())


def name_score(query: Words, listed: Words) -> float:
    """The best score of any way to join short words of both names."""
    return max(paired_score(one, other) for one in joined(query) for other in joined(listed))


def joined(name: Words) -> Iterator[Words]:
    """The words as they are, short ones joined to the next, and short ones to the one before."""
    yield name
    forward = _forward(name)
    if forward != name:
        yield forward
        yield _backward(name)


def _forward(name: Words) -> Words:
    done: list[bytes] = []
    at = 0
    while at < len(name):
        width = 2 if len(name[at]) <= SHORT else 1
        done.append(b"".join(name[at : at + width]))
        at += width
    return tuple(done)


def _backward(name: Words) -> Words:
    done: list[bytes] = []
    for word in name:
        if done and len(word) <= SHORT:
            done[-1] += word
        else:
            done.append(word)
    return tuple(done)


def paired_score(query: Words, listed: Words) -> float:
    """Words are paired best first; the mean of the pairs by length, less what stays unpaired."""
    free_here, free_there = set(range(len(query))), set(range(len(listed)))
    summed, paired = 0.0, 0
    for score, here, there in _pairs(query, listed):
        if here in free_here and there in free_there:
            free_here.remove(here)
            free_there.remove(there)
            summed += score * (len(query[here]) + len(listed[there]))
            paired += len(listed[there])
    asked = sum(map(len, query))
    if not summed or not asked:
        return 0.0
    unmatched = 1 - paired / sum(map(len, listed))
    return summed / (asked + paired) * (1 - unmatched * UNMATCHED_WEIGHT)


def _pairs(query: Words, listed: Words) -> list[tuple[float, int, int]]:
    """The words that begin alike, best first."""
    found = [
        (word_score(there, here), at, beside)
        for at, here in enumerate(query)
        for beside, there in enumerate(listed)
        if sound(here) == sound(there)
    ]
    found.sort(key=lambda pair: -pair[0])
    return found


@lru_cache(maxsize=1_000_000)
def word_score(one: bytes, other: bytes) -> float:
    """Jaro-Winkler, less for words of different lengths."""
    score = JaroWinkler.similarity(one, other)
    ratio = min(len(one), len(other)) / max(len(one), len(other))
    return score * (1 - (1 - ratio) * LENGTH_WEIGHT) if ratio < LENGTH_CUTOFF else score


@lru_cache(maxsize=1_000_000)
def sound(word: bytes) -> str:
    """The class of the first letter's sound; a letter outside the table is its own class."""
    first = word.decode(errors="replace")[0].upper()
    return _CLASS_OF.get(first, first)


def date_score(one: PartialDate, other: PartialDate) -> float:
    """Year 0.4, month 0.3, day 0.3, each by how far apart; a part that is not known counts as 1."""
    return 0.4 * _years(abs(one.year - other.year)) + 0.3 * (
        _months(one.month or 1, other.month or 1) + _days(one.day or 1, other.day or 1)
    )


def _years(apart: int) -> float:
    return 1 - 0.1 * apart if apart <= 5 else 0.2


def _months(one: int, other: int) -> float:
    if one == other:
        return 1.0
    if abs(one - other) == 1:
        return 0.9
    return 0.7 if min(one, other) == 1 and max(one, other) >= 10 else 0.3


def _days(one: int, other: int) -> float:
    apart = abs(one - other)
    if apart <= 3:
        return 1.0 if not apart else 0.95 - 0.05 * apart / 3
    here, there = str(one), str(other)
    alike = here == there[0] or there == here[0] or (len(here) == 2 and here[::-1] == there)
    return 0.7 if alike else 0.3


def whole_score(name: float, date: float | None) -> float:
    """The name's and the date's score by their weights; the name's alone where no date is known."""
    if date is None:
        return name
    return (NAME_WEIGHT * name + DATE_WEIGHT * date) / (NAME_WEIGHT + DATE_WEIGHT)
