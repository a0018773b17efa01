"""Where each format of ICAO Doc 9303-4 to -7 has its parts, a format a row.

A newcomer adds a State's format to ``national.py``: one ``Layout``, one line in ``NATIONAL``.
"""

from collections.abc import Sequence

from msgspec import Struct

from tamiz.documents.zone.parts import Part, Signs, Span, ZoneFormat


class Place(Struct, frozen=True, gc=False):
    """A part's place; ``digit`` is its check digit's, ``under`` what that covers if not the part.

    ``is_verbatim`` parts keep their fillers as value: dates and the sex.
    """

    part: Part
    span: Span
    signs: Signs = Signs.ANY
    digit: Span | None = None
    under: tuple[Span, ...] = ()
    is_verbatim: bool = False


class Layout(Struct, frozen=True, kw_only=True):
    """A format: the widths of its lines, what the zone must start with, its places.

    ``goes_on_in`` is where a number of more than nine characters goes on. ``codes`` are the
    first letters of document codes that the format is used with.
    """

    format: ZoneFormat
    widths: tuple[int, ...]
    places: tuple[Place, ...]
    starts: tuple[str, ...] = ("",)
    starts_in: int = 0  # the line that starts so
    codes: str = "ACIP"
    goes_on_in: Span | None = None
    extras: tuple[Place, ...] = ()
    is_exact: bool = False  # read in its widths only: too little in it would show a wrong fit
    is_name_numbered: bool = False  # digits stand for letters in the name
    is_surname_only: bool = False


def at(line: int, start: int, end: int) -> Span:
    """The span from column ``start`` to before column ``end``."""
    return Span(line, start, end)


def date_at(part: Part, line: int, start: int) -> Place:
    """A date of six signs with its check digit behind."""
    digit = at(line, start + 6, start + 7)
    return Place(part, at(line, start, start + 6), Signs.DIGITS, digit, is_verbatim=True)


def letters_at(part: Part, line: int, start: int, end: int) -> Place:
    """A part of letters only."""
    return Place(part, at(line, start, end), Signs.LETTERS)


def sex_at(line: int, column: int) -> Place:
    """The sex."""
    return Place(Part.SEX, at(line, column, column + 1), Signs.LETTERS, is_verbatim=True)


def number_at(line: int, start: int) -> Place:
    """A number of nine characters with its check digit behind."""
    return Place(Part.NUMBER, at(line, start, start + 9), digit=at(line, start + 9, start + 10))


def composite_at(line: int, column: int, *under: Span) -> Place:
    """The check digit over several parts."""
    span = at(line, column, column + 1)
    return Place(Part.COMPOSITE, span, Signs.DIGITS, span, under)


def two_lines(width: int) -> tuple[Place, ...]:
    """What all formats of two lines have in common."""
    return (
        letters_at(Part.DOCUMENT_CODE, 0, 0, 2),
        letters_at(Part.ISSUING_STATE, 0, 2, 5),
        letters_at(Part.NAME, 0, 5, width),
        number_at(1, 0),
        letters_at(Part.NATIONALITY, 1, 10, 13),
        date_at(Part.BIRTH_DATE, 1, 13),
        sex_at(1, 20),
        date_at(Part.EXPIRY_DATE, 1, 21),
    )


BELOW = (at(1, 0, 10), at(1, 13, 20))  # number and birth date with their digits
_TD1 = Layout(
    format=ZoneFormat.TD1,
    widths=(30, 30, 30),
    places=(
        letters_at(Part.DOCUMENT_CODE, 0, 0, 2),
        letters_at(Part.ISSUING_STATE, 0, 2, 5),
        number_at(0, 5),
        Place(Part.OPTIONAL, at(0, 15, 30)),
        date_at(Part.BIRTH_DATE, 1, 0),
        sex_at(1, 7),
        date_at(Part.EXPIRY_DATE, 1, 8),
        letters_at(Part.NATIONALITY, 1, 15, 18),
        Place(Part.OPTIONAL_2, at(1, 18, 29)),
        letters_at(Part.NAME, 2, 0, 30),
        composite_at(1, 29, at(0, 5, 30), at(1, 0, 7), at(1, 8, 15), at(1, 18, 29)),
    ),
    codes="ACI",
    goes_on_in=at(0, 15, 30),
)
_TD2 = Layout(
    format=ZoneFormat.TD2,
    widths=(36, 36),
    places=(
        *two_lines(36),
        Place(Part.OPTIONAL, at(1, 28, 35)),
        composite_at(1, 35, *BELOW, at(1, 21, 35)),
    ),
    goes_on_in=at(1, 28, 35),
)
TD3 = Layout(
    format=ZoneFormat.TD3,
    widths=(44, 44),
    places=(
        *two_lines(44),
        Place(Part.OPTIONAL, at(1, 28, 42), digit=at(1, 42, 43)),
        composite_at(1, 43, *BELOW, at(1, 21, 43)),
    ),
    codes="P",
)
_MRVA = Layout(
    format=ZoneFormat.MRVA,
    widths=(44, 44),
    places=(*two_lines(44), Place(Part.OPTIONAL, at(1, 28, 44))),
    starts=("V",),
    codes="V",
)
_MRVB = Layout(
    format=ZoneFormat.MRVB,
    widths=(36, 36),
    places=(*two_lines(36), Place(Part.OPTIONAL, at(1, 28, 36))),
    starts=("V",),
    codes="V",
)
ICAO = (_MRVA, _MRVB, _TD1, _TD2, TD3)


def starts_as(layout: Layout, lines: Sequence[str]) -> bool:
    """Whether lines begin as the format's do."""
    return lines[layout.starts_in].startswith(layout.starts)
