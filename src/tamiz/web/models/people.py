"""Who works here: accounts, the roles that were given to them, links that open an account."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac

from tamiz.casework.people import Role
from tamiz.web.models.runs import Programme
from tamiz.wording import Language

LANGUAGES = [
    (Language.ENGLISH.value, "English"),
    (Language.SPANISH.value, "Español"),
    (Language.UKRAINIAN.value, "Українська"),
]
# Roles of people; the engine and the form are no accounts.
GIVEN = tuple(role for role in Role if role not in {Role.ENGINE, Role.FORM})


class Officer(AbstractUser):
    """Somebody with an account. The journal knows them as ``number``, never by a name."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=LANGUAGES, default=Language.ENGLISH.value)
    keys_on = models.BooleanField(default=True)
    # Their own keys by the name of the shortcut; the usual ones are not in it.
    keys = models.JSONField(default=dict, blank=True)
    # Filters of the queue that they keep under a name (``tamiz.web.own_filters``).
    filters = models.JSONField(default=list, blank=True)
    programmes = models.ManyToManyField(Programme, related_name="people", blank=True)
    # Every session carries a digest of it, so that one more ends all of them.
    sessions = models.PositiveIntegerField(default=0)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    @property
    def number(self) -> str:
        """What the journal calls them."""
        return f"p{self.pk}"

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must carry: it changes with the password and with ``sessions``."""
        return salted_hmac(
            "tamiz.web.Officer.sessions", f"{self.password}:{self.sessions}", secret=secret,
            algorithm="sha256",
        ).hexdigest()  # fmt: skip

    def __str__(self) -> str:
        return self.full_name or self.username


class RoleGiven(models.Model):
    """A role that somebody has."""

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="given")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in GIVEN])

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("officer", "role"), name="a_role_is_given_once"),
        )

    def __str__(self) -> str:
        return f"{self.officer.number} {self.role}"


class Invitation(models.Model):
    """A link that works once and sets a password; only its digest is kept.

    Without an officer it makes the first administrator.
    """

    digest = models.CharField(max_length=64, unique=True)
    officer = models.ForeignKey(Officer, null=True, on_delete=models.CASCADE)
    until = models.DateTimeField()
    used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"invitation {self.pk}"
