"""The documents of one dossier with all that is read from them, each thing read once."""

from datetime import date
from typing import NamedTuple

from tamiz.checks.check import Context
from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.found_once import FoundOnce
from tamiz.checks.documents.sources import PageAt, ReadZone, in_chip, pages_of, seen_in, typed_in
from tamiz.documents.chip import ChipReport, authenticate, sort_files
from tamiz.documents.numbers import NumberReading, is_written_as, read_identifier, read_number
from tamiz.documents.zone import Part, Zone, birth_readings, failing
from tamiz.intake.evidence_files import FileRead
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
    """One document: what was declared of it, its files, its zones, its chip."""

    def __init__(self, document: IdentityEvidence, context: Context, applied: date | None) -> None:
        """Nothing is read before it is asked for."""
        self.document = document
        self.files = _files_of(document, context) if context.files else ()
        self._trust = context.references.trust
        self._day = applied or context.references.today

    @property
    def field(self) -> str:
        """Where it stands in the dossier."""
        return self.document.field

    @property
    def state(self) -> str | None:
        """The declared issuing State, alpha-2 in small letters."""
        return self.document.issuing_state

    @FoundOnce
    def pages(self) -> tuple[PageAt, ...]:
        """The pages of its pictures."""
        return pages_of(self.files)

    @FoundOnce
    def typed(self) -> ReadZone | None:
        """The typed zone, slips put right where hardly another reading is left."""
        return typed_in(self.document)

    @FoundOnce
    def seen(self) -> tuple[ReadZone, ...]:
        """The zones in its pictures, usable or not."""
        return tuple(seen_in(self.pages))

    @FoundOnce
    def zones(self) -> tuple[ReadZone, ...]:
        """Every zone that may be used: typed, in pictures, in the chip; one read twice counts once."""
        if not self.files and not self.document.mrz:  # of most nothing was brought to look at
            return ()
        usable = {one.zone.lines: one for one in reversed(self.seen) if one.is_usable}
        chip = None if self.chip is None else in_chip(self.chip.zone, f"{self.field}#chip")
        found = (self.typed, *reversed(usable.values()), chip)
        return tuple(one for one in found if one is not None)

    @FoundOnce
    def main(self) -> ReadZone | None:
        """The zone to go by: the first that holds, else the first."""
        if not self.zones:
            return None
        holding = (one for one in self.zones if not failing(one.zone))
        return next(holding, self.zones[0])

    @property
    def zone(self) -> Zone | None:
        """The zone to go by."""
        return None if self.main is None else self.main.zone

    @FoundOnce
    def chip(self) -> ChipReport | None:
        """What passive authentication says; None if no file of a chip was brought.

        Raises:
            ChipDataError: the files contradict each other or are beyond a limit.
        """
        files = [(file.path, file.chip) for file in self.files if file.chip]
        if not files or self._day is None:
            return None
        issued = None if self.document.issued is None else exact_day(self.document.issued)
        return authenticate(sort_files(files), self._trust, today=self._day, issued=issued)


def _files_of(document: IdentityEvidence, context: Context) -> tuple[FileRead, ...]:
    given = {file.path for file in document.files}
    return tuple(file for file in context.files if file.given in given)


class Papers:
    """The documents and personal numbers of one applicant, and what the applicant claims."""

    def __init__(self, dossier: Dossier, context: Context) -> None:
        """Nothing is read before it is asked for."""
        self.dossier = dossier
        applied = self.applied_day
        self.each = tuple([Paper(document, context, applied) for document in dossier.documents])

    @property
    def claim(self) -> IdentityClaim:
        """Who the applicant says they are."""
        return self.dossier.identity

    @FoundOnce
    def applied(self) -> PartialDate | None:
        """The day of the application; None if it is not given or has several readings."""
        readings = self.dossier.applied_on
        return readings[0] if len(readings) == 1 else None

    @FoundOnce
    def applied_day(self) -> date | None:
        """The same as a day of the calendar; None if it is not known to the day."""
        return None if self.applied is None else exact_day(self.applied)

    @FoundOnce
    def numbers(self) -> tuple[ReadNumber, ...]:
        """The personal numbers of the claim and of the documents, where a scheme is known."""
        given = list(self.claim.identifiers)
        for paper in self.each:
            given.extend(paper.document.bearer.identifiers)
        readings = [
            (one, self._read(one)) for one in (dict.fromkeys(given) if given[1:] else given)
        ]
        return tuple([ReadNumber(one, reading) for one, reading in readings if reading is not None])

    @FoundOnce
    def claims(self) -> tuple[IdentityClaim, ...]:
        """What each source says about the person: the applicant, the documents, their zones."""
        return (self.claim, *(claim for claim, _ in self.bearers))

    @FoundOnce
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
                if not is_written_as(given.number, scheme):
                    continue
                reading = read_number(given.number, scheme, today=today)
                if reading.has_right_shape:
                    return reading
        return read_identifier(given, today=today)
