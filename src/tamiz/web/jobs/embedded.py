"""The worker of ``tamiz serve``: a process for each job, so that pages keep their own.

Work of a thread would share the processor with pages, and a file that exhausts the memory would
take the pages with it. The process ends with its job; one that dies leaves the job to the next.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LOOK = 2.0  # seconds between two looks whether there is something to do
_WORKER = (sys.executable, "-c", "from tamiz.cli import main; main()", "worker", "--once")


@contextmanager
def at_work() -> Iterator[None]:
    """Jobs are done while the block lasts; after ``set_up``."""
    over = threading.Event()
    looking = threading.Thread(target=look, args=(over,), name="jobs", daemon=True)
    looking.start()
    try:
        yield
    finally:
        over.set()
        looking.join()


def look(over: threading.Event) -> None:
    """Tidy up once, then do jobs until it is over."""
    from django.db import DatabaseError, InterfaceError, connection  # noqa: PLC0415 - after the set-up

    from tamiz.errors import UsageError  # noqa: PLC0415
    from tamiz.web.jobs import desk  # noqa: PLC0415

    with suppress(DatabaseError, InterfaceError, OSError, UsageError):  # the next job says it
        desk.tidy()
    while not over.wait(LOOK):
        try:
            if desk.free().exists():
                _do_one(over)
        except (DatabaseError, InterfaceError):  # gone for now; pages say so, this one tries again
            connection.close()
    connection.close()


def _do_one(over: threading.Event) -> None:
    """One job in a process of its own; stopped with the server, and then free at once."""
    from tamiz.web.jobs import desk  # noqa: PLC0415 - after the set-up

    env = dict(os.environ)
    with subprocess.Popen(_WORKER, env=env, stdin=subprocess.DEVNULL) as running:  # noqa: S603 - ourselves
        while running.poll() is None:
            if over.wait(0.2):
                running.terminate()
                running.wait()
    desk.let_go((f"process-{running.pid}",))
