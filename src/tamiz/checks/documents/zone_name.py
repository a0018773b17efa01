"""Whether the name in a machine-readable zone can be one of the declared names.

A zone romanises (Doc 9303-3, 6), leaves out what does not fit and often the patronymic, and
people write more or fewer names than their papers: none of that is a contradiction. A name
differs only if the family name, or the given names, have no word in common with any declared
name however romanised. Where a declared name is in a script whose vowels are not written, or that
the bearer's State does not write, a difference stays *undecided*.
"""

from collections.abc import Callable, Iterable

from rapidfuzz.fuzz import ratio

from tamiz.documents.zone import Part, Zone, compare_zone_name, identifiers_of
from tamiz.model import Name, NameKind
from tamiz.normalise.forms import forms_of
from tamiz.normalise.keys import joined_sound, outline, skeleton
from tamiz.normalise.names import parse_person
from tamiz.normalise.scripts import script_of

ALIKE = 70  # per cent of letters: Mueller and Müller, Oesp and Ösp, Yevhen and Evgeniy
LONGER = 4  # words, neighbouring ones joined counted: names of three words and more
# Scripts that a State romanises by a table for its own nationals' papers. Another State's names
# are written in them by ear: Джон is JOHN, Хорхе is JORGE.
_WRITTEN_IN = {
    "cyrillic": frozenset("UKR RUS BLR BGR SRB MNE BIH MKD KAZ KGZ TJK MNG UZB".split()),
    "greek": frozenset({"GRC", "CYP"}),
    "georgian": frozenset({"GEO"}),
    "armenian": frozenset({"ARM"}),
}


def name_verdict(names: Iterable[Name], zone: Zone) -> str:
    """``agrees``, ``differs``, ``undecided``; empty if there is nothing to compare."""
    family, given = (_words(Name(text=text)) for text in identifiers_of(zone))
    told = _told(names)
    if not (family or given) or not told:
        return ""
    same = _is_same_or_cut if zone.is_name_cut else _is_same
    if any(_is_one(words, family, given, same) for words in told.values()):
        return "agrees"
    if any(compare_zone_name(name.text, zone).is_accepted for name in told):
        return "agrees"
    if all(_has_one_romanisation(name, zone) for name in told):
        return "differs"
    is_near = any(_is_one(words, family, given, _has_same_outline) for words in told.values())
    return "agrees" if is_near else "undecided"


def printed_name_verdict(names: Iterable[Name], printed: Name) -> str:
    """``agrees`` where a word of a declared name is printed, ``differs`` where none is.

    One word that is alike in its consonants alone is none of longer names: Romero is no Ramiro.
    Empty if there is nothing to compare, or if one of them is in a script that several
    romanisations give: whoever printed it chose one.
    """
    told, words = _told(names), _words(printed)
    if not told or not words:
        return ""
    if any(_has_word_of(declared, words) for declared in told.values()):
        return "agrees"
    scripts = {script_of(name.text) for name in (*told, printed)}
    return "differs" if scripts == {"latin"} else ""


def _has_word_of(declared: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Whether a word is in both names: one by its letters, or two by their consonants."""
    if any(_is_spelt_alike(word, other) for word in declared for other in printed):
        return True
    alike = [word for word in declared if any(_is_same(word, other) for other in printed)]
    return len(alike) > (1 if min(len(declared), len(printed)) >= LONGER else 0)


def _told(names: Iterable[Name]) -> dict[Name, tuple[str, ...]]:
    """The declared names that can be compared, with their words; code names cannot."""
    found = ((name, _words(name)) for name in names if name.kind is not NameKind.CODE)
    return {name: words for name, words in found if words}


def _has_one_romanisation(name: Name, zone: Zone) -> bool:
    script = script_of(name.text)
    return script == "latin" or zone.value(Part.NATIONALITY) in _WRITTEN_IN.get(script, ())


def _words(name: Name) -> tuple[str, ...]:
    """The words of a name, and its neighbouring words as one: ``DE LA CRUZ``, ``DELACRUZ``."""
    parsed = parse_person(name)
    joins = (text for _, _, text in parsed.joins)
    return tuple(dict.fromkeys((*(word.text for word in parsed.words), *joins)))


def _is_one(
    declared: tuple[str, ...],
    family: tuple[str, ...],
    given: tuple[str, ...],
    same: Callable[[str, str], bool],
) -> bool:
    """Whether a declared name has a word of each of the zone's identifiers, not the same one.

    A declared name of a single word, or a zone with one identifier, needs one word only.
    """
    of_family = {word for word in declared if any(same(word, other) for other in family)}
    of_given = {word for word in declared if any(same(word, other) for other in given)}
    if not family or not given or len(declared) == 1:
        return bool(of_family | of_given)
    return bool(of_family and of_given) and len(of_family | of_given) > 1


def _is_same(word: str, zone: str) -> bool:
    """Whether two words can be one name: by letters, sound, consonants, or as forms of it."""
    if _is_spelt_alike(word, zone):
        return True
    bones = skeleton(word) if len(word) > 1 else ""
    return bool(bones) and bones == skeleton(zone)


def _is_spelt_alike(word: str, zone: str) -> bool:
    """The same by letters and sound, as an initial, or as a form of the name."""
    if joined_sound(word) == joined_sound(zone) or ratio(word, zone) >= ALIKE:
        return True
    return zone.startswith(word) if len(word) == 1 else zone in forms_of(word)


def _is_same_or_cut(word: str, zone: str) -> bool:
    """The same for a full field, in which any word may be cut off (Doc 9303-4, 4.2.4)."""
    return word.startswith(zone) or _is_same(word, zone)


def _has_same_outline(word: str, zone: str) -> bool:
    """Whether two words share their consonants in the broadest classes: رضا and Reza."""
    return bool(outline(word)) and outline(word) == outline(zone)
