"""Where the nodes of a chart stand: the subject in the middle, near what is near.

Nothing is left to chance: the nodes start on rings around the subject, in the order of the chart,
and from there the stress of the picture is brought down (SMACOF, de Leeuw 1977), so the same
chart gives the same picture. At last the boxes are pushed apart (``spread``).
"""

from collections.abc import Sequence
from math import cos, pi, sin

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.model import LinkChart
from tamiz.output.chart.boxes import Box
from tamiz.output.chart.nearest import ways
from tamiz.output.chart.spread import spread

Points = NDArray[np.float64]

STEP = 78.0  # pixels from a node to its neighbour, before boxes are pushed apart
CROWD = 40  # nodes; fewer stand further apart, with room for words; more stand closer
CLOSEST, WIDEST = 0.6, 1.6  # of a step
HUB = 14.0  # pixels more for each root of a hub's neighbours, so that they have room around it
ROUNDS = 60  # of bringing the stress down; more moves nothing that one would see
NOTHING = 1e-6  # pixels between two nodes on one point
WIDER = 1.15  # a page is wider than high
MARGIN = 12.0


class Placed(Struct, frozen=True, kw_only=True):
    """The size of the picture and the centre of each node's icon in it, in pixels."""

    width: float
    height: float
    points: tuple[tuple[float, float], ...]


def layout(chart: LinkChart, boxes: Sequence[Box]) -> Placed:
    """Where each node of the chart stands, in the order of its nodes."""
    number = {node.id: at for at, node in enumerate(chart.nodes)}
    pairs = sorted({_ordered(number[one.source], number[one.target]) for one in chart.links})
    links = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    middle = number[chart.subject]
    start = _rings(chart, number)
    points = _relaxed(start, _distances(len(chart.nodes), links))
    points -= points[middle]
    points[:, 0] *= WIDER if points[:, 0].mean() >= 0 else -WIDER  # most of it to the right
    return _framed(spread(points, boxes, links, middle), boxes)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _rings(chart: LinkChart, number: dict[str, int]) -> Points:
    """Nodes on rings by their hops, each within the sector of the node before it."""
    steps = ways(chart)
    after: dict[str, list[str]] = {}
    for name, step in steps.items():
        after.setdefault(step.before, []).append(name)
    after.setdefault(chart.subject, []).extend(name for name in number if name not in steps)
    leaves: dict[str, int] = {}
    for name in reversed(list(steps)):
        leaves[name] = max(1, sum(leaves.get(one, 1) for one in after.get(name, ())))
    points = np.zeros((len(number), 2))
    waiting = [(chart.subject, 0.0, 2 * pi, 0)]
    while waiting:
        name, begin, sector, hops = waiting.pop()
        angle = begin + sector / 2
        points[number[name]] = (STEP * hops * cos(angle), STEP * hops * sin(angle))
        for one in after.get(name, ()):
            share = sector * leaves.get(one, 1) / leaves[name]
            waiting.append((one, begin, share, hops + 1))
            begin += share
    return points


def _distances(count: int, links: NDArray[np.intp]) -> Points:
    """The distance that each pair of nodes should have: the shortest way over links."""
    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0.0)
    degree = np.bincount(links.ravel(), minlength=count)
    hub = degree[links].max(axis=1, initial=0) if len(links) else np.zeros(0)
    step = STEP * min(WIDEST, max(CLOSEST, (CROWD / count) ** 0.5))
    far[links[:, 0], links[:, 1]] = far[links[:, 1], links[:, 0]] = step + HUB * np.sqrt(hub)
    for by in range(count):  # Floyd and Warshall
        np.minimum(far, far[:, by, None] + far[None, by, :], out=far)
    reached = far[np.isfinite(far)]
    far[np.isinf(far)] = reached.max() + STEP
    return far


def _relaxed(points: Points, wanted: Points) -> Points:
    """The points with less stress: weights are the inverse squares of the wanted distances."""
    count = len(points)
    if count == 1:
        return points
    weight = 1.0 / np.square(wanted + np.eye(count))
    np.fill_diagonal(weight, 0.0)
    pulled = weight * wanted
    turned = np.linalg.inv(np.diag(weight.sum(axis=1)) - weight + 1.0 / count)
    for _ in range(ROUNDS):
        x, y = points.T
        apart = np.hypot(x[:, None] - x, y[:, None] - y)
        share = pulled / np.maximum(apart, NOTHING)
        points = turned @ (share.sum(axis=1)[:, None] * points - share @ points)
    return points


def _framed(points: Points, boxes: Sequence[Box]) -> Placed:
    """The points moved so that every box stands within the picture."""
    half = np.array([box.half for box in boxes])
    left, top = points[:, 0] - half, points[:, 1] - np.array([box.up for box in boxes])
    right, bottom = points[:, 0] + half, points[:, 1] + np.array([box.down for box in boxes])
    moved = points - (left.min(), top.min()) + MARGIN
    return Placed(
        width=float(np.ceil(right.max() - left.min() + 2 * MARGIN)),
        height=float(np.ceil(bottom.max() - top.min() + 2 * MARGIN)),
        points=tuple((round(float(x), 1), round(float(y), 1)) for x, y in moved),
    )
