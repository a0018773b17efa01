"""Arabic and Persian writing in Latin letters, and the compound names of the Muslim world.

The script leaves short vowels out. The commonest words have their usual spelling in
``arabic_words.txt`` (written by hand) and ``arabic_more_words.txt`` (what transliterated names
agree on, see ``scripts/readings.py``); every other word gets an ``a`` where two consonants would stand at its
beginning or three in a row (``جلال`` gives ``jalal``): nearer to what passports write than bare
consonants. ``normalise.keys`` bridges what remains.
"""

import re
import unicodedata
from functools import cache, lru_cache

from tamiz.normalise.usual_words import read_words

# Consonants as English-language passports write them; waw and ya are long vowels inside a word
# and w and y at its beginning or before alif.
_CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k",
    "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ھ": "h", "ہ": "h", "ڤ": "v", "ٹ": "t",
    "ڈ": "d", "ڑ": "r", "ښ": "sh", "ګ": "g", "ړ": "r", "ډ": "d", "ټ": "t", "ځ": "z", "څ": "ts",
}  # fmt: skip
_VOWELS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ع": "a", "ة": "a", "ۀ": "a", "و": "u",
    "ؤ": "u", "ي": "i", "ی": "i", "ې": "e", "ى": "i", "ئ": "i", "ء": "", "ے": "e", "ں": "n",
}  # fmt: skip
_GLIDES = {"و": "w", "ي": "y", "ی": "y", "ى": "y"}
# Persian, Dari, Pashto and Urdu have one sound for four Arabic letters.
_PERSIAN = {**_CONSONANTS, "ض": "z", "ظ": "z", "ذ": "z", "ث": "s"}
_PERSIAN_LETTERS = frozenset("پچژگکی")
_FINAL_H = frozenset("هھہ")
_NAME_ENDINGS = (("يان", "ian"), ("ي", "i"))  # Persian, Armenian; the nisba
_YA = frozenset("يیى")
LONGEST_GLUED = 24  # letters of two words written as one: longer words are none
_ALIFS = frozenset("اأآ")
# Letters that Persian, Urdu and Arabic keyboards write differently, for the table of words.
SAME = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
                       "ة": "ه", "ھ": "ه", "ہ": "ه", "ؤ": "و", "ـ": None})  # fmt: skip
_ARTICLE = "ال"
_SERVANT = "عبد"  # Abd: what follows is one of the names of God
_GOD = "الله"


def is_arabic(text: str) -> bool:
    """Whether a letter of the Arabic script, in any of its forms, is in the text."""
    return any("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufeff" for c in text)


def arabic_pieces(word: str) -> tuple[str, ...]:
    """A written word split where Latin writing splits it: article, Abd, Allah.

    ``عبدالرحمن`` gives ``عبد``, ``رحمن``; ``عبدالله`` stays whole, as ``Abdullah`` does.
    """
    word = unicodedata.normalize("NFKC", word).replace("ـ", "")
    if word.translate(SAME) in _words():
        return (word,)
    if word.startswith(_SERVANT + _ARTICLE):
        return _SERVANT, *arabic_pieces(word[len(_SERVANT + _ARTICLE) :])
    if word.endswith(_GOD) and word != _GOD:
        return *arabic_pieces(word[: -len(_GOD)]), _GOD
    shortest = 4  # shorter words begin with these letters without their being an article
    if word.startswith(_ARTICLE) and len(word) > shortest:
        return arabic_pieces(word[len(_ARTICLE) :])
    return (word,) if word else ()


def romanise_arabic(word: str) -> str:
    """One word in lower-case Latin letters: its usual spelling, else letter by letter."""
    usual = usual_arabic(word)
    if usual is not None:
        return usual
    bare = _bare(word)
    return _derived(bare) or _glued(bare) or spell_out(_compatible(word))


def usual_arabic(word: str) -> str | None:
    """The usual Latin spelling of a word; None if none is known."""
    return _words().get(_bare(word))


def _bare(word: str) -> str:
    """The word in the letters of the tables, without points."""
    folded = _compatible(word).translate(SAME)
    return "".join(c for c in folded if unicodedata.category(c) != "Mn")


def _compatible(word: str) -> str:
    """The word with letters for their shapes."""
    return unicodedata.normalize("NFKC", word)


def _derived(word: str) -> str:
    """A usual word with an ending of family names (``اسماعیلی``, ``احمدیان``); else empty."""
    for ending, latin in _NAME_ENDINGS:
        if word.endswith(ending) and (stem := _words().get(word.removesuffix(ending))):
            return stem + latin
    return ""


