"""What the zone in a grey picture says, sign by sign, and how sure each sign is."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.documents.pictures.candidates import Candidate, best_candidate
from tamiz.documents.pictures.letters import SIGNS, Floats, Image
from tamiz.documents.pictures.views import Points
from tamiz.documents.zone import NoZone, Oddity, read_zone
from tamiz.documents.zone.layouts import Layout, Place
from tamiz.documents.zone.lines import layout_of
from tamiz.documents.zone.parts import Signs, Span

LEAST_SURE = 0.95  # chance of a sign; below it the sign is doubtful
LEAST_MEAN = -1.2  # mean log chance of a zone's signs; below it the rows are no zone
MARGIN = (0.7, 0.7)  # pitches around the middles of a zone's outer signs, across and down
NEARLY = 4.0  # log chance by which an alternative may stand behind the best: 1 to 55
MOST_PLACES = 14  # at which alternatives are tried: 105 pairs at most
_ALLOWED = {
    Signs.DIGITS: np.array([sign.isdigit() or sign == "<" for sign in SIGNS]),
    Signs.LETTERS: np.array([not sign.isdigit() for sign in SIGNS]),
}
_DIGIT_OF = {"O": "0", "Q": "0", "D": "0", "I": "1", "S": "5", "Z": "2", "B": "8", "G": "6"}
_LETTER_OF = {digit: letter for letter, digit in _DIGIT_OF.items() if letter not in "QD"}
_LOOKALIKES = {Signs.DIGITS: _DIGIT_OF, Signs.LETTERS: _LETTER_OF}
_TELLING = {
    Oddity.DIGIT_IN_NAME, Oddity.NO_DAY, Oddity.NO_DATE, Oddity.STATE_UNKNOWN, Oddity.SEX,
    Oddity.DOCUMENT_CODE, Oddity.NAME_EMPTY, Oddity.NAME_STARTS_WITH_FILLER, Oddity.NUMBER_BROKEN,
}  # fmt: skip


class ZoneFound(Struct, frozen=True):
    """A zone: ``lines`` as read; ``box`` x, y, width, height in pixels; ``angle`` in degrees.

    ``corners`` (x, y) run clockwise from the first line's first sign, however the page is turned.

    ``doubtful`` are line and column of signs less sure than ``LEAST_SURE``. ``repaired`` are the
    lines in which field alphabets and check digits chose among near-equal signs, if they differ.
    ``engine`` read it: "own", "rapidocr" (always doubtful), or "both", which then agree.
    """

    lines: tuple[str, ...]
    box: tuple[int, int, int, int]
    angle: float
    doubtful: tuple[tuple[int, int], ...]
    is_doubtful: bool
    repaired: tuple[str, ...] = ()
    corners: Points = ()
    engine: str = "own"


def find_zone(grey: Image) -> ZoneFound | None:
    """The likeliest zone of a picture; None where no rows read as one."""
    best = best_candidate(grey)
    if best is None or best.score < LEAST_MEAN:
        return None
    lines = _text(best.chances)
    corners = _corners(best)
    doubtful = _doubtful(_bound(layout_of(lines), best.chances), lines)
    return ZoneFound(
        lines=lines,
        box=box_of(corners, grey.shape),
        corners=corners,
        angle=round(float(np.degrees(np.arctan(best.lines[-1].row.down[0]))), 2),
        doubtful=doubtful,
        is_doubtful=bool(doubtful) or not holds(lines),
        repaired=_repaired(lines, best.chances),
    )


def _text(chances: Floats) -> tuple[str, ...]:
    return tuple("".join(SIGNS[at] for at in line) for line in chances.argmax(axis=2))


def _doubtful(bound: Floats, lines: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Signs less sure than ``LEAST_SURE`` among those that may stand where they do."""
    likely = bound - np.logaddexp.reduce(bound, axis=2, keepdims=True)
    read = np.array([[SIGNS.index(sign) for sign in line] for line in lines])
    sure = np.take_along_axis(likely, read[:, :, None], axis=2)[:, :, 0]
    weak = np.argwhere(sure < np.log(LEAST_SURE))
    return tuple((int(line), int(column)) for line, column in weak)


def weak_share(zone: ZoneFound) -> float:
    """The share of a zone's signs that are doubtful."""
    return len(zone.doubtful) / sum(map(len, zone.lines))


def holds(lines: Sequence[str]) -> bool:
    """Whether the check digits hold and nothing in it is as a misread zone's is."""
    zone = read_zone(lines)
    if isinstance(zone, NoZone) or not zone.is_consistent:
        return False
    return not any(flag.oddity in _TELLING for flag in zone.flags) and not zone.tidied


def _corners(found: Candidate) -> Points:
    """Around the first and last signs of the first and last lines, clockwise from the first."""
    ends = []
    for line in (found.lines[0], found.lines[-1]):
        numbers = np.array([line.start, line.start + len(line.chances) - 1])
        centres, steps = line.row.places(numbers)
        down = np.stack([-steps[:, 1], steps[:, 0]], 1) * MARGIN[1] * line.stance.tall
        ends.append((centres + steps * MARGIN[0] * [[-1], [1]], down))
    (top, above), (bottom, below) = ends
    points = [*(top - above), *(bottom + below)[::-1]]
    return tuple((round(float(x)), round(float(y))) for x, y in points)


def box_of(corners: Points, size: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The upright box around corners in a picture of ``size`` (height, width)."""
    limit = np.array(size[1::-1])
    left, top = np.clip(np.min(corners, axis=0), 0, limit)
    right, bottom = np.clip(np.max(corners, axis=0), 0, limit)
    return int(left), int(top), int(right - left), int(bottom - top)


def _repaired(raw: tuple[str, ...], chances: Floats) -> tuple[str, ...]:
    """The lines with signs that may stand in their fields and check digits that hold."""
    layout = layout_of(raw)
    if layout is None:
        return ()
    bound = _bound(layout, chances)
    is_checked = np.zeros(chances.shape[:2], bool)
    for line, start, end in (span for place in layout.places for span in _checked(place)):
        is_checked[line, start:end] = True
    chosen = next((lines for lines in _readings(bound, is_checked) if holds(lines)), raw)
    return chosen if chosen != raw else ()


def _bound(layout: Layout | None, chances: Floats) -> Floats:
    """The log chances, with none for signs that may not stand in their field."""
    if layout is None or layout.is_name_numbered:
        return chances
    bound = chances.copy()
    for place in (*layout.places, *layout.extras):
        for span, signs in ((place.span, place.signs), (place.digit, Signs.DIGITS)):
            if span is not None and signs in _ALLOWED:
                bound[span.line, span.start : span.end, ~_ALLOWED[signs]] = -np.inf
    return bound


def in_alphabets(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines with letters that look like digits made so where only digits may stand, and back."""
    layout = layout_of(lines)
    if layout is None or layout.is_name_numbered:
        return tuple(lines)
    signs = [list(line) for line in lines]
    for place in (*layout.places, *layout.extras):
        if place.signs in _LOOKALIKES:
            _swap(signs, place.span, _LOOKALIKES[place.signs])
        if place.digit is not None:
            _swap(signs, place.digit, _LOOKALIKES[Signs.DIGITS])
    return tuple("".join(line) for line in signs)


def _swap(signs: list[list[str]], span: Span, pairs: dict[str, str]) -> None:
    line, start, end = span
    signs[line][start:end] = [pairs.get(sign, sign) for sign in signs[line][start:end]]


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
