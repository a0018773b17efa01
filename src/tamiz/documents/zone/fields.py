"""The parts of lines that have a format's widths, each with its check digit.

Every zone of every dossier passes here, so that a layout's places are laid out as plain rows
once, and the loop over them is written out.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

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


class Row(NamedTuple):
    """A place with its name looked up."""

    name: str
    part: Part
    spans: tuple[Span, ...]
    is_verbatim: bool
    under: tuple[Span, ...]


class Rows(NamedTuple):
    """Places as what cuts them out of the lines run together: ``itemgetter`` over slices.

    ``digits`` cuts out the signs of the check digits, ``under`` what each of them covers.
    """

    unchecked: tuple[Row, ...]
    unchecked_raw: Callable[[str], tuple[str, ...]]
    checked: tuple[Row, ...]
    checked_raw: Callable[[str], tuple[str, ...]]
    digits: Callable[[str], tuple[str, ...]]
    under: tuple[slice | Callable[[bytes], tuple[bytes, ...]], ...]


def rows_of(places: Sequence[Place], widths: Sequence[int]) -> Rows:
    """The rows of places in lines of these widths."""
    starts = tuple(sum(widths[:line]) for line in range(len(widths)))
    checked = [place for place in places if place.digit is not None]
    unchecked = [place for place in places if place.digit is None]
    digits = [place.digit for place in checked if place.digit is not None]
    return Rows(
        tuple(map(_row, unchecked)),
        _cutter([place.span for place in unchecked], starts),
        tuple(map(_row, checked)),
        _cutter([place.span for place in checked], starts),
        _cutter(digits, starts),
        tuple(_under(place, starts) for place in checked),
    )


def _under(place: Place, starts: Sequence[int]) -> slice | Callable[[bytes], tuple[bytes, ...]]:
    """What the check digit covers: mostly the part itself, which a slice cuts out quickest."""
    spans = place.under or (place.span,)
    return _cutter(spans, starts) if len(spans) > 1 else _slice(spans[0], starts)


def _slice(span: Span, starts: Sequence[int]) -> slice:
    return slice(starts[span.line] + span.start, starts[span.line] + span.end)


def _row(place: Place) -> Row:
    under = place.under or (place.span,)
    return Row(place.part.value, place.part, (place.span,), place.is_verbatim, under)


def _cutter(spans: Sequence[Span], starts: Sequence[int]) -> Callable[[Any], tuple[Any, ...]]:
    """A function from lines run together to the texts, or values, that stand in spans."""
    slices = [_slice(span, starts) for span in spans]
    if len(slices) > 1:
        return itemgetter(*slices)
    return lambda text: tuple(text[one] for one in slices)


def read_fields(lines: Lines, rows: Rows, *, is_plain: bool) -> dict[str, Field]:
    """The parts that stand in places, by their names."""
    text = "".join(lines)
    values = values_of(text)
    found = {}
    for (name, part, spans, is_verbatim, _), raw in zip(
        rows.unchecked, rows.unchecked_raw(text), strict=True
    ):
        value = raw if is_verbatim else raw.strip("<")
        if "<" in value and not is_verbatim:
            value = spaced(value)
        found[name] = Field(part, raw, value, spans)
    for (name, part, spans, is_verbatim, under), raw, digit, cut in zip(
        rows.checked, rows.checked_raw(text), rows.digits(text), rows.under, strict=True
    ):
        data = values[cut] if isinstance(cut, slice) else b"".join(cut(values))
        expected = _DIGITS[digit_of(data)]
        if digit == expected:
            check = _HOLDS
        elif digit == "<" and not raw.strip("<"):
            check = _FILLER
        else:
            check = _FAILS
        if not is_plain and _is_unreadable(lines, under, digit):
            check = _UNREADABLE
        value = raw if is_verbatim else raw.strip("<")
        if "<" in value and not is_verbatim:
            value = spaced(value)
        found[name] = Field(part, raw, value, spans, check, digit, expected)
    return found


def _is_unreadable(lines: Lines, spans: tuple[Span, ...], digit: str) -> bool:
    """Whether a sign that has no value stands under a check digit, or in its place."""
    text = "".join(lines[span.line][span.start : span.end] for span in spans)
    return UNREADABLE.search(text + digit) is not None


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
