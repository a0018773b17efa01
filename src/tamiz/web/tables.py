"""Brings the tables up to date: one command at a time, however many begin at once.

On SQLite commands of one unit share its folder; on PostgreSQL also those of other machines meet, so
that the database itself keeps them apart.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK_FILE = "tables.lock"  # in the folder of the unit; empty, and no part of a backup
ADVISORY = 0x74616D697A  # "tamiz": the number by which PostgreSQL knows this lock

_MODE = 0o600


def bring_up_to_date(folder: Path) -> None:
    """Make or change the tables of the database that the settings name; after ``choose``."""
    from django.core.management import call_command  # noqa: PLC0415 - after the settings

    old = os.umask(0o077)  # the database and its log are made for their owner alone
    try:
        with _alone_here(folder / LOCK_FILE), _alone_there():
            call_command("migrate", verbosity=0, interactive=False)
    finally:
        os.umask(old)


@contextmanager
def _alone_here(path: Path) -> Iterator[None]:
    """Wait for other processes of this machine; whoever dies lets go."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _MODE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _alone_there() -> Iterator[None]:
    """Wait for others at the same PostgreSQL; a connection that ends lets go."""
    from django.db import connection  # noqa: PLC0415 - after the settings

    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ADVISORY])
    try:
        yield
    finally:
        if connection.connection is not None:  # else it let go already
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY])
