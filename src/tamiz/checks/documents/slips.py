"""Slips of typing: where a zone and a declaration differ by what a hand gets wrong.

Of a number one sign is another, is missing, is one too many, or two stand in each other's place.
Of a birth date one digit is another; whoever alters a date does just that, so that it stays a
concern. Day and month swapped is how half the world reads the other half's dates, and a year or a
day too many is what comes of converting another calendar: hints, where documents tell the date.
"""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.shapes import bare
from tamiz.checks.documents.sources import SourceKind
from tamiz.documents.zone import Part, Zone, failing, read_zone
from tamiz.model import PartialDate
from tamiz.normalise.identifiers import number_key

_CENTURY = 100
# States whose people convert their birth date from another calendar (Solar Hijri, Buddhist,
# Ethiopian, Vikram Samvat). Only ever in an applicant's favour.
_CONVERTING = frozenset({"af", "ir", "th", "et", "np"})


def is_number_slip(one: str, other: str) -> bool:
    """Whether two numbers are one slip apart.

    >>> is_number_slip("A1234567", "A1243567"), is_number_slip("A1234567", "A1239967")
    (True, False)
    """
    here, there = number_key(one), number_key(other)
    return bool(here and there) and OSA.distance(here, there, score_cutoff=1) == 1


def holds_with(zone: Zone, number: str) -> bool:
    """Whether every check digit of a zone holds with this number in place of its own."""
    field = zone.field(Part.NUMBER)
    signs = bare(number)
    if field is None or len(field.spans) != 1 or not 0 < len(signs) <= len(field.raw):
        return False
    row, start, end = field.spans[0]
    lines = list(zone.lines)
    lines[row] = lines[row][:start] + signs.ljust(len(field.raw), "<") + lines[row][end:]
    instead = read_zone(tuple(lines))
    return isinstance(instead, Zone) and not failing(instead)


def is_turned(one: PartialDate, other: PartialDate) -> bool:
    """Whether two days known in full are one with day and month in each other's place."""
    return None not in {one.month, one.day} and (one.year, one.month, one.day) == (
        other.year, other.day, other.month,
    )  # fmt: skip


def is_converted(one: PartialDate, other: PartialDate, state: str | None) -> bool:
    """Whether two days are one that was converted from the calendar of a State, a year or a day off."""
    here, there = exact_day(one), exact_day(other)
    if state not in _CONVERTING or here is None or there is None:
        return False
    is_year_off = (here.month, here.day) == (there.month, there.day)
    return abs((here - there).days) == 1 or (is_year_off and abs(here.year - there.year) == 1)


def is_day_slip(day: PartialDate, zone: str) -> bool:
    """Whether a day known in full is one digit from the zone's ``YYMMDD``, or turned round."""
    if day.month is None or day.day is None or day.circa or day.until is not None:
        return False
    year = day.year % _CENTURY
    if zone == f"{year:02}{day.day:02}{day.month:02}":
        return True
    told = f"{year:02}{day.month:02}{day.day:02}"
    return len(zone) == len(told) and sum(a != b for a, b in zip(told, zone, strict=True)) == 1


def days_elsewhere(papers: Papers, paper: Paper) -> Iterator[PartialDate]:
    """The birth dates that personal numbers and the applicant's other documents tell."""
    for number in papers.numbers:
        yield from number.reading.says.birth_dates
    for says, of in papers.bearers:
        if of is not paper:
            yield from says.birth_dates


def is_in_chip(paper: Paper, birth_date: str) -> bool:
    """Whether a document's chip has the same birth date."""
    chips = (one.zone for one in paper.zones if one.source is SourceKind.CHIP)
    return any(one.value(Part.BIRTH_DATE) == birth_date for one in chips)
