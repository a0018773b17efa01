"""Text as written: cleaned for reading, with everything odd in it named, never hidden."""

import re
import unicodedata
from functools import lru_cache

from tamiz.normalise.joiners import is_joining
from tamiz.normalise.lookalikes import looks_like
from tamiz.normalise.scripts import script_of

LONGEST = 20_000  # characters that are normalised: NFC on crafted text takes time squared
MOST_MARKS = 30  # combining marks in a row (UAX 15, stream-safe text)

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
# Marks that keyboards and telephones set beside right-to-left letters, and around numbers.
_MARKS = frozenset("\u200e\u200f\u061c")
_AROUND_NUMBERS = _MARKS | frozenset("\u202a\u202c\u2066\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_INVISIBLE = frozenset("\u200b\u2060\ufeff\u00ad\u180e") | _JOINERS
# Letters of one script as keyboards give them, and what ASCII has beside letters.
_ORDINARY = re.compile(r"[ -~À-ÖØ-öø-ſ’]*|[ -@\[-`{-~Ѐ-џҐґ’]*")
_BETWEEN_WORDS = re.compile(r"[^\w'’ʼʻ`´\u0300-\u036f]+|_+")


def clean(text: str) -> str:
    """Composed (NFC), trimmed, with runs of white space as one space; cut at ``LONGEST``."""
    text = text[:LONGEST]
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", _few_marks(text)).split())


def is_ordinary(text: str) -> bool:
    """Whether a look tells that nothing in a text is odd, and that it is composed: so most are."""
    return (text.isascii() and text.isprintable()) or _ORDINARY.fullmatch(text) is not None


def oddities(text: str) -> tuple[str, ...]:
    """What in a text may deceive a reader: codes such as ``bidi_control``, sorted.

    ``bidi_control`` turns the reading direction, ``invisible`` shows nothing, ``tag``,
    ``private_use`` and ``unassigned`` mean nothing, ``control`` is no text, ``mixed_script`` has
    a letter in one word that looks like another script's (UTS 39), ``stacked_marks`` buries a
    letter. Signs that a script or an emoji needs, and marks that change nothing, are not odd.
    """
    if is_ordinary(text):
        return ()
    text = text[:LONGEST]
    odd = {char: kind for char in set(text) if (kind := _oddity(char))}
    harmless = _harmless(text) if odd else frozenset()
    found = {kind for char, kind in odd.items() if char not in harmless}
    if "invisible" in found and not _has_invisible(text):
        found.discard("invisible")
    if any(not word.isascii() and _is_mixed(word) for word in _BETWEEN_WORDS.split(text)):
        found.add("mixed_script")
    if _few_marks(text) != text:
        found.add("stacked_marks")
    return tuple(sorted(found))


def visible(text: str) -> str:
    """The text with characters that deceive or cannot be seen written as ``⟨U+202E⟩``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"⟨U+{ord(char):04X}⟩" if _oddity(char) and not _joins(text, at) else char
        for at, char in enumerate(text)
    )


def _harmless(text: str) -> frozenset[str]:
    """The marks of direction that change nothing in this text.

    Beside right-to-left letters people need them; around a number without any letter they turn
    nothing, and telephones put them there.
    """
    if not any(char.isalpha() for char in text):
        return _AROUND_NUMBERS
    has_right_to_left = any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)
    return _MARKS if has_right_to_left else frozenset()


def _has_invisible(text: str) -> bool:
    """Whether anything is invisible but a joiner where one belongs."""
    return any(char in _INVISIBLE and not _joins(text, at) for at, char in enumerate(text))


def _joins(text: str, at: int) -> bool:
    return text[at] in _JOINERS and is_joining(text, at)


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


@lru_cache(maxsize=1 << 14)
def _is_mixed(word: str) -> bool:
    """Whether all of a word's letters of one script look like letters of another one in it.

    «Аnn» with a Cyrillic А is one; «FPVшник» is none: its F and V are no Cyrillic letters, so
    that nobody takes it for a word of one script.
    """
    letters: dict[str, list[str]] = {}
    for char in word:
        if char.isalpha():
            letters.setdefault(_script(char), []).append(char)
    return any(
        all(looks_like(char, other) for char in letters[script])
        for script in letters
        for other in letters
        if script != other
    )


_script = lru_cache(maxsize=1 << 12)(script_of)  # of a letter


def _few_marks(text: str) -> str:
    """The text with no more than ``MOST_MARKS`` combining marks in a row."""
    if len(text) <= MOST_MARKS or not any(map(unicodedata.combining, text)):
        return text
    kept: list[str] = []
    row = 0
    for char in text:
        row = row + 1 if unicodedata.combining(char) else 0
        if row <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def folded(text: str) -> str:
    """The text without case and accents, apostrophes left out: for finding words in it.

    >>> folded("Piloto de DRON, en el ejército"), folded("п'ятий")
    ('piloto de dron, en el ejercito', 'пятии')
    """
    if text.isascii():
        return text.casefold().replace("'", "")
    return unicodedata.normalize("NFKD", text.casefold()).translate(_LEFT_OUT)


# Accents (U+0300 to U+036F) and what is written for an apostrophe.
_LEFT_OUT = dict.fromkeys((*range(0x300, 0x370), *map(ord, "'’ʼ`´′")))
