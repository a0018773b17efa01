"""A link chart as rows: the same content as the picture, for reading aloud and for programs."""

from msgspec import Struct

from tamiz.model import ChartLink, ChartNode, LinkChart
from tamiz.output.chart.boxes import is_party
from tamiz.output.chart.nearest import trimmed, ways
from tamiz.output.chart.words import strength_of


class LinkRow(Struct, frozen=True, kw_only=True):
    """One tie, told from the end that is nearer to the subject.

    ``strength`` is a code: weak, fair, strong, very_strong. ``shared`` is how many people share
    the value at either end, 0 if that is not known.
    """

    source: ChartNode
    target: ChartNode
    link: ChartLink
    strength: str
    shared: int


def link_rows(chart: LinkChart) -> tuple[LinkRow, ...]:
    """A row for each tie of the picture; those nearest to the subject come first."""
    chart = trimmed(chart)
    near = {name: at for at, name in enumerate(ways(chart))}
    far = len(near)
    nodes = {node.id: node for node in chart.nodes}

    def order(link: ChartLink) -> tuple[int, int]:
        one, other = sorted((near.get(link.source, far), near.get(link.target, far)))
        return one, other

    rows = []
    for link in sorted(chart.links, key=order):
        ends = sorted((link.source, link.target), key=lambda name: near.get(name, far))
        rows.append(_row(nodes[ends[0]], nodes[ends[1]], link))
    return tuple(rows)


def _row(source: ChartNode, target: ChartNode, link: ChartLink) -> LinkRow:
    shared = max((node.count for node in (source, target) if not is_party(node)), default=0)
    return LinkRow(
        source=source, target=target, link=link, strength=strength_of(link), shared=shared
    )
