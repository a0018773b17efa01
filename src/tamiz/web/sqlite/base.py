"""The connection: Django's own but for how it is opened and how a transaction begins.

Django looks for it by this name.
"""

import sqlite3
from pathlib import Path
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from tamiz.web.turns import turn

MEETING = ".turns"  # what the file is called after the database's own name
_GONE = (
    "the file of the database was moved, removed or replaced while it was open; "
    "put it back and start again"
)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn, and writes into no file that is not there any more."""

    _opened: tuple[int, int] | None = None  # the file that the connection was opened with

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """Open it, and remember which file it is."""
        made: sqlite3.Connection = super().get_new_connection(conn_params)
        self._opened = None if self._is_in_memory() else _which(self._path())
        return made

    def _start_transaction_under_autocommit(self) -> None:
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc] # Django's own
        if self._is_in_memory():  # of one process: nobody else writes
            begin()
            return
        if _which(self._path()) != self._opened:  # else what is acknowledged would be lost
            raise OperationalError(_GONE)
        with turn(Path(f"{self._path()}{MEETING}")):
            begin()

    def _path(self) -> str:
        return str(self.settings_dict["NAME"])

    def _is_in_memory(self) -> bool:
        return self._path() == ":memory:" or "mode=memory" in self._path()


def _which(path: str) -> tuple[int, int] | None:
    """What the system calls a file, whatever its name; None where there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
