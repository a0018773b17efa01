"""Tokens by which programs ask: only their digest is kept."""

from django.db import models

from tamiz.web.models.people import GIVEN, LANGUAGES, Officer
from tamiz.web.models.runs import Programme


class Token(models.Model):
    """Acts for an account, in one of its roles, for one purpose; never more than the account may.

    Without ``programmes`` it reaches those of the account.
    """

    digest = models.CharField(max_length=64, unique=True)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in GIVEN])
    programmes = models.ManyToManyField(Programme, related_name="tokens", blank=True)
    purpose = models.CharField(max_length=20)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="en")
    made = models.DateTimeField()
    until = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    @property
    def number(self) -> str:
        """What the journal calls it."""
        return f"t{self.pk}"

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
