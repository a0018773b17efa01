"""Why two records are, or are not, one person: the same levels and bits as in ``resolve``."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from tamiz.links.resolve.arrays import hash64
from tamiz.links.resolve.keys import email_key, fast_number, handle_key, phone_digits
from tamiz.links.resolve.people import ADDRESS, EMAIL, HANDLE, NUMBER, PHONE, PLACE, RELATIVE, TEXT
from tamiz.links.resolve.score import BIRTH, FEATURES, NAME, ORIGIN, SEX
from tamiz.links.resolve.sentences import CODES
from tamiz.model import ContactKind, Dossier, Evidence, IdentityClaim, RelationKind
from tamiz.normalise.phrases import phrases

Said = tuple[str, str, str]  # text, key, field


def statements(
    one: Dossier, other: Dossier, levels: Sequence[int], parts: Sequence[float]
) -> tuple[Evidence, ...]:
    """What ``resolve`` found between two dossiers in words; levels and bits in the order of FEATURES."""
    told = zip(FEATURES, levels, parts, strict=True)
    return tuple(
        _statement(feature, CODES[feature][level], bits, one, other)
        for feature, level, bits in told
        if level in CODES[feature]
    )


def _statement(feature: str, code: str, bits: float, one: Dossier, other: Dossier) -> Evidence:
    mine, theirs = list(_SAID[feature](one)), list(_SAID[feature](other))
    shared = {key for _, key, _ in mine} & {key for _, key, _ in theirs} - {""}
    first, second = _shown(mine, shared), _shown(theirs, shared)
    share = _share_of_text(one, other) if feature == TEXT and code == "same" else ""
    return Evidence(
        feature="identifier" if feature == NUMBER else _GROUPS.get(feature, feature),
        code=f"identity.{feature}.{'share' if share else code}",
        bits=bits,
        applicant="; ".join(text for text, _, _ in first),
        other="; ".join(text for text, _, _ in second),
        field=first[0][2] if first else "",
        other_field=second[0][2] if second else "",
        params={"shared": share} if share else {},
    )


def _share_of_text(one: Dossier, other: Dossier) -> str:
    """Of 100 phrases of the shorter text how many stand in the other."""
    here, there = phrases(one.motivation), phrases(other.motivation)
    shorter = max(min(len(here), len(there)), 1)
    return str(round(100 * len(np.intersect1d(here, there)) / shorter))


_GROUPS = {PHONE: "contact", EMAIL: "contact", HANDLE: "contact"}


def _shown(said: list[Said], shared: set[str]) -> list[Said]:
    """What both say, where they say the same; else all, at most three."""
    both = [each for each in said if each[1] in shared]
    return list({each[0]: each for each in both or said}.values())[:3]


def _claims(dossier: Dossier) -> tuple[IdentityClaim, ...]:
    return (dossier.identity, *(document.bearer for document in dossier.documents))


def _names(dossier: Dossier) -> Iterable[Said]:
    for claim in _claims(dossier):
        for name in claim.names:
            yield name.text, name.text.casefold(), name.field


def _births(dossier: Dossier) -> Iterable[Said]:
    for claim in _claims(dossier):
        for day in claim.birth_dates:
            yield day.raw or day.text(), day.text(), day.field


def _sexes(dossier: Dossier) -> Iterable[Said]:
    for claim in _claims(dossier):
        if claim.sex is not None:
            yield claim.sex.value, claim.sex.value, ""


def _numbers(dossier: Dossier) -> Iterable[Said]:
    for claim in _claims(dossier):
        for one in claim.identifiers:
            yield one.number, fast_number(one.number), one.field
    for document in dossier.documents:
        if document.number:
            yield document.number, fast_number(document.number), document.field


def _contacts(kind: ContactKind, key: Callable[[str], str]) -> Callable[[Dossier], Iterable[Said]]:
    def said(dossier: Dossier) -> Iterable[Said]:
        for one in dossier.contacts:
            if one.kind is kind:
                yield one.value, key(one.value), one.field

    return said


def _addresses(dossier: Dossier) -> Iterable[Said]:
    for address in dossier.addresses:
        yield address.text, "", address.field


def _places(dossier: Dossier) -> Iterable[Said]:
    for claim in _claims(dossier):
        for place in claim.birth_places:
            yield place.text, "", place.field


def _relatives(dossier: Dossier) -> Iterable[Said]:
    for one in dossier.relations:
        if one.kind is RelationKind.RELATIVE:
            yield one.name, str(hash64(one.name.casefold())), one.field


def _texts(dossier: Dossier) -> Iterable[Said]:
    if dossier.motivation:
        yield dossier.motivation[:200], "", "motivation"


def _states(dossier: Dossier) -> Iterable[Said]:
    for claim in _claims(dossier):
        for one in claim.nationalities:
            if one.country is not None:
                yield one.country.upper(), one.country, one.field


_SAID: dict[str, Callable[[Dossier], Iterable[Said]]] = {
    NAME: _names,
    BIRTH: _births,
    SEX: _sexes,
    NUMBER: _numbers,
    PHONE: _contacts(ContactKind.PHONE, lambda text: phone_digits(text).decode()),
    EMAIL: _contacts(ContactKind.EMAIL, email_key),
    HANDLE: _contacts(ContactKind.HANDLE, handle_key),
    ADDRESS: _addresses,
    PLACE: _places,
    RELATIVE: _relatives,
    TEXT: _texts,
    ORIGIN: _states,
}
