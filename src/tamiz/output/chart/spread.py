"""Boxes pushed apart until none lies on another, and off the lines that are not theirs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tamiz.output.chart.boxes import Box

Points = NDArray[np.float64]
Pairs = NDArray[np.intp]

ROUNDS = 240  # at most; most charts need a quarter
OFF_LINES = 40  # rounds that also move icons off lines, before boxes alone are looked at
CLEAR = 9.0  # pixels between an icon and a line that passes by
SLACK = 0.5  # pixels more than needed, so that two boxes do not stay at the very edge
NOTHING = 1e-3  # pixels; a centre so near to a line lies on it
LARGER = 1.02  # each late round the picture also grows a little: so it ends, however crowded


def spread(points: Points, boxes: Sequence[Box], links: Pairs, middle: int) -> Points:
    """The centres of the icons, moved until no box lies on another; ``middle`` stays at (0, 0)."""
    half, up, down, radius = np.array([[b.half, b.up, b.down, b.radius] for b in boxes]).T
    wide = half[:, None] + half[None, :] + SLACK
    high = ((up + down)[:, None] + (up + down)[None, :]) / 2 + SLACK
    others = np.ones((len(boxes), len(links)), dtype=bool)
    others[links.T, np.arange(len(links))] = False
    lower = np.stack((np.zeros_like(up), (down - up) / 2), axis=1)  # from the icon to its box
    for turn in range(ROUNDS):
        moves = _apart(points + lower, wide, high)
        if turn < OFF_LINES:
            moves = moves + _off_lines(points, links, radius + CLEAR, others)
        elif not moves.any():
            break
        else:
            points = points * LARGER
        points = points + moves
        points = points - points[middle]
    return points


def _apart(centres: Points, wide: Points, high: Points) -> Points:
    """How each box should move; all zero if none lies on another."""
    away = centres[:, None, :] - centres[None, :, :]
    over_x, over_y = wide - np.abs(away[..., 0]), high - np.abs(away[..., 1])
    one, other = np.nonzero(np.triu((over_x > 0) & (over_y > 0), k=1))
    over = np.stack((over_x[one, other], over_y[one, other]), axis=1)
    over[over > over.min(axis=1, keepdims=True)] = -SLACK  # along the shorter way only
    way = np.where(away[one, other] >= 0, 1.0, -1.0) * (over + SLACK) / 2
    moves = np.zeros_like(centres)
    np.add.at(moves, one, way)
    np.add.at(moves, other, -way)
    met = np.bincount(np.concatenate((one, other)), minlength=len(centres))
    return moves / np.sqrt(np.maximum(met, 1))[:, None]


def _off_lines(points: Points, links: Pairs, room: Points, others: NDArray[np.bool_]) -> Points:
    """How each icon should move off the lines that pass too near to it."""
    start, along = points[links[:, 0]], points[links[:, 1]] - points[links[:, 0]]
    square = np.maximum((along**2).sum(axis=1), NOTHING)
    x, y = (points[:, None, axis] - start[None, :, axis] for axis in (0, 1))
    share = np.clip((x * along[:, 0] + y * along[:, 1]) / square, 0.0, 1.0)
    x, y = x - share * along[:, 0], y - share * along[:, 1]
    far = np.hypot(x, y)
    node, line = np.nonzero(others & (far < room[:, None]))
    gap = far[node, line]
    across = np.stack((-along[line, 1], along[line, 0]), axis=1) / np.sqrt(square[line])[:, None]
    away = np.stack((x[node, line], y[node, line]), axis=1) / np.maximum(gap, NOTHING)[:, None]
    way = np.where(gap[:, None] > NOTHING, away, across)
    moves = np.zeros_like(points)
    np.add.at(moves, node, way * ((room[node] - gap) / 2)[:, None])
    return moves
