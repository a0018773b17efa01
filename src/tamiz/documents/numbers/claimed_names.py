"""Names: the letters in a Mexican number against those that the rules make of claimed names."""

from tamiz.documents.numbers.difference import Difference, Grade
from tamiz.documents.numbers.mexican_name import person_names
from tamiz.documents.numbers.name_letters import (
    NOTHING,
    NameLetters,
    NameSystem,
    name_letters,
)
from tamiz.documents.numbers.reading import Part
from tamiz.model import Name

# Which letters of the front and of the consonants come from which part of the name.
_PLACES = {"paternal": ((0, 1), 0), "maternal": ((2,), 1), "given": ((3,), 2)}
# The maternal surname may be missing or a husband's, a given name may be the second of two.
_WEAK_ALONE = frozenset({"maternal", "given"})


def letters_conflict(letters: NameLetters | None, names: tuple[Name, ...]) -> Difference | None:
    """The difference if no claimed name makes the letters; told by the part that differs."""
    if letters is None:
        return None
    closest: tuple[tuple[str, ...], NameLetters, Name] | None = None
    for name in names:
        for person in person_names(name):
            made = name_letters(person, letters.system)
            parts = _differing(letters, made)
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


def _grade(parts: tuple[str, ...]) -> Grade:
    if len(parts) == 1:
        return Grade.C if parts[0] in _WEAK_ALONE else Grade.B
    return Grade.A if len(parts) == len(_PLACES) else Grade.B


def _differing(number: NameLetters, made: NameLetters) -> tuple[str, ...]:
    """The parts of the name whose letters are not the number's."""
    return tuple(
        part
        for part, (front, consonant) in _PLACES.items()
        if any(not _agree(number, made, at) for at in front)
        or (number.consonants and number.consonants[consonant] != made.consonants[consonant])
    )


def _agree(number: NameLetters, made: NameLetters, at: int) -> bool:
    """One letter of the front; an Ñ is written X, N or Ñ in an RFC, X in a CURP."""
    one, other = number.front[at], made.front[at]
    if number.system is NameSystem.RFC and other == NOTHING:
        return one in {NOTHING, "N", "Ñ"}
    return one == other


def _shown(letters: NameLetters) -> str:
    return f"{letters.front} {letters.consonants}".rstrip()
