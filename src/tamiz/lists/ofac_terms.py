"""Words of OFAC's files in the words of Tamiz: party types, name parts, contacts, tags."""

import re

from tamiz.model import (
    Contact,
    ContactKind,
    NameKind,
    PartyType,
    Role,
    Sex,
)
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

_TAGS = re.compile(r"\]\s*\[|;\s*")


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
