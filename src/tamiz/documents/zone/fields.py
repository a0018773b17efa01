"""The parts of lines that have a format's widths, each with its check digit.

Every zone of every dossier passes here, so that a layout's places are laid out as plain rows
once, and the loops over them are written out.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tamiz.documents.zone.check_digits import check_digit, digit_of, values_of
from tamiz.documents.zone.layouts import Layout, Place
from tamiz.documents.zone.names import spaced
from tamiz.documents.zone.parts import Part, Span
from tamiz.documents.zone.signs import UNREADABLE
from tamiz.documents.zone.zone import Check, Field, NumberVariant

Lines = tuple[str, ...]
_DIGITS = tuple("0123456789")  # as text, by value
_HOLDS, _FAILS, _FILLER, _UNREADABLE, _NONE = (
    Check.HOLDS, Check.FAILS, Check.FILLER, Check.UNREADABLE, Check.NONE,
)  # fmt: skip


# Plain tuples, as named ones take twice as long to unpack: name, part, its spans, whether its
# value keeps the fillers, and where it stands in the lines run together.
Unchecked = tuple[str, Part, tuple[Span, ...], bool, slice]
# The same, where its check digit stands, and what that covers if it is not the part.
Checked = tuple[str, Part, tuple[Span, ...], bool, slice, int, tuple[slice, ...]]

_date_digit = lru_cache(maxsize=1 << 14)(digit_of)  # the days of 45 years: they recur in any cohort


class Rows(NamedTuple):
    """The places of a layout as the loops below take them."""

    unchecked: tuple[Unchecked, ...]
    checked: tuple[Checked, ...]


def rows_of(places: Sequence[Place], widths: Sequence[int]) -> Rows:
    """The rows of places in lines of these widths."""
    starts = tuple(sum(widths[:line]) for line in range(len(widths)))
    unchecked: list[Unchecked] = []
    checked: list[Checked] = []
    for place in places:
        row = _row(place, starts)
        if place.digit is None:
            unchecked.append(row)
        else:
            under = tuple(_slice(span, starts) for span in place.under)
            checked.append((*row, starts[place.digit.line] + place.digit.start, under))
    return Rows(tuple(unchecked), tuple(checked))


def _row(place: Place, starts: Sequence[int]) -> Unchecked:
    cut = _slice(place.span, starts)
    return place.part.value, place.part, (place.span,), place.is_verbatim, cut


def _slice(span: Span, starts: Sequence[int]) -> slice:
    return slice(starts[span.line] + span.start, starts[span.line] + span.end)


def read_fields(lines: Lines, rows: Rows, *, is_plain: bool) -> dict[str, Field]:
    """The parts that stand in places, by their names."""
    text = "".join(lines)
    values = values_of(text)
    found = {}
    for name, part, spans, is_verbatim, cut in rows.unchecked:
        raw = text[cut]
        value = raw if is_verbatim or "<" not in raw else spaced(raw)
        found[name] = Field(part, raw, value, spans)
    for name, part, spans, is_verbatim, cut, at, under in rows.checked:
        raw, digit = text[cut], text[at]
        if under:
            expected = _DIGITS[digit_of(b"".join(map(values.__getitem__, under)))]
        elif is_verbatim:
            expected = _DIGITS[_date_digit(values[cut])]
        else:
            expected = _DIGITS[digit_of(values[cut])]
        if digit == expected:
            check = _HOLDS
        elif digit == "<" and not raw.strip("<"):
            check = _FILLER
        else:
            check = _FAILS
        if not is_plain and _is_unreadable(text, under or (cut,), digit):
            check = _UNREADABLE
        value = raw if is_verbatim or "<" not in raw else spaced(raw)
        found[name] = Field(part, raw, value, spans, check, digit, expected)
    return found


def _is_unreadable(text: str, under: tuple[slice, ...], digit: str) -> bool:
    """Whether a sign that has no value stands under a check digit, or in its place."""
    return UNREADABLE.search("".join(text[one] for one in under) + digit) is not None


def long_number(field: Field, lines: Lines, layout: Layout) -> tuple[Field, Field] | None:
    """A number of more than nine characters, and what is left of the optional data.

    A filler stands for the check digit; the rest of the number and its check digit begin the
    optional data, a filler ends them (Doc 9303-5, 4.2.2.1 note j). The digit is computed without
    the filler; older cards (Belgium, Portugal) count it.
    """
    if layout.goes_on_in is None:
        return None
    line, start, end = layout.goes_on_in
    rest = lines[line][start:end].partition("<")[0]
    if len(rest) < 2 or not field.raw.strip("<"):  # noqa: PLR2004 - a sign and its check digit
        return None
    spans = (*field.spans, Span(line, start, start + len(rest) - 1))
    check, digit, expected = _long_check(field.raw, rest)
    raw, value = field.raw + "<" + rest, spaced(field.raw + rest[:-1])
    number = Field(Part.NUMBER, raw, value, spans, check, digit, expected)
    left = lines[line][start + len(rest) : end]
    span = Span(line, start + len(rest), end)
    return number, Field(Part.OPTIONAL, left, spaced(left), (span,))


def _long_check(first: str, rest: str) -> tuple[Check, str, str]:
    """What the check digit at the end of a long number says, as printed, as computed."""
    digit, expected = rest[-1], check_digit(first + rest[:-1])
    if UNREADABLE.search(first + rest):
        return _UNREADABLE, digit, expected
    holds = digit in {expected, check_digit(first + "<" + rest[:-1])}
    return (_HOLDS if holds else _FAILS), digit, expected


def variant_of(number: Field) -> NumberVariant:
    """Which way a number and its check digit are written."""
    if len(number.spans) == 1:
        return NumberVariant.SHORT
    is_counted = number.check is _HOLDS and number.digit != number.expected
    return NumberVariant.LONG_FILLER_COUNTED if is_counted else NumberVariant.LONG
