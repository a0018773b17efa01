"""The files inside a dossier: the record for programs, and the journal's entries with their proof."""

from collections.abc import Iterator
from datetime import datetime

import msgspec
from msgspec import UNSET, Struct

from tamiz.casework import Record
from tamiz.casework.journal import Entry
from tamiz.papers.voice import Voice

# Who read the case and who held it is the auditor's to know: of these an officer's dossier has no
# line. Each line that is there proves itself, so that nothing is lost by it.
TRAIL = frozenset({"seen", "taken", "released", "hurried"})


class Journal(Struct, frozen=True, kw_only=True):
    """What the journal holds of a case, in its order, and where the journal itself ends.

    ``head`` is the hash of its last entry, ``last`` that entry's number.
    """

    entries: tuple[Entry, ...]
    last: int
    head: str


class EntryMark(Struct, frozen=True):
    """By what an entry is found in an export."""

    seq: int
    hash: str


class Proof(Struct, frozen=True, kw_only=True):
    """What ``proof.json`` says. ``last`` and ``head`` are of the whole journal at ``made_at``."""

    case: str
    made_at: datetime
    evidence: str
    entries: tuple[EntryMark, ...]
    last: int
    head: str


class Attached(Struct, frozen=True, kw_only=True):
    """A file inside the PDF. ``relationship`` is PDF's word for what it is to the document."""

    name: str
    mime: str
    relationship: str
    about: str
    text: str


def attached(record: Record, journal: Journal, at: datetime, voice: Voice) -> list[Attached]:
    """The files, in the order in which the dossier names them."""
    return list(_attached(record, journal, at, voice))


def _attached(record: Record, journal: Journal, at: datetime, voice: Voice) -> Iterator[Attached]:
    yield Attached(
        name="case.json", mime="application/json", relationship="data",
        about=voice.say("dossier.case_file"), text=_pretty(record),
    )  # fmt: skip
    entries = tuple(_allowed(record, journal))
    if not entries:
        return
    yield Attached(
        name="journal.jsonl", mime="application/x-ndjson", relationship="supplement",
        about=voice.say("dossier.journal_file"),
        text="".join(f"{entry.line().decode()}\n" for entry in entries),
    )  # fmt: skip
    proof = Proof(
        case=record.case, made_at=at, last=journal.last, head=journal.head,
        evidence=record.evidence if isinstance(record.evidence, str) else "",
        entries=tuple(EntryMark(entry.seq, entry.hash) for entry in entries),
    )  # fmt: skip
    yield Attached(
        name="proof.json", mime="application/json", relationship="supplement",
        about=voice.say("dossier.proof_file"), text=_pretty(proof),
    )  # fmt: skip


def _allowed(record: Record, journal: Journal) -> Iterator[Entry]:
    """The entries of this case that the record's reader may have."""
    whole = record.events is not UNSET
    for entry in journal.entries:
        if entry.case == record.case and (whole or entry.kind not in TRAIL):
            yield entry


def _pretty(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1).decode()
