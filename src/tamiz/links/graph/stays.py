"""Journeys that two people made alike: three stays abroad, of the same months in the same countries.

One is a fashion and two a season's work. Three that hardly anybody else made were made together.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log2
from typing import NamedTuple

from tamiz.model import Dossier, PartialDate, Stay

ALIKE = 3  # stays
MOST = 6  # stays of one applicant that are looked at, the latest: of seafarers there are dozens
SEPARATOR = "; "
# People more, as if all of them had been elsewhere: in a small cohort nobody else was anywhere.
ELSEWHERE = 500


class Journey(NamedTuple):
    """A stay, or several; ``text`` is what was written."""

    key: str
    text: str
    field: str


def stays_of(dossier: Dossier) -> tuple[Journey, ...]:
    """The stays of which both months and the country are told, outside the applicant's own States."""
    own = {nation.country for nation in dossier.identity.nationalities}
    found: dict[str, Journey] = {}
    for one in dossier.stays:
        key = _key(one)
        if key and one.country not in own:
            found.setdefault(key, Journey(key, one.text, one.field))
    return tuple(found[key] for key in sorted(found)[-MOST:])


def journeys(stays: Sequence[Journey]) -> Iterator[Journey]:
    """Every three of somebody's stays."""
    for some in combinations(stays, ALIKE):
        keys, texts = (
            SEPARATOR.join(told) for told in ([s.key for s in some], [s.text for s in some])
        )
        yield Journey(keys, texts, some[0].field)


def surprise(rows: Sequence[int], people: int) -> float:
    """How surprising it is that any two of so many ``people`` made these stays alike, in bits.

    ``rows``: how many made each of them, the two included. Less than 0 where chance does it.

    >>> round(surprise((2, 2, 2), 10_000), 1), round(surprise((40, 60, 80), 10_000), 1)
    (14.5, -1.5)
    """
    apart = sum(log2((people + ELSEWHERE) / max(one - 1, 1)) for one in rows)
    return apart - 2 * log2(max(people, 2)) + 1


def _key(stay: Stay) -> str:
    """``2022-02/2022-05 by``; empty if a month or the country is not told."""
    months = [_month(one) for one in (stay.start, stay.end)]
    return f"{'/'.join(months)} {stay.country}" if stay.country and all(months) else ""


def _month(day: PartialDate | None) -> str:
    is_told = day is not None and day.month is not None and not (day.circa or day.ambiguous)
    return f"{day.year}-{day.month:02}" if day is not None and is_told else ""
