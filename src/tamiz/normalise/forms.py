"""Given names that are forms of one another: José and Pepe, Oleksandr and Alejandro.

The data set ``name_forms/`` holds the nicknames of each language and a table of one name's forms
across languages, in the script in which they are written; its README says how to add to it. A
*family* is one row of that table with the nicknames of every name in it. A word may belong to
several families (``Sasha``, ``Álex``); what two families share is no bridge between them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from tamiz.normalise.arabic import is_arabic
from tamiz.normalise.scripts import romanise

LANGUAGES = ("spanish", "ukrainian", "russian", "arabic", "english")
CYRILLIC = frozenset({"ukrainian", "russian"})
KEPT_WORDS = 1 << 14  # words whose forms are kept in memory: more than there are names in use
PARTS = frozenset({"de", "del", "la"})  # of a compound name (María del Carmen) that name nobody

# Endings and letters that passports and papers romanise in several ways, and their other ways.
_ROMANISATIONS = tuple(
    (re.compile(pattern), others)
    for pattern, others in (
        ("ii$", ("iy", "y", "i")), ("(?<=[aeo])i$", ("y",)), ("i(?=[aou])", ("y",)),
        ("^e", ("ye",)), ("ie", ("ye",)), ("ks", ("x",)),
    )
)  # fmt: skip

Family = tuple[tuple[str, ...], tuple[str, ...]]  # its Cyrillic forms, and its others


@lru_cache(maxsize=KEPT_WORDS)
def forms_of(word: str) -> tuple[str, ...]:
    """Other forms of a romanised given name, in all usual romanisations, sorted."""
    families, at = _families()
    found: set[str] = set()
    for number in at.get(_fold(word), ()):
        cyrillic, others = families[number]
        found.update(form.translate(_PLAIN) for form in others)
        found.update(way for form in cyrillic for way in _spellings(form))
    return tuple(sorted(found - {word}))


def families_of(word: str) -> tuple[str, ...]:
    """Keys of the families to which a romanised name belongs, however it is romanised.

    Family names have families of their own (Zhang, Chang, Cheung; Lee, Yi, Ri). Two words that
    share a key are forms of one name. The key of a family is the same in every process that has
    the same data set.
    """
    return families_of_each([word])[0]


def families_of_each(words: Sequence[str]) -> list[tuple[str, ...]]:
    """``families_of`` each word; several times faster than one by one."""
    if not words:
        return []
    (_, at), of_family_names = _families(), _family_names()
    return [
        (*map(_family_key, at.get(folded, ())), *of_family_names.get(word, ()))
        for word, folded in zip(words, _fold(" ".join(words)).split(" "), strict=True)
    ]


@cache
def _family_key(number: int) -> str:
    """The key of a family: all its forms."""
    families, _ = _families()
    return " ".join(map(" ".join, families[number]))


@cache
def _families() -> tuple[list[Family], dict[str, tuple[int, ...]]]:
    """All families, and for each folded romanised word the families it is in."""
    families = list(read_families())
    at: dict[str, tuple[int, ...]] = {}
    cyrillic, others = (
        " \n ".join(" ".join(family[column]) for family in families) for column in (0, 1)
    )  # all families at once: a word at a time takes three times as long
    romanised = [cyrillic.translate(table) for table in _CYRILLIC_TABLES]
    folded = (_fold(text).split("\n") for text in (*romanised, others.translate(_PLAIN)))
    for number, lines in enumerate(zip(*folded, strict=True)):
        for word in set(" ".join(lines).split()):
            at[word] = (*at.get(word, ()), number)
    return families, at


@cache
def _family_names() -> dict[str, tuple[str, ...]]:
    """For each spelling of a family name the families it is in."""
    at: dict[str, tuple[str, ...]] = {}
    for _, spellings in rows("family_names"):
        for spelling in spellings.split():
            word = romanise(spelling)
            at[word] = (*at.get(word, ()), spellings)
    return at


def read_families() -> Iterator[Family]:
    """Each row of equivalents with its nicknames, then the names that have no equivalents."""
    nicknames = {language: _nicknames(language) for language in LANGUAGES}
    used: set[tuple[str, str, str]] = set()
    for sex, *cells in rows("equivalents"):
        forms: dict[bool, dict[str, None]] = {True: {}, False: {}}
        for language, cell in zip((*LANGUAGES, "other"), cells, strict=False):
            for name in cell.split():
                used.add((language, name, sex))
                short = nicknames.get(language, {}).get((name, sex), ())
                forms[language in CYRILLIC] |= dict.fromkeys((name, *short))
        yield tuple(forms[True]), tuple(forms[False])
    for language, known in nicknames.items():
        for (name, sex), short in known.items():
            if (language, name, sex) not in used:
                for part in name.split():  # Chema is a form of José and of María
                    if part not in PARTS:
                        both = (part, *short)
                        yield (both, ()) if language in CYRILLIC else ((), both)


def _nicknames(language: str) -> dict[tuple[str, str], list[str]]:
    """The nicknames of each name and sex."""
    return {(name, sex): short.split() for name, sex, short in rows(language)}


def rows(table: str) -> Iterator[list[str]]:
    """The rows of one file of the data set, in lower case, without comments and heading.

    Arabic is romanised at once, since its letters are read by their neighbours.
    """
    path = files("tamiz.normalise").joinpath("name_forms", f"{table}.tsv")
    lines = path.read_text(encoding="utf-8").casefold().splitlines()[2:]
    for line in lines:
        yield [
            cell if cell.isascii() or not is_arabic(cell) else " ".join(map(romanise, cell.split()))
            for cell in line.split("\t")
        ]


class _Letters(dict[int, str]):
    """How each letter is romanised by itself, asked once for all words that have it."""

    def __missing__(self, letter: int) -> str:
        char = chr(letter)
        self[letter] = char if char.isspace() else romanise(char)
        return self[letter]


_PLAIN = _Letters()
_UKRAINIAN = _Letters({ord("г"): "h", ord("и"): "y"})  # Resolution 55 of 2010
_WITH_YO = _Letters({ord("ё"): "yo"})  # Fyodor, Artyom
_CYRILLIC_TABLES = (_PLAIN, _UKRAINIAN, _WITH_YO)


def _spellings(cyrillic: str) -> set[str]:
    """A Cyrillic form in all usual romanisations."""
    ways = {cyrillic.translate(table) for table in _CYRILLIC_TABLES}
    for pattern, others in _ROMANISATIONS:
        ways |= {pattern.sub(other, way) for way in ways for other in others}
    return ways


def _fold(text: str) -> str:
    """Words with romanisations of one sound made equal: ``Yevgeny``, ``Evgenij``."""
    folded = f" {text} ".replace("y", "i").replace("ii", "i").replace("ii", "i")
    return folded.replace("ks", "x").replace(" ie", " e").replace("ij ", "i ")[1:-1]
