"""The links of a chart as lines: where they run, how thick they are, what is written on them."""

from collections import Counter
from collections.abc import Sequence
from math import hypot

from markupsafe import Markup
from msgspec import Struct

from tamiz.model import Certainty, ChartLink, LinkChart
from tamiz.output.chart.boxes import FONT, LINE, Box, width
from tamiz.output.chart.layout import Placed

WIDTHS = {"weak": 1.2, "fair": 2.2, "strong": 3.6, "very_strong": 5.2}  # pixels
BEND = 14.0  # pixels between two lines that tie the same two nodes
MOST_WRITTEN = 60  # links; with more, words between the nodes hide what they explain
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66)  # of the way, where a word is tried

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


class Line(Struct, frozen=True, kw_only=True):
    """A link's way: from, over the point that bends it, to."""

    link: ChartLink
    start: tuple[float, float]
    over: tuple[float, float]
    end: tuple[float, float]

    def at(self, share: float) -> tuple[float, float]:
        """The point after a share of the way (a quadratic Bézier curve)."""
        one, two, three = (1 - share) ** 2, 2 * share * (1 - share), share**2
        x, y = (one * a + two * b + three * c for a, b, c in zip(*self._points(), strict=True))
        return x, y

    def path(self) -> str:
        """The way as SVG path data."""
        (x, y), (over_x, over_y), (to_x, to_y) = self._points()
        return f"M{x:g} {y:g}Q{over_x:g} {over_y:g} {to_x:g} {to_y:g}"

    def _points(self) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
        return self.start, self.over, self.end


def lines(chart: LinkChart, placed: Placed) -> tuple[Line, ...]:
    """A line for each link; several between the same two nodes lie beside each other."""
    where = {node.id: point for node, point in zip(chart.nodes, placed.points, strict=True)}
    pairs = [frozenset((one.source, one.target)) for one in chart.links]
    total, seen = Counter(pairs), Counter[frozenset[str]]()
    found = []
    for one, pair in zip(chart.links, pairs, strict=True):
        aside = BEND * (seen[pair] - (total[pair] - 1) / 2)
        seen[pair] += 1
        found.append(_line(one, where, aside))
    return tuple(found)


def _line(link: ChartLink, where: dict[str, tuple[float, float]], aside: float) -> Line:
    first, last = sorted((link.source, link.target))
    (x, y), (to_x, to_y) = where[first], where[last]
    length = max(hypot(to_x - x, to_y - y), 1.0)
    over_x = (x + to_x) / 2 - 2 * aside * (to_y - y) / length
    over_y = (y + to_y) / 2 + 2 * aside * (to_x - x) / length
    over = (round(over_x, 1), round(over_y, 1))
    return Line(link=link, start=(x, y), over=over, end=(to_x, to_y))


def taken(boxes: Sequence[Box], placed: Placed) -> list[Rectangle]:
    """The rooms of the nodes."""
    return [
        (x - box.half, y - box.up, x + box.half, y + box.down)
        for box, (x, y) in zip(boxes, placed.points, strict=True)
    ]


def inked(boxes: Sequence[Box], placed: Placed) -> list[Rectangle]:
    """Where nodes have something drawn: the word above, the icon, the label below."""
    rooms = []
    for box, (x, y) in zip(boxes, placed.points, strict=True):
        near = box.radius + 3
        rooms.append((x - box.half, y - box.up, x + box.half, y - near))
        rooms.append((x - near, y - near, x + near, y + near))
        rooms.append((x - box.half, y + near, x + box.half, y + box.down))
    return rooms


def written(line: Line, word: str, full: list[Rectangle]) -> tuple[float, float] | None:
    """Where a word can stand on a line without lying on anything; None if nowhere."""
    half = width(word, FONT - 1) / 2 + 3
    for share in _PLACES:
        x, y = line.at(share)
        room = (x - half, y - LINE / 2, x + half, y + LINE / 2)
        if not any(_meet(room, other) for other in full):
            full.append(room)
            return round(x, 1), round(y, 1)
    return None


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _dashes(certainty: Certainty, thick: float) -> str:
    """Solid if confirmed, dashed if reported, dotted if inferred; round dots as wide as the line."""
    if certainty is Certainty.CONFIRMED:
        return "none"
    if certainty is Certainty.REPORTED:
        return f"{thick + 7:g} {thick + 4:g}"
    return f"0.1 {2 * thick + 2:g}"


def stroke(certainty: Certainty, strength: str) -> Markup:
    """The attributes of a line: its width is its strength, its dashes how certain it is."""
    thick = WIDTHS[strength]
    return Markup('class="tie {}" fill="none" stroke-width="{:g}" stroke-dasharray="{}"').format(
        certainty.value, thick, _dashes(certainty, thick)
    )


def drawn(line: Line, strength: str, title: str) -> Markup:
    """The line as SVG."""
    return Markup('<path {} d="{}"><title>{}</title></path>').format(
        stroke(line.link.certainty, strength), line.path(), title
    )
