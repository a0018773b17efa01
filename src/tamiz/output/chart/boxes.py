"""How much room a node takes: its icon, its badges and its label, all in pixels."""

import unicodedata
from itertools import accumulate, takewhile

from msgspec import Struct

from tamiz.model import ChartNode, NodeStatus
from tamiz.normalise.text import visible
from tamiz.output.chart.nearest import PARTIES

FONT = 12.0  # pixels; nothing on a chart is smaller than 11
LINE = 14.0  # from one line of a label to the next
WIDEST_LINE = 122.0  # pixels; longer labels break, and break off after two lines
MOST_LINES = 2
BADGE = 15.0  # height of the word over an icon
GAP = 5.0  # room around a box
_RADIUS = {NodeStatus.SUBJECT: 21.0, NodeStatus.VALUE: 13.0, NodeStatus.COMMON: 13.0}
_PARTY_RADIUS = 16.0
_WIDE, _CAPITAL, _USUAL, _NARROW = 1.05, 0.7, 0.58, 0.32  # of the font's size
_BROAD = frozenset("WMШЩЮЖМ@%—…")
_BROAD_SMALL = frozenset("wmшщюжмфы")
_THIN = frozenset(" .,:;'|!ilIj1()[]-")


class Box(Struct, frozen=True, kw_only=True):
    """A node's room around the centre of its icon: half the width, and up and down from it."""

    radius: float
    half: float
    up: float
    down: float
    lines: tuple[str, ...]


def box(node: ChartNode, *, badge: str, more: str) -> Box:
    """The room of a node with its ``badge`` (the longest of all languages) and its “+37”."""
    radius = _RADIUS.get(node.status, _PARTY_RADIUS)
    lines = label_lines(node.label or node.id)
    wide = [width(line) for line in (*lines, badge) if line]
    half = max([radius + (width(more) + 6.0 if more else 2.0), *(one / 2 for one in wide)])
    return Box(
        radius=radius,
        half=half + GAP,
        up=radius + (BADGE if badge else 2.0) + GAP,
        down=radius + 3.0 + len(lines) * LINE + GAP,
        lines=lines,
    )


def is_party(node: ChartNode) -> bool:
    """Whether the node is a person or a listed party, and not a value."""
    return node.status in PARTIES


def label_lines(text: str) -> tuple[str, ...]:
    """A label in at most two lines, cut with an ellipsis; odd characters are spelt out."""
    rest = visible(" ".join(text.split()))
    lines: list[str] = []
    while rest and len(lines) < MOST_LINES:
        line, rest = _first_line(rest)
        lines.append(line)
    if rest:
        lines[-1] = f"{lines[-1][: _fitting(lines[-1], width('…'))].rstrip()}…"
    return tuple(lines)


def _first_line(text: str) -> tuple[str, str]:
    """As many words as fit, or as many characters of a word that does not."""
    most = _fitting(text)
    if len(text) <= most:
        return text, ""
    end = text.rfind(" ", 0, most + 1)
    if end < most // 3:  # one long word: break it after a sign if there is one
        signs = [text.rfind(sign, 0, most) + 1 for sign in "@./-_"]
        end = max((at for at in signs if at >= most // 3), default=most)
    return text[:end].strip(), text[end:].strip()


def _fitting(text: str, taken: float = 0.0) -> int:
    """How many characters of a text fit on one line."""
    ends = accumulate((width(char) for char in text), initial=taken)
    return sum(1 for _ in takewhile(lambda end: end <= WIDEST_LINE, ends)) - 1


def width(text: str, font: float = FONT) -> float:
    """About how wide a text is in the fonts of a report; rather too wide than too narrow."""
    return font * sum(map(_share, text))


def _share(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    if char in _THIN:
        return _NARROW
    if char in _BROAD:
        return _WIDE
    return _CAPITAL if char.isupper() or char in _BROAD_SMALL else _USUAL


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of the text is read from right to left."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
