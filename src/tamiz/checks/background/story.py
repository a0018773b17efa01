"""What one applicant tells of their life, each thing worked out once and only when asked for."""

from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from tamiz.checks.background.units import Unit, units_in
from tamiz.checks.documents.days import Bounds, bounds
from tamiz.model import Dossier, PartialDate, Service
from tamiz.normalise.countries import country_code

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
        """Nothing is worked out before it is asked for."""
        self.dossier = dossier

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The declared service."""
        return tuple(
            Stretch(
                one,
                None if one.start is None else span(one.start),
                None if one.end is None else span(one.end),
            )
            for one in self.dossier.history
        )

    @cached_property
    def births(self) -> tuple[PartialDate, ...]:
        """The claimed birth dates, every reading."""
        return self.dossier.identity.birth_dates

    @cached_property
    def applied(self) -> Bounds | None:
        """The day of the application by all of its readings."""
        readings = [span(one) for one in self.dossier.applied_on]
        if not readings:
            return None
        return Bounds(min(one.first for one in readings), max(one.last for one in readings))

    @cached_property
    def residences(self) -> frozenset[str]:
        """The countries of the declared addresses."""
        return frozenset(one.country for one in self.dossier.addresses if one.country)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Every country that the applicant names for themselves: a tie there explains much.

        Nationalities are among them, in the applicant's favour only.
        """
        claim = self.dossier.identity
        named = (
            *(one.country for one in claim.nationalities),
            *(one.country for one in claim.birth_places),
            *(one.country for one in self.dossier.stays),
            *(one.issuing_state for one in self.dossier.documents),
            *(service_country(one) for one in self.dossier.history),
        )
        return self.residences | {one for one in named if one}


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
    for part in text.translate(_PARTS).split("\n"):
        words = part.split()
        for count in range(1, min(MOST_WORDS, len(words)) + 1):
            name = " ".join(words[-count:])
            if len(name) >= SHORTEST_COUNTRY and (code := country_code(name)):
                return code
    return None
