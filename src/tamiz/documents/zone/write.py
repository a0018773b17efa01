"""Zones from data: for demonstrations and tests (ICAO Doc 9303-3 to -7, and national zones)."""

from msgspec import Struct

from tamiz.documents.zone.check_digits import check_digit
from tamiz.documents.zone.layouts import Layout
from tamiz.documents.zone.lines import layout_of
from tamiz.documents.zone.national import LAYOUTS
from tamiz.documents.zone.parts import Part, Span, ZoneFormat
from tamiz.documents.zone.signs import UNREADABLE
from tamiz.documents.zone.spellings import RUS_PN, spelt, words_of
from tamiz.errors import UsageError


class ZoneData(Struct, frozen=True, kw_only=True):
    """What a zone shall say. Names as written, dates as ``YYMMDD`` with ``<<`` for the unknown."""

    format: ZoneFormat
    document_code: str
    issuing_state: str
    primary_identifier: str
    secondary_identifier: str = ""
    number: str
    nationality: str = ""
    birth_date: str = "<<<<<<"
    sex: str = "<"
    expiry_date: str = "<<<<<<"
    optional: str = ""
    optional_2: str = ""


def write_zone(data: ZoneData) -> tuple[str, ...]:
    """The lines of a zone; a number of more than nine characters goes on in the optional data.

    Raises UsageError for data that no zone of the format can hold.

    >>> write_zone(ZoneData(format=ZoneFormat.TD2, document_code="I", issuing_state="UTO",
    ...     primary_identifier="Eriksson", secondary_identifier="Anna Maria", number="D23145890",
    ...     nationality="UTO", birth_date="740812", sex="F", expiry_date="120415"))[1]
    'D231458907UTO7408122F1204159<<<<<<<6'
    """
    layout = next(layout for layout in LAYOUTS if layout.format is data.format)
    lines = [["<"] * width for width in layout.widths]
    values = _values(data, layout)
    for place in layout.places:
        if place.part in values:
            _put(lines, place.span, values[place.part], place.part)
    is_long = len(data.number) > _span_length(layout, Part.NUMBER)
    for place in sorted(layout.places, key=lambda one: one.part is Part.COMPOSITE):
        if place.digit is not None and not (is_long and place.part is Part.NUMBER):
            under = place.under or (place.span,)
            text = "".join("".join(lines[at][start:end]) for at, start, end in under)
            _put(lines, place.digit, check_digit(text), place.part)
    written = tuple("".join(line) for line in lines)
    if layout_of(written) is not layout:
        raise UsageError(f"{data.format.value}: document code or State belong to another format")
    return written


def _values(data: ZoneData, layout: Layout) -> dict[Part, str]:
    """What to put in which part."""
    room = _span_length(layout, Part.NAME)
    branch = RUS_PN if layout.format is ZoneFormat.RUS_PN else ""
    primary = _spelt(data.primary_identifier, data.issuing_state, branch)
    secondary = _spelt(data.secondary_identifier, data.issuing_state, branch)
    if layout.is_surname_only:
        secondary = []
    has_given = any(place.part is Part.GIVEN_NAMES for place in layout.places)
    number, optional = _number(data, layout)
    name = "<".join(primary)[:room] if has_given else name_field(primary, secondary, room)
    return {
        Part.DOCUMENT_CODE: data.document_code,
        Part.ISSUING_STATE: data.issuing_state,
        Part.NATIONALITY: data.issuing_state if has_given else data.nationality,
        Part.NAME: name,
        Part.GIVEN_NAMES: "<".join(secondary)[: _span_length(layout, Part.GIVEN_NAMES)],
        Part.NUMBER: number,
        Part.OPTIONAL: optional,
        Part.OPTIONAL_2: data.optional_2,
        Part.BIRTH_DATE: data.birth_date,
        Part.SEX: data.sex,
        Part.EXPIRY_DATE: data.expiry_date,
    }


def _number(data: ZoneData, layout: Layout) -> tuple[str, str]:
    """The number and the optional data, into which a long one goes on with its check digit."""
    room = _span_length(layout, Part.NUMBER)
    if len(data.number) <= room or layout.goes_on_in is None:
        return data.number, data.optional
    rest = data.number[room:] + check_digit(data.number)
    optional = f"{rest}<{data.optional}" if data.optional else rest
    return data.number[:room], optional


def name_field(primary: list[str], secondary: list[str], room: int) -> str:
    """The name field without fillers at its end; cut as Doc 9303-4, 4.2.3 says.

    A field that is cut ends with a letter, and a secondary identifier keeps a letter at least.

    >>> name_field(["NILAVADHANANANDA"], ["CHAYAPA", "DEJTHAMRONG", "KRASUANG"], 39)
    'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'
    """
    primary, secondary = list(primary), list(secondary)
    least = 3 if secondary else 0  # two fillers and a letter
    while len("<".join(primary)) + least > room and max(map(len, primary)) > 1:
        _shorten(primary)
    whole = "<".join(primary) + ("<<" if secondary else "") + "<".join(secondary)
    while len(whole) > room and whole[room - 1] == "<":
        longest = max((secondary, primary), key=lambda words: len(max(words, key=len)) > 1)
        if len(max(longest, key=len)) == 1:
            break  # initials only: no State has met such a name
        _shorten(longest)
        whole = "<".join(primary) + "<<" + "<".join(secondary)
    return whole[:room]


def _shorten(words: list[str]) -> None:
    """Takes the last letter of the longest word, in place."""
    at = max(range(len(words)), key=lambda one: len(words[one]))
    words[at] = words[at][:-1]


def _spelt(text: str, state: str, branch: str) -> list[str]:
    words = [spelt(word, state, branch) for word in words_of(text)]
    if any(word is None for word in words):
        raise UsageError("a name has a sign that Doc 9303-3, 6 does not spell")
    return [word for word in words if word]


def _span_length(layout: Layout, part: Part) -> int:
    return next(
        (place.span.end - place.span.start for place in layout.places if place.part is part), 0
    )


def _put(lines: list[list[str]], span: Span, text: str, part: Part) -> None:
    line, start, end = span
    if len(text) > end - start or UNREADABLE.search(text):
        raise UsageError(f"{part.value} does not fit: {end - start} signs of A-Z, 0-9 and <")
    lines[line][start : start + len(text)] = text
