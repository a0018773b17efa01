"""An export read line by line: of each entry only what its neighbours must agree with is kept."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeVar

import msgspec
from msgspec import Struct

from tamiz.casework.journal.entry import HASH_OPENS, TAIL, Entry, line_hash
from tamiz.casework.journal.export import FOOTER_OPENS, Footer, Header

# An event holds one assessment; the largest seen are a few hundred kilobytes.
LINE_BYTES = 32 << 20
HEAD_SIGNS = 16  # of a published head, as it may be told on paper

_encode = msgspec.json.Encoder().encode
_header = msgspec.json.Decoder(Header)
_footer = msgspec.json.Decoder(Footer)
_entry = msgspec.json.Decoder(Entry)

Read = TypeVar("Read", Header, Footer, Entry)


class EntryLine(Struct, frozen=True, kw_only=True):
    """An entry whose hash is its own. ``is_back``: its instant is before that of the one before."""

    line: int
    seq: int
    hash: str
    prev: str
    is_back: bool
    says_back: bool


class Contents(Struct, kw_only=True):
    """What stands in an export: header and footer where they are whole, entries, other lines.

    Of the entries that follow one another from the first on, only the last is in ``entries``:
    ``solid`` of them stand before it, from ``solid_first`` on, each named by the next. ``after``
    are the numbers of lines behind the footer, ``bad`` of those that are no entries. ``back`` are
    the entries that say that the clock went backwards; ``found`` says of published heads at which
    entry they stand.
    """

    header: Header | None = None
    footer: Footer | None = None
    entries: list[EntryLine]
    bad: list[int]
    after: list[int]
    back: list[int]
    lines: int = 0
    solid: int = 0
    solid_first: int = 0
    found: dict[str, int]


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, each with its end; one that is too long is cut, and so is no entry."""
    while line := file.readline(LINE_BYTES):
        yield line


def entries_in(lines: Iterable[bytes]) -> Iterator[Entry]:
    """The entries among the lines of an export; whether it is whole is for ``verify``."""
    for line in lines:
        if (entry := _whole(_entry, line)) is not None:
            yield entry


class Reader:
    """Takes the lines one by one."""

    def __init__(self, heads: tuple[str, ...]) -> None:
        self.contents = Contents(entries=[], bad=[], after=[], back=[], found={})
        self._heads = heads
        self._last: Entry | None = None
        self._is_regular = True

    def read(self, line: bytes) -> None:
        """The next line, with its end."""
        here = self.contents
        here.lines += 1
        if here.footer is not None:
            here.after.append(here.lines)
        elif here.lines == 1 and (header := _whole(_header, line)) is not None:
            here.header = header
        elif line.startswith(FOOTER_OPENS) and (footer := _whole(_footer, line)) is not None:
            here.footer = footer
        elif (entry := _whole(_entry, line)) is not None:
            self._keep(entry)
        else:
            here.bad.append(here.lines)
            self._last, self._is_regular = None, False

    def _keep(self, entry: Entry) -> None:
        here, (before, self._last) = self.contents, (self._last, entry)
        follows = before is not None and before.seq == entry.seq - 1
        now = EntryLine(
            line=here.lines, seq=entry.seq, hash=entry.hash, prev=entry.prev,
            says_back=entry.clock_back,
            is_back=entry.at < before.at if before and follows else entry.clock_back,
        )  # fmt: skip
        self._is_regular = self._is_regular and self._goes_on(now)
        if self._is_regular and here.entries:
            here.solid_first = here.solid_first or here.entries[0].seq
            here.solid += 1
            here.entries.clear()
        here.entries.append(now)
        if entry.clock_back:
            here.back.append(entry.seq)
        for head in self._heads:
            if len(head) >= HEAD_SIGNS and entry.hash.startswith(head.lower()):
                here.found[head] = entry.seq

    def _goes_on(self, now: EntryLine) -> bool:
        """Whether an entry agrees with the one before it, or the first one with the header."""
        header, entries = self.contents.header, self.contents.entries
        if now.is_back != now.says_back:
            return False
        if entries:
            return (now.seq - 1, now.prev) == (entries[-1].seq, entries[-1].hash)
        return header is None or (now.seq, now.prev) == (header.first, header.prev)


def _whole(decoder: msgspec.json.Decoder[Read], line: bytes) -> Read | None:
    """What stands in a line; None where it is not as Tamiz writes it, or its hash is not its own."""
    body = line[:-1]
    if line[-1:] != b"\n" or body[-TAIL : -TAIL + len(HASH_OPENS)] != HASH_OPENS:
        return None
    try:
        found = decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return found if _encode(found) == body and line_hash(body) == found.hash else None
