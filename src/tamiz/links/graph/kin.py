"""Ties that two applicants declare by name: one names the other, or both bear one family name."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from tamiz.links.family import family_names, names_on_papers
from tamiz.links.graph.groups import one_form
from tamiz.model import Dossier, Name
from tamiz.normalise.keys import sound
from tamiz.normalise.names import name_words, parse_person, spell_words
from tamiz.normalise.patronymics import is_patronymic

SHORTEST_STEM = 4  # letters: of Nova nobody is a sister


class Kin(Struct, frozen=True, array_like=True):
    """The words of an applicant's own names, of each party that they name, and their family names.

    ``last`` is how names end whose words nobody tells apart, ``ends`` their last two words of three
    and more. Each as it sounds: of two brothers one may write his name as his passport spells it.
    """

    names: tuple[frozenset[str], ...]
    named: tuple[frozenset[str], ...]
    family: frozenset[str]
    last: frozenset[str]
    ends: frozenset[tuple[str, str]]


def kin_of(dossier: Dossier) -> Kin:
    """What an applicant's names and relations say of whom they belong to.

    A married woman is her sister's by the name that her passport still has.
    """
    names = (*dossier.identity.names, *names_on_papers(dossier))
    untold = [words for name in names if (words := _untold(name))]
    return Kin(
        names=tuple([_heard(name_words(name)) for name in names]),
        named=tuple([_heard(spell_words(relation.name)) for relation in dossier.relations]),
        family=frozenset([form for word in family_names(names) for form in _of_family(word)]),
        last=frozenset([one_form(words[-1]) for words in untold]),
        ends=frozenset([(words[-2], words[-1]) for words in untold if len(words) > 2]),  # noqa: PLR2004
    )


def _untold(name: Name) -> list[str]:
    """The words of a name of two and more that does not say which of them is the family's.

    A father's name that ends a longer one ends those of others, too.
    """
    words = parse_person(name).words
    if len(words) < 2 or words[0].role is not None:  # noqa: PLR2004
        return []
    if any(word.role is not None for word in words):
        return []
    if len(words) > 2 and is_patronymic(words[-1].text):  # noqa: PLR2004
        return []
    return [sound(word.text) for word in words]


@lru_cache(maxsize=1 << 14)  # many bear one
def _of_family(word: str) -> tuple[str, ...]:
    """A family name as all of a family hear it: Petrova is a Petrov's sister, Zemanová a Zeman's."""
    form = one_form(sound(word))
    stem = word.removesuffix("ova")
    has_stem = stem != word and len(stem) >= SHORTEST_STEM
    return (form, sound(stem)) if has_stem else (form,)


def _heard(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(sound, words))


def are_kin(one: Kin, other: Kin) -> bool:
    """Whether one of two names the other, or both bear a family name in common.

    Where tables take a family name for a given one (Nasser), it is known by what one of them tells, or
    by the father's name that stands before it in both.
    """
    return (
        not one.family.isdisjoint(other.family | other.last)
        or not one.last.isdisjoint(other.family)
        or not one.ends.isdisjoint(other.ends)
        or _names(one, other)
        or _names(other, one)
    )


def _names(one: Kin, other: Kin) -> bool:
    """Whether two words of a name that one gives are in a name of the other."""
    return any(len(named & name) > 1 for named in one.named for name in other.names)
