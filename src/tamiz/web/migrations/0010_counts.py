"""Counts of attempts as JSON; the table of pickles that held them goes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """What was counted before is forgotten: a few minutes of attempts."""

    dependencies = (("web", "0009_jobs"),)
    operations = (
        migrations.RunSQL("DROP TABLE IF EXISTS web_cache"),
        migrations.CreateModel(
            name="Counted",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("value", models.JSONField()),
                ("until", models.DateTimeField(db_index=True, null=True)),
            ],
        ),
    )
