"""Cases by applicant: an import asked for each of its transactions and read the whole programme."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The index of the programme alone goes: the new one begins with it."""

    dependencies = (("web", "0013_observations_read_by_rules"),)
    operations = (
        migrations.AddIndex(
            "case", models.Index(fields=["programme", "applicant"], name="cases_by_applicant")
        ),
        migrations.AlterField(
            "case",
            "programme",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="cases",
                to="web.programme",
            ),
        ),
    )
