"""Keys under which spellings of the same name meet: by sound, and by consonants alone.

A key never decides. It finds words that may be the same name; how much such an agreement is
worth follows from how many other names share the key (``matching.neighbours``).
"""

import re
from functools import lru_cache

# Letter groups that romanisations spell differently, longest first. Capital letters stand for
# sounds without a letter of their own: S (sh), C (ch), Z (zh). The Russian шч is written shch,
# schtsch, chtch, szcz or shh.
_SOUNDS = (
    ("schtsch", "S"), ("chtch", "S"), ("shch", "S"), ("szcz", "S"), ("tsch", "C"), ("dsch", "j"),
    ("shh", "S"), ("sch", "S"), ("tch", "C"), ("dzh", "j"), ("sh", "S"), ("sz", "S"), ("ch", "C"),
    ("cz", "C"), ("kh", "h"), ("gh", "h"), ("zh", "Z"), ("dj", "j"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("ck", "k"), ("qu", "k"), ("ts", "s"), ("tz", "s"), ("ks", "x"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"),
)  # fmt: skip
_SOUND_OF = dict(_SOUNDS)
_GROUP = re.compile("|".join(group for group, _ in _SOUNDS))
_SOFT_C = re.compile(r"c(?=[eiy])")
# What single languages write in certain places: each applies where the letters before it occur.
_PLACES = tuple(
    (letters, re.compile(pattern), sound)
    for letters, pattern, sound in (
        ("ou", "(?:^|(?<=[aeio]))ou(?=[aei])", "w"),  # French: Ouahid, Alaoui
        ("gu", "gu(?=[eiy])", "g"),  # French and Spanish: Serguei, Guevara
        ("ff", "ff$", "v"),  # Petroff
        ("vic", "vic$", "vich"),  # South Slavic: Petrović
        ("ov", "(?:(?<=[cs]h)|[iy]{1,2})ov(?=a?$|[iy]ch$)", "ev"),  # Gorbachov, Serhiiovych
        ("j", "(?<=[ei])j$", "i"),  # German, Scandinavian: Sergej, Jurij
        ("j", "^j(?=[rlmv])", "h"),  # Spanish: Jrushchov
        ("ch", "^ch(?=r)", "k"),  # Christian, Cristian
        ("ch", "^ch(?=[lmv])", "h"),  # German, Polish: Chmelnizki
    )
)
_LETTERS = bytes.maketrans(b"cqwzgeyo", b"kkvshiiu")
_VOWELS = re.compile(r"[aiu]{2,}")
_ARTICLE = re.compile(r"^(?:el|il|ul)(?=...)")

# Consonants that one script writes with one letter and another with two.
_CONSONANTS = bytes.maketrans(b"pdfZ", b"btvj")

# For the outline: letters whose romanisation differs most between countries fall together.
_ROUGH = (
    ("shch", "j"), ("tsch", "j"), ("sch", "j"), ("tch", "j"), ("dzh", "j"), ("sh", "j"),
    ("sz", "j"), ("ch", "j"), ("cz", "j"), ("zh", "j"), ("dj", "j"), ("dz", "t"), ("kh", "h"),
    ("gh", "k"), ("ph", "f"), ("th", "s"), ("dh", "t"), ("ck", "k"), ("qu", "k"), ("ts", "s"),
    ("tz", "s"), ("x", "ks"),
)  # fmt: skip
_ROUGH_OF = dict(_ROUGH)
_ROUGH_GROUP = re.compile("|".join(group for group, _ in _ROUGH) + "|c(?=[eiy])")
_ROUGH_LETTERS = bytes.maketrans(b"pvdzgqc", b"bfttkkk")
_UNHEARD = b"aeiouyw"


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The word as it sounds across romanisations: ``Serhii`` and ``Sergey`` both ``sirhi``."""
    for letters, place, heard_as in _PLACES:
        if letters in word:
            word = place.sub(heard_as, word)
    heard = _GROUP.sub(_sound_of, word)
    if "c" in heard:
        heard = _SOFT_C.sub("s", heard)
    # Bytes are exchanged several times faster than letters.
    heard = heard.encode().translate(_LETTERS).decode()
    return _once(_VOWELS.sub(_one_vowel, heard))


def joined_sound(word: str) -> str:
    """The sound of words written as one; the Arabic article sounds the same however spelt."""
    return sound(_ARTICLE.sub("al", word) if word[1:2] == "l" else word)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of the word in broad classes: ``Muhammad`` and ``محمد`` both ``mhmt``.

    Empty where fewer than three consonants remain: too little to mean anything.
    """
    bones = _once(sound(word).encode().translate(_CONSONANTS, b"aiu").decode())
    fewest = 3
    return bones if len(bones) >= fewest else ""


@lru_cache(maxsize=1 << 16)
def outline(word: str) -> str:
    """The consonants in the broadest classes: ``Chong`` and ``Jong``, ``Fazal`` and ``فضل`` meet.

    Empty where fewer than two consonants remain.
    """
    rough = _ROUGH_GROUP.sub(_rough_of, word)
    bones = _once(rough.encode().translate(_ROUGH_LETTERS, _UNHEARD).decode())
    if len(bones) > 1:
        bones = bones[0] + bones[1:].rstrip("h")  # a final h is seldom heard, and often written
    fewest = 2
    return bones if len(bones) >= fewest else ""


def _once(word: str) -> str:
    """The word with each letter once where it is doubled; faster than a regular expression."""
    last = kept = ""
    for char in word:
        if char != last:
            kept += char
            last = char
    return kept


def _sound_of(match: re.Match[str]) -> str:
    """The sound of a letter group."""
    return _SOUND_OF[match.group()]


def _one_vowel(match: re.Match[str]) -> str:
    """A run of vowels as one: its u, else its i, else a (``aiu``, ``ia``, ``aa``)."""
    run = match.group()
    return "u" if "u" in run else "i" if "i" in run else "a"


def _rough_of(match: re.Match[str]) -> str:
    """The broad class of a letter group; a soft c is an s."""
    return _ROUGH_OF.get(match.group(), "s")
