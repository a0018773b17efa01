"""Which words of a name are family names, told or recognised: relatives share them."""

from collections.abc import Iterable

from tamiz.model import Name, Role
from tamiz.normalise.forms import forms_of
from tamiz.normalise.names import Word, parse_person
from tamiz.normalise.patronymics import is_patronymic

FAMILY_ROLES = frozenset({Role.FAMILY, Role.PATERNAL, Role.MATERNAL})
SHORTEST = 3  # letters: shorter words are particles and initials


def family_names(names: Iterable[Name]) -> frozenset[str]:
    """The family names among a person's names, romanised.

    Where the source tells no roles, a patronymic at the end means that the family name stands
    first; otherwise it stands behind the first word. Known given names are never taken for one:
    two strangers called Luis are no brothers.
    """
    return frozenset(word for name in names for word in _of(parse_person(name).words))


def _of(words: tuple[Word, ...]) -> list[str]:
    if any(word.role is not None for word in words):
        return [word.text for word in words if word.role in FAMILY_ROLES]
    texts = [word.text for word in words]
    if len(texts) > 1 and is_patronymic(texts[-1]) and not forms_of(texts[0]):
        return texts[:1]
    return [text for text in texts[1:] if _may_be_family(text)]


def _may_be_family(text: str) -> bool:
    return len(text) >= SHORTEST and not forms_of(text) and not is_patronymic(text)
