"""The journal as a file: a header, the entries, a footer; one line of JSON each, each with its hash."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal

import msgspec
from msgspec import Struct

from tamiz.casework.journal.entry import GENESIS, Entry, in_utc, line_hash

FOOTER_OPENS = b'{"tamiz":"end"'

_encode = msgspec.json.Encoder().encode


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first line: from which entry on, and the hash of the one before it."""

    tamiz: Literal["journal"] = "journal"
    version: Literal[1] = 1
    first: int
    prev: str
    made_at: datetime
    hash: str = ""


class Footer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The last line: how many entries stood before it, the last one's hash, and the header's."""

    tamiz: Literal["end"] = "end"
    entries: int
    last: int
    head: str
    header: str
    hash: str = ""


class DailyHead(Struct, frozen=True, kw_only=True):
    """The hash of the last entry of a day (UTC): what a unit publishes outside its own reach."""

    day: date
    seq: int
    hash: str


def export(entries: Iterable[Entry], *, made_at: datetime) -> Iterator[bytes]:
    """The lines of an export, each with its end; ``entries`` in their order, without a gap.

    An export may begin at any entry; it then shows what came after that one.
    """
    header: Header | None = None
    last, count = None, 0
    for entry in entries:
        if header is None:
            header = _header(entry.seq, entry.prev, made_at)
            yield _encode(header) + b"\n"
        yield entry.line() + b"\n"
        last, count = entry, count + 1
    if header is None:
        header = _header(1, GENESIS, made_at)
        yield _encode(header) + b"\n"
    footer = Footer(
        entries=count, header=header.hash, last=header.first - 1 if last is None else last.seq,
        head=header.prev if last is None else last.hash, hash=GENESIS,
    )  # fmt: skip
    yield _encode(msgspec.structs.replace(footer, hash=line_hash(_encode(footer)))) + b"\n"


def _header(first: int, prev: str, made_at: datetime) -> Header:
    blank = Header(first=first, prev=prev, made_at=in_utc(made_at), hash=GENESIS)
    return msgspec.structs.replace(blank, hash=line_hash(_encode(blank)))


def daily_heads(entries: Iterable[Entry]) -> Iterator[DailyHead]:
    """The head of each day, in the order of the entries.

    Where the clock went backwards an entry counts to the latest day that was reached before it, so
    that no head of a past day changes.
    """
    last: DailyHead | None = None
    for entry in entries:
        day = entry.at.date()
        if last is not None and day > last.day:
            yield last
        day = day if last is None else max(day, last.day)
        last = DailyHead(day=day, seq=entry.seq, hash=entry.hash)
    if last is not None:
        yield last
