"""Ties that two applicants declare by name: one names the other, or both bear one family name."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tamiz.links.family import family_names
from tamiz.links.graph.groups import one_form
from tamiz.model import Dossier
from tamiz.normalise.keys import sound
from tamiz.normalise.names import spell_words

SHORTEST_STEM = 4  # letters: of Nova nobody is a sister


class Kin(Struct, frozen=True, array_like=True):
    """The words of an applicant's own names, of each party that they name, and their family names.

    Each as it sounds: of two brothers one may write his name as his passport spells it.
    """

    names: tuple[frozenset[str], ...]
    named: tuple[frozenset[str], ...]
    family: frozenset[str]


def kin_of(dossier: Dossier) -> Kin:
    """What an applicant's names and relations say of whom they belong to."""
    names = dossier.identity.names
    return Kin(
        names=tuple(_heard(spell_words(name.text)) for name in names),
        named=tuple(_heard(spell_words(relation.name)) for relation in dossier.relations),
        family=frozenset(form for word in family_names(names) for form in _of_family(word)),
    )


def _of_family(word: str) -> Iterator[str]:
    """A family name as all of a family hear it: Petrova is a Petrov's sister, Zemanová a Zeman's."""
    yield one_form(sound(word))
    stem = word.removesuffix("ova")
    if stem != word and len(stem) >= SHORTEST_STEM:
        yield sound(stem)


def _heard(words: Iterable[str]) -> frozenset[str]:
    return frozenset(sound(word) for word in words)


def are_kin(one: Kin, other: Kin) -> bool:
    """Whether one of two names the other, or both bear a family name in common."""
    return not one.family.isdisjoint(other.family) or _names(one, other) or _names(other, one)


def _names(one: Kin, other: Kin) -> bool:
    """Whether two words of a name that one gives are in a name of the other."""
    return any(len(named & name) > 1 for named in one.named for name in other.names)
