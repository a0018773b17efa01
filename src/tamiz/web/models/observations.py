"""Forms for observations without an account, and observations that nobody has placed yet."""

from django.db import models

from tamiz.web.models.people import Officer
from tamiz.web.models.runs import Programme


class ObservationForm(models.Model):
    """A link by which somebody without an account can tell something; only its digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="forms")
    label = models.CharField(max_length=100)
    maker = models.ForeignKey(Officer, null=True, on_delete=models.SET_NULL, related_name="forms")
    made = models.DateTimeField()
    until = models.DateTimeField()
    closed = models.DateTimeField(null=True)

    @property
    def number(self) -> str:
        """What the journal calls it."""
        return f"f{self.pk}"

    def __str__(self) -> str:
        return f"{self.number} {self.label}"


class Unplaced(models.Model):
    """An observation that names nobody whom the programme has a case of, sealed under its own key.

    ``case`` is what its key is bound to, ``key`` and ``master`` as of a case; gone with the row.
    ``away_by`` says that it is about nobody here; another must say the same.
    """

    case = models.CharField(max_length=40, unique=True)
    key = models.CharField(max_length=120)
    master = models.CharField(max_length=16)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="unplaced")
    form = models.ForeignKey(ObservationForm, on_delete=models.PROTECT, related_name="unplaced")
    came = models.DateTimeField()
    sealed = models.TextField()
    away_by = models.ForeignKey(Officer, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"observation {self.pk}"
