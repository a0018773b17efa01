"""Work that takes longer than a page: asked for on a page, done by a worker."""

from django.db import models

from tamiz.web.models.people import Officer
from tamiz.web.models.runs import Programme


class Job(models.Model):
    """One piece of work. ``until`` is when a worker that says nothing more counts as dead.

    ``kind`` is of ``tamiz.web.jobs.kinds``; ``asked_by`` is None where Tamiz itself asks;
    ``cohort`` the name of the file that was brought;
    ``problem`` why it failed, in English, without personal data.
    """

    WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"

    kind = models.CharField(max_length=20)
    programme = models.ForeignKey(
        Programme, null=True, on_delete=models.PROTECT, related_name="jobs"
    )
    cohort = models.CharField(max_length=200, blank=True)
    asked_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="jobs")
    asked = models.DateTimeField()
    state = models.CharField(max_length=10, default=WAITING)
    worker = models.CharField(max_length=80, blank=True)
    until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    stage = models.CharField(max_length=20, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    came = models.JSONField(default=dict)
    problem = models.CharField(max_length=1000, blank=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("state", "id"), name="jobs_by_state"),)

    def __str__(self) -> str:
        return f"job {self.pk}"

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens to it."""
        return self.state in {self.DONE, self.FAILED}
