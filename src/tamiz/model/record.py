"""A listed party, and the edition of the list it stands in."""

from enum import StrEnum

from msgspec import Struct

from tamiz.model.values import (
    Address,
    Contact,
    Identifier,
    Name,
    Nationality,
    PartialDate,
    Place,
    Sex,
)


class PartyType(StrEnum):
    """What a listed party is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"  # the source does not say


class PartyLink(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A tie to another party as the list states it ("Linked To: …").

    ``target`` is that party's record id in the same source where the list gives it.
    """

    relation: str
    name: str
    target: str = ""


class Handling(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a unit's own entry must carry: why it is held, how good it is, until when.

    ``grading`` is source reliability A-F and information credibility 1-6 (NATO AJP-2.1).
    """

    purpose: str
    grading: str
    review_by: str


class SourceRecord(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One listed party as its publisher describes it.

    ``references`` are ids of the same party elsewhere (UN reference, OFSI group id).
    ``raw`` is the source's own line or remarks, to be shown to an officer.
    """

    source: str
    id: str
    type: PartyType
    names: tuple[Name, ...]
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[Place, ...] = ()
    sex: Sex | None = None
    nationalities: tuple[Nationality, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()
    programmes: tuple[str, ...] = ()
    links: tuple[PartyLink, ...] = ()
    topics: tuple[str, ...] = ()
    position: str = ""
    listed_on: str = ""
    references: tuple[str, ...] = ()
    url: str = ""
    handling: Handling | None = None
    raw: str = ""


class Edition(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One edition of a list as it lies in the store: where from, how old, how much.

    ``content_date`` is the publisher's own date (ISO); ``retrieved_at`` is when it was fetched
    or imported (ISO, UTC). ``sha256`` covers the files in the order of their names.
    """

    source: str
    publisher: str
    licence: str
    url: str
    content_date: str
    retrieved_at: str
    sha256: str
    parties: int
    persons: int
    names: int
