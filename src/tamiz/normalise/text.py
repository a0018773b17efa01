"""Text as written: cleaned for reading, with everything odd in it named, never hidden."""

import unicodedata
from functools import lru_cache

from tamiz.normalise.scripts import script_of

LONGEST = 20_000  # characters that are normalised: NFC on crafted text takes time squared
MOST_MARKS = 30  # combining marks in a row (UAX 15, stream-safe text)

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e")


def clean(text: str) -> str:
    """Composed (NFC), trimmed, with runs of white space as one space; cut at ``LONGEST``."""
    text = text[:LONGEST]
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", _few_marks(text)).split())


def oddities(text: str) -> tuple[str, ...]:
    """What in a text may deceive a reader: codes such as ``bidi_control``, sorted.

    ``bidi_control`` turns the reading direction, ``invisible`` shows nothing, ``tag``,
    ``private_use`` and ``unassigned`` mean nothing, ``control`` is no text, ``mixed_script`` has
    letters of two scripts in one word (UTS 39), ``stacked_marks`` buries a letter.
    """
    if text.isascii() and text.isprintable():
        return ()
    text = text[:LONGEST]
    found = {kind for char in text if (kind := _oddity(char))}
    if any(not word.isascii() and len(_scripts(word)) > 1 for word in text.split()):
        found.add("mixed_script")
    if _few_marks(text) != text:
        found.add("stacked_marks")
    return tuple(sorted(found))


def visible(text: str) -> str:
    """The text with characters that deceive or cannot be seen written as ``⟨U+202E⟩``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"⟨U+{ord(char):04X}⟩" if _oddity(char) else char for char in text)


@lru_cache(maxsize=1 << 12)
def _oddity(char: str) -> str:
    """The code of what is odd about a character; empty for an ordinary one."""
    if char in _BIDI:
        return "bidi_control"
    if char in _INVISIBLE:
        return "invisible"
    if 0xE0000 <= ord(char) <= 0xE007F:  # noqa: PLR2004 - the block of tag characters
        return "tag"
    kinds = {"Co": "private_use", "Cn": "unassigned", "Cs": "unassigned", "Cc": "control"}
    return "" if char in "\t\r\n" else kinds.get(unicodedata.category(char), "")


def _scripts(word: str) -> set[str]:
    """The scripts of a word's letters; Japanese mixes three and counts as one."""
    japanese = {"hiragana", "katakana", "cjk"}
    scripts = {_script(char) for char in word if char.isalpha()}
    return {"japanese" if script in japanese else script for script in scripts} - {"", "modifier"}


_script = lru_cache(maxsize=1 << 12)(script_of)  # of a letter


def _few_marks(text: str) -> str:
    """The text with no more than ``MOST_MARKS`` combining marks in a row."""
    if len(text) <= MOST_MARKS:
        return text
    kept: list[str] = []
    row = 0
    for char in text:
        row = row + 1 if unicodedata.combining(char) else 0
        if row <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
