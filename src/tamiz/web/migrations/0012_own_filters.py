from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("web", "0011_observations_by_a_form"),
    ]

    operations = [
        migrations.AddField(
            model_name="officer",
            name="filters",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