def _glued(word: str) -> str:
    """Two usual words written without a space (``غلامحسین``); empty if it is not two."""
    usual, shortest = _words(), 3
    for cut in range(shortest, min(len(word), LONGEST_GLUED) - shortest + 1):
        if (first := usual.get(word[:cut])) and (last := usual.get(word[cut:])):
            return first + last
    return ""


@lru_cache(maxsize=1 << 16)
def split_compound(word: str) -> tuple[str, ...]:
    """A romanised compound as its members: ``abdulrahman``, ``rahmatullah``, ``nasiruddin``.

    Lists write them in one word or several; as members they meet in either spelling.
    """
    if word.startswith(_COMPOUND_BEGINS):
        for whole, members in _USUAL:
            if whole.fullmatch(word) is not None:
                return members
        if (found := _ABD.match(word)) is not None and not word.endswith(_SLAVIC):
            return "abd", *split_compound(word[found.end() :])
    for endings, ending, member in _ENDINGS:
        if word.endswith(endings) and (found := ending.fullmatch(word)) is not None:
            return (found[1], member) if found[1] else (member,)
    return (word,)


_SLAVIC = ("ev", "ov", "eva", "ova", "iev", "ieva")
_USUAL = (
    (re.compile(r"abd[uea][lr]|abdol|abdus"), ("abd",)),
    (re.compile(r"abd[aeiou]{1,2}l{1,2}[aeo]h?i?"), ("abdullah",)),
    (re.compile(r"(?:abu|abou|abo|bou)b[ae]c?[ckq]{1,2}[aeiou]{0,2}r"), ("abu", "bakr")),
)
_ABD = re.compile(
    r"abd[aeiou]{1,2}(?:l|([rsznt])(?=\1))(?=..{3,})|abdi(?=rahman|salam|rashid|aziz)"
)
_ALLAH = re.compile(r"(.{3,}?|)(?:(?:ou|[uoaei])l?lah|(?:ou|u)lla)")
_DIN = re.compile(r"(.{3,}?|)(?:(?:ou|[ueao])dd|ud|e[dl]d|al[ds]?d)(?:i|ee|ey|i?ye?)ne?")
# Letters with which these begin and end; most words have none of them and need no pattern.
_COMPOUND_BEGINS = ("abd", "abu", "abo", "bou")
_ENDINGS = ((("lah", "ulla"), _ALLAH, "allah"), (("n", "ne"), _DIN, "din"))


def spell_out(word: str) -> str:
    """The word letter by letter, with an ``a`` where consonants crowd."""
    consonants = _PERSIAN if _PERSIAN_LETTERS.intersection(word) else _CONSONANTS
    spelt: list[tuple[str, bool]] = []
    for at, char in enumerate(word):
        if char in _FINAL_H and at == len(word) - 1 and spelt and spelt[-1][1]:
            spelt.append(("a", False))  # a feminine ending with its dots left out, or mute
        elif char in _GLIDES and (at == 0 or word[at + 1 : at + 2] in _ALIFS):
            spelt.append((_GLIDES[char], True))
        elif char == "و" and word[at + 1 :] in _YA:  # the nisba of words in -a: Safawi, Musawi
            spelt += [("a", False), ("w", True)] if spelt and spelt[-1][1] else [("w", True)]
        elif char in consonants:
            spelt.append((consonants[char], True))
        elif vowel := _VOWELS.get(char, char if char.isascii() else ""):
            spelt.append((vowel, False))
    return "".join(_with_vowels(spelt))


def _with_vowels(spelt: list[tuple[str, bool]]) -> list[str]:
    """An ``a`` after the first of two consonants that begin the word or follow a consonant."""
    out: list[str] = []
    closed = True  # whether the syllable so far can take no further consonant
    for at, (letters, consonant) in enumerate(spelt):
        out.append(letters)
        if not consonant:
            closed = False
            continue
        next_too = at + 1 < len(spelt) and spelt[at + 1][1]
        if next_too and closed:
            out.append("a")
            closed = False
        else:
            closed = next_too
    return out


@cache
def _words() -> dict[str, str]:
    """Arabic words and their usual Latin spelling; what was written by hand goes first."""
    by_hand = read_words("arabic_words.txt").items()
    return read_words("arabic_more_words.txt") | {w.translate(SAME): latin for w, latin in by_hand}
