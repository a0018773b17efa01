"""How a written name may be spelt in a zone: every alternative of Doc 9303-3, 6.

``spellings.tsv`` holds a spelling a row: sign, place in the word, letters, branch and source. The
branches are national: Ukrainian, Belarusian, Serbian, Macedonian, Bulgarian and Russian practice;
``rus-pn`` is the alphabet of Russian internal passports and stands for itself alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

LONGEST_NAME = 200  # signs of a written name that are looked at; fields have 39
RUS_PN = "rus-pn"
# Where a State's own branch is known the others are left out: they would let strangers meet.
_BRANCHES = {
    "UKR": "ukr", "BLR": "bel", "SRB": "srp", "MNE": "srp", "BIH": "srp", "BGR": "bul",
    "MKD": "mkd", "RUS": "rus",
}  # fmt: skip
_NATIONAL = frozenset({*_BRANCHES.values()})
_APOSTROPHES = re.compile("['’‘ʼʻʹ`´′]")  # are left out (Doc 9303-3, 4.6)
_BETWEEN = re.compile(r"[\s\-‐‑–—./_]+")  # is a filler, the hyphen too
_SHADDA = "\u0651"  # doubles the letter it stands over (Doc 9303-3, B.5.5.11)
_LATIN = re.compile("[A-Z0-9]")

Unit = tuple[str, ...]  # the alternatives of one sign
Word = tuple[Unit, ...]


class _Spelling(NamedTuple):
    place: str
    letters: str


def words_of(text: str) -> list[str]:
    """The words of a written name, in capitals, without apostrophes.

    >>> words_of("O’Connor, Enya"), words_of("Smith-Jones")
    (['OCONNOR,', 'ENYA'], ['SMITH', 'JONES'])
    """
    capital = unicodedata.normalize("NFC", text[:LONGEST_NAME]).upper()
    return [word for word in _BETWEEN.split(_APOSTROPHES.sub("", capital)) if word]


@lru_cache(maxsize=1 << 14)
def units_of(word: str, state: str = "", branch: str = "") -> Word | None:
    """A word's signs with the alternatives of each; None if a sign has no spelling.

    ``state`` is the issuing State's code, which tells the branch; ``branch`` names it outright.

    >>> units_of("MÜLLER")[:2], units_of("ЄВГЕН", "UKR")[0], units_of("ΓΙΩΡΓΟΣ")
    ((('M',), ('UE', 'UXX', 'U')), ('IE', 'YE'), None)
    """
    table = _table(branch or _BRANCHES.get(state, ""))
    found: list[Unit] = []
    at = 0
    while at < len(word):
        if word[at] == _SHADDA and found:
            found[-1] = tuple(dict.fromkeys(form for one in found[-1] for form in (one, one * 2)))
            at += 1
            continue
        unit, length = _unit(word, at, table)
        if unit is None:
            return None
        found.append(unit)
        at += length
    return tuple(found)


def spelt(word: str, state: str = "", branch: str = "") -> str | None:
    """The first spelling of a word: what the tables recommend before all others."""
    units = units_of(word, state, branch)
    return None if units is None else "".join(unit[0] for unit in units)


_Table = dict[str, tuple[_Spelling, ...]]


def _unit(word: str, at: int, table: _Table) -> tuple[Unit | None, int]:
    """The alternatives of the sign, or two signs, at a place of a word, and how many they are."""
    rows = table.get(word[at : at + 2], ()) if at + 1 < len(word) else ()
    pair = _letters(rows, at)
    single = _single(word, at, table)
    if not pair:
        return single, 1
    after = _single(word, at + 1, table) or ()
    return (*pair, *(one + two for one in single or () for two in after)), 2


def _single(word: str, at: int, table: _Table) -> Unit | None:
    sign = word[at]
    letters = _letters(table.get(sign, ()), at)
    if letters:
        return letters
    if _LATIN.match(sign):
        return (sign,)
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if _LATIN.match(one))
    if bare:
        return (bare,)
    return ("",) if unicodedata.combining(sign) else None


def _letters(rows: tuple[_Spelling, ...], at: int) -> Unit:
    return tuple(row.letters for row in rows if row.place == "any" or at == 0)


@cache
def _table(branch: str) -> _Table:
    """The spellings of a branch and of all; with no branch, of every national one."""
    allowed = {branch} if branch else _NATIONAL
    table: dict[str, list[_Spelling]] = {}
    for sign, place, letters, of in _rows():
        if of in allowed or (of == "" and branch != RUS_PN):
            table.setdefault(sign, []).append(_Spelling(place, letters))
    return {sign: tuple(dict.fromkeys(rows)) for sign, rows in table.items()}


def _rows() -> Iterator[tuple[str, str, str, str]]:
    text = files("tamiz.documents.zone").joinpath("spellings.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            _, sign, place, letters, branch, _ = line.split("\t")
            yield sign, place, letters.replace("-", ""), "" if branch == "-" else branch


@cache
def cyrillic_letters() -> dict[str, str]:
    """The signs of Russian internal passports and the letters they stand for."""
    return {letters: sign for sign, _, letters, of in _rows() if of == RUS_PN}


def cyrillic_of(field: str) -> str:
    """A name of a Russian internal passport in its own letters.

    >>> cyrillic_of("PETROVI3")
    'ПЕТРОВИЧ'
    """
    return "".join(cyrillic_letters().get(sign, sign) for sign in field)
