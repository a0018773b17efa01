"""Names: the letters in a Mexican number against those that the rules make of claimed names.

A CURP writes X for Ñ, an RFC X, N or Ñ. Lists and machine-readable zones write N, so that an N in
a name that has no Ñ anywhere may be one.
"""

from typing import NamedTuple

from tamiz.documents.numbers.difference import Difference, Grade
from tamiz.documents.numbers.mexican_name import person_names
from tamiz.documents.numbers.name_letters import NameLetters, NameSystem, name_letters
from tamiz.documents.numbers.reading import Part
from tamiz.model import Name, NameKind
from tamiz.normalise.scripts import script_of

# Which letters of the front and of the consonants come from which part of the name.
_PLACES = {"paternal": ((0, 1), 0), "maternal": ((2,), 1), "given": ((3,), 2)}
# The maternal surname may be missing or a husband's, a given name may be the second of two.
_WEAK_ALONE = frozenset({"maternal", "given"})
_ENYE = frozenset("ñÑ\u0303")  # the last is the tilde of an Ñ in two code points


# Letters with which one name is written by ear: Vázquez and Vásquez, Illades and Yllades.
_BY_EAR = frozenset(map(frozenset, ("SZ", "CZ", "CS", "BV", "IY", "EI", "GJ", "JX", "CK", "KQ")))
_Pairs = frozenset[tuple[str, str]]


class _Compared(NamedTuple):
    """The parts of a name whose letters differ, and whether ears alone tell them apart."""

    parts: tuple[str, ...]
    is_spelling: bool
    made: NameLetters
    name: Name


def letters_conflict(letters: NameLetters | None, names: tuple[Name, ...]) -> Difference | None:
    """The difference if no claimed name makes the letters; told by the part that differs."""
    if letters is None:
        return None
    compared = [
        _compare(letters, name_letters(person, letters.system), name)
        for name in filter(_is_comparable, names)
        for person in person_names(name)
    ]
    if not compared:
        return None
    closest = min(compared, key=lambda one: (len(one.parts), not one.is_spelling))
    if not closest.parts:
        return None
    return Difference(
        Part.NAME,
        "_and_".join(closest.parts) + ("_spelling" if closest.is_spelling else ""),
        _shown(letters),
        f"{_shown(closest.made)} ({closest.name.text})",
        _grade(closest),
        closest.name.field,
    )


def _is_comparable(name: Name) -> bool:
    """A full name in Latin letters: the rules say nothing of others, nor of nicknames."""
    is_latin = {script_of(word) for word in name.text.split()} <= {"latin", ""}
    return is_latin and name.kind not in {NameKind.WEAK, NameKind.CODE}


def _grade(one: _Compared) -> Grade:
    if one.is_spelling:
        return Grade.C
    if len(one.parts) == 1:
        return Grade.C if one.parts[0] in _WEAK_ALONE else Grade.B
    return Grade.A if len(one.parts) == len(_PLACES) else Grade.B


def _compare(number: NameLetters, made: NameLetters, name: Name) -> _Compared:
    same = _same(number.system, may_hide_enye=not _ENYE & set(name.text))
    front = [*zip(number.front, made.front, strict=True)]
    inner = [*zip(number.consonants, made.consonants, strict=True)]
    differing = {
        part: [
            pair
            for pair in [*(front[at] for at in places), *inner[consonant : consonant + 1]]
            if pair[0] != pair[1] and pair not in same
        ]
        for part, (places, consonant) in _PLACES.items()
    }
    pairs = [frozenset(pair) for found in differing.values() for pair in found]
    parts = tuple(part for part, found in differing.items() if found)
    return _Compared(parts, bool(pairs) and _BY_EAR.issuperset(pairs), made, name)


def _same(system: NameSystem, *, may_hide_enye: bool) -> _Pairs:
    """Pairs of different letters, the number's first, that stand for one."""
    hidden: _Pairs = frozenset({("X", "N"), ("Ñ", "N")} if may_hide_enye else ())
    return hidden | {("Ñ", "X"), ("N", "X")} if system is NameSystem.RFC else hidden


def _shown(letters: NameLetters) -> str:
    return f"{letters.front} {letters.consonants}".rstrip()
