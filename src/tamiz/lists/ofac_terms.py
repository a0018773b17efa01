"""Words of OFAC's files in the words of Tamiz: identifier types, programmes, party types."""

import re

from tamiz.model import (
    Contact,
    ContactKind,
    Identifier,
    IdentifierKind,
    NameKind,
    PartyType,
    Role,
    Sex,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.text import clean

PARTY_TYPES = {
    "individual": PartyType.PERSON,
    "entity": PartyType.ORGANISATION,
    "vessel": PartyType.VESSEL,
    "aircraft": PartyType.AIRCRAFT,
}
SEXES = {"male": Sex.MALE, "female": Sex.FEMALE}
ROLES = {
    "Last Name": Role.FAMILY,
    "First Name": Role.GIVEN,
    "Middle Name": Role.GIVEN,
    "Maiden Name": Role.FAMILY,
    "Patronymic": Role.PATRONYMIC,
    "Matronymic": Role.MATERNAL,
}
CONTACTS = {
    "phone number": ContactKind.PHONE,
    "email address": ContactKind.EMAIL,
    "website": ContactKind.WEBSITE,
}

# Beginning of OFAC's name of an identifier: what it is, and the scheme of a personal number.
_KINDS: tuple[tuple[str, IdentifierKind, str], ...] = (
    ("passport", IdentifierKind.PASSPORT, ""),
    ("diplomatic passport", IdentifierKind.PASSPORT, ""),
    ("stateless person passport", IdentifierKind.PASSPORT, ""),
    ("travel document", IdentifierKind.PASSPORT, ""),
    ("c.u.r.p", IdentifierKind.NATIONAL, "curp"),
    ("cedula", IdentifierKind.NATIONAL, "cedula"),
    ("national id", IdentifierKind.NATIONAL, ""),
    ("national identification", IdentifierKind.NATIONAL, ""),
    ("d.n.i", IdentifierKind.NATIONAL, "dni"),
    ("numero de identidad", IdentifierKind.NATIONAL, ""),
    ("personal id", IdentifierKind.NATIONAL, ""),
    ("citizen's card", IdentifierKind.NATIONAL, ""),
    ("c.u.i.", IdentifierKind.NATIONAL, "cui"),
    ("cnp", IdentifierKind.NATIONAL, "cnp"),
    ("ssn", IdentifierKind.NATIONAL, "ssn"),
    ("birth certificate", IdentifierKind.OTHER, "birth-certificate"),
    ("electoral registry", IdentifierKind.OTHER, "electoral"),
    ("credencial electoral", IdentifierKind.OTHER, "electoral"),
    ("i.f.e.", IdentifierKind.OTHER, "electoral"),
    ("r.f.c", IdentifierKind.TAX, "rfc"),
    ("tax id", IdentifierKind.TAX, ""),
    ("nit", IdentifierKind.TAX, "nit"),
    ("ruc", IdentifierKind.TAX, "ruc"),
    ("rif", IdentifierKind.TAX, "rif"),
    ("rtn", IdentifierKind.TAX, "rtn"),
    ("c.u.i.t", IdentifierKind.TAX, "cuit"),
    ("v.a.t", IdentifierKind.TAX, "vat"),
    ("driver's license", IdentifierKind.DRIVING, ""),
    ("military registration", IdentifierKind.MILITARY, ""),
    ("residency number", IdentifierKind.RESIDENCE, ""),
    ("refugee id", IdentifierKind.RESIDENCE, ""),
    ("registration", IdentifierKind.REGISTER, ""),
    ("business registration", IdentifierKind.REGISTER, ""),
    ("business number", IdentifierKind.REGISTER, ""),
    ("company number", IdentifierKind.REGISTER, ""),
    ("commercial registry", IdentifierKind.REGISTER, ""),
    ("chamber of commerce", IdentifierKind.REGISTER, ""),
    ("trade license", IdentifierKind.REGISTER, ""),
    ("folio mercantil", IdentifierKind.REGISTER, "folio-mercantil"),
    ("matricula mercantil", IdentifierKind.REGISTER, "matricula-mercantil"),
    ("unified social credit", IdentifierKind.REGISTER, "uscc"),
    ("legal entity number", IdentifierKind.REGISTER, "lei"),
    ("government gazette", IdentifierKind.REGISTER, ""),
    ("public registration", IdentifierKind.REGISTER, ""),
    ("identification number", IdentifierKind.OTHER, ""),
    ("vessel registration identification", IdentifierKind.REGISTER, "imo"),
    ("mmsi", IdentifierKind.OTHER, "mmsi"),
    ("aircraft", IdentifierKind.OTHER, "aircraft"),
    ("swift", IdentifierKind.OTHER, "bic"),
    ("bik", IdentifierKind.OTHER, "bik"),
    ("digital currency address", IdentifierKind.OTHER, "wallet"),
    ("public security and immigration", IdentifierKind.OTHER, ""),
)

_TAGS = re.compile(r"\]\s*\[|;\s*")


def identifier(label: str, number: str, country: str, *, field: str) -> Identifier | None:
    """An identifier from OFAC's label for it; None if the label names no identifier."""
    folded = label.casefold().removeprefix("alt. ")
    for start, kind, scheme in sorted(_KINDS, key=lambda row: -len(row[0])):
        if folded.startswith(start):
            return Identifier(
                kind=kind,
                number=number,
                country=country_code(country),
                scheme=scheme,
                field=field,
            )
    return None


def contact(label: str, value: str, *, field: str) -> Contact | None:
    """A phone number, e-mail address or web site; None if the label names none."""
    kind = CONTACTS.get(label.casefold())
    return Contact(kind=kind, value=value, field=field) if kind is not None and value else None


def programmes(text: str) -> tuple[str, ...]:
    """The programme tags of a CSV cell: ``SDNTK] [ILLICIT-DRUGS-EO14059``."""
    return tuple(
        tag for part in _TAGS.split(text.strip("[] ")) if (tag := clean(part.strip("[] ")))
    )


def alias_kind(kind: str, *, is_weak: bool) -> NameKind:
    """Weak beats former: a weak former name identifies nobody."""
    if is_weak:
        return NameKind.WEAK
    is_former = kind.casefold().replace(".", "") == "fka"
    return NameKind.FORMER if is_former else NameKind.ALIAS
