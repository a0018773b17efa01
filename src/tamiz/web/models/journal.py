"""The journal as rows, the keys of cases, and decisions whose two officers the database keeps apart."""

from django.db import models
from django.db.models import F, Q

from tamiz.web.models.cases import Case
from tamiz.web.models.people import Officer


class JournalEntry(models.Model):
    """One entry; ``line`` is what its hash is taken over, the other columns are for finding it.

    Triggers in the database refuse to change or delete a row.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=20)
    case = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    hash = models.CharField(max_length=64)
    line = models.TextField()

    class Meta:
        indexes = (
            models.Index(fields=("case", "seq"), name="journal_of_a_case"),
            models.Index(fields=("kind", "seq"), name="journal_by_kind"),
            models.Index(fields=("actor", "seq"), name="journal_by_actor"),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"


class Chain(models.Model):
    """One row, locked by whoever writes the next entry, so that two never have the same number."""

    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"journal to {self.last}"


class CaseKey(models.Model):
    """The key that opens a case's entries, wrapped by the master key; gone when it is erased."""

    case = models.CharField(max_length=20, primary_key=True)
    key = models.CharField(max_length=120)
    master = models.CharField(max_length=16)

    def __str__(self) -> str:
        return f"key of {self.case}"


class Ruled(models.Model):
    """A decision that was made: by whom, checked by whom, on which evidence.

    The journal has it whole. Here stands what the database itself holds: nobody checks their own.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="ruled")
    entry = models.OneToOneField(JournalEntry, on_delete=models.PROTECT)
    ruling = models.CharField(max_length=10)
    maker = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="made")
    checker = models.ForeignKey(
        Officer, null=True, on_delete=models.PROTECT, related_name="checked"
    )
    needed = models.BooleanField()
    at = models.DateTimeField()
    evidence = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(checker=None) | ~Q(checker=F("maker")), name="nobody_checks_their_own"
            ),
            models.CheckConstraint(
                condition=Q(needed=False) | Q(checker__isnull=False),
                name="four_eyes_where_they_are_needed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.ruling}"
