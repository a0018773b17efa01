"""Which words of a name are family names, told or recognised: relatives share them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tamiz.matching.family_words import is_family, is_family_first
from tamiz.model import Dossier, Name, Role
from tamiz.normalise.forms import forms_of
from tamiz.normalise.keys import sound
from tamiz.normalise.names import Word, parse_person, spell_words
from tamiz.normalise.patronymics import is_patronymic

FAMILY_ROLES = frozenset({Role.FAMILY, Role.PATERNAL, Role.MATERNAL})
LONGEST_SYLLABLE = 5  # letters: Hyung, Seung, Kwang
SHORTEST = 3  # letters: shorter words are particles and initials


def family_names(names: Iterable[Name]) -> frozenset[str]:
    """The family names among a person's names, romanised.

    Where the source tells no roles, a patronymic at the end means that the family name stands
    first, and so does a first word that is far oftener a family name (Kim Seo-won); otherwise it
    stands behind the first word. What is oftener a given name is never taken for one: two strangers
    called Luis are no brothers.
    """
    return frozenset([word for name in names for word in _of_name(name)])


def names_heard(dossier: Dossier) -> frozenset[str]:
    """The words, as they sound, of all names that the resolver compares, on papers or not."""
    printed = [name for document in dossier.documents for name in document.bearer.names]
    words = [
        word for name in (*dossier.identity.names, *printed) for word in parse_person(name).words
    ]
    return frozenset([sound(word.text) for word in words])


def names_on_papers(dossier: Dossier) -> Iterator[Name]:
    """The names on an applicant's papers that have a word of their own: of a woman who married.

    A paper with quite another name is somebody else's.
    """
    printed = [name for document in dossier.documents for name in document.bearer.names]
    if printed:
        own = {heard for name in dossier.identity.names for heard in _heard(name)}
        yield from (name for name in printed if not own.isdisjoint(_heard(name)))


def _heard(name: Name) -> Iterator[str]:
    return map(sound, spell_words(name.text))


@lru_cache(maxsize=1 << 11)  # first for their kin, then for the register
def _of_name(name: Name) -> tuple[str, ...]:
    return tuple(_of(parse_person(name).words))


def _of(words: tuple[Word, ...]) -> list[str]:
    if any(word.role is not None for word in words):
        return [word.text for word in words if word.role in FAMILY_ROLES]
    texts = [word.text for word in words]
    if not texts:
        return []
    if (told := _by_patronymic(texts)) is not None:
        return told
    others = texts[1:]
    if is_family_first(
        texts[0]
    ):  # behind Kim stand syllables that no table knows; behind Saba, Nakiadze
        long = (text for text in others if is_family(text) or len(text) > LONGEST_SYLLABLE)
        return [texts[0], *(text for text in long if _may_be_family(text))]
    return [text for text in others if _may_be_family(text)]


def _by_patronymic(texts: list[str]) -> list[str] | None:
    """The family name of a name that ends like a father's; None where the end tells nothing."""
    if len(texts) == 1 or not is_patronymic(texts[-1]):
        return None
    if len(texts) > 2 and is_patronymic(texts[-2]):  # noqa: PLR2004
        return texts[-1:]  # Siarhei Piatrovich Stasanovich: the father's name stands before it
    if not forms_of(texts[0]):
        return texts[:1]
    # Piotr Rosowicz, Ivan Petrovich: with no other name it is the family's.
    return texts[1:] if len(texts) == 2 else None  # noqa: PLR2004


def _may_be_family(text: str) -> bool:
    if len(text) < SHORTEST or is_patronymic(text):
        return False
    known = is_family(text)
    return not forms_of(text) if known is None else known
