"""What two sides are compared by, in a form in which order, case and spelling of signs are gone.

This room may not use ``tamiz.normalise``: its folding is what a clearance of last year was made
with, and must not change when matching learns a new script.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    IdentityClaim,
    Name,
    PartialDate,
    SourceRecord,
)


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


class _Spelling(Struct, frozen=True):
    """How values are told: folded for comparing, or as they were written for people to read."""

    name: Callable[[Name], str]
    text: Callable[[str], str]
    number: Callable[[str], str]
    contact: Callable[[Contact], str]


def applicant_fields(dossier: Dossier) -> Fields:
    """The applicant's side: what they claim, and what their documents say of them."""
    return _of_applicant(dossier, _FOLDED)


def written_by(dossier: Dossier) -> Fields:
    """The same as it was written, for officers to read."""
    return _of_applicant(dossier, _WRITTEN)


def listed_fields(records: Iterable[SourceRecord]) -> Fields:
    """The listed side: all entries of one party together, so that merging them changes nothing."""
    return _of_listed(records, _FOLDED)


def written_in(records: Iterable[SourceRecord]) -> Fields:
    """The same as the lists write it, for officers to read."""
    return _of_listed(records, _WRITTEN)


def fold_written(field: str, value: str) -> str:
    """What a written value of a field is compared by."""
    if field == "names":
        return _name_folded(value)
    if field == "contacts":
        digits = "".join(sign for sign in value if sign.isdecimal()).removeprefix("00")
        return digits if digits and not any(map(str.isalpha, value)) else _handle(value)
    return _number(value) if field == "documents" else fold(value)


def _of_applicant(dossier: Dossier, spelling: _Spelling) -> Fields:
    claims = (dossier.identity, *(paper.bearer for paper in dossier.documents))
    numbers = tuple(paper.number for paper in dossier.documents)
    return _fields(claims, numbers, dossier.contacts, dossier.addresses, spelling)


def _of_listed(records: Iterable[SourceRecord], spelling: _Spelling) -> Fields:
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
    return _fields(claims, (), contacts, addresses, spelling)


def _fields(
    claims: tuple[IdentityClaim, ...],
    numbers: tuple[str, ...],
    contacts: tuple[Contact, ...],
    addresses: tuple[Address, ...],
    spelling: _Spelling,
) -> Fields:
    known = tuple(one.number for claim in claims for one in claim.identifiers)
    return Fields(
        names=_sorted(spelling.name(one) for claim in claims for one in claim.names),
        birth_dates=_sorted(_date(one) for claim in claims for one in claim.birth_dates),
        birth_places=_sorted(
            spelling.text(one.text) for claim in claims for one in claim.birth_places
        ),
        sex=_sorted(claim.sex.value for claim in claims if claim.sex is not None),
        documents=_sorted(spelling.number(one) for one in (*known, *numbers)),
        nationalities=_sorted(
            (one.country or spelling.text(one.text))
            for claim in claims
            for one in claim.nationalities
        ),
        addresses=_sorted(spelling.text(one.text) for one in addresses),
        contacts=_sorted(spelling.contact(one) for one in contacts),
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
    return _name_folded(name.text)


def _name_folded(text: str) -> str:
    family, comma, given = text.partition(",")
    return fold(f"{given} {family}") if comma else fold(text)


def _date(date: PartialDate) -> str:
    """The day, whatever else was noted about it."""
    return date.text()


def _number(text: str) -> str:
    """The letters and digits of a number, of whatever script: a series in Cyrillic is part of it."""
    return fold(text).replace(" ", "")


def _contact(contact: Contact) -> str:
    if contact.kind is ContactKind.PHONE:
        return "".join(sign for sign in contact.value if sign.isdecimal()).removeprefix("00")
    return _handle(contact.value)


def _handle(text: str) -> str:
    return text.casefold().strip().removeprefix("@").rstrip("/")


_FOLDED = _Spelling(name=_name, text=fold, number=_number, contact=_contact)
_WRITTEN = _Spelling(
    name=lambda name: name.text.strip(), text=str.strip, number=str.strip,
    contact=lambda contact: contact.value.strip(),
)  # fmt: skip
