"""Where each part of a machine-readable zone stands, a format a row (ICAO Doc 9303-4 to -7)."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

Span = tuple[int, int, int]  # line, first character, the one after the last; from nought


class MrzFormat(StrEnum):
    """The formats of Doc 9303, and that of French identity cards from 1988 to 2021."""

    TD1 = "TD1"  # cards, three lines of 30
    TD2 = "TD2"  # larger cards, two lines of 36
    TD3 = "TD3"  # passports, two lines of 44
    MRVA = "MRVA"  # visas of a passport's width
    MRVB = "MRVB"  # visas of a card's width
    FRA = "FRA"  # two lines of 36 in an order of their own


CARDS = frozenset({MrzFormat.TD1, MrzFormat.TD2})  # whose long numbers go on elsewhere


class MrzPart(StrEnum):
    """A part of a zone that has a check digit."""

    NUMBER = "number"
    BIRTH_DATE = "birth_date"
    EXPIRY_DATE = "expiry_date"
    PERSONAL_NUMBER = "personal_number"
    COMPOSITE = "composite"


class Layout(Struct, frozen=True, kw_only=True):
    """Where a format has its parts; a check digit stands right behind its part.

    ``composite`` are the parts under the last check digit, that ends line ``composite_line``;
    without one (visas) that line is -1.
    """

    format: MrzFormat
    width: int
    name: Span
    state: Span = (0, 2, 5)
    number: Span = (1, 0, 9)
    nationality: Span = (1, 10, 13)
    birth_date: Span = (1, 13, 19)
    sex: Span = (1, 20, 21)
    expiry_date: Span | None = (1, 21, 27)
    optional: Span
    given: Span | None = None
    composite: tuple[Span, ...] = ()
    composite_line: int = -1

    def digits(self) -> Iterator[Span]:
        """Where only digits and fillers may stand: dates and check digits."""
        for line, start, end in filter(None, (self.birth_date, self.expiry_date)):
            yield line, start, end + 1
        line, _, end = self.number
        yield line, end, end + 1
        if self.composite:
            yield self.composite_line, self.width - 1, self.width

    def letters(self) -> Iterator[Span]:
        """Where only letters and fillers may stand: names and States."""
        yield from filter(None, (self.name, self.given, self.state, self.nationality))


_BELOW: tuple[Span, ...] = ((1, 0, 10), (1, 13, 20))
_LAYOUTS = {
    MrzFormat.TD1: Layout(
        format=MrzFormat.TD1, width=30, name=(2, 0, 30), number=(0, 5, 14), optional=(0, 15, 30),
        birth_date=(1, 0, 6), sex=(1, 7, 8), expiry_date=(1, 8, 14), nationality=(1, 15, 18),
        composite=((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)), composite_line=1,
    ),
    MrzFormat.TD2: Layout(
        format=MrzFormat.TD2, width=36, name=(0, 5, 36), optional=(1, 28, 35),
        composite=(*_BELOW, (1, 21, 35)), composite_line=1,
    ),
    MrzFormat.TD3: Layout(
        format=MrzFormat.TD3, width=44, name=(0, 5, 44), optional=(1, 28, 42),
        composite=(*_BELOW, (1, 21, 43)), composite_line=1,
    ),
    MrzFormat.MRVA: Layout(
        format=MrzFormat.MRVA, width=44, name=(0, 5, 44), optional=(1, 28, 44)
    ),
    MrzFormat.MRVB: Layout(
        format=MrzFormat.MRVB, width=36, name=(0, 5, 36), optional=(1, 28, 36)
    ),
    # The State that issued the card is the nationality: only citizens had one.
    MrzFormat.FRA: Layout(
        format=MrzFormat.FRA, width=36, name=(0, 5, 30), given=(1, 13, 27), number=(1, 0, 12),
        nationality=(0, 2, 5), birth_date=(1, 27, 33), sex=(1, 34, 35), expiry_date=None,
        optional=(0, 30, 36), composite=((0, 0, 36), (1, 0, 35)), composite_line=1,
    ),
}  # fmt: skip
_SHORTEST_PASSPORT = 40  # characters of a line that is no card's (36)
_SHORTEST = 34  # characters of the longer line; fewer are no zone, whatever fillers are missing
_FEWEST = 6  # characters of a line that says anything


def layout_of(lines: Sequence[str]) -> Layout | None:
    """The layout of lines of about its length; None if they are no zone."""
    if not lines or not lines[0][:1].isalpha() or min(map(len, lines)) < _FEWEST:
        return None
    longest = max(map(len, lines))
    if len(lines) == 3:  # noqa: PLR2004 - a card of three lines
        return _LAYOUTS[MrzFormat.TD1]
    if len(lines) != 2 or longest < _SHORTEST:  # noqa: PLR2004
        return None
    is_wide = longest >= _SHORTEST_PASSPORT
    if lines[0].startswith("V"):
        return _LAYOUTS[MrzFormat.MRVA if is_wide else MrzFormat.MRVB]
    if is_wide:
        return _LAYOUTS[MrzFormat.TD3]
    return _LAYOUTS[MrzFormat.FRA if lines[0].startswith("IDFRA") else MrzFormat.TD2]
