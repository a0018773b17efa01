"""Writes to the journal and reads from it. Every call stands in a transaction of its caller's."""

from collections.abc import Iterable, Iterator, Sequence

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Subquery

from tamiz.casework.events import AnyEvent
from tamiz.casework.journal import (
    Entry,
    WrappedKey,
    entry_of,
    event_in,
    new_case_key,
    next_entry,
    note_entry,
    unwrap,
)
from tamiz.errors import JournalError
from tamiz.web.clock import now
from tamiz.web.models import CaseKey, Chain, JournalEntry

CHUNK = 2_000  # entries that an export holds in memory at once


def append(events: Sequence[AnyEvent], *, are_new: bool = False) -> list[JournalEntry]:
    """The entries of these events, written; keys are made for cases that have none.

    ``are_new``: their rows were made in this transaction, so that there can be no key and no entry.

    Raises:
        JournalError: a case was erased, or its key does not open.
    """
    last, cases = _last(), {event.case for event in events}
    keys = _made(cases) if are_new else _keys(cases)
    rows = []
    for event in events:
        last = next_entry(last, event, keys[event.case])
        rows.append(_row(last))
    return _write(rows)


def note(actor: str, kind: str, **payload: str) -> None:
    """An entry of no case: identifiers only, for it is not sealed."""
    entry = note_entry(_last(), at=now(), actor=actor, kind=kind, payload=payload)
    _write([_row(entry)])


def events_of(case: str) -> tuple[AnyEvent, ...]:
    """Everything that happened to a case, in its order.

    Raises:
        JournalError: the case was erased, or an entry was tampered with.
    """
    key = key_of(case)
    lines = JournalEntry.objects.filter(case=case).order_by("seq").values_list("line", flat=True)
    return tuple(event_in(entry_of(line.encode()), key) for line in lines)


def key_of(case: str) -> bytes:
    """The key under which everything personal of a case is sealed.

    Raises:
        JournalError: the case was erased, or its key does not open.
    """
    wrapped = CaseKey.objects.filter(pk=case).first()
    if wrapped is None:
        raise JournalError(f"case {case}: there is no key to it; it was erased")
    return _unwrapped(wrapped)


def was_erased(case: str) -> bool:
    """Whether a case that was there has no key any more."""
    return not CaseKey.objects.filter(pk=case).exists()


def entries(after: int = 0) -> Iterator[Entry]:
    """All entries in their order, for an export."""
    found = JournalEntry.objects.filter(seq__gt=after).order_by("seq")
    for line in found.values_list("line", flat=True).iterator(chunk_size=CHUNK):
        yield entry_of(line.encode())


def head() -> JournalEntry | None:
    """The last entry, by its number: asked for by order, SQLite reads through the whole journal."""
    last = Chain.objects.filter(pk=1).values("last")
    return JournalEntry.objects.filter(seq=Subquery(last)).first()


def hold() -> None:
    """Hold the chain until the transaction ends: before anything else is locked.

    All writers wait here and nowhere else, so that no two wait for each other.
    """
    if not connection.in_atomic_block:
        raise JournalError("an entry is written in the transaction of what it tells of")
    if not _is_held():
        Chain.objects.select_for_update().get(pk=1)
        transaction.on_commit(_let_go)


def _is_held() -> bool:
    """Whether this transaction holds it already.

    What waits for the commit is forgotten where a lock is: at the end of the transaction, and where
    it is rolled back to a savepoint from before.
    """
    return any(_let_go in waiting for waiting in connection.run_on_commit)


def _let_go() -> None:
    """The lock ends with the transaction by itself."""


def _last() -> Entry | None:
    """The last entry, which stays the last until this transaction ends."""
    hold()
    last = head()
    return None if last is None else entry_of(last.line.encode())


def _keys(cases: Iterable[str]) -> dict[str, bytes]:
    """The keys of these cases; a case that has no entry yet gets one."""
    wanted = set(cases)
    there = {row.case: row for row in CaseKey.objects.filter(pk__in=wanted)}
    new = wanted - there.keys()
    if new and JournalEntry.objects.filter(case__in=new).exists():
        raise JournalError("a case whose key is gone was erased; nothing can happen to it")
    return {**{row.case: _unwrapped(row) for row in there.values()}, **_made(new)}


def _made(cases: Iterable[str]) -> dict[str, bytes]:
    """New keys of these cases; the database refuses a second one."""
    made = [new_case_key(settings.MASTER_KEY, case) for case in sorted(cases)]
    rows = CaseKey.objects.bulk_create(
        CaseKey(case=one.case, key=one.key, master=one.master) for one in made
    )
    return {row.case: _unwrapped(row) for row in rows}


def _unwrapped(row: CaseKey) -> bytes:
    return unwrap(settings.MASTER_KEY, WrappedKey(case=row.case, key=row.key, master=row.master))


def _row(entry: Entry) -> JournalEntry:
    return JournalEntry(
        seq=entry.seq, at=entry.at, actor=entry.actor, case=entry.case, kind=entry.kind,
        hash=entry.hash, line=entry.line().decode(),
    )  # fmt: skip


def _write(rows: list[JournalEntry]) -> list[JournalEntry]:
    JournalEntry.objects.bulk_create(rows)
    Chain.objects.filter(pk=1).update(last=rows[-1].seq)
    return rows
