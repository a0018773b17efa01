"""A process beside ends with the one that started it, however that one ended."""

import os
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait

ORPHANED = 75  # exit code (EX_TEMPFAIL); nobody is left to read it


def end_with_parent() -> None:
    """Called once in a process beside: end as soon as the process that started it is gone.

    Who waits for work does so at a pipe whose other end it holds itself, and would wait for good
    once nobody is left to give any. That the other process is gone is seen at the pipe that
    ``multiprocessing`` keeps for it, on every system.
    """
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(ORPHANED)  # at once: whatever it would still write, nobody waits for
