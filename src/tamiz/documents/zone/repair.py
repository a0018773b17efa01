"""What a zone would say if signs that look alike were mistaken for each other in reading it.

A repaired reading stands beside the raw one with a probability and never replaces it: a wrong
check digit is evidence, and arithmetic alone repairs a forger's slip as gladly as a scanner's.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, product

from msgspec import Struct

from tamiz.documents.zone.layouts import Layout, starts_as
from tamiz.documents.zone.lines import tidy_lines
from tamiz.documents.zone.national import LAYOUTS
from tamiz.documents.zone.parts import Part, Signs, Span
from tamiz.documents.zone.reader import zone_of
from tamiz.documents.zone.signs import PLAIN
from tamiz.documents.zone.zone import Check, Zone

MOST_TRIED = 1_000  # readings of one zone that are tried: 50 ms
MOST_CHANGED = 2  # signs beyond those that cannot stand where they were read
MOST_TOLD = 5  # repairs that are returned
LEAST_PROBABLE = 0.01  # below it a repair is a coincidence that nobody needs to see

# Where only a digit may stand a letter is a slip of the eye, and the other way round.
_TO_DIGITS = str.maketrans("OQDUILZSGBAT", "000011256847")
_TO_LETTERS = str.maketrans("012345678", "OIZEASGTB")
# Signs mistaken for each other where either may stand, and how often a sign is: estimates by
# orders of magnitude, as no public count of errors by sign exists for OCR-B.
_LIKELY, _RARE = 3e-3, 3e-4
_PAIRS = (
    (_LIKELY, "0O 0Q 0D OQ OD 1I 1L IL 2Z 5S 6G 8B"),
    (_RARE, "4A 7T 17 38 56 08 68 49 UV VY MN HN CG EF PR KX <K <C <L"),
)
# How probable it is that the zone was printed as it was read, beside one misread sign.
_PRINTED_SO = 1e-3


class Change(Struct, frozen=True):
    """A sign read as another."""

    span: Span
    was: str
    now: str


class Repair(Struct, frozen=True):
    """A reading in which every check digit holds; ``probability`` over all of them and the raw."""

    zone: Zone
    changes: tuple[Change, ...]
    probability: float


def repairs(lines: Sequence[str], *, most_changed: int = MOST_CHANGED) -> tuple[Repair, ...]:
    """Readings of a zone that does not hold together, the most probable first.

    With ``most_changed`` 0 only signs that cannot stand where they were read are changed.

    None for a zone in which every sign may stand where it stands and every check digit holds.
    """
    raw = tidy_lines(lines)
    found = _layout_and_forced(raw)
    if found is None:
        return ()
    layout, forced = found
    zone = zone_of(forced, layout, is_plain=True)
    if zone.is_consistent:
        if forced == raw:
            return ()
        readings = [(1.0, zone)]
    else:
        readings = list(_searched(zone, layout, most_changed))
    total = _PRINTED_SO + sum(weight for weight, _ in readings)
    readings.sort(key=lambda one: (-one[0], one[1].lines))
    return tuple(
        Repair(one, _changes(raw, one.lines), round(weight / total, 4))
        for weight, one in readings[:MOST_TOLD]
        if weight / total >= LEAST_PROBABLE
    )


def _layout_and_forced(raw: tuple[str, ...]) -> tuple[Layout, tuple[str, ...]] | None:
    """The format, and the lines with each sign of the kind that must stand there."""
    widths = tuple(map(len, raw))
    for layout in LAYOUTS:
        if layout.widths == widths:
            forced = _forced(raw, layout)
            if starts_as(layout, forced) and PLAIN.fullmatch("".join(forced)):
                return layout, forced
    return None


def _forced(lines: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    found = [list(line) for line in lines]
    for span, signs in _spans(layout):
        table = {Signs.LETTERS: _TO_LETTERS, Signs.DIGITS: _TO_DIGITS}.get(signs)
        if table is not None:
            line, start, end = span
            found[line][start:end] = lines[line][start:end].translate(table)
    return tuple("".join(line) for line in found)


def _spans(layout: Layout) -> Iterator[tuple[Span, Signs]]:
    """Where which signs must stand, the check digits too."""
    for place in (*layout.places, *layout.extras):
        is_name = place.part in {Part.NAME, Part.GIVEN_NAMES}
        if not (is_name and layout.is_name_numbered):
            yield place.span, place.signs
        if place.digit is not None:
            yield place.digit, Signs.DIGITS


def _searched(zone: Zone, layout: Layout, most_changed: int) -> Iterator[tuple[float, Zone]]:
    """Readings with one sign, or if there are none with two, read as one that looks like it."""
    places = list(_places_to_try(zone, layout))
    for count in range(1, most_changed + 1):
        found = False
        for weight, lines in islice(_changed(zone.lines, places, count), MOST_TRIED):
            other = zone_of(lines, layout, is_plain=True)
            if other.is_consistent:
                found = True
                yield weight, other
        if found:
            return


def _places_to_try(zone: Zone, layout: Layout) -> Iterator[tuple[int, int, Signs]]:
    """The line, column and kind of the signs under check digits that do not hold."""
    fields = [field for field in zone.fields() if field.check is Check.FAILS]
    parts = {field.part for field in fields}
    only_composite = parts == {Part.COMPOSITE}
    digits = {place.digit for place in layout.places if place.digit is not None}
    for place in layout.places:
        if place.part not in parts or (place.part is Part.COMPOSITE and not only_composite):
            continue
        own = next(field for field in fields if field.part is place.part)
        for line, start, end in {*own.spans, *place.under, *filter(None, (place.digit,))}:
            for column in range(start, end):
                is_digit = Span(line, column, column + 1) in digits
                yield line, column, Signs.DIGITS if is_digit else place.signs


def _changed(
    lines: tuple[str, ...], places: Iterable[tuple[int, int, Signs]], count: int
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Lines in which so many signs are others that look like them."""
    options = []
    for line, column, signs in dict.fromkeys(places):
        alike = [
            (line, column, sign, weight)
            for sign, weight in _ALIKE.get(lines[line][column], ())
            if signs is not Signs.DIGITS or sign.isdecimal()
        ]
        if alike:
            options.append(alike)
    for chosen in combinations(options, count):
        for picked in product(*chosen):
            found = [list(line) for line in lines]
            weight = 1.0
            for line, column, sign, rate in picked:
                found[line][column] = sign
                weight *= rate
            yield weight, tuple("".join(line) for line in found)


def _alike() -> dict[str, tuple[tuple[str, float], ...]]:
    """The signs that each sign is mistaken for, with how often."""
    found: dict[str, list[tuple[str, float]]] = {}
    for weight, pairs in _PAIRS:
        for pair in pairs.split():
            for one, other in ((pair[0], pair[1]), (pair[1], pair[0])):
                found.setdefault(one, []).append((other, weight))
    return {sign: tuple(others) for sign, others in found.items()}


_ALIKE = _alike()


def _changes(raw: tuple[str, ...], repaired: tuple[str, ...]) -> tuple[Change, ...]:
    return tuple(
        Change(Span(line, column, column + 1), was, now)
        for line, (one, other) in enumerate(zip(raw, repaired, strict=True))
        for column, (was, now) in enumerate(zip(one, other, strict=True))
        if was != now
    )
