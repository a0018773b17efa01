"""Document numbers as places in a series: letters, then so many digits that count up."""

import re
from typing import NamedTuple

# Fewer digits make a series in which everybody is near.
_SERIES = re.compile(r"([A-Z]{0,4})(\d{5,12})")


class Place(NamedTuple):
    """The letters and the number of digits of a series, and which of its numbers this is."""

    letters: str
    digits: int
    number: int


def place_in_series(key: str) -> Place | None:
    """The place of a number's key (``identifier_key``); None if it is of no series.

    >>> place_in_series("PA0412207"), place_in_series("12345678A")
    (Place(letters='PA', digits=7, number=412207), None)
    """
    match = _SERIES.fullmatch(key)
    if match is None:
        return None
    letters, digits = match.groups()
    return Place(letters, len(digits), int(digits))
