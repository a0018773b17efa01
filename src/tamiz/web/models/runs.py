"""Programmes, which are the compartments, and the runs whose results came in."""

from django.db import models


class Programme(models.Model):
    """A programme or agency: whoever has no share in it sees nothing of its cases."""

    key = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name

    @property
    def is_invented(self) -> bool:
        """Whether anybody in it is of a run with invented people: every page and paper says so."""
        return self.runs.filter(invented=True).exists()


class Run(models.Model):
    """Results of ``tamiz screen`` that were taken in; ``summary`` is its ``run.json``.

    ``finished`` is None while the import goes on, or when it was cut off and begins again.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="runs")
    cohort = models.CharField(max_length=300)
    findings_sha256 = models.CharField(max_length=64)
    screened_on = models.DateField(null=True)
    summary = models.JSONField()
    invented = models.BooleanField(default=False)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "findings_sha256"), name="a_run_comes_in_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.programme.key} {self.cohort} {self.screened_on}"
