"""Rows that may be the lines of one zone, each read where and as it reads best."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.documents.pictures.letters import (
    UPRIGHT,
    Floats,
    Image,
    Stance,
    cut_cells,
    log_chances,
)
from tamiz.documents.pictures.locate import Row, rows_of

SHAPES = ((44, 2), (36, 2), (30, 3))  # signs a line and lines (Doc 9303-4 to -7)
PITCHES_APART = 0.12  # by which the pitches of lines of one zone may differ: perspective
SLOPES_APART = 0.06  # and their slopes
LINES_APART = (1.0, 3.5)  # pitches from line to line: 2.4 by Doc 9303-4, less in older zones
MOST_SHIFTED = 3  # signs that a row may have lost, or caught, at either end
MOST_SETTLED = 2  # candidates whose lines are looked at more closely
SURE = -0.004  # mean log chance of a line that needs no closer look
TALLS = (0.78, 1.25)  # other heights for a pitch: a tilted camera, a condensed type
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
    likely = nlargest(MOST_SETTLED, _candidates(grey), key=lambda one: one.score)
    settled = [Candidate(tuple(_settled(grey, line) for line in one.lines)) for one in likely]
    return max(settled, key=lambda one: one.score, default=None)


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


def _settled(grey: Image, line: Line) -> Line:
    """The line with its signs as they stand best, and chances of three readings, one shaken."""
    numbers = np.arange(line.start, line.start + len(line.chances))
    best = line
    if line.score < SURE:
        tries = [UPRIGHT._replace(tall=tall) for tall in TALLS]
        best = _better(grey, best, numbers, tries)
        for part in (1.0, 0.5):
            for step in STEPS:
                tries = [_moved(best.stance, step, part * way) for way in (1, -1)]
                best = _better(grey, best, numbers, tries)
    shaken = [_read(grey, line.row, numbers, _moved(best.stance, way, 1.0)) for way in SHAKEN]
    mean = np.log(np.mean(np.exp([best.chances, *shaken]), axis=0) + 1e-12)
    return best._replace(chances=np.asarray(mean, np.float32))


def _better(grey: Image, best: Line, numbers: NDArray[np.int64], tries: Sequence[Stance]) -> Line:
    read = (
        best._replace(stance=stance, chances=_read(grey, best.row, numbers, stance))
        for stance in tries
    )
    return max([best, *read], key=lambda line: line.score)


def _moved(stance: Stance, step: Stance, times: float) -> Stance:
    return Stance(*(one + times * other for one, other in zip(stance, step, strict=True)))
