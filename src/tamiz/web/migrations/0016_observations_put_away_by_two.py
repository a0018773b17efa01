"""An observation is put away by two officers: who said so first."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Nobody has said so of any that waits."""

    dependencies = (("web", "0015_cases_know_when_they_were_screened"),)
    operations = (
        migrations.AddField(
            "unplaced",
            "away_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    )
