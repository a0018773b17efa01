"""The connection: Django's own but for how a transaction begins. Django looks for it by this name."""

from pathlib import Path

from django.db.backends.sqlite3 import base

from tamiz.web.turns import turn

MEETING = ".turns"  # what the file is called after the database's own name


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn before it asks for the right to write."""

    def _start_transaction_under_autocommit(self) -> None:
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc] # Django's own
        name = str(self.settings_dict["NAME"])
        if name == ":memory:" or "mode=memory" in name:  # of one process: nobody else writes
            begin()
            return
        with turn(Path(name + MEETING)):
            begin()
