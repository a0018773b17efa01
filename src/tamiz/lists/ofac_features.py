"""Features: what OFAC's richer XML forms say of a party, each under a name of its own.

The plain XML keeps some of them in its list of identifiers, the CSV files in the remarks.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tamiz.lists.ofac_dates import read_birth
from tamiz.lists.ofac_identifiers import identifier
from tamiz.lists.ofac_terms import SEXES, contact
from tamiz.model import Contact, Identifier, Nationality, PartialDate, Place, Sex
from tamiz.normalise.countries import country_code

FIELD = "Feature"
_NATIONALITIES = ("Nationality Country", "Citizenship Country", "Nationality of Registration")


class Feature(Struct, frozen=True):
    """One feature: its name, its value as text, and its value as a date if it has one."""

    label: str
    text: str
    date: PartialDate | None = None


class Features(Struct, frozen=True):
    """The features of one party, typed."""

    birth_dates: tuple[PartialDate, ...]
    birth_places: tuple[Place, ...]
    sex: Sex | None
    nationalities: tuple[Nationality, ...]
    identifiers: tuple[Identifier, ...]
    contacts: tuple[Contact, ...]


def read_features(features: Iterable[Feature]) -> Features:
    """The features that identify; the others (risk notes, aircraft models) are left aside."""
    held = [one for one in features if one.text or one.date is not None]
    return Features(
        birth_dates=tuple(date for one in held for date in _birth_dates(one)),
        birth_places=tuple(birth_place(one.text) for one in _labelled(held, "Place of Birth")),
        sex=next((SEXES.get(one.text.casefold()) for one in _labelled(held, "Gender")), None),
        nationalities=tuple(
            Nationality(country=country_code(one.text), text=one.text, field=FIELD)
            for label in _NATIONALITIES
            for one in _labelled(held, label)
        ),
        identifiers=tuple(filter(None, (_identifier(one) for one in held))),
        contacts=tuple(filter(None, (contact(one.label, one.text, field=FIELD) for one in held))),
    )


def birth_place(text: str, *, field: str = FIELD) -> Place:
    """A place of birth; its country stands last, behind a comma."""
    return Place(text=text, country=country_code(text.rsplit(",", 1)[-1]), field=field)


def _labelled(features: Iterable[Feature], label: str) -> Iterator[Feature]:
    return (one for one in features if one.label == label)


def _birth_dates(feature: Feature) -> tuple[PartialDate, ...]:
    if feature.label != "Birthdate":
        return ()
    if feature.date is not None:
        return (feature.date,)
    return read_birth(feature.text, field=FIELD)


def _identifier(feature: Feature) -> Identifier | None:
    return identifier(feature.label, feature.text, "", field=FIELD)
