"""The letters that Mexican numbers take from a name, by the rules of the CURP and the RFC.

CURP: Instructivo Normativo para la Asignación de la CURP, Diario Oficial de la Federación,
18 October 2021. RFC: Servicio de Administración Tributaria, rules for natural persons.
"""

import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

NOTHING = "X"  # stands for a letter that the name does not have, Ñ and signs
VOWELS = frozenset("AEIOU")
# Prepositions, conjunctions and contractions, which are passed over in names.
PARTICLES = frozenset(
    "DA DAS DE DEL DER DI DIE DD EL LA LOS LAS LE LES MAC MC VAN VON Y".split(),
)
# Given names that are passed over where another follows.
COMMON = frozenset("MARIA MA M JOSE J".split())
SHORT_SURNAME = 2  # letters: the RFC takes more of the given name then
_SIGNS = frozenset("/-.'’")
_SIGN = "/"  # every sign inside a word, until a letter is taken from its place


class NameSystem(StrEnum):
    """Which rules the letters follow."""

    CURP = "curp"
    RFC = "rfc"


class PersonName(NamedTuple):
    """The three parts of a Mexican name; either surname may be empty."""

    given: str
    paternal: str
    maternal: str


class NameLetters(NamedTuple):
    """The letters as they stand: four at the front, and the consonants of a CURP behind."""

    system: NameSystem
    front: str
    consonants: str


def name_letters(name: PersonName, system: NameSystem) -> NameLetters:
    """The letters that the rules make of a name.

    >>> name_letters(PersonName("María Fernanda", "Escamilla", "Arroyo"), NameSystem.CURP)[1:]
    ('EAAF', 'SRR')
    >>> name_letters(PersonName("Luz", "Ñáñez", "de la O"), NameSystem.CURP)[1:]
    ('XAOL', 'XXZ')
    """
    given, paternal, maternal = _given(name.given), _word(name.paternal), _word(name.maternal)
    if not paternal:
        paternal, maternal = maternal, ""
    if system is NameSystem.RFC:
        return NameLetters(system, _harmless(_rfc(given, paternal, maternal), system), "")
    front = _first(paternal) + _vowel(paternal) + _first(maternal) + _first(given)
    consonants = "".join(_consonant(word) for word in (paternal, maternal, given))
    return NameLetters(system, _harmless(front, system), consonants)


def _rfc(given: str, paternal: str, maternal: str) -> str:
    if not maternal:
        return (paternal[:2] + given[:2]).ljust(4, NOTHING)
    if len(paternal) <= SHORT_SURNAME:
        return (_first(paternal) + _first(maternal) + given[:2]).ljust(4, NOTHING)
    return _first(paternal) + _vowel(paternal) + _first(maternal) + _first(given)


def _first(word: str) -> str:
    return word[:1] or NOTHING


def _vowel(word: str) -> str:
    """The first vowel after the first letter; X if a sign stands before it (D'Amico)."""
    found = next((char for char in word[1:] if char in VOWELS or char == _SIGN), NOTHING)
    return NOTHING if found == _SIGN else found


def _consonant(word: str) -> str:
    """The first consonant after the first letter; a sign in its place is X, as Ñ is."""
    found = next((char for char in word[1:] if char not in VOWELS), NOTHING)
    return NOTHING if found == _SIGN else found


def _harmless(front: str, system: NameSystem) -> str:
    """The four letters, with one of them X where they make a word of the forbidden list."""
    if front not in forbidden_words(system):
        return front
    at = 1 if system is NameSystem.CURP else 3
    return front[:at] + NOTHING + front[at + 1 :]


@cache
def forbidden_words(system: NameSystem) -> frozenset[str]:
    """The official list of words that the letters must not make."""
    path = files("tamiz.documents.numbers").joinpath("tables", f"mx_words_{system}.txt")
    lines = path.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _word(surname: str) -> str:
    """The first word of a surname that is no particle; the first one if all are."""
    words = _words(surname)
    return next((word for word in words if word not in PARTICLES), words[0] if words else "")


def _given(names: str) -> str:
    """The given name that counts: the second if the first is María or José."""
    words = [word for word in _words(names) if word not in PARTICLES] or list(_words(names))
    if len(words) > 1 and words[0] in COMMON:
        return words[1]
    return words[0] if words else ""


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    """The words in capitals without accents; Ñ is X, and signs inside a word are one sign."""
    upper = unicodedata.normalize("NFC", text).upper().replace("Ñ", NOTHING)
    words = (
        word.strip("".join(_SIGNS) + ",") for word in unicodedata.normalize("NFKD", upper).split()
    )
    cleaned = ("".join(_SIGN if c in _SIGNS else c * c.isalpha() for c in word) for word in words)
    return tuple(word for word in cleaned if word)
