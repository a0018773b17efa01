"""Each case keeps when the screening began that it knows: the dossiers of a day are one run."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

BEGAN = "started"  # in the summary of a run
LONGEST = 20


def keep(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """What the runs of cases say."""
    case = apps.get_model("web", "Case")
    for run in apps.get_model("web", "Run").objects.only("pk", "summary").iterator():
        began = str(run.summary.get(BEGAN) or "").replace("\0", "")[:LONGEST]
        case.objects.filter(run=run.pk).update(screened=began)


class Migration(migrations.Migration):
    """One column, and what is known of the cases that are there."""

    dependencies = (("web", "0014_cases_by_applicant"),)
    operations = (
        migrations.AddField(
            "case", "screened", models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    )  # fmt: skip
