"""What a list source is: who publishes it, where, under which terms, and how to read it.

Each source is one module with two public names, ``SOURCE`` and ``parse``, and one line in
``SOURCES``. ``parse`` turns the publisher's files into records; what it cannot understand it
reports to ``problems`` and goes on, so that one bad record never loses the good ones.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from tamiz.errors import ListError
from tamiz.model import SourceRecord


class Download(Struct, frozen=True):
    """One file of a list: the name it gets in the store and the address it is fetched from."""

    name: str
    url: str


class Source(Struct, frozen=True, kw_only=True):
    """A list source. ``key`` is short and stable; it stands in every finding.

    ``stale_after_days`` is how old the publisher's date may be before status says *stale*.
    An empty ``downloads`` means the list only ever comes by import.
    """

    key: str
    title: str
    publisher: str
    licence: str
    homepage: str
    downloads: tuple[Download, ...]
    stale_after_days: int


class Snapshot(Struct, frozen=True, kw_only=True):
    """The files of one edition as they lie on disk, in the order they were given."""

    source: str
    files: tuple[Path, ...]

    def only_file(self) -> Path:
        """The file of a list that is one file; ListError if there are more."""
        if len(self.files) > 1:
            names = ", ".join(path.name for path in self.files)
            raise ListError(f"{self.source}: found {names}; this list is one file, give that one")
        return self.files[0]


class Loss(StrEnum):
    """What a list lacks because of a problem."""

    RECORD = "record"  # left out; too many of them and the edition waits
    VALUE = "value"  # something less in records that were kept
    PART = "part"  # a whole file that names depend on; one in use is not replaced without it


class ListProblem(Struct, frozen=True, kw_only=True):
    """Something in a list that was not understood: where it stands and what was done about it.

    ``where`` is a record id or a line (empty: the whole file), never a name; ``message`` holds no
    personal data. A record that is left out is reported once, with every reason.
    """

    file: str
    where: str
    message: str
    loss: Loss = Loss.RECORD


Report = Callable[[ListProblem], None]


class Parsed(Struct, frozen=True, kw_only=True):
    """What ``parse`` gives at once: the publisher's date (ISO, empty if unstated), then records."""

    content_date: str
    records: Iterator[SourceRecord]


class SourceModule(Protocol):
    """What every module named in ``SOURCES`` offers.

    ``parse`` raises ``ListError`` when the files are not this list at all (a login page, another
    format, cut off half-way); single bad records go to ``report``.
    """

    SOURCE: Source

    def parse(self, snapshot: Snapshot, report: Report) -> Parsed:
        """Read the publisher's files; records come lazily and in the publisher's order."""
        ...
