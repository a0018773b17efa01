"""The words of names as numbers, each written word read once.

Most names are words that carry identity, one after the other: each is looked up by itself. Names
with anything that is read with its neighbours (a comma, ``Abd Allah``, Han, Arabic) are parsed
whole, as everywhere else in Tamiz.
"""

from typing import NamedTuple

from tamiz.links.resolve.arrays import hash64
from tamiz.model import Name, Role
from tamiz.normalise.arabic import split_compound
from tamiz.normalise.names import MOST_CHARACTERS, PARTICLES, TITLES, parse_person, spell_words

WIDTH = 8  # words of a name that are compared
KEPT = 1 << 20  # written words that are remembered: more than a million people have
UNTOLD, GIVEN, FAMILY, FATHERS = 0, 1, 2, 3  # roles, as small numbers
ROLES = {
    None: UNTOLD, Role.GIVEN: GIVEN, Role.FAMILY: FAMILY, Role.PATERNAL: FAMILY,
    Role.MATERNAL: FAMILY, Role.PATRONYMIC: FATHERS,
}  # fmt: skip
_GIVEN, _FAMILY = Role.GIVEN, Role.FAMILY
_WHOLE, _SILENT = -1, -2  # a written word that is read with its neighbours; one that names nobody
_FIRST_NEIGHBOURLY = "\u0590"  # scripts from here on are parsed whole

__all__ = ["NameWords", "hash64"]


class _Whole(NamedTuple):
    """A name that its source does not separate, as a part of itself."""

    text: str
    role: Role | None = None


class NameWords:
    """All words met so far, numbered in the order of their first appearance."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._written: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a romanised word."""
        return self.numbers.setdefault(word, len(self.numbers))

    def read(self, name: Name) -> tuple[list[int], list[int]]:
        """Numbers and roles of a name's words; both empty if nothing of it can be compared."""
        words: list[int] = []
        roles: list[int] = []
        known = self._written
        for part in name.parts or (_Whole(name.text),):
            role = part.role
            number = GIVEN if role is _GIVEN else FAMILY if role is _FAMILY else ROLES[role]
            for written in part.text[:MOST_CHARACTERS].split():
                found = known.get(written)
                if found is None:
                    found = self._learn(written)
                if found >= 0:
                    words.append(found)
                    roles.append(number)
                elif found == _WHOLE:
                    return self._parsed(name)
        if not words:
            return self._parsed(name)
        return (words, roles) if len(words) <= WIDTH else (words[:WIDTH], roles[:WIDTH])

    def _parsed(self, name: Name) -> tuple[list[int], list[int]]:
        words = parse_person(name).words[:WIDTH]
        return [self.number(word.text) for word in words], [ROLES[word.role] for word in words]

    def _learn(self, written: str) -> int:
        if len(self._written) >= KEPT:
            self._written.clear()
        found = self._written[written] = self._read_one(written)
        return found

    def _read_one(self, written: str) -> int:
        if "," in written or max(written) >= _FIRST_NEIGHBOURLY:
            return _WHOLE
        spelt = spell_words(written)
        if len(spelt) != 1:
            return _WHOLE if spelt else _SILENT
        (word,) = spelt
        if word in PARTICLES or word in TITLES:
            return _SILENT
        members = tuple(split_compound(word))
        return self.number(word) if members == (word,) and word != "abd" else _WHOLE
