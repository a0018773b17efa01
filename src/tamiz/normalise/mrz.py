"""The machine-readable zone of a travel document as a typed value (ICAO Doc 9303-3 to -7).

Whoever types or scans a zone writes blanks, small letters, ``«`` for ``<``, leaves fillers out at
the end of a line, runs the lines together and takes O for 0: all of that is read. What remains
open is a fault of the whole zone, or a part in ``failing``: nothing is guessed.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from tamiz.normalise.lookalikes import latin_lookalike
from tamiz.normalise.mrz_layouts import CARDS, Layout, MrzFormat, MrzPart, Span, layout_of

LONGEST = 400  # characters that are looked at: a zone has 90, and fillers are typed at a guess
MOST_OFF = 2  # fillers too many or too few in a row of them that are put right

_SEPARATORS = re.compile(r"[\n\r|;,/\\]+")
_CHARACTERS = re.compile(r"[A-Z0-9<]*\Z")
_FILLERS = re.compile(r"<+")
_FILLER_SIGNS = str.maketrans(dict.fromkeys("«‹〈＜≪⟨", "<"))
# Where only a digit may stand a letter is a slip of the eye, and the other way round.
_TO_DIGITS = str.maketrans("OQDILZSGB", "000112568")
_TO_LETTERS = str.maketrans("01258", "OIZSB")
_DATE = re.compile(r"\d\d(?:\d\d|<<)(?:\d\d|<<)|<{6}")
_WEIGHTS = (7, 3, 1)  # Doc 9303-3, 4.9


class MrzFault(StrEnum):
    """Why a zone as a whole cannot be read."""

    CHARACTERS = "characters"  # others than A-Z, 0-9 and <
    LENGTH = "length"  # the lines of no format


class Mrz(Struct, frozen=True, kw_only=True):
    """What a zone says, without its fillers. Dates are ``YYMMDD``, unknown parts ``<<``.

    ``failing`` names the parts whose check digit does not hold or whose date is none.
    A name that fills its field may be cut off: ``is_name_full``.
    """

    format: MrzFormat
    document_code: str
    issuing_state: str
    number: str
    nationality: str
    birth_date: str
    sex: str
    expiry_date: str
    primary_identifier: str
    secondary_identifier: str
    is_name_full: bool
    failing: tuple[MrzPart, ...]

    @property
    def is_visa(self) -> bool:
        """Whether the zone is a visa's: its number, State and expiry are not a passport's."""
        return self.format in {MrzFormat.MRVA, MrzFormat.MRVB}


def read_mrz(lines: Sequence[str]) -> Mrz | MrzFault:
    """The zone whose lines, or lines run together, these are; the fault if it is none.

    >>> read_mrz(["I<UTOERIKSSON<<ANNA<MARIA", "D231458907UTO7408122F1204159<<<<<<<6"]).number
    'D23145890'
    """
    text = _plain("\n".join(lines)[:LONGEST])
    pieces = [piece for piece in _SEPARATORS.split(text) if piece.strip()]
    whole = "".join("".join(pieces).split())
    if _CHARACTERS.match(whole) is None:
        return MrzFault.CHARACTERS
    by_blanks = [word for piece in pieces for word in piece.split()]
    for candidate in (["".join(piece.split()) for piece in pieces], by_blanks, _cut(whole)):
        found = _of_lines(candidate)
        if found is not None:
            return found
    return MrzFault.LENGTH


def read_names(field: str) -> tuple[str, str]:
    """The primary and the secondary identifier of a name field (Doc 9303-3, 4.6).

    >>> read_names("VAN<DER<MUELLEN<<MARTIN<<<<<<<")
    ('VAN DER MUELLEN', 'MARTIN')
    """
    primary, _, secondary = field.lstrip("<").partition("<<")
    return _spaced(primary), _spaced(secondary)


def check_digit(data: str) -> str:
    """The check digit of a part of a zone: weights 7, 3, 1, modulo 10 (Doc 9303-3, 4.9)."""
    values = (0 if char == "<" else int(char, 36) for char in data)
    return str(sum(value * _WEIGHTS[at % 3] for at, value in enumerate(values)) % 10)


def _plain(text: str) -> str:
    """Capital Latin letters, digits and ``<``, as far as the signs can mean them."""
    text = text.replace("&lt;", "<").translate(_FILLER_SIGNS).upper()
    bare = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(map(latin_lookalike, bare))


def _cut(whole: str) -> list[str]:
    """Lines run together, cut where a format ends them."""
    count, width = {90: (3, 30), 88: (2, 44), 72: (2, 36)}.get(len(whole), (0, 0))
    return [whole[at * width : (at + 1) * width] for at in range(count)]


def _of_lines(lines: list[str]) -> Mrz | None:
    """The zone of lines of a format's length, or nearly; those put right must check out."""
    layout = layout_of(lines)
    if layout is None:
        return None
    fitted = [_fitted(line, layout, at) for at, line in enumerate(lines)]
    if any(len(line) != layout.width for line in fitted):
        return None
    zone = _zone([*_without_slips(fitted, layout)], layout)
    numbered = {layout.number[0], layout.composite_line}
    is_guessed = any(len(lines[at]) != layout.width for at in numbered if at >= 0)
    return None if is_guessed and zone.failing else zone


