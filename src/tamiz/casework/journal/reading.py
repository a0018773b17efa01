"""An export read line by line: of each entry only what its neighbours must agree with is kept."""

from collections.abc import Iterator
from typing import BinaryIO, TypeVar

import msgspec
from msgspec import Struct

from tamiz.casework.journal.entry import HASH_OPENS, TAIL, Entry, line_hash
from tamiz.casework.journal.export import FOOTER_OPENS, Footer, Header

# An event holds one assessment; the largest seen are a few hundred kilobytes.
LINE_BYTES = 32 << 20
HEAD_SIGNS = 16  # of a published head, as it may be told on paper

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

    ``after`` are the numbers of lines behind the footer, ``bad`` of those that are no entries.
    ``found`` says of published heads at which entry they stand.
    """

    header: Header | None = None
    footer: Footer | None = None
    entries: list[EntryLine]
    bad: list[int]
    after: list[int]
    lines: int = 0
    found: dict[str, int]


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, each with its end; one that is too long is cut, and so is no entry."""
    while line := file.readline(LINE_BYTES):
        yield line


class Reader:
    """Takes the lines one by one."""

    def __init__(self, heads: tuple[str, ...]) -> None:
        self.contents = Contents(entries=[], bad=[], after=[], found={})
        self._heads = heads
        self._last: Entry | None = None

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
            self._last = None

    def _keep(self, entry: Entry) -> None:
        before, self._last = self._last, entry
        follows = before is not None and before.seq == entry.seq - 1
        self.contents.entries.append(
            EntryLine(
                line=self.contents.lines, seq=entry.seq, hash=entry.hash, prev=entry.prev,
                says_back=entry.clock_back,
                is_back=entry.at < before.at if before and follows else entry.clock_back,
            )
        )  # fmt: skip
        for head in self._heads:
            if len(head) >= HEAD_SIGNS and entry.hash.startswith(head.lower()):
                self.contents.found[head] = entry.seq


def _whole(decoder: msgspec.json.Decoder[Read], line: bytes) -> Read | None:
    """What stands in a line; None where it is something else, or its hash is not its own."""
    body = line[:-1]
    if line[-1:] != b"\n" or body[-TAIL : -TAIL + len(HASH_OPENS)] != HASH_OPENS:
        return None
    try:
        found = decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    own = found.hash.encode()
    return found if body.endswith(own + b'"}') and line_hash(body) == found.hash else None
