"""One person's name made ready to be compared with another, with no index."""

import re
from functools import cached_property, lru_cache
from math import log2

from tamiz.matching.name_kinds import roles_of
from tamiz.matching.rarity import known
from tamiz.model import Name, NamePart, Role
from tamiz.normalise.generations import generation_of
from tamiz.normalise.joiners import NON_JOINER
from tamiz.normalise.mandarin import mandarin_key
from tamiz.normalise.names import (
    MOST_CHARACTERS,
    PARTICLES,
    TITLES,
    ParsedName,
    Word,
    parse_person,
    spell_words,
)
from tamiz.normalise.scripts import romanise, script_of

INITIAL_BITS = 2.0  # what a first letter tells: one person in twelve shares it, and it errs
SHORTEST_FIELD = 30  # characters: no field for a name is shorter (Doc 9303-5: 30)
SIGN_BITS = 6.0  # what one sign of a Han or Hangul name tells
LONGEST_RUN = 3  # words written as one, at most: Plat ono vich
SCRIPTS_WITHOUT_VOWELS = frozenset({"arabic", "hebrew"})
FATHERS = frozenset("bin ibn ben bn bint binti binte".split())  # before the father's name

_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-Þ]{3})(?=[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][^\W\d_])")
MARK = "qzq"  # stands after an initial while a name is parsed: no name has these letters
_STOPPED = re.compile(r"(?<!\w)([^\W\d_])\.")
_ALONE = re.compile(
    r"(?<![\w'’])([B-DF-HJ-NP-XZБ-ДЖЗК-НП-ТФ-Щ])(?![\w'’])"
)  # no vowel: Y may be and
_FIGURES = str.maketrans("0134579", "oieasig")  # read for letters inside a word: S3rge1
_SYLLABLES = re.compile(r"[㐀-䶿一-鿿가-힣]{2,4}\Z")


class PersonSide:
    """The words of a name with the role of each, and what each tells."""

    def __init__(self, name: Name) -> None:
        self.name = name
        self.parsed = _parsed(name)
        self.words = tuple(word.text for word in self.parsed.words)
        self.initials = _initials(name.text)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The role of each word, as told or as is likeliest."""
        return roles_of(self.parsed.words)

    @cached_property
    def are_roles_told(self) -> bool:
        """Whether the source says what each word is."""
        return all(word.role is not None for word in self.parsed.words)

    @cached_property
    def bits(self) -> tuple[float, ...]:
        """What each word tells of its bearer: the rarer the more."""
        return tuple(
            INITIAL_BITS if self.is_initial(at) else information(word)
            for at, word in enumerate(self.words)
        )

    def is_initial(self, at: int) -> bool:
        """Whether a word is only the first letter of one."""
        word = self.words[at]
        return (len(word) == 1 and word.isascii()) or word in self.initials

    def is_cut(self, at: int) -> bool:
        """Whether a word may be cut off, as the last one where a form or zone ends."""
        return at == len(self.words) - 1 and len(self.name.text) >= SHORTEST_FIELD

    @cached_property
    def total(self) -> float:
        """What the whole name tells; at least one bit."""
        return max(sum(self.bits), 1.0)

    @cached_property
    def script(self) -> str:
        """The script of the name as written."""
        return script_of(self.name.text)

    @cached_property
    def syllables(self) -> str:
        """The signs of a Han or Hangul name written without a space; empty for any other."""
        compact = "".join(self.name.text.split()).replace("·", "").replace(NON_JOINER, "")
        return compact if _SYLLABLES.match(compact) else ""

    @cached_property
    def written(self) -> int:
        """How many words the name has as written, particles and titles left out."""
        spelt = spell_words(self.name.text)
        return sum(word not in PARTICLES and word not in TITLES for word in spelt)

    @cached_property
    def generation(self) -> str:
        """Which of the family's men of this name it is, if it says so."""
        return generation_of(spell_words(self.name.text))

    @cached_property
    def mandarin(self) -> tuple[str, ...]:
        """The key of each word if all of the name may be Mandarin; else nothing."""
        keys = tuple(map(mandarin_key, self.words))
        return keys if all(keys) else ()

    @cached_property
    def sons(self) -> tuple[tuple[str, str], ...]:
        """Each word with the father's name that ``bin`` puts after it."""
        spelt = spell_words(self.name.text)
        known_words = frozenset(self.words)
        return tuple(
            (spelt[at - 1], spelt[at + 1])
            for at in range(1, len(spelt) - 1)
            if spelt[at] in FATHERS and {spelt[at - 1], spelt[at + 1]} <= known_words
        )

    @classmethod
    def of_syllables(cls, name: Name, syllables: str) -> "PersonSide":
        """A Han or Hangul name sign by sign: the first is the family name, or a part of it."""
        side = cls(name)
        family = max(len(syllables) - 2, 1)
        roles = [Role.FAMILY] * family + [Role.GIVEN] * (len(syllables) - family)
        words = tuple(Word(sign, role) for sign, role in zip(syllables, roles, strict=True))
        side.parsed = ParsedName(words, ())
        side.words = tuple(syllables)
        side.bits = (SIGN_BITS,) * len(syllables)
        side.initials = frozenset()
        return side

    def text(self, positions: tuple[int, ...]) -> str:
        """Some of the words."""
        return " ".join(self.words[at] for at in positions)

    def share(self, positions: tuple[int, ...]) -> float:
        """The part of what the whole name tells that some of its words tell."""
        return sum(self.bits[at] for at in positions) / self.total

    def runs(self) -> list[tuple[tuple[int, ...], str]]:
        """Neighbouring words, or a word with its particles, as they look when written as one."""
        found = {
            (tuple(range(first, last + 1)), text)
            for first, last, text in self.parsed.joins
            if first < last or text != self.words[first]
        }
        for length in range(2, LONGEST_RUN + 1):
            for at in range(len(self.words) - length + 1):
                run = tuple(range(at, at + length))
                found.add((run, "".join(self.words[at : at + length])))
        return sorted(found)


