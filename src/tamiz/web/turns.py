"""Who writes into SQLite next: whoever waits at a page goes before an import.

SQLite gives the right to write to whoever happens to ask when it is free, and who waits asks again
every 0.1 s at most; an import that begins its next chunk at once starves everybody else for
seconds (measured). So writers meet at a small file beside the database: who waits at a page holds
it shared until its transaction has begun; an import waits, before each of its transactions, until
nobody does.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# An import waits so long for people, then goes on: seconds. Longer only if they come without a gap.
LONGEST = 2.0
LOOK = 0.005  # seconds between two looks whether anybody still waits
# Whoever wrote within this time is likely to write again (a page is two or three transactions).
# Meanwhile an import rests so long between its chunks: seconds.
LATELY, REST = 1.0, 0.1

_MODE = 0o600
_here = threading.local()  # whether this thread gives way


@contextmanager
def patiently() -> Iterator[None]:
    """Whatever this thread writes within the block gives way to people."""
    before = getattr(_here, "gives_way", False)
    _here.gives_way = True
    try:
        yield
    finally:
        _here.gives_way = before


@contextmanager
def turn(meeting: Path) -> Iterator[None]:
    """A block that begins a transaction: at once for people, after them for who gives way.

    ``meeting`` is the file beside the database; a database that cannot be written has none.
    """
    try:
        handle = os.open(meeting, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _MODE)
    except OSError:
        yield
        return
    try:
        if getattr(_here, "gives_way", False):
            _after_people(handle)
        else:
            fcntl.flock(handle, fcntl.LOCK_SH)
            os.utime(handle)
        yield
    finally:
        os.close(handle)  # lets the lock go


def _after_people(handle: int) -> None:
    """Wait until nobody waits at a page; rest a little where somebody wrote lately."""
    if 0 <= time.time() - os.fstat(handle).st_mtime < LATELY:
        time.sleep(REST)
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(LOOK)
            continue
        fcntl.flock(handle, fcntl.LOCK_UN)
        return
