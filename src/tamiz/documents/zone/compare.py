"""Whether the name field of a zone is a written name, by the rules of Doc 9303.

This is the strict comparison of one document with itself: every word in its order, each spelt by
a table of Doc 9303-3, 6, and cut only as Doc 9303-4, 4.2.3 cuts: words may lose their ends and the
last ones may be left out, if the field is full and the whole name has no room in it. Whether a
field may be another *declared* name of the same person is a wider question than this one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from tamiz.documents.zone.align import Aligned, align
from tamiz.documents.zone.names import identifiers
from tamiz.documents.zone.parts import ZoneFormat
from tamiz.documents.zone.signs import UNREADABLE
from tamiz.documents.zone.spellings import RUS_PN, Word, spelt, units_of, words_of
from tamiz.documents.zone.zone import Zone

_FIRST_GREEK = "\u0370"  # Latin letters, with or without marks, come before it
MOST_WORDS = 12  # of a written name without a comma: each place of the comma is tried

_COMMAS = re.compile("[,،、]")
# May stand in the visual zone and must not in this one (Doc 9303-3, 4.6).
_TITLES = frozenset("MR MRS MS MISS DR PROF SIR DAME JR SR II III IV".split())


class NameVerdict(StrEnum):
    """How a written name and a zone's stand to each other."""

    SAME = "same"
    CUT = "cut"  # as far as there was room
    SHORTENED = "shortened"  # words or their ends are missing though there was room
    DIFFERS = "differs"
    UNDECIDED = "undecided"  # no table spells the name so, but its script has other customs

    @property
    def is_accepted(self) -> bool:
        """Whether the field is what the written name gives."""
        return self in {NameVerdict.SAME, NameVerdict.CUT}


class _Field(Struct, frozen=True):
    """A zone's words, which of its two identifiers may be cut, and its room."""

    primary: tuple[str, ...]
    secondary: tuple[str, ...] | None  # None: the format has none
    is_primary_full: bool
    is_secondary_full: bool
    room: int


def compare_zone_name(written: str, zone: Zone) -> NameVerdict:
    """A written name (``PRIMARY, SECONDARY``; without a comma in any order) against a zone's."""
    branch = RUS_PN if zone.format is ZoneFormat.RUS_PN else ""
    state = "" if zone.issuing_state is None else zone.issuing_state.value
    return _compare(written, _field_of(zone), state, branch)


def compare_name_field(written: str, field: str, *, state: str = "") -> NameVerdict:
    """The same for a name field alone, with its fillers; ``state`` is the issuing State.

    >>> compare_name_field("VAN DER MUELLEN, MARTIN", "VAN<DER<MUELLEN<<MARTIN<<<<<<<").value
    'same'
    """
    return _compare(written, _of_field(field), state, "")


def _of_field(field: str) -> _Field:
    primary, secondary = (tuple(one.split()) for one in identifiers(field))
    if not primary:  # whoever left it empty, the words there are are the name
        primary, secondary = secondary, ()
    is_full = not field.endswith("<")
    return _Field(primary, secondary, is_full, is_full, len(field))


def _field_of(zone: Zone) -> _Field:
    name = "" if zone.name is None else zone.name.raw
    if zone.given_names is not None:
        given = zone.given_names.raw
        return _Field(
            tuple(zone.primary_identifier.split()),
            tuple(zone.secondary_identifier.split()),
            not name.endswith("<"),
            not given.endswith("<"),
            0,
        )
    if zone.format is ZoneFormat.LICENCE_1:
        return _Field(
            tuple(zone.primary_identifier.split()), None, not name.endswith("<"), False, 0
        )
    return _of_field(name)


def _compare(written: str, field: _Field, state: str, branch: str) -> NameVerdict:
    if not field.primary:
        return NameVerdict.UNDECIDED
    field = _in_plain_letters(field, state, branch)
    spell = partial(units_of, state=state, branch=branch)
    splits = [(_spelt(one, spell), _spelt(two, spell)) for one, two in _splits(written)]
    if any(primary is None or secondary is None for primary, secondary in splits):
        return NameVerdict.UNDECIDED
    possible = [
        (primary, secondary)
        for primary, secondary in splits
        if primary and secondary is not None and _may_begin(primary, secondary, field)
    ]
    for primary, secondary in possible:
        verdict = _strict(primary, secondary, field)
        if verdict.is_accepted:
            return verdict
    if any(_is_shortened(primary, secondary, field) for primary, secondary in possible):
        return NameVerdict.SHORTENED
    return NameVerdict.DIFFERS if _is_latin(written) else NameVerdict.UNDECIDED


