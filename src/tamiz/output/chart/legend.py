"""The legend under a chart: only the signs that the chart uses, each with its word."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from tamiz.model import Certainty, ChartNode, LinkChart, NodeKind, NodeStatus
from tamiz.output.chart.boxes import width
from tamiz.output.chart.lines import WIDTHS, stroke
from tamiz.output.chart.nodes import shape
from tamiz.output.chart.words import chart_word, longest, strength_of, texts
from tamiz.wording import Language

ROW = 26.0  # pixels from one row to the next
SIGN = 34.0  # of a sign, with the room after it
AFTER = 22.0  # after a word
EDGE = 14.0
_RADIUS = 9.5


def legend(
    chart: LinkChart, right: float, languages: Sequence[Language], *, is_counted: bool
) -> tuple[Markup, float]:
    """The legend, no wider than ``right``, and how high it is, in pixels."""
    x, y = EDGE, ROW / 2
    drawn = []
    for sign, code in _entries(chart, is_counted=is_counted):
        wide = SIGN + width(longest(code, languages)) + AFTER
        if x > EDGE and x + wide > right:
            x, y = EDGE, y + ROW
        drawn.append(_entry(sign, code, (x, y), languages))
        x += wide
    return Markup('<g class="legend">{}</g>').format(Markup("").join(drawn)), y + ROW / 2 + 6


def _entry(
    sign: Markup, code: str, at: tuple[float, float], languages: Sequence[Language]
) -> Markup:
    words = {language: chart_word(code, language) for language in languages}
    word = texts(words, Markup('class="key" x="{:g}" y="4"').format(SIGN - 8))
    return Markup('<g transform="translate({:g} {:g})">{}{}</g>').format(*at, sign, word)


def _entries(chart: LinkChart, *, is_counted: bool) -> Iterator[tuple[Markup, str]]:
    statuses = {node.status for node in chart.nodes} - {NodeStatus.VALUE}
    for status in NodeStatus:
        if status in statuses:
            yield _sign(_example(chart, status)), f"status.{status.value}"
    kinds = {node.kind for node in chart.nodes} - {NodeKind.APPLICANT, NodeKind.LISTED}
    for kind in NodeKind:
        if kind in kinds:
            yield (
                _sign(ChartNode(id="", kind=kind, status=NodeStatus.VALUE, label="")),
                f"kind.{kind.value}",
            )
    certain = {link.certainty for link in chart.links}
    yield from (
        (_dash(one, "fair"), f"certainty.{one.value}") for one in Certainty if one in certain
    )
    strong = {strength_of(link) for link in chart.links}
    yield from (
        (_dash(Certainty.CONFIRMED, one), f"strength.{one}") for one in WIDTHS if one in strong
    )
    if is_counted:
        yield Markup(""), "badge"


def _example(chart: LinkChart, status: NodeStatus) -> ChartNode:
    return next(node for node in chart.nodes if node.status is status)


def _sign(node: ChartNode) -> Markup:
    return Markup('<g class="node {}" transform="translate({:g} 0)">{}</g>').format(
        node.status.value, SIGN / 2 - 5, shape(node.kind, node.status, _RADIUS)
    )


def _dash(certainty: Certainty, strength: str) -> Markup:
    return Markup('<path {} d="M2 0H{:g}"/>').format(stroke(certainty, strength), SIGN - 12)
