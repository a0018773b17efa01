"""From any script to lower-case ASCII letters, the way passports and lists romanise names.

Cyrillic and Arabic have tables of their own, because the general table of ``anyascii`` spells
them as no passport does; every other script (Greek, Georgian, Armenian, Hebrew, Han, Hangul,
Devanagari …) goes through ``anyascii``. Vowels that a script does not write stay missing: the
skeleton key in ``normalise.keys`` bridges that gap.
"""

import unicodedata
from functools import lru_cache

from anyascii import anyascii

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

# Consonants as English-language passports write them; waw and ya stand for long vowels inside
# a word and for w and y at its beginning.
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th",
    "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "ة": "a", "ھ": "h", "و": "u", "ؤ": "u", "ي": "i", "ی": "i",
    "ى": "a", "ئ": "i", "ء": "", "ڤ": "v", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ے": "e", "ں": "n",
}  # fmt: skip
_ARABIC_INITIAL = {"و": "w", "ي": "y", "ی": "y"}
_ARTICLE = "ال"

# The commonest Latin letters that do not decompose into a base letter and a mark.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
     "ı": "i", "ə": "a", "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "ʹ": "", "´": ""},
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """One word in lower-case ASCII letters and digits; empty if nothing of it can be spelt.

    ``Шевченко`` gives ``shevchenko``, ``García`` ``garcia``, ``سلمان`` ``slman``.
    """
    folded = word.casefold().translate(_LATIN)
    if folded.isascii():
        return _letters(folded)
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


def without_article(word: str) -> tuple[str, str]:
    """An Arabic word split into its article (``ال`` or empty) and the rest."""
    shortest = 4  # shorter words begin with these letters without their being an article
    if word.startswith(_ARTICLE) and len(word) > shortest:
        return _ARTICLE, word[len(_ARTICLE) :]
    return "", word


def _is_accent(char: str) -> bool:
    """Whether a decomposed mark is dropped; й and ї keep theirs through the table's base."""
    return unicodedata.category(char) == "Mn"


def _spell(word: str, at: int) -> str:
    """The Latin letters for one character of a word."""
    char = word[at]
    if char.isascii():
        return char
    if at == 0 and char in _ARABIC_INITIAL:
        return _ARABIC_INITIAL[char]
    spelt = _CYRILLIC.get(char)
    if spelt is None:
        spelt = _ARABIC.get(char)
    return anyascii(char) if spelt is None else spelt


def _letters(text: str) -> str:
    """Only the letters and digits of an ASCII text."""
    return text if text.isalnum() else "".join(c for c in text if c.isalnum())
