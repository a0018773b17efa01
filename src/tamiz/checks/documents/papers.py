"""The documents of one dossier with all that is read from them, each thing read once."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from tamiz.checks.claims_zone_read import zone_of
from tamiz.checks.documents.days import exact_day
from tamiz.documents.numbers import NumberReading, read_identifier, read_number
from tamiz.documents.zone import Part, Zone, birth_readings
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    PartialDate,
    Sex,
)

# Numbers of such a shape that no other State has one like it. Whose number it is was guessed from
# the claimed nationality; a Mexican number tells its own State.
TELLING_ANYWHERE = ("mx_curp",)
_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}


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
        """The declared issuing State, alpha-2 in small letters."""
        return self.document.issuing_state

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
        return None if self.applied is None else exact_day(self.applied)

    @cached_property
    def numbers(self) -> tuple[ReadNumber, ...]:
        """The personal numbers of the claim and of the documents, where a scheme is known."""
        given = (
            *self.claim.identifiers,
            *(one for paper in self.each for one in paper.document.bearer.identifiers),
        )
        readings = ((one, self._read(one)) for one in dict.fromkeys(given))
        return tuple(ReadNumber(one, reading) for one, reading in readings if reading is not None)

    @cached_property
    def claims(self) -> tuple[IdentityClaim, ...]:
        """What each source says about the person: the applicant, the documents, their zones."""
        return (self.claim, *(claim for claim, _ in self.bearers))

    @cached_property
    def bearers(self) -> tuple[tuple[IdentityClaim, Paper], ...]:
        """What each document says about its bearer: as typed from it, and in its zone."""
        return (
            *((paper.document.bearer, paper) for paper in self.each),
            *((self.in_zone(paper), paper) for paper in self.each),
        )

    def in_zone(self, paper: Paper) -> IdentityClaim:
        """Birth date and sex of a zone whose check digits hold."""
        zone = paper.zone
        if zone is None or not zone.is_consistent or self.applied_day is None:
            return IdentityClaim()
        return IdentityClaim(
            birth_dates=birth_readings(zone.value(Part.BIRTH_DATE), self.applied_day),
            sex=_SEXES.get(zone.value(Part.SEX)),
        )

    def _read(self, given: Identifier) -> NumberReading | None:
        """The number by its State, or by its shape where that alone tells what it is."""
        today = self.applied_day
        if given.kind is IdentifierKind.NATIONAL:
            for scheme in TELLING_ANYWHERE:
                reading = read_number(given.number, scheme, today=today)
                if reading.has_right_shape:
                    return reading
        return read_identifier(given, today=today)
