"""Where an applicant was, and the numbers of what they booked and who paid."""

import re
from collections.abc import Iterator

from tamiz.intake.dossiers.entries import Fields, Value, values
from tamiz.intake.dossiers.values import DAY, edge, is_now, period_of
from tamiz.model import Reference, ReferenceKind, Stay
from tamiz.normalise.countries import country_code

_REFERENCES = (
    ("payment_reference", ReferenceKind.PAYMENT),
    ("travel_reference", ReferenceKind.TRAVEL),
)
_ONCE = re.compile(rf"(?P<day>{DAY})\s*[:,]?\s*(?P<rest>.*)\Z", re.DOTALL)
_EDGES = " ,.:–—-()"
_PARTS = re.compile(r"[,;()\[\]/|\n]|\s[–—-]\s")


def read_stays(fields: Fields) -> tuple[Stay, ...]:
    """Stays abroad: a period or one date, and a country; what says neither stays a text."""
    return tuple(map(_stay, values(fields, "travel")))


def _stay(value: Value) -> Stay:
    start, end, rest = _told(value.text)
    return Stay(
        text=value.text,
        country=_country(rest),
        start=edge(start, value.at) if start else None,
        end=edge(end, value.at) if end and not is_now(end) else None,
        field=value.at,
    )


def _told(text: str) -> tuple[str, str, str]:
    """Start, end and the rest; “2025-01 MX” is a month, not a period from 2025 on."""
    period, once = period_of(text), _ONCE.match(text)
    if period is not None and (period["end"] or once is None or once["day"] == period["start"]):
        return period["start"], period["end"], period["rest"]
    return ("", "", text) if once is None else (once["day"], "", once["rest"])


def _country(text: str) -> str | None:
    """The country that a text is, or that a part of it is, the last that is one.

    “Colón, Panama”, “Syria, Idlib”, “Idlib (Syria)”: a town that has a country's name stands first.
    """
    parts = (text, *reversed(_PARTS.split(text)))
    found = (country_code(part.strip(_EDGES)) for part in parts)
    return next((country for country in found if country), None)


def read_references(fields: Fields) -> Iterator[Reference]:
    """References of payments and journeys as written."""
    for field, kind in _REFERENCES:
        for value in values(fields, field):
            yield Reference(kind=kind, value=value.text, field=value.at)
