"""What is counted and forgotten: attempts to log in, codes that were used."""

from django.db import models


class Counted(models.Model):
    """A value of JSON until an instant; ``key`` is the SHA-256 of what it is called."""

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    until = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.key[:12]
