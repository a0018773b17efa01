"""Rows that may be the lines of one zone, each read where and as it reads best."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.documents.pictures.letters import (
    SIGNS,
    UPRIGHT,
    Floats,
    Image,
    Stance,
    cut_cells,
    log_chances,
)
from tamiz.documents.pictures.locate import Row, rows_of

FILLER = SIGNS.index("<")
SHAPES = ((44, 2), (36, 2), (30, 3))  # signs a line and lines (Doc 9303-4 to -7)
PITCHES_APART = 0.12  # by which the pitches of lines of one zone may differ: perspective
SLOPES_APART = 0.06  # and their slopes
LINES_APART = (1.0, 3.5)  # pitches from line to line: 2.4 by Doc 9303-4, less in older zones
MOST_SHIFTED = 3  # signs that a row may have lost, or caught, at either end
FIRST_SIGNS = "PIACV"  # of a zone (Doc 9303-4 to -7)
SURE = -0.004  # mean log chance of a line that needs no closer look
TALLS = (0.78, 1.25)  # other heights for a pitch: a tilted camera, a condensed type
LOOKED_AT = 14  # signs of a line by which its stance is found
PARTS = (1.0, 0.5)  # of the steps, in turn
STEPS = (Stance(0.1, 0, 0, 0), Stance(0, 0.08, 0, 0), Stance(0, 0, 0.1, 0), Stance(0, 0, 0, 0.1))
SHAKEN = (Stance(0.05, 0.04, 0, 0), Stance(-0.05, -0.04, 0, 0))  # read again so, for the mean


class Line(NamedTuple):
    """A row with the number of its first sign, how its signs stand, and their log chances."""

    row: Row
    start: int
    stance: Stance
    chances: Floats  # (signs, classes without the blank)

    @property
    def score(self) -> float:
        """Mean log chance of the likeliest signs."""
        return float(self.chances.max(axis=1).mean())


class Candidate(NamedTuple):
    """Lines that lie as those of one zone do."""

    lines: tuple[Line, ...]

    @property
    def score(self) -> float:
        """Mean log chance of the likeliest signs of all lines."""
        return float(np.mean([line.score for line in self.lines]))

    @property
    def chances(self) -> Floats:
        """Log chances (lines, signs a line, classes without the blank)."""
        return np.stack([line.chances for line in self.lines])


def best_candidate(grey: Image) -> Candidate | None:
    """The rows that read best as a zone, if any lie like one."""
    best = max(_candidates(grey), key=lambda one: one.score, default=None)
    return None if best is None else _settled(grey, _aligned(grey, best))


def _candidates(grey: Image) -> Iterator[Candidate]:
    rows = rows_of(grey)
    for width, count in SHAPES:
        likely = [row for row in rows if 0.55 * width <= row.last + 1 <= width + 6]
        read = [_best_start(grey, row, width) for row in likely]
        for group in combinations(read, count):
            if _are_together([line.row for line in group]):
                yield Candidate(group)


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


def _best_start(grey: Image, row: Row, width: int) -> Line:
    """The line of ``width`` signs where the row reads best."""
    spare = width - (row.last + 1)
    first = min(0, -spare) - MOST_SHIFTED
    last = max(0, -spare) + MOST_SHIFTED
    numbers = np.arange(first, last + width)
    chances = _read(grey, row, numbers, UPRIGHT)
    sums = np.convolve(chances.max(axis=1), np.ones(width), "valid")
    at = int(np.argmax(sums))
    return Line(row, int(numbers[at]), UPRIGHT, chances[at : at + width])


def _read(grey: Image, row: Row, numbers: NDArray[np.int64], stance: Stance) -> Floats:
    return log_chances(cut_cells(grey, *row.places(numbers), stance))[:, :-1]


def _aligned(grey: Image, found: Candidate) -> Candidate:
    """The candidate with its lines begun in one column, the likeliest of those they began in."""
    columns = [_column(line, found.lines[0]) for line in found.lines]
    if len(set(columns)) == 1:
        return found
    moved = [
        Candidate(
            tuple(
                _read_from(grey, line, line.start + column - own)
                for line, own in zip(found.lines, columns, strict=True)
            )
        )
        for column in sorted(set(columns))
    ]
    return max(moved, key=lambda one: (_begins(one), one.score))


def _column(line: Line, first: Line) -> int:
    """By how many signs a line begins to the right of the first."""
    (start, steps), (origin, _) = (one.row.places(np.array([one.start])) for one in (line, first))
    step = steps[0]
    return round(float((start[0] - origin[0]) @ step / (step @ step)))


def _begins(found: Candidate) -> bool:
    return SIGNS[int(found.lines[0].chances[0].argmax())] in FIRST_SIGNS


def _read_from(grey: Image, line: Line, start: int) -> Line:
    numbers = np.arange(start, start + len(line.chances))
    return Line(line.row, start, UPRIGHT, _read(grey, line.row, numbers, UPRIGHT))


def _settled(grey: Image, found: Candidate) -> Candidate:
    """The candidate with each line read where its own or another line's signs would stand."""
    lines = []
    for line in found.lines:
        ways = [line]
        if line.score < SURE:
            ways += [
                _borrowed(grey, line, other)
                for other in found.lines
                if other is not line and other.score > line.score
            ]
        lines.append(_surer(grey, max(ways, key=lambda one: one.score)))
    return Candidate(tuple(lines))


