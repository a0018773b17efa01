"""One entry of the journal, and the line of bytes that its hash is taken over."""

import hashlib
import os
import zlib
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from tamiz.casework.events import AnyEvent
from tamiz.casework.journal.keys import Entropy, open_sealed, seal
from tamiz.errors import JournalError

GENESIS = "0" * 64  # what the first entry names as the hash before it

_encode = msgspec.json.Encoder(order="deterministic").encode
_event: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)
PACKING = 1  # of zlib: a third of the size in 80 µs; more packs little more
EVENT_BYTES = 64 << 20  # an event unpacked: one assessment, a few hundred kilobytes at the most
# ``,"hash":"`` with 64 signs, a quote and the closing brace: what a line ends with.
HASH_OPENS = b',"hash":"'
TAIL = len(HASH_OPENS) + 64 + 2


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry. Its fields stand in its line in this order.

    ``payload`` is JSON in the clear where ``sealed`` is false, otherwise base64 of nonce and
    ciphertext of the packed event. ``clock_back``: the clock showed an earlier instant than at
    the entry before; the order is that of ``seq``. ``prev`` is the hash of the entry before,
    ``hash`` of this one.
    """

    seq: int
    at: datetime
    actor: str
    case: str
    kind: str
    sealed: bool
    payload: str
    clock_back: bool
    prev: str
    hash: str = ""

    def line(self) -> bytes:
        """The entry as it stands in an export, without the line's end."""
        return _encode(self)


def in_utc(at: datetime) -> datetime:
    """The instant in UTC.

    Raises:
        ValueError: it says of no zone, so that nobody knows when it was.
    """
    if at.tzinfo is None:
        raise ValueError(f"an instant of the journal needs a zone: {at.isoformat()}")
    return at.astimezone(UTC)


def line_hash(line: bytes) -> str:
    """SHA-256 (hex) of a line without its member ``hash``, which is its last."""
    return hashlib.sha256(line[:-TAIL] + b"}").hexdigest()


def chained(entry: Entry) -> Entry:
    """The entry with its hash."""
    blank = msgspec.structs.replace(entry, hash=GENESIS)
    return msgspec.structs.replace(entry, hash=line_hash(blank.line()))


def entry_of(line: bytes) -> Entry:
    """The entry of a line as it was stored or exported.

    Raises:
        JournalError: it is none, or its hash is not its own.
    """
    try:
        entry = msgspec.json.decode(line, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise JournalError(f"no entry of the journal: {type(error).__name__}") from error
    if entry.line() != line.rstrip(b"\n") or line_hash(entry.line()) != entry.hash:
        raise JournalError(f"entry {entry.seq}: its hash is not its own; verify an export")
    return entry


def next_entry(
    last: Entry | None, event: AnyEvent, key: bytes, entropy: Entropy = os.urandom
) -> Entry:
    """The entry for an event of a case, after ``last`` (None: the first), sealed by the case's key.

    Stored in the transaction that it tells of.
    """
    kind = str(event.__struct_config__.tag)
    about = _about(_seq(last), event.at, event.actor, event.case, kind)
    sealed = seal(key, zlib.compress(_encode(event), PACKING), about, entropy)
    return _next(last, event.at, event.actor, event.case, kind, sealed, is_sealed=True)


def note_entry(
    last: Entry | None, *, at: datetime, actor: str, kind: str, payload: dict[str, str]
) -> Entry:
    """An entry of no case: a log-in, a list update, a role given. In the clear: identifiers only."""
    text = _encode(dict(sorted(payload.items()))).decode()
    return _next(last, at, actor, "", kind, text, is_sealed=False)


def event_in(entry: Entry, key: bytes) -> AnyEvent:
    """The event of a sealed entry.

    Raises:
        JournalError: it is not sealed, or does not open with this key.
    """
    if not entry.sealed:
        raise JournalError(f"entry {entry.seq} ({entry.kind}) holds no event of a case")
    about = _about(entry.seq, entry.at, entry.actor, entry.case, entry.kind)
    try:
        packed = open_sealed(key, entry.payload, about)
        return _event.decode(zlib.decompressobj().decompress(packed, EVENT_BYTES))
    except (JournalError, zlib.error, msgspec.DecodeError) as error:
        raise JournalError(
            f"entry {entry.seq} of case {entry.case} cannot be opened: {error}; verify an export"
        ) from error


def _seq(last: Entry | None) -> int:
    return 1 if last is None else last.seq + 1


def _next(
    last: Entry | None,
    at: datetime,
    actor: str,
    case: str,
    kind: str,
    payload: str,
    *,
    is_sealed: bool,
) -> Entry:
    return chained(
        Entry(
            seq=_seq(last), at=in_utc(at), actor=actor, case=case, kind=kind,
            sealed=is_sealed, payload=payload, clock_back=last is not None and at < last.at,
            prev=GENESIS if last is None else last.hash,
        )
    )  # fmt: skip


def _about(seq: int, at: datetime, actor: str, case: str, kind: str) -> bytes:
    """What a ciphertext is bound to: moved to another entry, it does not open."""
    return _encode((seq, in_utc(at), actor, case, kind))
