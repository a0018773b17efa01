"""Cases as the queue needs them: narrow rows with indexes.

What a case is stands in the journal, sealed; a row is what its events come to, kept so that a
queue of 50,000 can be counted and sorted.
"""

from django.db import models

from tamiz.casework import CaseKind
from tamiz.web.models.people import Officer
from tamiz.web.models.runs import Programme, Run

_OPEN = models.Q(is_open=True)


class Case(models.Model):
    """One applicant in one programme whom somebody must look at, or what they contest.

    ``about`` is the case that an appeal or a correction is about; None for a screening.
    ``observed`` counts the observations filed with it, ``weighed`` those of them that the rules
    about background have read. ``screened`` is when the screening began that it knows, as the run
    says it: many dossiers are one run.
    """

    # The index by applicant begins with it.
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="cases", db_index=False
    )
    applicant = models.CharField(max_length=200)
    name = models.CharField(max_length=300, blank=True)
    row = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=12, default=CaseKind.SCREENING.value)
    about = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="contested_by"
    )
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="cases")
    queue = models.CharField(max_length=10)
    rule = models.CharField(max_length=100)
    state = models.CharField(max_length=30, default="open")
    is_open = models.BooleanField(default=True)
    rank = models.IntegerField(default=0)
    check_name = models.CharField(max_length=60, blank=True)
    probability = models.FloatField(null=True)
    bits = models.FloatField(null=True)
    group = models.CharField(max_length=64, blank=True)
    due = models.DateTimeField(null=True)
    opened = models.DateTimeField()
    changed = models.DateTimeField()
    news = models.CharField(max_length=20, blank=True)
    assigned = models.ForeignKey(
        Officer, null=True, on_delete=models.SET_NULL, related_name="assigned"
    )
    maker = models.ForeignKey(
        Officer, null=True, on_delete=models.SET_NULL, related_name="proposed"
    )
    held_until = models.DateTimeField(null=True)
    evidence = models.CharField(max_length=64)
    has_cleared = models.BooleanField(default=False)
    observed = models.PositiveIntegerField(default=0)
    weighed = models.PositiveIntegerField(default=0)
    words = models.TextField(blank=True)
    screened = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "applicant"),
                condition=models.Q(about=None),
                name="an_applicant_is_screened_once",
            ),
        )
        # Of open cases only: a condition that SQLite can use, and small however many are decided.
        # An import looks for applicants: by another index it would read all of the programme.
        indexes = (
            models.Index(fields=("programme", "rank", "id"), condition=_OPEN, name="queue_by_rank"),
            models.Index(fields=("programme", "due", "id"), condition=_OPEN, name="queue_by_due"),
            models.Index(
                fields=("programme", "check_name", "rank", "id"),
                condition=_OPEN,
                name="queue_by_check",
            ),
            models.Index(fields=("assigned", "rank", "id"), condition=_OPEN, name="queue_of_one"),
            models.Index(
                fields=("programme", "state", "rank", "id"), condition=_OPEN, name="queue_by_state"
            ),
            models.Index(fields=("programme", "group"), condition=_OPEN, name="queue_by_group"),
            models.Index(fields=("programme", "applicant"), name="cases_by_applicant"),
            models.Index(
                fields=("programme", "applicant"),
                condition=models.Q(observed__gt=0),
                name="cases_observed",
            ),
        )

    @property
    def key(self) -> str:
        """What casework and the journal call it."""
        return f"C{self.pk}"

    def __str__(self) -> str:
        return self.key


class CaseSides(models.Model):
    """What both sides of a case's pairs said at the last screening, for clearances.

    ``sides`` is ``tamiz.casework.Sides`` as JSON, folded; ``written`` the same as both wrote it,
    for officers to read.
    """

    case = models.OneToOneField(
        Case, primary_key=True, on_delete=models.CASCADE, related_name="sides"
    )
    sides = models.JSONField()
    written = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"sides of {self.case_id}"


class CaseFinding(models.Model):
    """One finding of a case, for filters and for the verdict on it.

    ``key`` is what casework calls it (``tamiz.casework.evidence.finding_id``): it stays the same
    from run to run as long as the same is said.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="findings")
    key = models.CharField(max_length=16)
    check_name = models.CharField(max_length=60)
    outcome = models.CharField(max_length=20)
    probability = models.FloatField(null=True)
    bits = models.FloatField(null=True)
    listed = models.CharField(max_length=300, blank=True)
    other = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "key"), name="a_question_is_asked_once"),
        )
        indexes = (models.Index(fields=("listed",), name="findings_by_listed"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.key}"
