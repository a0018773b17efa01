"""From any script to lower-case ASCII letters, the way passports and lists romanise names.

Cyrillic and Arabic (``normalise.arabic``) have tables of their own, because the general table of
``anyascii`` spells them as no passport does; every other script (Greek, Georgian, Armenian,
Hebrew, Han, Hangul, Devanagari …) goes through ``anyascii``. Vowels that a script does not write
stay missing: the consonant keys in ``normalise.keys`` bridge that gap.
"""

import unicodedata
from functools import lru_cache

from anyascii import anyascii

from tamiz.normalise.arabic import is_arabic, romanise_arabic

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


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """One word in lower-case ASCII letters and digits; empty if nothing of it can be spelt.

    ``Шевченко`` gives ``shevchenko``, ``García`` ``garcia``, ``سلمان`` ``salman``.
    """
    folded = word.casefold().translate(_LATIN)
    if folded.isascii():
        return _letters(folded)
    if is_arabic(folded):
        return _letters(romanise_arabic(folded))
    base = "".join(c for c in unicodedata.normalize("NFD", folded) if not _is_accent(c))
    return _letters("".join(_spell(base, at) for at in range(len(base))).casefold())


def script_of(word: str) -> str:
    """The script of the first letter: ``latin``, ``cyrillic``, ``arabic``, ``han`` …, or ``""``."""
    for char in word:
        if char.isalpha():
            if char.isascii():
                return "latin"
            return unicodedata.name(char, " ").split(" ", 1)[0].split("-", 1)[0].casefold()
    return ""


def _is_accent(char: str) -> bool:
    """Whether a decomposed mark is dropped; й and ї keep theirs through the table's base."""
    return unicodedata.category(char) == "Mn"


def _spell(word: str, at: int) -> str:
    """The Latin letters for one character of a word."""
    char = word[at]
    if char.isascii():
        return char
    spelt = _CYRILLIC.get(char)
    return anyascii(char) if spelt is None else spelt


def _letters(text: str) -> str:
    """Only the letters and digits of an ASCII text."""
    return text if text.isalnum() else "".join(c for c in text if c.isalnum())