@lru_cache(maxsize=1 << 12)
def person_side(name: Name) -> PersonSide:
    """The name made ready; remembered, since one subject is compared with many."""
    return PersonSide(name)


@lru_cache(maxsize=1 << 16)
def information(word: str) -> float:
    """How much it tells, in bits, that somebody bears this word."""
    return -log2(known().share(word))


def _parsed(name: Name) -> ParsedName:
    """The parsed name: run-together words apart, initials kept, figures read as letters."""
    if not name.parts or _lacks_words(name):
        text = _INNER_CAPITAL.sub(" ", name.text[:MOST_CHARACTERS])
        name = Name(text=_marked(_without_fillers(text)), kind=name.kind)
    else:
        parts = tuple(NamePart(part.role, _marked(part.text)) for part in name.parts)
        name = Name(text=name.text, kind=name.kind, parts=parts)
    parsed = parse_person(name)
    words = tuple(Word(_in_letters(word.text), word.role) for word in parsed.words)
    joins = tuple((first, last, text.replace(MARK, "")) for first, last, text in parsed.joins)
    return ParsedName(words, joins)


def _initials(text: str) -> frozenset[str]:
    """Single letters of the text that Latin writes with several: Ю, Ж, Щ."""
    return frozenset(
        romanise(found[1]) for found in _STOPPED.finditer(text) if len(romanise(found[1])) > 1
    )


def _marked(text: str) -> str:
    """The text with its initials marked, lest one be taken for a particle (``Y.``, ``І.``)."""
    text = _STOPPED.sub(rf"\1{MARK} ", text)
    return _ALONE.sub(lambda found: found[1] + MARK, text)


def _without_fillers(text: str) -> str:
    """``FAMILY<NAMES<<GIVEN`` of a machine-readable zone as ``FAMILY NAMES, GIVEN``."""
    return text.replace("<<", ", ", 1).replace("<", " ") if "<" in text else text


def _lacks_words(name: Name) -> bool:
    """Whether the parts of a name do not hold all of its words."""
    told = [word for part in name.parts for word in spell_words(part.text)]
    return not frozenset(spell_words(name.text)) <= frozenset(told)


def _in_letters(word: str) -> str:
    """A word with figures among its letters, read as the letters that they look like."""
    if word.endswith(MARK):
        return word.removesuffix(MARK)
    return word if word.isalpha() or word.isdigit() else word.translate(_FIGURES)
