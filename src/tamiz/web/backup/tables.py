"""The tables as lines: which ones, in which order, written from one instant, read into empty ones."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import msgspec
from django.apps.registry import Apps
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from tamiz.errors import UsageError
from tamiz.web.backup.manifest import Opened, Table

# What is made anew at each start, or is worth nothing a day later: everybody logs in again.
LEFT_OUT = frozenset({"sessions.session", "contenttypes.contenttype", "auth.permission"})
ROWS = 500  # at once, of a table that is read
PACKING = 6  # of gzip


@contextmanager
def one_instant() -> Iterator[None]:
    """Everything that is read in the block is as it was at one instant; nobody waits for it."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # not IMMEDIATE, as ``atomic`` does: it would hold all writers
        try:
            yield
        finally:
            cursor.execute("COMMIT")


def state_of(targets: dict[str, str]) -> Apps:
    """The tables as they were after these migrations.

    Raises:
        UsageError: this software does not know one of them.
    """
    loader = MigrationExecutor(connection).loader
    unknown = sorted(f"{app}.{name}" for app, name in targets.items()
                     if (app, name) not in loader.graph.nodes)  # fmt: skip
    if unknown:
        raise UsageError(
            f"the backup comes from a newer Tamiz (this one does not know {unknown[0]}); "
            "restore it with that one"
        )
    return loader.project_state(list(targets.items())).apps


def newest() -> dict[str, str]:
    """The newest migration of each application, all of which must have been applied.

    Raises:
        UsageError: the tables are not there, or those of another version.
    """
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(leaves):
        raise UsageError(
            "the tables are not those of this Tamiz, or not there; name the folder of tamiz serve, "
            "and start it once with this version"
        )
    return dict(leaves)


def kept(apps: Apps) -> list[type[models.Model]]:
    """The tables that a backup holds."""
    found = apps.get_models(include_auto_created=True)
    return [one for one in found if one._meta.managed and one._meta.label_lower not in LEFT_OUT]


def columns_of(model: type[models.Model]) -> tuple[str, ...]:
    """The columns of a table, as values of them are asked for."""
    return tuple(field.attname for field in model._meta.concrete_fields)


def written(model: type[models.Model], path: Path) -> Table:
    """Write a table into a file of gzipped lines; in the block of ``one_instant``."""
    columns, rows = columns_of(model), 0
    found = model._default_manager.order_by("pk").values_list(*columns)
    with gzip.open(path, "wb", compresslevel=PACKING) as file:
        for row in found.iterator(chunk_size=ROWS):
            file.write(msgspec.json.encode(row) + b"\n")
            rows += 1
    return Table(model=model._meta.label_lower, columns=columns, rows=rows)


def load(opened: Opened, apps: Apps) -> None:
    """Fill the empty tables; in a transaction of the caller's."""
    for table in opened.manifest.tables:
        model = apps.get_model(table.model)
        if table.model != "web.journalentry":  # append-only, and empty before
            model._default_manager.all().delete()
        rows = (model(**dict(zip(table.columns, row, strict=True))) for row in opened.rows(table))
        while some := list(islice(rows, ROWS)):
            model._default_manager.bulk_create(some)
    _go_on_counting([apps.get_model(table.model) for table in opened.manifest.tables])


def _go_on_counting(found: list[type[models.Model]]) -> None:
    """New rows get numbers after those that were restored (PostgreSQL)."""
    from django.core.management.color import no_style  # noqa: PLC0415 - of a command line

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(statement)
