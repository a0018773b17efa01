"""SQLite's REPLACE takes a row away without asking the trigger on DELETE; it is refused as well."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_TABLE = "web_journalentry"
_REFUSE = (
    f"CREATE TRIGGER journal_no_replace BEFORE INSERT ON {_TABLE} "
    f"WHEN EXISTS (SELECT 1 FROM {_TABLE} WHERE seq = NEW.seq) "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
)


def guard(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """On PostgreSQL ON CONFLICT DO UPDATE is an update, which its trigger refuses already."""
    if editor.connection.vendor == "sqlite":
        editor.execute(_REFUSE)


class Migration(migrations.Migration):
    """Not reversible, as 0002."""

    dependencies = (("web", "0003_token"),)
    operations = (migrations.RunPython(guard),)
