"""A link chart as a picture: SVG without script, styled by classes, readable without colour."""

from collections.abc import Sequence
from importlib.resources import files

from markupsafe import Markup
from msgspec import Struct

from tamiz.model import LinkChart
from tamiz.normalise.text import visible
from tamiz.output.chart.boxes import box
from tamiz.output.chart.layout import layout
from tamiz.output.chart.legend import EDGE, legend
from tamiz.output.chart.lines import MOST_WRITTEN, Line, Rectangle, drawn, inked, lines, written
from tamiz.output.chart.nearest import left_out, trimmed
from tamiz.output.chart.nodes import LONGEST_TITLE, node_drawing
from tamiz.output.chart.words import badge_code, chart_word, longest, strength_of, texts, tie
from tamiz.wording import Language

LEGEND_WIDTH = 880.0  # pixels; as wide as the report's column
HEAD = 34.0  # pixels over a chart that stands alone


class Drawing(Struct, frozen=True, kw_only=True):
    """What is in an ``svg`` element, and its size in pixels."""

    content: Markup
    width: float
    height: float


class Picture(Struct, frozen=True, kw_only=True):
    """The chart and its legend, and where the subject stands in the chart.

    They are two drawings, so that the legend stays in sight when a large chart is scrolled.
    """

    chart: Drawing
    legend: Drawing
    middle: tuple[float, float]


def chart_style() -> str:
    """The style sheet of charts; the report writes it into the page."""
    return files("tamiz.output").joinpath("css/chart.css").read_text(encoding="utf-8")


def picture(chart: LinkChart, languages: Sequence[Language] = tuple(Language)) -> Picture:
    """The chart drawn, its words in each of the languages."""
    chart = trimmed(chart)
    more = {name: f"+{count}" if count else "" for name, count in left_out(chart).items()}
    boxes = tuple(
        box(node, badge=longest(badge_code(node), languages), more=more[node.id])
        for node in chart.nodes
    )
    placed = layout(chart, boxes)
    ties = lines(chart, placed)
    drawn_parts = (
        *(drawn(line, strength_of(line.link), _tie_title(line)) for line in _thin_last(ties)),
        *_words(chart, ties, inked(boxes, placed), languages),
        *(
            node_drawing(node, room, point, more[node.id], languages)
            for node, room, point in zip(chart.nodes, boxes, placed.points, strict=True)
        ),
    )
    key, height = legend(chart, LEGEND_WIDTH, languages, is_counted=any(more.values()))
    content = Markup("\n").join(drawn_parts)
    return Picture(
        chart=Drawing(content=content, width=placed.width, height=placed.height),
        legend=Drawing(content=key, width=LEGEND_WIDTH, height=height),
        middle=placed.points[[node.id for node in chart.nodes].index(chart.subject)],
    )


def standalone(chart: LinkChart, heading: str, language: Language) -> str:
    """The chart as a file of its own: white ground, one language, its style within."""
    drawing = picture(chart, (language,))
    shown = trimmed(chart)
    heading = visible(heading)
    about = chart_word("about", language, nodes=len(shown.nodes), links=len(shown.links))
    if shown.hidden:
        about = f"{about} {chart_word('hidden', language, count=shown.hidden)}"
    wide = max(drawing.chart.width, drawing.legend.width)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" lang="{lang}" '
        'aria-labelledby="chart-title chart-about" width="{width:g}" height="{height:g}" '
        'viewBox="0 0 {width:g} {height:g}">\n<title id="chart-title">{heading}</title>\n'
        '<desc id="chart-about">{about}</desc>\n<style>{style}</style>\n'
        '<rect class="ground" width="100%" height="100%"/>\n'
        '<text class="heading" x="{left:g}" y="24">{heading}</text>\n'
        '<g transform="translate({aside:g} {top:g})">\n{content}\n</g>\n'
        '<g transform="translate(0 {below:g})">{key}</g>\n</svg>\n'
    ).format(
        lang=language.value, width=wide, height=HEAD + drawing.chart.height + drawing.legend.height,
        heading=heading, about=about, left=EDGE, aside=(wide - drawing.chart.width) / 2, top=HEAD,
        style=Markup(chart_style()), content=drawing.chart.content,  # noqa: S704 - our own file
        below=HEAD + drawing.chart.height, key=drawing.legend.content,
    )  # fmt: skip


def _thin_last(ties: Sequence[Line]) -> list[Line]:
    """Thick lines first, so that no thin one is hidden under them."""
    return sorted(ties, key=lambda line: -line.link.strength)


def _tie_title(line: Line) -> str:
    link = line.link
    text = visible(" · ".join(part for part in (link.label, *link.where) if part))
    return text if len(text) <= LONGEST_TITLE else f"{text[:LONGEST_TITLE]}…"


def _words(
    chart: LinkChart,
    ties: Sequence[Line],
    full: list[Rectangle],
    languages: Sequence[Language],
) -> list[Markup]:
    """What ties two nodes, written on the line where there is room and no icon says it."""
    kinds = {node.id: node.kind.value for node in chart.nodes}
    found: list[Markup] = []
    for line in ties if len(ties) <= MOST_WRITTEN else ():
        if line.link.what in {kinds[line.link.source], kinds[line.link.target]}:
            continue
        words = {language: tie(line.link, language) for language in languages}
        place = written(line, max(words.values(), key=len), full)
        if place is not None:
            at = Markup('class="what" x="{:g}" y="{:g}"').format(place[0], place[1] + 4)
            found.append(texts(words, at))
    return found
