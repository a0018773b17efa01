"""Looks numbers up in stop lists: single ones in a dictionary, ranges by bisection.

Entries stay on disk, mapped into memory and so shared by every worker; what each worker holds is
the numbers' keys and where their entries stand. An entry is read when its number is found.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from mmap import ACCESS_READ, mmap
from pathlib import Path

import msgspec

from tamiz.documents.stops.entry import Stop
from tamiz.documents.stops.ranges import Ranges

_DECODER = msgspec.json.Decoder(Stop)
_KEY_AT = len('["')  # a line is ["KEY","LAST KEY", …


class StopLookup:
    """The entries of some stop lists. Nothing in it changes after it is made."""

    def __init__(self, paths: Iterable[Path] = (), *, today: date | None = None) -> None:
        """Map files of entries, a JSON array a line; ``today`` tells which reviews are overdue."""
        self.count = 0
        self._today = "" if today is None else today.isoformat()
        self._views: list[mmap] = []
        self._bases: list[int] = []  # where each file begins, all files read as one
        self._numbers: dict[str, int | tuple[int, ...]] = {}
        self._ranges = Ranges([stop for path in paths for stop in self._take_in(path)])

    def find(self, key: str) -> tuple[Stop, ...]:
        """The entries with a number's key, of any State: single ones first, then ranges."""
        found = self._numbers.get(key, ())
        places = found if isinstance(found, tuple) else (found,)
        return (*map(self._read, places), *self._ranges.holding(key))

    def is_overdue(self, stop: Stop) -> bool:
        """Whether the day until which an entry stands has passed."""
        return bool(stop.review_by) and stop.review_by < self._today

    def _take_in(self, path: Path) -> Iterator[Stop]:
        """Note where a file's entries stand; its ranges."""
        with path.open("rb") as file:
            view = mmap(file.fileno(), 0, access=ACCESS_READ)
        start = self._bases[-1] + len(self._views[-1]) if self._views else 0
        self._bases.append(start)
        self._views.append(view)
        for line in iter(view.readline, b""):
            end = line.index(b'"', _KEY_AT)
            if line.startswith(b',""', end + 1):
                self._note(line[_KEY_AT:end].decode(), start)
            else:
                yield _DECODER.decode(line)
            start += len(line)
            self.count += 1

    def _note(self, key: str, start: int) -> None:
        known = self._numbers.get(key)
        if known is None:
            self._numbers[key] = start
        else:
            self._numbers[key] = (*(known if isinstance(known, tuple) else (known,)), start)

    def _read(self, start: int) -> Stop:
        file = bisect_right(self._bases, start) - 1
        view, at = self._views[file], start - self._bases[file]
        return _DECODER.decode(view[at : view.find(b"\n", at)])
