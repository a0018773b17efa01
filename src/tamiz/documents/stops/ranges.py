"""Ranges of blanks, by State and series, found by bisection."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tamiz.documents.stops.entry import Stop
from tamiz.normalise.series import place_in_series


class Run(NamedTuple):
    """The ranges of one State's series by their first numbers.

    ``reach`` is the highest last number up to each place: ranges may overlap, and where it is too
    low no range before can hold a number.
    """

    firsts: Sequence[int]
    lasts: Sequence[int]
    reach: Sequence[int]
    stops: Sequence[Stop]

    def holding(self, number: int) -> Iterator[Stop]:
        """The ranges that hold a number."""
        at = bisect_right(self.firsts, number) - 1
        while at >= 0 and self.reach[at] >= number:
            if self.lasts[at] >= number:
                yield self.stops[at]
            at -= 1


class Ranges:
    """All ranges of some stop lists."""

    def __init__(self, stops: Iterable[Stop]) -> None:
        """Sort entries that have a last number."""
        found: dict[tuple[str, int], dict[str, list[tuple[int, int, Stop]]]] = {}
        for stop in stops:
            first, last = place_in_series(stop.key), place_in_series(stop.last_key)
            if first is not None and last is not None:
                of_series = found.setdefault((first.letters, first.digits), {})
                of_series.setdefault(stop.state, []).append((first.number, last.number, stop))
        self._runs = {
            series: [_run(ranges) for ranges in states.values()] for series, states in found.items()
        }

    def holding(self, key: str) -> Iterator[Stop]:
        """The ranges that hold a number, of any State."""
        place = place_in_series(key)
        if place is not None:
            for run in self._runs.get((place.letters, place.digits), ()):
                yield from run.holding(place.number)


def _run(ranges: list[tuple[int, int, Stop]]) -> Run:
    ranges.sort(key=lambda one: one[:2])
    firsts, lasts, stops = zip(*ranges, strict=True)
    return Run(firsts, lasts, tuple(accumulate(lasts, max)), stops)
