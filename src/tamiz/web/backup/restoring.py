"""``tamiz restore``: a unit out of a backup, whole and verified, or nothing at all."""

import os

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from msgspec import Struct

from tamiz.casework.journal import WrappedKey, export, unwrap, verify
from tamiz.errors import InputError, JournalError, UsageError
from tamiz.web import journaling
from tamiz.web.backup import tables
from tamiz.web.backup.folder import write
from tamiz.web.backup.manifest import FILES, Manifest, Opened
from tamiz.web.clock import now
from tamiz.web.models import CaseKey
from tamiz.web.place import Place


class Restored(Struct, frozen=True, kw_only=True):
    """What came back."""

    cases: int
    people: int
    entries: int
    files: int


def fill(opened: Opened, place: Place) -> Restored:
    """Tables and files, in one transaction that ends only when the journal was verified.

    Raises:
        UsageError: the database holds something, or the backup is of a newer version.
        InputError: the journal of the backup is not whole, or its keys do not open.
    """
    os.umask(0o077)  # the database is made for its owner alone
    manifest = opened.manifest
    _refuse_what_is_kept()
    apps = tables.state_of(manifest.migrations)
    MigrationExecutor(connection).migrate(list(manifest.migrations.items()))
    with transaction.atomic():
        tables.load(opened, apps)
        _hold_against(manifest)
    files = _put_files(opened, place)
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        made = f"{manifest.made_at:%Y-%m-%dT%H:%M:%SZ}"
        journaling.note("tamiz", "restored", made=made, entry=str(manifest.entries))
    _tell_planner()
    rows = {table.model: table.rows for table in manifest.tables}
    return Restored(
        cases=rows["web.case"], people=rows["web.officer"], entries=manifest.entries, files=files
    )


def _tell_planner() -> None:
    """Rows that came all at once are known to the planner now, not when PostgreSQL next looks."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")


def _refuse_what_is_kept() -> None:
    """A database without tables, or with the empty ones of a restore that was cut off."""
    names = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in ("web_journalentry", "web_officer", "web_case"):
            if table not in names:
                continue
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - names of ours
            if cursor.fetchone():
                raise UsageError(
                    "the database holds a unit already; a restore overwrites nothing. Name an "
                    "empty database with --database"
                )


def _hold_against(manifest: Manifest) -> None:
    """The journal verifies, ends where the manifest says, and every case opens."""
    told = verify(export(journaling.entries(), made_at=now()))
    head = journaling.head()
    ends = ("", 0) if head is None else (head.hash, head.seq)
    if not told.is_whole or ends != (manifest.head, manifest.entries):
        raise InputError(
            "the journal in the backup is not whole, or not the one its manifest tells of; nothing "
            "was restored. Take another backup"
        )
    for row in CaseKey.objects.iterator():
        try:
            unwrap(settings.MASTER_KEY, WrappedKey(case=row.case, key=row.key, master=row.master))
        except JournalError as error:
            raise InputError(f"{error}; nothing was restored") from error


def _put_files(opened: Opened, place: Place) -> int:
    """The files of the backup, nowhere but in the folder's own."""
    count = 0
    for member in opened.names(FILES):
        path = place.files / member.removeprefix(FILES)
        if not path.resolve().is_relative_to(place.files.resolve()):
            raise InputError(f"{member}: leads out of the folder; take another backup")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write(path, opened.bytes_of(member))
        count += 1
    return count
