"""Boxes pushed apart until none lies on another, and off the lines that are not theirs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tamiz.output.chart.boxes import Box

Points = NDArray[np.float64]

ROUNDS = 240  # at most; most charts need a tenth
OFF_LINES = 60  # rounds that also move icons off lines, before boxes alone are looked at
CLEAR = 9.0  # pixels between an icon and a line that passes by
NOTHING = 1e-3  # pixels; a centre so near to a line lies on it
LARGER = 1.02  # each round the picture also grows a little: so it ends, however crowded


def spread(points: Points, boxes: Sequence[Box], links: NDArray[np.intp], middle: int) -> Points:
    """The centres of the icons, moved until no box lies on another; ``middle`` stays at (0, 0)."""
    half = np.array([box.half for box in boxes])
    up = np.array([box.up for box in boxes])
    down = np.array([box.down for box in boxes])
    radius = np.array([box.radius for box in boxes])
    wide = half[:, None] + half[None, :]
    high = (up + down)[:, None] / 2 + (up + down)[None, :] / 2
    lower = (down - up) / 2  # from the icon's centre to the box's
    points = points.copy()
    for turn in range(ROUNDS):
        moves, free = _apart(points + np.stack((np.zeros_like(lower), lower), axis=1), wide, high)
        if turn < OFF_LINES:
            moves = moves + _off_lines(points, radius, links)
        elif free:
            break
        else:
            points *= LARGER
        points += moves
        points -= points[middle]
    return points


def _apart(centres: Points, wide: Points, high: Points) -> tuple[Points, bool]:
    """How each box should move, and whether none lies on another already."""
    count = len(centres)
    away = centres[:, None, :] - centres[None, :, :]
    over_x, over_y = wide - np.abs(away[..., 0]), high - np.abs(away[..., 1])
    meets = (over_x > 0) & (over_y > 0)
    np.fill_diagonal(meets, val=False)
    if not meets.any():
        return np.zeros_like(centres), True
    order = np.sign(np.arange(count)[:, None] - np.arange(count)[None, :])  # of two on one point
    sides = np.where(away == 0, order[..., None], np.sign(away))
    sideways = over_x < over_y
    moves = np.zeros_like(centres)
    moves[:, 0] = (sides[..., 0] * (over_x + 0.5) * (meets & sideways)).sum(axis=1) / 2
    moves[:, 1] = (sides[..., 1] * (over_y + 0.5) * (meets & ~sideways)).sum(axis=1) / 2
    many = np.maximum(meets.sum(axis=1), 1)[:, None] ** 0.5
    return moves / many, False


def _off_lines(points: Points, radius: Points, links: NDArray[np.intp]) -> Points:
    """How each icon should move off the lines that pass too near to it."""
    if not len(links):
        return np.zeros_like(points)
    start, end = points[links[:, 0]], points[links[:, 1]]
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1e-6)
    from_start = points[:, None, :] - start[None, :, :]
    share = np.clip((from_start * along).sum(axis=2) / length, 0.0, 1.0)
    away = from_start - share[..., None] * along
    far = np.hypot(away[..., 0], away[..., 1])
    own = (np.arange(len(points))[:, None, None] == links[None, :, :]).any(axis=2)
    short = np.where(own, 0.0, np.maximum(radius[:, None] + CLEAR - far, 0.0))
    across = np.stack((-along[:, 1], along[:, 0]), axis=1) / np.sqrt(length)[:, None]
    way = np.where(far[..., None] > NOTHING, away / np.maximum(far, NOTHING)[..., None], across)
    moves: Points = (way * short[..., None]).sum(axis=1) / 2
    return moves
