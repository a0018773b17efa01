"""The documents of one dossier with all that is read from them, each thing read once."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from tamiz.checks.claims_zone_read import zone_of
from tamiz.documents.numbers import NumberReading, read_identifier
from tamiz.documents.zone import NoZone, Zone, read_zone
from tamiz.model import Dossier, Identifier, IdentityClaim, IdentityEvidence, PartialDate


class ReadNumber(NamedTuple):
    """A personal number as it was given, and what it says."""

    given: Identifier
    reading: NumberReading


class Paper:
    """One document: what was declared of it, and its zone."""

    def __init__(self, document: IdentityEvidence) -> None:
        """Nothing is read before it is asked for."""
        self.document = document

    @property
    def field(self) -> str:
        """Where it stands in the dossier."""
        return self.document.field

    @property
    def state(self) -> str | None:
        """The issuing State, by the zone if nobody declared it; alpha-2 in small letters."""
        return self.document.issuing_state

    @cached_property
    def raw_zone(self) -> Zone | NoZone | None:
        """The zone sign by sign as given; None if none was."""
        return read_zone(self.document.mrz) if self.document.mrz else None

    @cached_property
    def zone(self) -> Zone | None:
        """The zone with slips of typing put right where hardly another reading is left."""
        return zone_of(self.document.mrz) if self.document.mrz else None


class Papers:
    """The documents and personal numbers of one applicant, and what the applicant claims."""

    def __init__(self, dossier: Dossier) -> None:
        """Nothing is read before it is asked for."""
        self.dossier = dossier
        self.each = tuple(Paper(document) for document in dossier.documents)

    @property
    def claim(self) -> IdentityClaim:
        """Who the applicant says they are."""
        return self.dossier.identity

    @cached_property
    def applied(self) -> PartialDate | None:
        """The day of the application; None if it is not given or has several readings."""
        readings = self.dossier.applied_on
        return readings[0] if len(readings) == 1 else None

    @cached_property
    def applied_day(self) -> date | None:
        """The same as a day of the calendar; None if it is not known to the day."""
        day = self.applied
        if day is None or day.month is None or day.day is None or day.until or day.circa:
            return None
        return date(day.year, day.month, day.day)

    @cached_property
    def numbers(self) -> tuple[ReadNumber, ...]:
        """The personal numbers of the claim and of the documents, where a scheme is known."""
        given = (
            *self.claim.identifiers,
            *(one for paper in self.each for one in paper.document.bearer.identifiers),
        )
        readings = ((one, read_identifier(one, today=self.applied_day)) for one in given)
        return tuple(ReadNumber(one, reading) for one, reading in readings if reading is not None)
