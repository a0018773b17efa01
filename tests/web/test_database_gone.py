"""SQLite's file is moved or replaced under a connection that is open: nothing is lost in silence."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from tamiz.web.database import sqlite


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "casework.sqlite3"


@pytest.fixture
def connection(file: Path, django_db_blocker: object) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a file with one table."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        opened = ConnectionHandler({"default": sqlite(file)})["default"]
        with opened.cursor() as cursor:
            cursor.execute("CREATE TABLE kept (what TEXT)")
        yield opened
        opened.close()


def write(connection: BaseDatabaseWrapper) -> None:
    """One transaction, begun as pages begin theirs."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    try:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO kept VALUES ('x')")
        connection.commit()
    finally:
        connection.set_autocommit(True)


def count(file: Path) -> int:
    with sqlite3.connect(file) as found:
        return int(found.execute("SELECT COUNT(*) FROM kept").fetchone()[0])


def test_a_file_that_is_there_is_written(connection: BaseDatabaseWrapper, file: Path) -> None:
    write(connection)

    assert count(file) == 1


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_into_a_file_that_was_moved(
    replaced: bool, connection: BaseDatabaseWrapper, file: Path
) -> None:
    file.rename(file.with_suffix(".moved"))
    if replaced:
        file.touch()

    with pytest.raises(OperationalError, match="moved, removed or replaced"):
        write(connection)
