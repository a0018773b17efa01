"""The values that identity claims and list records are made of.

All are frozen ``msgspec.Struct``: they cost little, refuse change and serialise as they stand.
``field`` says where in its row or record a value stood: a column name, a JSON pointer or an
element path. Together with the record's origin it is the pointer that evidence shows.
"""

from enum import StrEnum

from msgspec import Struct


class NameKind(StrEnum):
    """What a name is to its bearer; lists and applicants use the same words."""

    PRIMARY = "primary"
    ALIAS = "alias"  # a strong alias: good enough to identify with
    WEAK = "weak"  # OFAC's "weak aka", UN "low quality": adds little on its own
    SCRIPT = "script"  # the name in its original script
    FORMER = "former"  # maiden name, name before a change
    CODE = "code"  # code name, call sign, nom de guerre


class Role(StrEnum):
    """What a part of a name is. Spanish paternal surname comes before the maternal one."""

    GIVEN = "given"
    FAMILY = "family"  # the whole family name, its inner order kept
    PATERNAL = "paternal"
    MATERNAL = "maternal"
    PATRONYMIC = "patronymic"


class NamePart(Struct, frozen=True):
    """One part of a name as its source separates it; ``text`` may hold several words."""

    role: Role
    text: str


class Name(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A name as written, with its kind and, where the source separates them, its parts."""

    text: str
    kind: NameKind = NameKind.PRIMARY
    parts: tuple[NamePart, ...] = ()
    field: str = ""


class PartialDate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date as precisely as its source knows it.

    ``until`` makes it a range of years (``year`` to ``until``, both included). ``circa`` marks
    "about". ``ambiguous`` marks one of two readings of the same text (03/04/1988): both are kept.
    """

    year: int
    month: int | None = None
    day: int | None = None
    until: int | None = None
    circa: bool = False
    ambiguous: bool = False
    raw: str = ""
    field: str = ""

    def text(self) -> str:
        """ISO 8601 as far as known: ``1970``, ``1970-05``, ``1970/1975``, ``~1970``."""
        is_exact = self.until is None and not self.circa
        if is_exact and self.month is not None and self.day is not None:  # as most are
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        end = "" if self.until is None else f"/{self.until:04d}"
        return ("~" if self.circa else "") + "-".join(parts) + end


class Place(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place as written, and its country where it could be told."""

    text: str
    country: str | None = None
    field: str = ""


class Nationality(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A nationality or citizenship: the country code (None if not understood) and the text."""

    country: str | None
    text: str = ""
    field: str = ""


class Sex(StrEnum):
    """Sex as documents state it (Doc 9303: M, F, X)."""

    MALE = "male"
    FEMALE = "female"
    UNSPECIFIED = "x"


class IdentifierKind(StrEnum):
    """What sort of number identifies; the scheme of a national number stays in ``scheme``."""

    PASSPORT = "passport"
    NATIONAL = "national"  # identity card or personal number: CURP, cédula, DUI, RNOKPP …
    TAX = "tax"
    DRIVING = "driving"
    MILITARY = "military"
    RESIDENCE = "residence"
    REGISTER = "register"  # a company or organisation register
    OTHER = "other"


class Identifier(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number on a document or in a register. ``country`` issued it, as far as known."""

    kind: IdentifierKind
    number: str
    country: str | None = None
    scheme: str = ""
    field: str = ""


class ContactKind(StrEnum):
    """How somebody is reached."""

    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"  # account on a messenger or social network
    WEBSITE = "website"


class Contact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A phone number, e-mail address, handle or web site as written.

    ``country`` is the one in which a phone number in local form (0151 …) is read.
    """

    kind: ContactKind
    value: str
    country: str | None = None
    field: str = ""


class Address(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A postal address as one line, and its country where known."""

    text: str
    country: str | None = None
    field: str = ""
