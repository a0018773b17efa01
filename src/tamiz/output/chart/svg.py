"""A link chart as a picture: SVG without script, styled by classes, readable without colour."""

from collections.abc import Sequence
from importlib.resources import files

from markupsafe import Markup
from msgspec import Struct

from tamiz.model import LinkChart
from tamiz.output.chart.boxes import box
from tamiz.output.chart.layout import Placed, layout
from tamiz.output.chart.legend import legend
from tamiz.output.chart.lines import MOST_WRITTEN, Line, Rectangle, drawn, lines, taken, written
from tamiz.output.chart.nearest import left_out, trimmed
from tamiz.output.chart.nodes import node_drawing
from tamiz.output.chart.words import badge_code, chart_word, longest, strength_of, texts, tie
from tamiz.wording import Language

LEAST_WIDTH = 640.0  # so that a legend has room under a small chart


class Picture(Struct, frozen=True, kw_only=True):
    """What is in an ``svg`` element, and its size in pixels."""

    content: Markup
    width: float
    height: float


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
    placed = _centred(layout(chart, boxes))
    ties = lines(chart, placed)
    below, height = legend(
        chart, placed.height, placed.width, languages, is_counted=any(more.values())
    )
    drawing = (
        *(drawn(line, strength_of(line.link), _tie_title(line)) for line in _thin_last(ties)),
        *_words(chart, ties, taken(boxes, placed), languages),
        *(
            node_drawing(node, room, point, more[node.id], languages)
            for node, room, point in zip(chart.nodes, boxes, placed.points, strict=True)
        ),
        below,
    )
    return Picture(content=Markup("\n").join(drawing), width=placed.width, height=height)


def standalone(chart: LinkChart, heading: str, language: Language) -> str:
    """The chart as a file of its own: white ground, one language, its style within."""
    drawing = picture(chart, (language,))
    shown = trimmed(chart)
    about = chart_word("about", language, nodes=len(shown.nodes), links=len(shown.links))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" lang="{lang}" '
        'aria-labelledby="chart-title chart-about" width="{width:g}" height="{height:g}" '
        'viewBox="0 0 {width:g} {height:g}">\n<title id="chart-title">{heading}</title>\n'
        '<desc id="chart-about">{about}</desc>\n<style>{style}</style>\n'
        '<rect class="ground" width="100%" height="100%"/>\n{content}\n</svg>\n'
    ).format(
        lang=language.value, width=drawing.width, height=drawing.height, heading=heading,
        about=about, style=Markup(chart_style()), content=drawing.content,  # noqa: S704 - our own file
    )  # fmt: skip


def _centred(placed: Placed) -> Placed:
    """A small chart in the middle of a picture that is wide enough for a legend."""
    aside = max(0.0, LEAST_WIDTH - placed.width) / 2
    points = tuple((round(x + aside, 1), y) for x, y in placed.points)
    return Placed(width=placed.width + 2 * aside, height=placed.height, points=points)


def _thin_last(ties: Sequence[Line]) -> list[Line]:
    """Thick lines first, so that no thin one is hidden under them."""
    return sorted(ties, key=lambda line: -line.link.strength)


def _tie_title(line: Line) -> str:
    link = line.link
    return " · ".join(part for part in (link.label, *link.where) if part)


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
