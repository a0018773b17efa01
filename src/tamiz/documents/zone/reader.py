"""A machine-readable zone from its lines (ICAO Doc 9303-3 to -7, and national zones)."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from tamiz.documents.zone.fields import (
    Lines,
    Rows,
    long_number,
    read_fields,
    rows_of,
    variant_of,
)
from tamiz.documents.zone.flags import flags_of
from tamiz.documents.zone.layouts import Layout, Place
from tamiz.documents.zone.lines import layout_of, tidy
from tamiz.documents.zone.names import identifiers, spaced
from tamiz.documents.zone.national import LAYOUTS, WITHIN
from tamiz.documents.zone.signs import PLAIN, UNREADABLE
from tamiz.documents.zone.zone import Field, Tidied, Zone


class NoZone(StrEnum):
    """Why lines are no zone at all."""

    EMPTY = "empty"
    CHARACTERS = "characters"  # others than letters, digits and fillers, and no format's widths
    LENGTH = "length"  # the lines of no format


def read_zone(lines: Sequence[str]) -> Zone | NoZone:
    """The zone whose lines, or lines run together, these are; why it is none.

    >>> zone = read_zone(["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
    ...                   "D231458907UTO7408122F1204159<<<<<<<6"])
    >>> zone.number.value, zone.number.spans, zone.is_consistent
    ('D23145890', (Span(line=1, start=0, end=9),), True)
    """
    layout = layout_of(lines)
    if layout is not None and PLAIN.fullmatch("".join(lines)):
        return zone_of(tuple(lines), layout, is_plain=True)
    for found in tidy(lines):
        plain = PLAIN.fullmatch("".join(found.lines)) is not None
        zone = zone_of(found.lines, found.layout, found.tidied, is_plain=plain)
        if zone.is_consistent or not found.is_guessed:
            return zone
    return _fault("".join(lines))


def _fault(text: str) -> NoZone:
    bare = "".join(text.split()).upper()
    if not bare:
        return NoZone.EMPTY
    return NoZone.CHARACTERS if UNREADABLE.search(bare) else NoZone.LENGTH


def zone_of(
    lines: Lines, layout: Layout, tidied: tuple[Tidied, ...] = (), *, is_plain: bool
) -> Zone:
    """What lines of a format's widths say; ``is_plain``: no sign but A-Z, 0-9 and fillers."""
    plan = _PLANS[id(layout)]
    found = read_fields(lines, plan.places, is_plain=is_plain)
    number = found["number"]
    if number.digit == "<":
        whole = long_number(number, lines, layout)
        if whole is not None:
            found["number"], found["optional"] = whole
    extras = _extras(found["issuing_state"].value, lines, plan, is_plain=is_plain)
    name, given = found["name"].raw, found.get("given_names")
    primary, secondary = identifiers(name)
    if given is not None:
        secondary = spaced(given.raw)
    return Zone(
        format=layout.format,
        lines=lines,
        extras=extras,
        primary_identifier=primary,
        secondary_identifier=secondary,
        is_name_cut=name[-1] != "<" or (given is not None and given.raw[-1] != "<"),
        number_variant=variant_of(found["number"]),
        flags=flags_of(found, extras, layout, is_plain=is_plain),
        tidied=tidied,
        **found,
    )


class _Plan(NamedTuple):
    """The rows of a layout, and those that a State has within the optional data."""

    places: Rows
    extras: Rows | None
    within: dict[str, tuple[Place, Rows]]


def _plan(layout: Layout) -> _Plan:
    within = {
        one.issuing_state: (one.place, rows_of((one.place,), layout.widths))
        for one in WITHIN
        if one.format is layout.format
    }
    extras = rows_of(layout.extras, layout.widths) if layout.extras else None
    return _Plan(rows_of(layout.places, layout.widths), extras, within)


# By identity: hashing a layout, or an enum's member, takes longer than reading a part.
_PLANS = {id(layout): _plan(layout) for layout in LAYOUTS}


def _extras(state: str, lines: Lines, plan: _Plan, *, is_plain: bool) -> tuple[Field, ...]:
    """The national parts; within optional data only where digits stand there."""
    if plan.extras is not None:
        return tuple(read_fields(lines, plan.extras, is_plain=is_plain).values())
    if state not in plan.within:
        return ()
    place, rows = plan.within[state]
    line, start, end = place.span
    if not lines[line][start:end].isdecimal():
        return ()
    if place.digit is not None and lines[place.digit.line][place.digit.start] == "<":
        place = replace(place, digit=None)  # not every series prints one
        rows = rows_of((place,), tuple(map(len, lines)))
    return tuple(read_fields(lines, rows, is_plain=is_plain).values())
