"""What one applicant tells of their life, each thing worked out once and only when asked for."""

from collections.abc import Container, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from tamiz.checks.background.phrases import LONGEST
from tamiz.checks.background.units import Unit, units_in
from tamiz.checks.documents.days import Bounds, bounds
from tamiz.checks.documents.found_once import FoundOnce
from tamiz.model import Address, Dossier, Nationality, PartialDate, Place, Service, Stay
from tamiz.normalise.countries import country_code, country_names
from tamiz.normalise.text import folded

SHORTEST_COUNTRY = 4  # letters of a name of a country in a text: shorter words are others too
MOST_WORDS = 4  # of a country's name at the end of a phrase: “of the United States”
_PARTS = str.maketrans(dict.fromkeys(",;:()[]/–—|", "\n"))


class Stretch(NamedTuple):
    """A stretch of service, its ends as the days that they may mean; None if not told."""

    service: Service
    start: Bounds | None
    end: Bounds | None

    @property
    def text(self) -> str:
        """As declared."""
        return self.service.text


class Story:
    """What an applicant claims of birth, service, stays, residence and purpose."""

    def __init__(self, dossier: Dossier) -> None:
        """Most dossiers tell little: what costs time is worked out when it is asked for."""
        self.dossier = dossier
        self.births = dossier.identity.birth_dates  # every reading

    @FoundOnce
    def stretches(self) -> tuple[Stretch, ...]:
        """The stretches of service, in the order in which they are told."""
        return tuple(map(_stretch, self.dossier.history))

    @FoundOnce
    def applied(self) -> Bounds | None:
        """The days of the application by all its readings; None if it is not told."""
        return _earliest_to_latest(self.dossier.applied_on)

    def names_one_of(self, countries: Container[str]) -> bool:
        """Whether the applicant names one of these countries for themselves anywhere."""
        for country in self._named():  # noqa: SIM110 - asked of every phone of a million
            if country in countries:
                return True
        return False

    def countries(self) -> frozenset[str]:
        """Every country that the applicant names for themselves: a tie there explains much."""
        return frozenset(self._named())

    def own_states(self) -> frozenset[str]:
        """The States whose national the applicant is by claim or paper: read in their favour only."""
        claim, papers = self.dossier.identity, self.dossier.documents
        told = (
            *(one.country for one in claim.nationalities),
            *(one.issuing_state for one in papers),
        )
        return frozenset(country for country in told if country)

    def _named(self) -> Iterator[str]:
        """Of residence, nationality, birth, papers, stays and service.

        Nationalities are among them, in the applicant's favour only.
        """
        claim, dossier = self.dossier.identity, self.dossier
        told: Iterator[Nationality | Address | Place | Stay] = chain(
            claim.nationalities, dossier.addresses, claim.birth_places, dossier.stays
        )
        for one in told:
            if one.country:
                yield one.country
        for document in dossier.documents:
            if document.issuing_state:
                yield document.issuing_state
        for service in dossier.history:  # last: its text may have to be looked through
            if country := service_country(service):
                yield country


def _stretch(service: Service) -> Stretch:
    start, end = service.start, service.end
    return Stretch(
        service, None if start is None else span(start), None if end is None else span(end)
    )


@lru_cache(maxsize=1 << 10)
def _earliest_to_latest(readings: tuple[PartialDate, ...]) -> Bounds | None:
    """The days that several readings may mean together; applications come many on a day."""
    spans = [span(one) for one in readings]
    if not spans:
        return None
    return Bounds(min(one.first for one in spans), max(one.last for one in spans))


@lru_cache(maxsize=1 << 14)
def span(day: PartialDate) -> Bounds:
    """What a date may mean; of one with two readings (03/04/2015) only the year is sure."""
    return bounds(replace(day, month=None, day=None) if day.ambiguous else day)


def years_between(earlier: date, later: date) -> int:
    """Full years from one day to another; negative if the later comes first."""
    return later.year - earlier.year - ((later.month, later.day) < (earlier.month, earlier.day))


def service_country(service: Service) -> str | None:
    """The country of a stretch: as told, by its unit, or as the text names it."""
    if service.country is not None:
        return service.country
    of_units = {unit.country for unit in units_of(service)}
    return of_units.pop() if len(of_units) == 1 else country_named_in(service.text)


def units_of(service: Service) -> tuple[Unit, ...]:
    """The units of the table that a stretch speaks of."""
    return units_in(service.text, service.country or country_named_in(service.text))


@lru_cache(maxsize=1 << 13)
def country_named_in(text: str) -> str | None:
    """The country that a part of a text is, or ends with (“Ejército de Colombia, cabo”)."""
    for part in text[:LONGEST].translate(_PARTS).split("\n"):
        words = part.split()
        for count in range(1, min(MOST_WORDS, len(words)) + 1):
            name = " ".join(words[-count:])
            if len(name) >= SHORTEST_COUNTRY and (code := country_code(name)):
                return code
    return None


def names_country(text: str, country: str) -> bool:
    """Whether a text has a country's name, however it ends there (“в Сирії”).

    >>> names_country("місія в Сирії", "sy"), names_country("misión en Mali", "sy")
    (True, False)
    """
    words = f" {folded(text[:LONGEST])}"
    names = (folded(name) for name in country_names(country))
    return any(f" {name[:-1]}" in words for name in names if len(name) >= SHORTEST_COUNTRY)