def _fitted(line: str, layout: Layout, at: int) -> str:
    """The line in the format's width; fillers fail at its end, or in its longest row of them."""
    missing = layout.width - len(line)
    if at != layout.composite_line:
        return line[: layout.width] + line[layout.width :].rstrip("<") + "<" * missing
    rows = list(_FILLERS.finditer(line))
    if not rows or not 0 < abs(missing) <= MOST_OFF:
        return line
    longest = max(rows, key=lambda row: len(row.group()))
    count = max(len(longest.group()) + missing, 0)
    return line[: longest.start()] + "<" * count + line[longest.end() :]


def _without_slips(lines: list[str], layout: Layout) -> Iterator[str]:
    """The lines with digits where digits must stand, letters where letters must."""
    for at, line in enumerate(lines):
        chars = list(line)
        for table, spans in ((_TO_DIGITS, layout.digits()), (_TO_LETTERS, layout.letters())):
            for row, start, end in spans:
                if row == at:
                    chars[start:end] = line[start:end].translate(table)
        yield "".join(chars)


def _zone(lines: list[str], layout: Layout) -> Mrz:
    """What the lines say."""
    number, number_fails = _number(lines, layout)
    names = _part(lines, layout.name)
    primary, secondary = read_names(names)
    if layout.given is not None:
        secondary = _spaced(_part(lines, layout.given))
    failing = [MrzPart.NUMBER] if number_fails else []
    return Mrz(
        format=layout.format,
        document_code=_part(lines, (0, 0, 2)).rstrip("<"),
        issuing_state=_part(lines, layout.state).rstrip("<"),
        number=number,
        nationality=_part(lines, layout.nationality).rstrip("<"),
        birth_date=_part(lines, layout.birth_date),
        sex=_part(lines, layout.sex).rstrip("<"),
        expiry_date="" if layout.expiry_date is None else _part(lines, layout.expiry_date),
        primary_identifier=primary,
        secondary_identifier=secondary,
        is_name_full=not names.endswith("<"),
        failing=(*failing, *_failing(lines, layout)),
    )


def _number(lines: list[str], layout: Layout) -> tuple[str, bool]:
    """The number, and whether its check digit fails.

    A card's number of more than nine characters goes on in the optional data, and the last
    character before a filler there is the check digit (Doc 9303-5, 4.2.2.1 note j). Belgium's
    older cards count the filler between.
    """
    line, start, end = layout.number
    data, digit = lines[line][start:end], lines[line][end]
    if digit == "<" and layout.format in CARDS:
        rest = _part(lines, layout.optional).partition("<")[0]
        if len(rest) > 1:
            more, digit = rest[:-1], rest[-1]
            holds = digit in {check_digit(data + more), check_digit(data + "<" + more)}
            return (data + more).replace("<", ""), not holds
    return data.rstrip("<"), _fails(data, digit)


def _failing(lines: list[str], layout: Layout) -> Iterator[MrzPart]:
    """The dated and optional parts and the whole, where they do not hold."""
    for part, span in (
        (MrzPart.BIRTH_DATE, layout.birth_date),
        (MrzPart.EXPIRY_DATE, layout.expiry_date),
    ):
        if span is not None:
            line, _, end = span
            data = _part(lines, span)
            if not _is_date(data) or _fails(data, lines[line][end]):
                yield part
    if layout.format is MrzFormat.TD3:
        line, _, end = layout.optional
        if _fails(_part(lines, layout.optional), lines[line][end]):
            yield MrzPart.PERSONAL_NUMBER
    if layout.composite:
        data = "".join(_part(lines, span) for span in layout.composite)
        if _fails(data, lines[layout.composite_line][-1]):
            yield MrzPart.COMPOSITE


def _fails(data: str, digit: str) -> bool:
    """Whether a check digit does not hold; over fillers alone it may be a filler too."""
    return digit != check_digit(data) and not (digit == "<" and not data.strip("<"))


def _is_date(data: str) -> bool:
    """Whether a part is a day, or one of which not all is known; the century is not."""
    if _DATE.fullmatch(data) is None:
        return False
    known = data.replace("<<", "01")  # a month and a day that exist
    year = int(known[:2]) or 4  # 1900 was no leap year, 2000 was one: either may be meant
    try:
        date(1900 + year, int(known[2:4]), int(known[4:]))
    except ValueError:
        return False
    return True


def _spaced(field: str) -> str:
    """Words between fillers as words between spaces."""
    return " ".join(field.replace("<", " ").split())


def _part(lines: list[str], span: Span) -> str:
    line, start, end = span
    return lines[line][start:end]
