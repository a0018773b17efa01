"""The journal: append-only, each entry chained to the one before, personal data under a case's key.

Pure: who stores the entries passes the last one in and gets the next. ``docs/casework.md`` says
how an outsider verifies an export without Tamiz.
"""

from tamiz.casework.journal.entry import GENESIS, Entry, entry_of, event_in, next_entry, note_entry
from tamiz.casework.journal.export import DailyHead, daily_heads, export
from tamiz.casework.journal.keys import (
    WrappedKey,
    mark,
    new_case_key,
    new_master_key,
    rewrap,
    sampling_key,
    unwrap,
)
from tamiz.casework.journal.problems import Problem, ProblemKind, Verification
from tamiz.casework.journal.reading import HEAD_SIGNS, entries_in, lines_of
from tamiz.casework.journal.verify import verify

__all__ = [
    "GENESIS",
    "HEAD_SIGNS",
    "DailyHead",
    "Entry",
    "Problem",
    "ProblemKind",
    "Verification",
    "WrappedKey",
    "daily_heads",
    "entries_in",
    "entry_of",
    "event_in",
    "export",
    "lines_of",
    "mark",
    "new_case_key",
    "new_master_key",
    "next_entry",
    "note_entry",
    "rewrap",
    "sampling_key",
    "unwrap",
    "verify",
]
