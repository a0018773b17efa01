"""Devanagari, Bengali and the other Indic scripts of one plan, and Thai, in Latin letters.

Unicode lays nine Indic scripts out alike (ISCII), so one table by position reads them all. A
consonant sounds with an ``a`` unless a vowel sign or a virama follows; northern languages drop
it at the end of a word and between sounding syllables (``मनमोहन`` is ``manmohan``).
"""

import unicodedata

from anyascii import anyascii

_FIRST, _LAST, _BLOCK = 0x900, 0xD80, 0x80
_SOUTHERN = 0xB80  # from Tamil on, the a at a word's end is spoken
_CONSONANTS = dict(enumerate(
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h".split(),
    start=0x15,
)) | dict(enumerate("q kh gh z r rh f y".split(), start=0x58))  # fmt: skip
_LETTERS = dict(enumerate("a a i i u u ri li e e e ai o o o au".split(), start=0x05))
_SIGNS = dict(enumerate("a i i u u ri ri e e e ai o o o au".split(), start=0x3E))
_NUKTA, _VIRAMA, _VISARGA = 0x3C, 0x4D, 0x03
_NASAL = frozenset({0x01, 0x02, 0x70})
_WITH_NUKTA = {"k": "q", "j": "z", "ph": "f", "d": "r", "dh": "rh"}
_TIPPED = {0x9CE: "t", 0x9F0: "r", 0x9F1: "v"}  # letters outside the plan

_BEFORE = frozenset("เแโใไ")  # Thai vowels written before the consonant after which they sound
_SILENT = "\u0e4c"  # makes a Thai letter mute


def is_indic(text: str) -> bool:
    """Whether a letter of an Indic script of the common plan is in the text."""
    return any(_FIRST <= ord(c) < _LAST for c in text)


def romanise_indic(word: str) -> str:
    """One word in Latin letters."""
    syllables: list[tuple[str, str]] = []  # consonant and vowel; "" where there is none
    inherent: list[bool] = []
    for char in unicodedata.normalize("NFKC", word):
        _add(char, syllables, inherent)
    northern = not any(ord(c) >= _SOUTHERN for c in word)
    if northern:
        _hush(syllables, inherent)
    return "".join(consonant + vowel for consonant, vowel in syllables)


def _add(char: str, syllables: list[tuple[str, str]], inherent: list[bool]) -> None:
    """Read one character: a new syllable, or a change to the last one."""
    code = ord(char)
    place = code % _BLOCK if _FIRST <= code < _LAST else -1
    last = syllables[-1] if syllables else ("", "")
    if place in _CONSONANTS or code in _TIPPED:
        consonant = _TIPPED.get(code) or _CONSONANTS[place]
        syllables.append((consonant, "" if code in _TIPPED else "a"))
        inherent.append(code not in _TIPPED)
    elif place in _LETTERS or char.isascii():
        syllables.append(("", _LETTERS.get(place, char)))
        inherent.append(False)
    elif place in _NASAL:
        syllables.append(("n", ""))
        inherent.append(False)
    elif syllables and (place in _SIGNS or place == _VIRAMA):
        syllables[-1], inherent[-1] = (last[0], _SIGNS.get(place, "")), False
    elif syllables and place == _NUKTA:
        syllables[-1] = (_WITH_NUKTA.get(last[0], last[0]), last[1])


def _hush(syllables: list[tuple[str, str]], inherent: list[bool]) -> None:
    """Drop each ``a`` that northern languages do not speak, from the end of the word."""
    for at in range(len(syllables) - 1, 0, -1):
        before, after = syllables[at - 1], syllables[at + 1] if at + 1 < len(syllables) else None
        is_heard_before = before[1] != ""
        is_heard_after = after is None or (after[0] != "" and after[1] != "")
        if inherent[at] and is_heard_before and is_heard_after:
            syllables[at] = (syllables[at][0], "")


def is_thai(text: str) -> bool:
    """Whether a Thai letter is in the text."""
    return any("\u0e01" <= c <= "\u0e4e" for c in text)


def romanise_thai(word: str) -> str:
    """One word in Latin letters, in the order in which it sounds and without mute letters.

    Vowels that are not written stay missing.
    """
    heard: list[str] = []
    waiting = ""
    for char in word:
        if char == _SILENT:
            del heard[-1:]
        elif char in _BEFORE:
            waiting = char
        else:
            heard += [char, waiting] if waiting else [char]
            waiting = ""
    return "".join(anyascii(char) for char in [*heard, waiting]).casefold()
