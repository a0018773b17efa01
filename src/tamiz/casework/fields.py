"""What two sides are compared by, in a form in which order, case and spelling of signs are gone.

This room may not use ``tamiz.normalise``: its folding is what a clearance of last year was made
with, and must not change when matching learns a new script.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    Identifier,
    IdentityClaim,
    Name,
    PartialDate,
    SourceRecord,
)

_NOT_SIGN = re.compile(r"[^0-9a-z]+")


class Fields(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One side of a pair by field; each value folded, each field sorted, nothing twice."""

    names: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    sex: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


class MaterialField(Struct, frozen=True):
    """A field whose change may bring a cleared pair back.

    A new value always does. ``removed``: so does a value that is gone, since the clearance may
    have rested on it (a birth date that told two people apart).
    """

    name: str
    removed: bool


MATERIAL: tuple[MaterialField, ...] = (
    MaterialField("names", removed=False),  # one alias less makes nobody more alike
    MaterialField("birth_dates", removed=True),
    MaterialField("birth_places", removed=True),
    MaterialField("sex", removed=True),
    MaterialField("documents", removed=True),
    # Only as the claim that was compared when the pair was cleared; it opens no case by itself.
    MaterialField("nationalities", removed=True),
    MaterialField("addresses", removed=False),
    MaterialField("contacts", removed=False),
)


def applicant_fields(dossier: Dossier) -> Fields:
    """The applicant's side: what they claim, and what their documents say of them."""
    claims = (dossier.identity, *(paper.bearer for paper in dossier.documents))
    numbers = tuple(paper.number for paper in dossier.documents)
    return _fields(claims, numbers, dossier.contacts, dossier.addresses)


def listed_fields(records: Iterable[SourceRecord]) -> Fields:
    """The listed side: all entries of one party together, so that merging them changes nothing."""
    every = tuple(records)
    claims = tuple(
        IdentityClaim(
            names=one.names, birth_dates=one.birth_dates, birth_places=one.birth_places, sex=one.sex,
            nationalities=one.nationalities, identifiers=one.identifiers,
        )
        for one in every
    )  # fmt: skip
    contacts = tuple(contact for one in every for contact in one.contacts)
    addresses = tuple(address for one in every for address in one.addresses)
    return _fields(claims, (), contacts, addresses)


def _fields(
    claims: tuple[IdentityClaim, ...],
    numbers: tuple[str, ...],
    contacts: tuple[Contact, ...],
    addresses: tuple[Address, ...],
) -> Fields:
    known = tuple(one for claim in claims for one in claim.identifiers)
    return Fields(
        names=_sorted(_name(one) for claim in claims for one in claim.names),
        birth_dates=_sorted(_date(one) for claim in claims for one in claim.birth_dates),
        birth_places=_sorted(fold(one.text) for claim in claims for one in claim.birth_places),
        sex=_sorted(claim.sex.value for claim in claims if claim.sex is not None),
        documents=_sorted(_numbers(known, numbers)),
        nationalities=_sorted(
            (one.country or fold(one.text)) for claim in claims for one in claim.nationalities
        ),
        addresses=_sorted(fold(one.text) for one in addresses),
        contacts=_sorted(_contact(one) for one in contacts),
    )


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def fold(text: str) -> str:
    """Words in small letters, one space between them, without marks on Latin letters.

    Marks on other letters stay: Ukrainian й and и are two letters.
    """
    # Decomposed first: signs such as 𝐉 are capitals only then.
    small = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", small)
    kept = unicodedata.normalize("NFC", "".join(_without_latin_marks(decomposed)))
    return " ".join("".join(sign if _is_of_word(sign) else " " for sign in kept).split())


def _is_of_word(sign: str) -> bool:
    """Letters, digits, and the marks that are vowels in other scripts."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _without_latin_marks(text: str) -> Iterator[str]:
    on_latin = False
    for sign in text:
        if unicodedata.combining(sign):
            if not on_latin:
                yield sign
            continue
        on_latin = "a" <= sign <= "z"
        yield sign


def _name(name: Name) -> str:
    """A name in its order; what stands before a comma is the family name and goes last."""
    family, comma, given = name.text.partition(",")
    return fold(f"{given} {family}") if comma else fold(name.text)


def _date(date: PartialDate) -> str:
    """The day, whatever else was noted about it."""
    return date.text()


def _numbers(known: Iterable[Identifier], bare: Iterable[str]) -> Iterator[str]:
    for number in (*(one.number for one in known), *bare):
        yield _NOT_SIGN.sub("", fold(number)) or fold(number)


def _contact(contact: Contact) -> str:
    if contact.kind is ContactKind.PHONE:
        return "".join(sign for sign in contact.value if sign.isdecimal()).removeprefix("00")
    return contact.value.casefold().strip().removeprefix("@").rstrip("/")
