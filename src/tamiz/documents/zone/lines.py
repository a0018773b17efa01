"""Lines of a zone from text as somebody typed or scanned it, and what was made of it.

Whoever types a zone writes blanks and small letters, ``«`` for ``<``, runs the lines together
and loses count of the fillers. Nothing here changes a letter or a digit into another one: that
is ``repair``'s, whose readings stand beside the raw one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tamiz.documents.zone.layouts import Layout, starts_as
from tamiz.documents.zone.national import LAYOUTS
from tamiz.documents.zone.parts import Part
from tamiz.documents.zone.signs import FILLERS
from tamiz.documents.zone.zone import Tidied
from tamiz.normalise.lookalikes import latin_lookalike

LONGEST = 400  # signs that are looked at: a zone has 90, and fillers are typed at a guess
MOST_OFF = 2  # fillers too many or too few in a row of them that are put in or left out
_TWO = 2  # lines of passports, visas and larger cards, which their width tells apart
_SHORTEST_WIDE = 40  # signs of a passport's or visa's longest line; a card's has 36
_FEWEST = 6  # signs of a line that says anything

_BYTE_ORDER_MARK = "\ufeff"  # begins a file, and is no part of its text
_SEPARATORS = re.compile(r"[\n\r|;,/\\]+")
_FILLER_SIGNS = str.maketrans(dict.fromkeys("«‹〈＜≪⟨", "<"))
_CUTS = {90: (30, 30, 30), 88: (44, 44), 72: (36, 36), 69: (9, 30, 30), 68: (34, 34), 30: (30,)}
_BY_WIDTHS = {
    widths: tuple((one.starts_in, one.starts, one) for one in LAYOUTS if one.widths == widths)
    for widths in {layout.widths for layout in LAYOUTS}
}


class Tidy(NamedTuple):
    """Lines with a format's widths, and what was made of the text to get them."""

    layout: Layout
    lines: tuple[str, ...]
    tidied: tuple[Tidied, ...]
    is_guessed: bool  # whether fillers moved in a line of numbers: its check digits must hold


def layout_of(lines: Sequence[str]) -> Layout | None:
    """The format of lines that have exactly its widths; None if no format's."""
    for line, starts, layout in _BY_WIDTHS.get(tuple(map(len, lines)), ()):
        if lines[line].startswith(starts):
            return layout
    return None


def tidy(given: Sequence[str]) -> Iterator[Tidy]:
    """Every way in which a text can be the lines of a format, the most literal first."""
    done, text = _plain("\n".join(given)[:LONGEST].removeprefix(_BYTE_ORDER_MARK))
    pieces = [piece for piece in _SEPARATORS.split(text) if piece.strip()]
    by_piece = tuple("".join(piece.split()) for piece in pieces)
    by_blanks = tuple(word for piece in pieces for word in piece.split())
    if len(by_blanks) != len(pieces) or text != text.strip():
        done = (*done, Tidied.BLANKS)
    yield from _fitted(by_piece, done)
    for lines in (by_blanks, _cut("".join(by_piece))):
        yield from _fitted(lines, (*done, Tidied.LINES_CUT))


def _plain(text: str) -> tuple[tuple[Tidied, ...], str]:
    """Capital Latin letters, digits and ``<``, as far as the signs can mean them."""
    text = unicodedata.normalize("NFC", text)  # the same text, in its shortest form
    filled = text.replace("&lt;", "<").translate(_FILLER_SIGNS)
    capital = filled.upper()
    latin = "".join(map(_latin, capital))
    steps = (
        (Tidied.FILLER_SIGNS, text, filled),
        (Tidied.CASE, filled, capital),
        (Tidied.LOOKALIKES, capital, latin),
    )
    return tuple(done for done, before, after in steps if before != after), latin


def _latin(sign: str) -> str:
    """The Latin letter that a sign of another script or width means; accents stay, to be told."""
    if sign.isascii():
        return sign
    decomposition = unicodedata.decomposition(sign)
    if decomposition.startswith("<"):  # full width, superscript and the like
        return unicodedata.normalize("NFKD", sign)
    return sign if decomposition else latin_lookalike(sign)


def _cut(whole: str) -> tuple[str, ...]:
    """Lines run together, cut where a format ends them."""
    lines, start = [], 0
    for width in _CUTS.get(len(whole), ()):
        lines.append(whole[start : start + width])
        start += width
    return tuple(lines)


def _fitted(lines: tuple[str, ...], tidied: tuple[Tidied, ...]) -> Iterator[Tidy]:
    """The lines if they have a format's widths, then with fillers put in or left out."""
    exact = layout_of(lines)
    if exact is not None:
        yield Tidy(exact, lines, tidied, is_guessed=False)
        return
    if not lines or not lines[0][:1].isalpha() or min(map(len, lines)) < _FEWEST:
        return
    for layout in LAYOUTS:
        if layout.is_exact or len(layout.widths) != len(lines) or not starts_as(layout, lines):
            continue
        fitted = tuple(_to_width(line, layout, at) for at, line in enumerate(lines))
        if tuple(map(len, fitted)) == layout.widths and _is_about(lines, layout):
            numbered = _numbered_lines(layout)
            is_guessed = any(len(lines[at]) != layout.widths[at] for at in numbered)
            yield Tidy(layout, fitted, (*tidied, Tidied.FILLERS), is_guessed)


def _is_about(lines: tuple[str, ...], layout: Layout) -> bool:
    """Whether lines are about as long as the format's: no card is read as a passport."""
    longest, width = max(map(len, lines)), max(layout.widths)
    is_of_kind = len(lines) != _TWO or (longest >= _SHORTEST_WIDE) is (width >= _SHORTEST_WIDE)
    return is_of_kind and longest >= width - 2 * MOST_OFF


def _numbered_lines(layout: Layout) -> set[int]:
    """The lines with check digits, in which a moved filler moves what is under them."""
    return {place.digit.line for place in layout.places if place.digit is not None}


def _to_width(line: str, layout: Layout, at: int) -> str:
    """The line in the format's width; fillers fail at its end, or in its longest row of them."""
    missing = layout.widths[at] - len(line)
    if not _ends_in_digit(layout, at):
        kept = line[: layout.widths[at]] + line[layout.widths[at] :].rstrip("<")
        return kept + "<" * missing
    rows = list(FILLERS.finditer(line))
    if not rows or not 0 < abs(missing) <= MOST_OFF:
        return line
    longest = max(rows, key=lambda row: len(row.group()))
    count = max(len(longest.group()) + missing, 0)
    return line[: longest.start()] + "<" * count + line[longest.end() :]


def _ends_in_digit(layout: Layout, line: int) -> bool:
    """Whether a line's last sign is the check digit over several parts."""
    return any(place.part is Part.COMPOSITE and place.span.line == line for place in layout.places)


def tidy_lines(given: Sequence[str]) -> tuple[str, ...]:
    """The lines as given, or as tidied where only that gives them a format's widths."""
    if layout_of(given) is not None:
        return tuple(given)
    return next((found.lines for found in tidy(given)), tuple(given))
