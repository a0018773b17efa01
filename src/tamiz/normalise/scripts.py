"""From any script to lower-case ASCII letters, the way passports and lists romanise names.

Cyrillic, Arabic, Hebrew, the Indic scripts, Hangul and kana have tables of their own, because the
general table of ``anyascii`` spells them as no passport does; every other script (Georgian, Han,
Ethiopic …) goes through ``anyascii``. Vowels that a script does not write stay missing where no
rule tells them: the consonant keys in ``normalise.keys`` bridge that gap.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from anyascii import anyascii

from tamiz.normalise.arabic import is_arabic, romanise_arabic
from tamiz.normalise.east_asian import is_hangul, is_kana, romanise_hangul, romanise_kana
from tamiz.normalise.hebrew import is_hebrew, romanise_hebrew
from tamiz.normalise.indic import is_indic, is_thai, romanise_indic, romanise_thai

# ICAO Doc 9303-3 section 6 B and Cabinet of Ministers Resolution 55 (2010), reduced to the
# letters on which the Ukrainian, Russian, Belarusian, Bulgarian and Serbian branches agree;
# where they differ the key functions fold the difference away.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "iu", "я": "ia", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz", "ә": "a", "ғ": "g", "қ": "k", "ң": "ng",
    "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "җ": "zh", "ҳ": "h", "ҷ": "j",
}  # fmt: skip

# The commonest Latin letters that do not decompose into a base letter and a mark.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
     "ı": "i", "ə": "a", "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "ʹ": "", "´": ""},
)  # fmt: skip


def _without_marks(text: str) -> str:
    """Letters without the marks that decompose from them."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


# Every letter whose spelling needs no look at its neighbours, in one table: it spells most words.
_MARKED = {
    code: plain
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (plain := _without_marks(chr(code))).isascii()
}
_ALONE = _MARKED | str.maketrans(_CYRILLIC) | _LATIN

# Letters that stand for another sound together (ELOT 743 and Greek passports; Armenian u and ev).
_GROUPS = (
    (re.compile("ου"), "ou"), (re.compile("γ(?=[γξχ])"), "n"),
    (re.compile("(?<=[αεη])υ(?=[θκξπσςτφχψ])"), "f"), (re.compile("(?<=[αεη])υ"), "v"),
    (re.compile("^μπ"), "b"), (re.compile("^ντ"), "d"), (re.compile("^γκ"), "g"),
    (re.compile("ու"), "u"), (re.compile("եւ"), "ev"), (re.compile("^ո(?!վ)"), "vo"),
)  # fmt: skip
_GREEK, _CYRILLIC_BLOCK, _ARMENIAN = "\u0370", "\u0400", "\u0530"

# Scripts that are read word by word, and the lowest letter of any of them.
_FIRST_OF_READERS = "\u0590"
_READERS: tuple[tuple[Callable[[str], bool], Callable[[str], str]], ...] = (
    (is_arabic, romanise_arabic),
    (is_hebrew, romanise_hebrew),
    (is_indic, romanise_indic),
    (is_thai, romanise_thai),
    (is_hangul, romanise_hangul),
    (is_kana, romanise_kana),
)


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """One word in lower-case ASCII letters and digits; empty if nothing of it can be spelt.

    ``Шевченко`` gives ``shevchenko``, ``García`` ``garcia``, ``سلمان`` ``salman``.
    """
    folded = word.casefold()
    if not folded.isascii() and max(folded) >= _FIRST_OF_READERS:
        for is_its, read in _READERS:
            if is_its(folded):
                return _letters(read(folded).casefold())
    folded = folded.translate(_ALONE)
    if folded.isascii():
        return _letters(folded)
    base = _without_marks(folded)
    if _has_groups(base):
        for group, latin in _GROUPS:
            base = group.sub(latin, base)
    return _letters("".join(map(_spell, base)).casefold())


def script_of(word: str) -> str:
    """The script of the first letter: ``latin``, ``cyrillic``, ``arabic``, ``han`` …, or ``""``."""
    for char in word:
        if char.isalpha():
            if char.isascii():
                return "latin"
            return unicodedata.name(char, " ").split(" ", 1)[0].split("-", 1)[0].casefold()
    return ""


def _has_groups(word: str) -> bool:
    """Whether a Greek or Armenian letter is in the word."""
    return any(_GREEK <= c < _CYRILLIC_BLOCK or _ARMENIAN <= c < _FIRST_OF_READERS for c in word)


def _spell(char: str) -> str:
    """The Latin letters for one character."""
    if char.isascii():
        return char
    spelt = _CYRILLIC.get(char)
    return anyascii(char) if spelt is None else spelt


def _letters(text: str) -> str:
    """Only the letters and digits of an ASCII text."""
    return text if text.isalnum() else "".join(c for c in text if c.isalnum())
