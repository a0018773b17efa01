"""Rows of signs at one pitch: where the machine-readable zone may be in a grey picture.

Dark blobs of like height are chained from left to right; a long chain is a row. Rows may lean
(a photograph, a crooked scan): nothing is turned, each row carries its own line.
"""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from tamiz.documents.pictures.letters import Floats, Image

FEWEST_BLOBS = 16  # of a row: the shortest has 30 signs, of which some touch or break
MOST_BLOBS = 6_000  # of a page; a finer texture is no print
STEEPEST = 0.35  # of a step from blob to blob: 19 degrees
HEIGHTS = (5, 90)  # pixels of a sign that can be read: 50 dpi to 900 dpi
LIKE_HEIGHT = 0.5  # logarithm: the filler is 0.7 times as high as a capital
LEAST_AT_PITCH = 0.7  # share of a row's blobs that stand at its pitch: other print does not
PITCHES = (0.6, 1.6)  # of a row, as shares of its signs' height


class Row(NamedTuple):
    """``across``: coefficients of x by the sign's number; ``down``: of y by x; height of signs."""

    across: Floats
    down: Floats
    last: int
    height: float

    @property
    def pitch(self) -> float:
        """Pixels from sign to sign, in the row's middle."""
        return float(np.polyval(np.polyder(self.across), self.last / 2))

    def places(self, numbers: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Centres and steps (n, 2) of the signs with these numbers."""
        x = np.polyval(self.across, numbers)
        dx = np.polyval(np.polyder(self.across), numbers)
        dy = np.polyval(np.polyder(self.down), x) * dx
        centres = np.stack([x, np.polyval(self.down, x)], 1).astype(np.float32)
        return centres, np.stack([dx, dy], 1).astype(np.float32)


def rows_of(grey: Image) -> list[Row]:
    """Rows of at least ``FEWEST_BLOBS`` signs, from the top down."""
    rows: list[Row] = []
    for side in (15, 31):  # of the window in which a pixel is dark or light
        for chain in _chains(_blobs(grey, side)):
            row = _row(chain)
            if row is not None and not any(_is_same(row, other) for other in rows):
                rows.append(row)
    return sorted(rows, key=_middle)


def _middle(row: Row) -> float:
    return float(np.polyval(row.down, np.polyval(row.across, row.last / 2)))


def _is_same(one: Row, other: Row) -> bool:
    x = np.polyval(one.across, one.last / 2)
    return abs(float(np.polyval(other.down, x)) - _middle(one)) < one.height / 2 and (
        other.across[-1] - one.height <= x <= np.polyval(other.across, other.last) + one.height
    )


def _blobs(grey: Image, side: int) -> Floats:
    """Dark blobs as (x and y of the middle, width, height), from left to right."""
    dark = cv2.adaptiveThreshold(
        cv2.GaussianBlur(grey, (3, 3), 0), 255,
        cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, side, 10,
    )  # fmt: skip
    stats = cv2.connectedComponentsWithStats(dark, connectivity=8)[2][1:]
    x, y, width, height, area = np.asarray(stats, np.float32).T
    fits = (
        (height >= HEIGHTS[0])
        & (height <= HEIGHTS[1])
        & (width <= 1.6 * height)
        & (area > 0.1 * width * height)
    )
    blobs = np.stack([x + width / 2, y + height / 2, width, height], 1)[fits][:MOST_BLOBS]
    return np.asarray(blobs[np.argsort(blobs[:, 0])], np.float32)


def _chains(blobs: Floats) -> list[Floats]:
    """Runs of blobs, each followed by the nearest of like height to its right."""
    if not len(blobs):
        return []
    follower = _followers(blobs).tolist()
    starts = set(range(len(blobs))) - set(follower)
    found = []
    for start in sorted(starts):
        run, at = [], start
        while at >= 0:
            run.append(at)
            at = follower[at]
        if len(run) >= FEWEST_BLOBS:
            found.append(blobs[run])
    return sorted(found, key=len, reverse=True)


def _followers(blobs: Floats) -> NDArray[np.int64]:
    """For each blob the number of the nearest of like height and level to its right, or -1."""
    x, y, _, height = blobs.T
    ends = np.searchsorted(x, x + 3.2 * height)
    found = np.full(len(blobs), -1)
    left = np.arange(len(blobs))
    for ahead in range(1, len(blobs)):
        left = left[left + ahead < ends[left]]
        if not len(left):
            break
        near = left + ahead
        over, high = x[near] - x[left], height[left]
        like = (np.abs(np.log(height[near] / high)) < LIKE_HEIGHT) & (over > 0.3 * high)
        level = np.minimum(STEEPEST * over, 0.5 * high) + 0.15 * high
        fits = like & (np.abs(y[near] - y[left]) < level)
        found[left[fits]] = near[fits]
        left = left[~fits]
    return found


def _row(chain: Floats) -> Row | None:
    """The row through a chain; None if its blobs do not stand at one pitch."""
    height = float(np.percentile(chain[:, 3], 75))
    tall = chain[chain[:, 3] > 0.8 * height]
    down = np.polyfit(tall[:, 0], tall[:, 1], 1)
    x = chain[:, 0]
    gaps = np.diff(x)
    pitch = float(np.median(gaps))
    if not PITCHES[0] * height < pitch < PITCHES[1] * height:
        return None
    numbers = np.concatenate([[0], np.cumsum(np.maximum(1, np.rint(gaps / pitch)))])
    across = np.polyfit(numbers, x, 1)
    for degree in (1, 2, 2):
        numbers = np.rint((x - across[-1]) / across[-2]) if degree == 1 else numbers
        off = np.abs(np.polyval(across, numbers) - x)
        kept = off <= max(0.2 * pitch, float(np.median(off)))
        across = np.polyfit(numbers[kept], x[kept], degree)
    if np.mean(np.abs(np.polyval(across, numbers) - x) < 0.25 * pitch) < LEAST_AT_PITCH:
        return None
    return Row(across.astype(np.float32), down.astype(np.float32), int(numbers[-1]), height)
