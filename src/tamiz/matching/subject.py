"""Whom to look for: the side of a comparison that is not on a list."""

from math import log2

from msgspec import Struct

from tamiz.model import (
    Address,
    Contact,
    Evidence,
    Identifier,
    Name,
    Nationality,
    PartialDate,
    PartyType,
    Place,
    Sex,
    SourceRecord,
)


class Subject(Struct, frozen=True, kw_only=True):
    """A person or organisation to be compared with listed parties."""

    type: PartyType
    names: tuple[Name, ...]
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[Place, ...] = ()
    sex: Sex | None = None
    nationalities: tuple[Nationality, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()


class AlsoListed(Struct, frozen=True, kw_only=True):
    """Another record of the party of a match, by the references of the lists.

    ``bits`` and ``evidence`` are those of its own comparison; without, the record is not alike
    enough to be found by itself, and stands here for its reference alone.
    """

    record: SourceRecord
    bits: float | None = None
    evidence: tuple[Evidence, ...] = ()


class Match(Struct, frozen=True, kw_only=True):
    """A listed party that may be the subject, and why.

    ``record`` is the likeliest of the party's records, ``also`` are the others, on whatever list,
    likeliest first. ``bits`` is the sum of the evidence's bits, the prior included;
    ``probability`` follows from it: ``1 / (1 + 2**-bits)``.
    """

    record: SourceRecord
    bits: float
    probability: float
    evidence: tuple[Evidence, ...]
    also: tuple[AlsoListed, ...] = ()


def bits_of(probability: float) -> float:
    """The bits that odds of this probability amount to; between 0 and 1."""
    return log2(probability / (1 - probability))


def probability_of(bits: float) -> float:
    """The probability that odds of ``2**bits`` amount to."""
    largest = 50.0  # beyond it the float is 0 or 1 anyway
    return float(1 / (1 + 2.0 ** -max(-largest, min(largest, bits))))
