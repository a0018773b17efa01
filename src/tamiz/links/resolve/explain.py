"""Why two records are, or are not, one person: the same levels and bits as in ``resolve``."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tamiz.links.resolve.keys import email_key, fast_number, handle_key, phone_digits
from tamiz.links.resolve.people import ADDRESS, EMAIL, HANDLE, NUMBER, PHONE, PLACE, RELATIVE, TEXT
from tamiz.links.resolve.score import BIRTH, FEATURES, NAME, ORIGIN, SEX
from tamiz.links.resolve.sentences import CODES
from tamiz.model import ContactKind, Dossier, Evidence, IdentityClaim, RelationKind
from tamiz.normalise.phrases import phrases

MOST_SHOWN = 3  # values of a feature
Said = tuple[str, str, str]  # text, what its key is made of, field


class Feature(NamedTuple):
    """What a dossier says of a feature, and the key by which two values of it are one."""

    said: Callable[[Dossier], list[Said]]
    key: Callable[[str], str]


class _Sentence(NamedTuple):
    """What is said of a level of a feature, but for what both tell."""

    feature: Feature
    group: str
    code: str


def statements(
    one: Dossier, other: Dossier, levels: Sequence[int], parts: Sequence[float]
) -> tuple[Evidence, ...]:
    """What ``resolve`` found between two dossiers in words; levels and bits in the order of FEATURES."""
    told = zip(_SENTENCES, levels, parts, strict=True)
    return tuple(
        [_statement(of[level], bits, one, other) for of, level, bits in told if level in of]
    )


def _statement(sentence: _Sentence, bits: float, one: Dossier, other: Dossier) -> Evidence:
    (said, key), group, code = sentence
    first, second = _shown(said(one), said(other), key)
    share = _share_of_text(one, other) if code == _SAME_TEXT else ""
    return Evidence(
        feature=group,
        code=_SHARE_OF_TEXT if share else code,
        bits=bits,
        applicant="; ".join([text for text, _, _ in first]),
        other="; ".join([text for text, _, _ in second]),
        field=first[0][2] if first else "",
        other_field=second[0][2] if second else "",
        params={"shared": share} if share else {},
    )


def _share_of_text(one: Dossier, other: Dossier) -> str:
    """Of 100 phrases of the shorter text how many stand in the other."""
    here, there = phrases(one.motivation), phrases(other.motivation)
    shorter = max(min(len(here), len(there)), 1)
    return str(round(100 * len(np.intersect1d(here, there)) / shorter))


_GROUPS = {PHONE: "contact", EMAIL: "contact", HANDLE: "contact", NUMBER: "identifier"}
_SAME_TEXT, _SHARE_OF_TEXT = f"identity.{TEXT}.same", f"identity.{TEXT}.share"


def _shown(
    mine: list[Said], theirs: list[Said], key: Callable[[str], str]
) -> tuple[list[Said], list[Said]]:
    """Of each side what both say, where they say the same; else all, at most three."""
    if len(mine) <= 1 and len(theirs) <= 1:  # as mostly: then there is nothing to choose
        return mine, theirs
    first, second = _each_text(mine), _each_text(theirs)
    if len(first) <= 1 and len(second) <= 1:  # what the claim says stands on a paper, too
        return first, second
    keys = {key(each) for _, each, _ in mine} & {key(each) for _, each, _ in theirs} - {""}
    first, second = (_each_text(each for each in said if key(each[1]) in keys)
                     for said in (mine, theirs))  # fmt: skip
    return first or _each_text(mine), second or _each_text(theirs)


def _each_text(said: Iterable[Said]) -> list[Said]:
    return list({each[0]: each for each in said}.values())[:MOST_SHOWN]


def _claims(dossier: Dossier) -> list[IdentityClaim]:
    return [dossier.identity, *[document.bearer for document in dossier.documents]]


def _names(dossier: Dossier) -> list[Said]:
    return [
        (name.text, name.text, name.field) for claim in _claims(dossier) for name in claim.names
    ]


def _births(dossier: Dossier) -> list[Said]:
    return [
        (day.raw or day.text(), day.text(), day.field)
        for claim in _claims(dossier)
        for day in claim.birth_dates
    ]


def _sexes(dossier: Dossier) -> list[Said]:
    sexes = [claim.sex.value for claim in _claims(dossier) if claim.sex is not None]
    return [(sex, sex, "") for sex in sexes]


def _numbers(dossier: Dossier) -> list[Said]:
    numbers = [one for claim in _claims(dossier) for one in claim.identifiers]
    return [
        *[(one.number, one.number, one.field) for one in numbers],
        *[(one.number, one.number, one.field) for one in dossier.documents if one.number],
    ]


def _contacts(kind: ContactKind) -> Callable[[Dossier], list[Said]]:
    def said(dossier: Dossier) -> list[Said]:
        return [(one.value, one.value, one.field) for one in dossier.contacts if one.kind is kind]

    return said


def _addresses(dossier: Dossier) -> list[Said]:
    return [(address.text, "", address.field) for address in dossier.addresses]


def _places(dossier: Dossier) -> list[Said]:
    return [
        (place.text, "", place.field) for claim in _claims(dossier) for place in claim.birth_places
    ]


def _relatives(dossier: Dossier) -> list[Said]:
    relatives = [one for one in dossier.relations if one.kind is RelationKind.RELATIVE]
    return [(one.name, one.name, one.field) for one in relatives]


def _texts(dossier: Dossier) -> list[Said]:
    return [(dossier.motivation[:200], "", "motivation")] if dossier.motivation else []


def _states(dossier: Dossier) -> list[Said]:
    return [
        (one.country.upper(), one.country, one.field)
        for claim in _claims(dossier)
        for one in claim.nationalities
        if one.country is not None
    ]


_FEATURES: dict[str, Feature] = {
    NAME: Feature(_names, str.casefold),
    BIRTH: Feature(_births, str),
    SEX: Feature(_sexes, str),
    NUMBER: Feature(_numbers, fast_number),
    PHONE: Feature(_contacts(ContactKind.PHONE), lambda text: phone_digits(text).decode()),
    EMAIL: Feature(_contacts(ContactKind.EMAIL), email_key),
    HANDLE: Feature(_contacts(ContactKind.HANDLE), handle_key),
    ADDRESS: Feature(_addresses, str),
    PLACE: Feature(_places, str),
    RELATIVE: Feature(_relatives, str.casefold),
    TEXT: Feature(_texts, str),
    ORIGIN: Feature(_states, str),
}
_SENTENCES: tuple[dict[int, _Sentence], ...] = tuple(
    {
        level: _Sentence(_FEATURES[name], _GROUPS.get(name, name), f"identity.{name}.{code}")
        for level, code in CODES[name].items()
    }
    for name in FEATURES
)
