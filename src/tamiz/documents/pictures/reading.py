"""What the zone in a grey picture says, sign by sign, and how sure each sign is."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.documents.pictures.letters import SIGNS, Floats, Image, cut_cells, log_chances
from tamiz.documents.pictures.locate import Row, rows_of
from tamiz.documents.zone import NoZone, Oddity, read_zone
from tamiz.documents.zone.layouts import Place
from tamiz.documents.zone.lines import layout_of
from tamiz.documents.zone.parts import Signs, Span

SHAPES = ((44, 2), (36, 2), (30, 3))  # signs a line and lines (Doc 9303-4 to -7)
LEAST_SURE = 0.95  # chance of a sign; below it the sign is doubtful
LEAST_MEAN = -1.2  # mean log chance of a zone's signs; below it the rows are no zone
PITCHES_APART = 0.12  # by which the pitches of lines of one zone may differ: perspective
SLOPES_APART = 0.06  # and their slopes
LINES_APART = (1.0, 3.5)  # pitches from line to line: 2.4 by Doc 9303-4, less in older zones
MOST_SHIFTED = 3  # signs that a row may have lost, or caught, at either end
NEARLY = 4.0  # log chance by which an alternative may stand behind the best: 1 to 55
MOST_PLACES = 14  # at which alternatives are tried: 105 pairs at most
_ALLOWED = {
    Signs.DIGITS: np.array([sign.isdigit() or sign == "<" for sign in SIGNS]),
    Signs.LETTERS: np.array([not sign.isdigit() for sign in SIGNS]),
}
_TELLING = {
    Oddity.DIGIT_IN_NAME, Oddity.NO_DAY, Oddity.NO_DATE, Oddity.STATE_UNKNOWN, Oddity.SEX,
    Oddity.DOCUMENT_CODE, Oddity.NAME_EMPTY, Oddity.NAME_STARTS_WITH_FILLER, Oddity.NUMBER_BROKEN,
}  # fmt: skip


class ZoneFound(Struct, frozen=True):
    """A zone: ``lines`` as read; ``box`` x, y, width, height in pixels; ``angle`` in degrees.

    ``doubtful`` are line and column of signs less sure than ``LEAST_SURE``. ``repaired`` are the
    lines in which field alphabets and check digits chose among near-equal signs, if they differ.
    """

    lines: tuple[str, ...]
    box: tuple[int, int, int, int]
    angle: float
    doubtful: tuple[tuple[int, int], ...]
    is_doubtful: bool
    repaired: tuple[str, ...] = ()


class _Candidate(NamedTuple):
    score: float
    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    chances: Floats  # (lines, signs a line, classes without the blank)


def find_zone(grey: Image) -> ZoneFound | None:
    """The likeliest zone of a picture; None where no rows read as one."""
    best = max(_candidates(grey), key=lambda one: one.score, default=None)
    if best is None or best.score < LEAST_MEAN:
        return None
    lines = _text(best.chances)
    doubtful = _doubtful(best.chances)
    return ZoneFound(
        lines=lines,
        box=_box(best, grey),
        angle=round(float(np.degrees(np.arctan(best.rows[-1].down[0]))), 2),
        doubtful=doubtful,
        is_doubtful=bool(doubtful) or not _holds(lines),
        repaired=_repaired(lines, best.chances),
    )


def _text(chances: Floats) -> tuple[str, ...]:
    return tuple("".join(SIGNS[at] for at in line) for line in chances.argmax(axis=2))


def _doubtful(chances: Floats) -> tuple[tuple[int, int], ...]:
    weak = np.argwhere(chances.max(axis=2) < np.log(LEAST_SURE))
    return tuple((int(line), int(column)) for line, column in weak)


def _holds(lines: Sequence[str]) -> bool:
    """Whether the check digits hold and nothing in it is as a misread zone's is."""
    zone = read_zone(lines)
    if isinstance(zone, NoZone) or not zone.is_consistent:
        return False
    return not any(flag.oddity in _TELLING for flag in zone.flags) and not zone.tidied


def _candidates(grey: Image) -> Iterator[_Candidate]:
    rows = rows_of(grey)
    for width, count in SHAPES:
        likely = [row for row in rows if 0.55 * width <= row.last + 1 <= width + 6]
        read = {id(row): _best_start(grey, row, width) for row in likely}
        for group in combinations(likely, count):
            if _are_together(group):
                parts = [read[id(row)] for row in group]
                score = float(np.mean([part[0] for part in parts]))
                chances = np.stack([part[2] for part in parts])
                yield _Candidate(score, group, tuple(part[1] for part in parts), chances)


