"""The journal begins, and the database refuses to change or delete what stands in it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_TABLE = "web_journalentry"
_SQLITE = tuple(
    f"CREATE TRIGGER journal_no_{act.lower()} BEFORE {act} ON {_TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for act in ("UPDATE", "DELETE")
)
_POSTGRESQL = (
    "CREATE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
    f"CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON {_TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION journal_refuses()",
    f"CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON {_TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_refuses()",
)


def guard(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """The triggers of this kind of database."""
    vendor = editor.connection.vendor
    for statement in _POSTGRESQL if vendor == "postgresql" else _SQLITE:
        editor.execute(statement)
    apps.get_model("web", "Chain").objects.create(pk=1)


class Migration(migrations.Migration):
    """Not reversible: a journal that can be un-guarded is none."""

    dependencies = (("web", "0001_initial"),)
    operations = (migrations.RunPython(guard),)
