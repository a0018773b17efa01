"""Where words of written names begin and end, in any script.

Vowel signs of Indic scripts and Thai, points of Hebrew and Arabic are marks, not letters, and a
geresh belongs to its word: cut at them, ``नरेन्द्र`` and ``מֹשֶׁה`` would fall to single letters.
"""

import re
import unicodedata
from functools import cache

_LAST_MARK = 0x3100  # marks of the scripts of living people's names stand before it
_APOSTROPHES = "'’ʼʻ`´׳״"
_PLAIN = re.compile(r"[^\W_]+(?:['`][^\W_]+)*", re.ASCII)


def written_words(text: str) -> list[str]:
    """The words of a composed (NFC) text as written, without what stands between them."""
    return (_PLAIN if text.isascii() else _any_script()).findall(text)


@cache
def _any_script() -> re.Pattern[str]:
    """A word in letters, digits and marks of any script."""
    marks = "".join(c for c in map(chr, range(0x300, _LAST_MARK)) if _is_mark(c))
    word = rf"[^\W_](?:[^\W_]|[{marks}])*"
    return re.compile(rf"{word}(?:[{_APOSTROPHES}]{word})*(?:(?<=[א-ת])[{_APOSTROPHES}])?")


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc"}
