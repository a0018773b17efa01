"""Keys under which spellings of the same name meet: by sound, and by consonants alone.

A key never decides. It finds words that may be the same name; how much such an agreement is
worth follows from how many other names share the key (``matching.neighbours``).

The rules are applied to lines, so that many words, each in a line of its own, are read at once: a
pattern takes longer to be called than to go over a word.
"""

import re
from collections.abc import Sequence
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
_DOUBLED = re.compile(r"(.)(?=\1)")
# What single languages write in certain places: each applies where the letters before it occur.
_PLACES = tuple(
    (letters, re.compile(pattern, re.MULTILINE), sound)
    for letters, pattern, sound in (
        ("ou", r"ou(?<![^aeio\n]ou)(?=[aei])", "w"),  # French: Ouahid, Alaoui
        ("gu", "gu(?=[eiy])", "g"),  # French and Spanish: Serguei, Guevara
        ("ff", "ff$", "v"),  # Petroff
        ("vic", "vic$", "vich"),  # South Slavic: Petrović
        ("ov", "(?:(?<=[cs]h)|[iy]{1,2})ov(?=a?$|[iy]ch$)", "ev"),  # Gorbachov, Serhiiovych
        ("j", "(?<=[ei])j$", "i"),  # German, Scandinavian: Sergej, Jurij
        ("j", "^j(?=[rlmv])", "h"),  # Spanish: Jrushchov
        ("ch", "^ch(?=r)", "k"),  # Christian, Cristian
        ("ch", "^ch(?=[lmv])", "h"),  # German, Polish: Chmelnizki
        ("tsch", r"(?<![st])ch(?=\w*tsch)|(?<=tsche)ch", "h"),  # German: Mychajlowytsch, Tschechow
        ("tsch", r"ijow(?=\w*tsch)", "ev"),  # Serhijowytsch
        ("tsch", r"(?<=[aeiouy])j(?![aeiouy])(?=\w*tsch)", "i"),  # Mykytajtschuk
        # Georgian and Armenian: -schwili, -szwili and -dse are written by Germans and Poles alone,
        # who write ch for kh; ts and kh together are zch.
        ("zch", "zch", "tskh"),  # Kwarazchelia, Mzcheta
        ("wili", r"(?<![st])ch(?=\w*s(?:ch|z)wili$)", "h"),  # Chuzischwili, Chuciszwili
        ("dse", r"(?<![st])ch(?=\w*dse$)", "h"),  # Samcharadse, Tschcheidse
        ("ssjan", "ssjan$", "sian"),  # Petrossjan
        ("tsch", r"^(\w*tsch\w*)jan$", r"\1ian"),  # Chatschatrjan
        ("cz", r"ch(?=\w*cz)", "h"),  # Polish: Lachowicz, Chaczatrian
        ("ija", "ija$", "ia"),  # Sofija, Kwarazchelija
    )
)
_LETTERS = bytes.maketrans(b"cqwzgeyo", b"kkvshiiu")
_VOWELS = re.compile(r"[aiu]{2,}")
_ARTICLE = re.compile(r"^(?:el|il|ul)(?=...)", re.MULTILINE)

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
_FINAL_H = re.compile("(?<=.)h$", re.MULTILINE)
_FEWEST = 3  # consonants of a skeleton; fewer mean nothing
_FEWEST_ROUGH = 2  # of an outline


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The word as it sounds across romanisations: ``Serhii`` and ``Sergey`` both ``sirhi``."""
    return _heard(word)


def sounds(words: Sequence[str]) -> list[str]:
    """The ``sound`` of each word; several times faster than one by one."""
    return _heard("\n".join(words)).split("\n") if words else []


def joined_sound(word: str) -> str:
    """The sound of words written as one; the Arabic article sounds the same however spelt."""
    return sound(_ARTICLE.sub("al", word) if word[1:2] == "l" else word)


def joined_sounds(words: Sequence[str]) -> list[str]:
    """The ``joined_sound`` of each; several times faster than one by one."""
    return _heard(_ARTICLE.sub("al", "\n".join(words))).split("\n") if words else []


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of the word in broad classes: ``Muhammad`` and ``محمد`` both ``mhmt``.

    Empty where fewer than three consonants remain: too little to mean anything.
    """
    return skeletons([sound(word)])[0]


def skeletons(heard: Sequence[str]) -> list[str]:
    """The ``skeleton`` of each of the words that sound so."""
    bones = "\n".join(heard).encode().translate(_CONSONANTS, b"aiu").decode()
    return _of_enough(_DOUBLED.sub("", bones), _FEWEST) if heard else []


@lru_cache(maxsize=1 << 16)
def outline(word: str) -> str:
    """The consonants in the broadest classes: ``Chong`` and ``Jong``, ``Fazal`` and ``فضل`` meet.

    Empty where fewer than two consonants remain.
    """
    return outlines([word])[0]


def outlines(words: Sequence[str]) -> list[str]:
    """The ``outline`` of each word; several times faster than one by one."""
    rough = _ROUGH_GROUP.sub(_rough_of, "\n".join(words))
    bones = _DOUBLED.sub("", rough.encode().translate(_ROUGH_LETTERS, _UNHEARD).decode())
    bones = _FINAL_H.sub("", bones)  # a final h is seldom heard, and often written
    return _of_enough(bones, _FEWEST_ROUGH) if words else []


def _heard(lines: str) -> str:
    """Each line as it sounds."""
    for letters, place, heard_as in _PLACES:
        if letters in lines:
            lines = place.sub(heard_as, lines)
    heard = _GROUP.sub(_sound_of, lines)
    if "c" in heard:
        heard = _SOFT_C.sub("s", heard)
    # Bytes are exchanged several times faster than letters.
    heard = heard.encode().translate(_LETTERS).decode()
    return _DOUBLED.sub("", _VOWELS.sub(_one_vowel, heard))


def _of_enough(lines: str, fewest: int) -> list[str]:
    """The lines; empty where they have fewer letters."""
    return [bones if len(bones) >= fewest else "" for bones in lines.split("\n")]


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