def _in_plain_letters(field: _Field, state: str, branch: str) -> _Field:
    """The field with letters that Doc 9303 keeps out of zones (Ñ on Spanish cards) spelt by it."""
    if not any(map(UNREADABLE.search, (*field.primary, *(field.secondary or ())))):
        return field

    def plain(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(spelt(word, state, branch) or word for word in words)

    secondary = None if field.secondary is None else plain(field.secondary)
    return replace(field, primary=plain(field.primary), secondary=secondary)


def _spelt(words: list[str], spell: Callable[[str], Word | None]) -> tuple[Word, ...] | None:
    """The spellings of words; None if one has none."""
    found = [spell(word) for word in words]
    spelt = tuple(word for word in found if word is not None)
    return spelt if len(spelt) == len(found) else None


def _may_begin(primary: tuple[Word, ...], secondary: tuple[Word, ...], field: _Field) -> bool:
    """Whether the first words begin with the same letter: they are never left out."""
    if not _shares_first(primary[0], field.primary[0]):
        return False
    return not (secondary and field.secondary) or _shares_first(secondary[0], field.secondary[0])


def _shares_first(word: Word, zone: str) -> bool:
    return any(not letters or letters[0] == zone[0] for letters in word[0])


def _is_latin(written: str) -> bool:
    """Whether every letter is a Latin one, where one spelling of the table or another must stand."""
    return written.isascii() or all(
        unicodedata.normalize("NFKD", sign)[0] < _FIRST_GREEK or sign == "ẞ"
        for sign in written
        if sign.isalpha()
    )


def _splits(written: str) -> Iterator[tuple[list[str], list[str]]]:
    """A written name as primary and secondary words, with and without titles."""
    for primary, secondary in _at_commas(written):
        yield primary, secondary
        without = [word for word in secondary if word not in _TITLES]
        if len(without) < len(secondary):
            yield primary, without


def _at_commas(written: str) -> Iterator[tuple[list[str], list[str]]]:
    primary, comma, secondary = _COMMAS.sub(",", written).partition(",")
    if comma:
        yield words_of(primary), words_of(secondary.replace(",", " "))
        return
    words = words_of(primary)[:MOST_WORDS]
    for at in range(len(words), 0, -1):
        yield words[:at], words[at:]
        if at < len(words):
            yield words[at:], words[:at]


def _strict(primary: tuple[Word, ...], secondary: tuple[Word, ...], field: _Field) -> NameVerdict:
    """The same, cut, or neither."""
    found = _aligned(primary, secondary, field, is_lenient=False)
    if found is Aligned.SAME:
        return NameVerdict.SAME
    is_cut = found is Aligned.CUT and not _has_room(primary, secondary, field)
    return NameVerdict.CUT if is_cut else NameVerdict.DIFFERS


def _is_shortened(primary: tuple[Word, ...], secondary: tuple[Word, ...], field: _Field) -> bool:
    """Whether the field is the name if ends and last words may be missing anywhere."""
    return _aligned(primary, secondary, field, is_lenient=True) is not Aligned.NOT


def _aligned(
    primary: tuple[Word, ...], secondary: tuple[Word, ...], field: _Field, *, is_lenient: bool
) -> Aligned:
    has_secondary = bool(field.secondary)
    first = align(
        primary,
        field.primary,
        may_cut=field.is_primary_full or is_lenient,
        may_leave_out=(field.is_primary_full and not has_secondary) or is_lenient,
    )
    if field.secondary is None or first is Aligned.NOT:
        return first
    may_cut = field.is_secondary_full or is_lenient
    second = align(secondary, field.secondary, may_cut=may_cut, may_leave_out=may_cut)
    return min(first, second)


def _has_room(primary: tuple[Word, ...], secondary: tuple[Word, ...], field: _Field) -> bool:
    """Whether the whole name would have had room, so that nothing was to be cut."""
    if not field.room:
        return False
    lengths = [
        sum(min(map(len, unit)) for word in words for unit in word) + len(words) - 1
        for words in (primary, secondary)
        if words
    ]
    return sum(lengths) + 2 * (len(lengths) - 1) <= field.room