def _borrowed(grey: Image, line: Line, other: Line) -> Line:
    """The line with its signs under those of another: lines of a zone begin in one column."""
    x = float(np.polyval(other.row.across, other.start))
    slope = line.row.down[0]
    apart = float(np.polyval(line.row.down, x) - np.polyval(other.row.down, x))
    across = other.row.across.copy()
    across[-1] -= slope * apart / (1 + slope * slope)
    row = line.row._replace(across=across, last=other.row.last)
    numbers = np.arange(other.start, other.start + len(line.chances))
    return Line(row, other.start, UPRIGHT, _read(grey, row, numbers, UPRIGHT))


def _surer(grey: Image, line: Line) -> Line:
    """The line with chances of three readings, two shaken, as its signs stand best."""
    numbers = np.arange(line.start, line.start + len(line.chances))
    stances = [UPRIGHT]
    if line.score < SURE:
        stances.append(_best_stance(grey, line, numbers))
    read = [
        line._replace(stance=stance, chances=_shaken(grey, line.row, numbers, stance))
        for stance in stances
    ]
    return max(read, key=lambda one: one.score)


def _shaken(grey: Image, row: Row, numbers: NDArray[np.int64], stance: Stance) -> Floats:
    ways = [stance, *(_moved(stance, way, 1.0) for way in SHAKEN)]
    read = [_read(grey, row, numbers, way) for way in ways]
    return np.asarray(np.log(np.mean(np.exp(read), axis=0) + 1e-12), np.float32)


def _best_stance(grey: Image, line: Line, numbers: NDArray[np.int64]) -> Stance:
    """How the line's signs, some of them looked at, read best: the way up, step by step."""
    signs = np.flatnonzero(line.chances.argmax(axis=1) != FILLER)
    some = numbers[signs[:: max(1, -(-len(signs) // LOOKED_AT))]] if len(signs) else numbers

    def score(stance: Stance) -> float:
        return float(_read(grey, line.row, some, stance).max(axis=1).mean())

    best, tries = (score(UPRIGHT), UPRIGHT), [UPRIGHT._replace(tall=tall) for tall in TALLS]
    best = max([best, *((score(one), one) for one in tries)])
    for part in PARTS:
        for step in STEPS:
            for way in (1, -1):
                moved = _moved(best[1], step, part * way)
                told = score(moved)
                if told > best[0]:
                    best = (told, moved)
                    break
    return best[1]


def _moved(stance: Stance, step: Stance, times: float) -> Stance:
    return Stance(*(one + times * other for one, other in zip(stance, step, strict=True)))