def _are_together(group: Sequence[Row]) -> bool:
    """Whether rows lie under each other as the lines of one zone."""
    for upper, lower in pairwise(group):
        x = float(np.polyval(lower.across, lower.last / 2))
        apart = float(np.polyval(lower.down, x) - np.polyval(upper.down, x)) / lower.pitch
        alike = abs(upper.pitch / lower.pitch - 1) < PITCHES_APART
        if not (
            alike
            and LINES_APART[0] < apart < LINES_APART[1]
            and abs(upper.down[0] - lower.down[0]) < SLOPES_APART
        ):
            return False
    return True


def _best_start(grey: Image, row: Row, width: int) -> tuple[float, int, Floats]:
    """Mean log chance, number of the first sign, and chances, where the row reads best."""
    spare = width - (row.last + 1)
    first = min(0, -spare) - MOST_SHIFTED
    last = max(0, -spare) + MOST_SHIFTED
    numbers = np.arange(first, last + width)
    chances = log_chances(cut_cells(grey, *row.places(numbers)))[:, :-1]
    sure = chances.max(axis=1)
    sums = np.convolve(sure, np.ones(width), "valid") / width
    at = int(np.argmax(sums))
    return float(sums[at]), int(numbers[at]), chances[at : at + width]


def _box(found: _Candidate, grey: Image) -> tuple[int, int, int, int]:
    width = found.chances.shape[1]
    corners = []
    for row, start in zip(found.rows, found.starts, strict=True):
        centres, steps = row.places(np.array([start, start + width - 1]))
        reach = np.abs(steps).max() * 0.7
        corners += [centres - reach, centres + reach]
    points = np.concatenate(corners)
    limit = np.array(grey.shape[::-1])
    left, top = np.clip(points.min(axis=0), 0, limit)
    right, bottom = np.clip(points.max(axis=0), 0, limit)
    return int(left), int(top), int(np.ceil(right - left)), int(np.ceil(bottom - top))


def _repaired(raw: tuple[str, ...], chances: Floats) -> tuple[str, ...]:
    """The lines with signs that may stand in their fields and check digits that hold."""
    layout = layout_of(raw)
    if layout is None:
        return ()
    bound = chances.copy()
    for place in (*layout.places, *layout.extras):
        if place.signs in _ALLOWED and not layout.is_name_numbered:
            line, start, end = place.span
            bound[line, start:end, ~_ALLOWED[place.signs]] = -np.inf
        if place.digit is not None:
            line, start, end = place.digit
            bound[line, start:end, ~_ALLOWED[Signs.DIGITS]] = -np.inf
    is_checked = np.zeros(chances.shape[:2], bool)
    for line, start, end in (span for place in layout.places for span in _checked(place)):
        is_checked[line, start:end] = True
    chosen = next((lines for lines in _readings(bound, is_checked) if _holds(lines)), raw)
    return chosen if chosen != raw else ()


def _checked(place: Place) -> tuple[Span, ...]:
    """What a place's check digit speaks for, itself included: never names."""
    return () if place.digit is None else (*(place.under or (place.span,)), place.digit)


def _readings(chances: Floats, may_change: NDArray[np.bool_]) -> Iterator[tuple[str, ...]]:
    """The best reading, then those with one sign or two changed, the nearest first."""
    yield _text(chances)
    order = np.argsort(-chances, axis=2)[:, :, :2]
    best, second = (np.take_along_axis(chances, order[:, :, [at]], 2)[:, :, 0] for at in (0, 1))
    behind = np.where(may_change & np.isfinite(second), best - second, np.inf)
    places = [(float(behind[at]), at) for at in np.ndindex(*behind.shape) if behind[at] < NEARLY]
    nearest = sorted(places)[:MOST_PLACES]
    changes = [*combinations(nearest, 1), *combinations(nearest, 2)]
    for change in sorted(changes, key=lambda one: sum(cost for cost, _ in one)):
        numbers = order[:, :, 0].copy()
        for _, at in change:
            numbers[at] = order[(*at, 1)]
        yield tuple("".join(SIGNS[number] for number in line) for line in numbers)
