"""How many observations a case has, and how many of them the rules about background have read."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Count


def count(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    """Those that were filed before: the kind of an entry stands in the clear."""
    entries = apps.get_model("web", "JournalEntry").objects.filter(kind="observed")
    erased = apps.get_model("web", "Case").objects.filter(state="erased")
    gone = {f"C{pk}" for pk in erased.values_list("pk", flat=True)}
    for one in entries.values("case").annotate(many=Count("seq")).order_by():
        if one["case"] not in gone:
            row = apps.get_model("web", "Case").objects.filter(pk=int(one["case"][1:]))
            row.update(observed=one["many"])


class Migration(migrations.Migration):
    """What was filed before is read with the next import, or the next thing filed."""

    dependencies = (("web", "0012_own_filters"),)
    operations = (
        migrations.AddField("case", "observed", models.PositiveIntegerField(default=0)),
        migrations.AddField("case", "weighed", models.PositiveIntegerField(default=0)),
        migrations.AddIndex(
            "case",
            models.Index(
                condition=models.Q(("observed__gt", 0)),
                fields=["programme", "applicant"],
                name="cases_observed",
            ),
        ),
        migrations.AlterField(
            "job",
            "asked_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="jobs",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    )
