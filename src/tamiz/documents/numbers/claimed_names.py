"""Names: the letters in a Mexican number against those that the rules make of claimed names.

A CURP writes X for Ñ, an RFC X, N or Ñ. Lists and machine-readable zones write N, so that an N in
a name that has no Ñ anywhere may be one.
"""

from tamiz.documents.numbers.difference import Difference, Grade
from tamiz.documents.numbers.mexican_name import person_names
from tamiz.documents.numbers.name_letters import (
    NameLetters,
    NameSystem,
    name_letters,
)
from tamiz.documents.numbers.reading import Part
from tamiz.model import Name, NameKind
from tamiz.normalise.scripts import script_of

# Which letters of the front and of the consonants come from which part of the name.
_PLACES = {"paternal": ((0, 1), 0), "maternal": ((2,), 1), "given": ((3,), 2)}
# The maternal surname may be missing or a husband's, a given name may be the second of two.
_WEAK_ALONE = frozenset({"maternal", "given"})
_ENYE = frozenset("ñÑ\u0303")  # the last is the tilde of an Ñ in two code points


def letters_conflict(letters: NameLetters | None, names: tuple[Name, ...]) -> Difference | None:
    """The difference if no claimed name makes the letters; told by the part that differs."""
    if letters is None:
        return None
    closest: tuple[tuple[str, ...], NameLetters, Name] | None = None
    for name in filter(_is_comparable, names):
        for person in person_names(name):
            made = name_letters(person, letters.system)
            parts = _differing(letters, made, may_hide_enye=not _ENYE & set(name.text))
            if not parts:
                return None
            if closest is None or len(parts) < len(closest[0]):
                closest = (parts, made, name)
    if closest is None:
        return None
    parts, made, name = closest
    return Difference(
        Part.NAME,
        "_and_".join(parts),
        _shown(letters),
        f"{_shown(made)} ({name.text})",
        _grade(parts),
        name.field,
    )


def _is_comparable(name: Name) -> bool:
    """A full name in Latin letters: the rules say nothing of others, nor of nicknames."""
    is_latin = {script_of(word) for word in name.text.split()} <= {"latin", ""}
    return is_latin and name.kind not in {NameKind.WEAK, NameKind.CODE}


def _grade(parts: tuple[str, ...]) -> Grade:
    if len(parts) == 1:
        return Grade.C if parts[0] in _WEAK_ALONE else Grade.B
    return Grade.A if len(parts) == len(_PLACES) else Grade.B


def _differing(number: NameLetters, made: NameLetters, *, may_hide_enye: bool) -> tuple[str, ...]:
    """The parts of the name whose letters are not the number's."""
    hidden = frozenset({("X", "N"), ("Ñ", "N")} if may_hide_enye else ())
    same = hidden | ({("Ñ", "X"), ("N", "X")} if number.system is NameSystem.RFC else frozenset())
    pairs = [*zip(number.front, made.front, strict=True)]
    inner = [*zip(number.consonants, made.consonants, strict=True)]
    return tuple(
        part
        for part, (front, consonant) in _PLACES.items()
        if not all(
            one == other or (one, other) in same
            for one, other in [*(pairs[at] for at in front), *inner[consonant : consonant + 1]]
        )
    )


def _shown(letters: NameLetters) -> str:
    return f"{letters.front} {letters.consonants}".rstrip()
