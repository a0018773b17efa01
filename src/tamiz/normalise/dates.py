"""Dates as people and lists write them, read as precisely as they are written.

A text that can be read in two ways (03/04/1988) gives both readings, each flagged ``ambiguous``;
a text that is no date, or an impossible one (31.02.1970), gives none. Two-digit years are not
read: 1.2.68 may be a person of 58 or a typing error, and a guess would look like a fact.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from importlib.resources import files

import msgspec

from tamiz.model import PartialDate

FIRST_YEAR, LAST_YEAR = 1850, 2100  # no applicant was born before, no document runs longer
LONGEST = 200  # characters of a text that may hold dates

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[t ][\d:.]+)?(?:z|[+-]\d\d:?\d\d)?)?\Z")
_PLAIN_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?\Z")
_NUMBERS = re.compile(r"(\d{1,2})(?: ?[/.-] ?| )(\d{1,2})(?: ?[/.-] ?| )(\d{4})\Z")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})\Z")
_YEAR = re.compile(r"(\d{4})s?\Z")
_RANGE = re.compile(
    r"(?:between\s+|from\s+|entre\s+|від\s+)?(\d{4})\s*(?:-|–|/|to|and|y|та|до)\s*(\d{4})\Z"
)
_DAY_WORD_YEAR = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|(?:\.?o|°|-?го|-?е|-?er)(?= ))?[ ./-]*)?"
    r"([^\W\d_]+)[ ./-]*(\d{4})\Z"
)
_YEAR_WORD_DAY = re.compile(r"(\d{4})[ ./-]*([^\W\d_]+)[ ./-]*(\d{1,2})\Z")
_WORD_DAY_YEAR = re.compile(r"([^\W\d_]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})\Z")
_CIRCA = re.compile(
    r"^(?:circa|approximately|approx|about|around|c|ca|~|aproximadamente|hacia|alrededor de|близько"
    r"|приблизно|около)[. ]*|\((?:approximately|approx\.?|circa)\)$",
)
_SEVERAL = re.compile(r"\s*(?:;|\bor\b|\bo\b|\bабо\b|\bили\b|\(\d+\)|(?<![\w/.-])\d{1,2}\)|\n)\s*")
_YEAR_SIGN = re.compile(r"(?<=\d) ?(?:року|рік|года|год|р|г)\.?\Z")
_ROMAN = {word: at for at, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_FILLER = re.compile(r"\b(?:de|del|року|р|года|г|year|the|of|día|dia)\b\.?|,")


def read_dates(
    text: str, *, field: str = "", day_first: bool | None = None
) -> tuple[PartialDate, ...]:
    """Every date in the text; empty if it holds none.

    Args:
        text: one or several dates (``1976 or 1977``, ``(1) 12 Apr 1976 (2) 1977``).
        field: where the text stood, kept in each date.
        day_first: how to read 03/04/1988; None keeps both readings, flagged ``ambiguous``.
    """
    if one := _exact(text, field):
        return (one,)
    if len(text) > LONGEST:
        return ()
    found = _read(text, day_first)
    if not field:
        return found
    return tuple(msgspec.structs.replace(one, field=field) for one in found)


def _exact(text: str, field: str) -> PartialDate | None:
    """The day of a text as ``1988-04-03``, as most are; None for any other text."""
    if not _PLAIN_ISO.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:  # no such day, or a nought for what is unknown
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return PartialDate(year=day.year, month=day.month, day=day.day, raw=text, field=field)


@lru_cache(maxsize=1 << 14)
def _read(text: str, day_first: bool | None) -> tuple[PartialDate, ...]:
    whole = _plain(text)
    dates = _read_one(whole, day_first)
    if not dates:
        pieces = [piece for piece in _SEVERAL.split(whole) if piece.strip()]
        readings = [_read_one(piece.strip(" .,"), day_first) for piece in pieces]
        dates = [one for reading in readings for one in reading] if all(readings) else []
    kept = dict.fromkeys(dates)
    return tuple(msgspec.structs.replace(one, raw=text.strip()) for one in kept)


def _read_one(text: str, day_first: bool | None) -> list[PartialDate]:
    """The readings of one date."""
    exact = _CIRCA.sub("", text).strip()
    circa = exact != text
    exact = _YEAR_SIGN.sub("", exact)
    if match := _RANGE.match(exact):
        first, last = int(match[1]), int(match[2])
        sensible = FIRST_YEAR <= first <= last <= LAST_YEAR
        return [
            PartialDate(year=first, until=last if last > first else None, circa=circa)
        ] * sensible
    if match := _NUMBERS.match(exact):
        if "." in exact:  # where people write stops, the day comes first
            day_first = True
        return _day_and_month(int(match[1]), int(match[2]), int(match[3]), day_first, circa=circa)
    parts = _year_month_day(exact)
    one = _date(*parts, circa=circa) if parts else None
    return [one] if one is not None else []


def _year_month_day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date that can be read in one way only; 0 where it says nothing."""
    for pattern in (_ISO, _YEAR_FIRST, _COMPACT):
        if match := pattern.match(text):
            return int(match[1]), int(match[2]), int(match[3] or 0)
    if match := _YEAR.match(text):
        return int(match[1]), 0, 0
    if match := _MONTH_YEAR.match(text):
        return int(match[2]), int(match[1]), 0
    return _from_words(" ".join(_FILLER.sub(" ", text).split()))


def _from_words(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date whose month is a word."""
    if match := _DAY_WORD_YEAR.match(text):
        month = _month(match[2]) or (_ROMAN.get(match[2], 0) if match[1] else 0)
        return (int(match[3]), month, int(match[1] or 0)) if month else None
    if (match := _YEAR_WORD_DAY.match(text)) and (month := _month(match[2])):
        return int(match[1]), month, int(match[3])
    if (match := _WORD_DAY_YEAR.match(text)) and (month := _month(match[1])):
        return int(match[3]), month, int(match[2])
    return None


def _day_and_month(
    first: int,
    second: int,
    year: int,
    day_first: bool | None,
    *,
    circa: bool,
) -> list[PartialDate]:
    """The readings of day, month and year as numbers, in the order day-month, month-day."""
    orders = {
        True: [(first, second)],
        False: [(second, first)],
        None: [(first, second), (second, first)],
    }
    readings = [_date(year, month, day, circa=circa) for day, month in orders[day_first]]
    found = list(dict.fromkeys(one for one in readings if one is not None))
    if len(found) > 1:
        return [msgspec.structs.replace(one, ambiguous=True) for one in found]
    return found


def _date(year: int, month: int, day: int, *, circa: bool) -> PartialDate | None:
    """A date whose zeros mean unknown (00/05/1980); None if there is no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month == 0:
        return PartialDate(year=year, circa=circa) if day == 0 else None
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return PartialDate(year=year, month=month, day=day or None, circa=circa)


def _plain(text: str) -> str:
    """Lower case, one kind of digits, dashes and spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
    return " ".join(digits.replace("–", "-").replace("—", "-").split())


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Month names, forms and abbreviations, from ``months.txt`` (a line a month)."""
    lines = files("tamiz.normalise").joinpath("months.txt").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    return {word: number for number, row in enumerate(rows, start=1) for word in row.split()}


def _month(word: str) -> int:
    """The number of a month's name; 0 if it is none."""
    return _months().get(word, 0)
