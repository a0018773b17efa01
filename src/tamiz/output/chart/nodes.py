"""A node of a chart as SVG: an icon by kind, a ring and a word by status, a label under it."""

from collections.abc import Sequence

from markupsafe import Markup

from tamiz.model import ChartNode, NodeKind, NodeStatus
from tamiz.normalise.text import visible
from tamiz.output.chart.boxes import FONT, LINE, Box, is_right_to_left, width
from tamiz.output.chart.icons import ICONS
from tamiz.output.chart.words import badge_code, chart_word, texts
from tamiz.wording import Language

LONGEST_TITLE = 300  # characters of a full label; the rest is in findings.jsonl


def node_drawing(
    node: ChartNode, box: Box, point: tuple[float, float], more: str, languages: Sequence[Language]
) -> Markup:
    """The whole node, moved to its point."""
    return Markup(
        '<g class="node {}" transform="translate({:g} {:g})"><title>{}</title>{}</g>'
    ).format(
        node.status.value,
        *point,
        full_label(node),
        Markup("").join(
            (
                shape(node.kind, node.status, box.radius),
                _count(more, box.radius),
                _badge(node, box, languages),
                _label(box),
            )
        ),
    )


def shape(kind: NodeKind, status: NodeStatus, radius: float) -> Markup:
    """The ring by status and in it the icon by kind.

    People stand in circles, listed parties in an octagon, values in squares; so shape, ring and
    word each say the status without the colour.
    """
    size = radius / (20.0 if status is NodeStatus.SUBJECT else 16.0) * 0.95
    return Markup('{}<path class="icon" d="{}" transform="scale({:.2f})"/>').format(
        _ring(kind, status, radius), ICONS[kind], size
    )


def _ring(kind: NodeKind, status: NodeStatus, r: float) -> Markup:
    if status is NodeStatus.LISTED:
        cut = round(r * 0.414, 1)
        d = f"M{-cut} {-r}H{cut}L{r} {-cut}V{cut}L{cut} {r}H{-cut}L{-r} {cut}V{-cut}Z"
        return Markup('<path class="ring" d="{}"/>').format(d)
    if kind in {NodeKind.APPLICANT, NodeKind.PERSON}:
        ring = Markup('<circle class="ring" r="{:g}"/>').format(r)
        if status is NodeStatus.SUBJECT:
            return ring + Markup('<circle class="ring inner" r="{:g}"/>').format(r - 4)
        return ring
    return Markup(
        '<rect class="ring" x="{0:g}" y="{0:g}" width="{1:g}" height="{1:g}" rx="3"/>'
    ).format(-r, 2 * r)


def full_label(node: ChartNode) -> str:
    """The label as a whole and what tells it apart, for a tip and the table."""
    parts = (part for part in (node.label or node.id, node.detail) if part)
    text = visible(" · ".join(parts))
    return text if len(text) <= LONGEST_TITLE else f"{text[:LONGEST_TITLE]}…"


def _count(more: str, radius: float) -> Markup:
    if not more:
        return Markup("")
    wide = round(width(more, FONT - 1) + 6, 1)
    return Markup(
        '<rect class="pill" x="{0:g}" y="{1:g}" width="{2:g}" height="15" rx="7.5"/>'
        '<text class="more" x="{3:g}" y="{4:g}">{5}</text>'
    ).format(radius - 5, -radius - 2, wide, radius - 5 + wide / 2, -radius + 9.5, more)


def _badge(node: ChartNode, box: Box, languages: Sequence[Language]) -> Markup:
    code = badge_code(node)
    if not code:
        return Markup("")
    words = {language: chart_word(code, language) for language in languages}
    place = Markup('class="badge" y="{:g}"').format(-box.radius - 5)
    return texts(words, place)


def _label(box: Box) -> Markup:
    return Markup("").join(
        Markup('<text class="label"{} y="{:g}">{}</text>').format(
            Markup(' direction="rtl"') if is_right_to_left(line) else "",
            box.radius + 3 + (at + 0.8) * LINE,
            line,
        )
        for at, line in enumerate(box.lines)
    )
