"""How accounts come to be: never by themselves, always by a link that works once."""

import hashlib
import secrets
from datetime import timedelta

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse

from tamiz.casework.people import Role
from tamiz.web import journaling
from tamiz.web.clock import now
from tamiz.web.models import Invitation, Officer, RoleGiven

TOKEN_BYTES = 32  # of randomness in a link
VALID = timedelta(hours=48)  # a link that lies about longer than a weekend is a risk
USERNAME = 200  # signs of a name that are looked up
# The first administrator can let others in and look after the system, and sees no case.
FIRST_ROLES = (Role.PEOPLE_ADMIN, Role.SYSTEM_ADMIN)


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Tells allauth that nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's call
        """No: a people administrator lets people in."""
        return False

    def _get_login_attempts_cache_key(self, _request: HttpRequest, **credentials: str) -> str:
        """What wrong passwords of an account are counted under.

        allauth takes the name of the site into it, port included: whoever asked for another port
        each time would never have been stopped. A database that compares capitals takes ı for i.
        """
        return credentials.get("username", "").upper().casefold()

    def pre_authenticate(self, request: HttpRequest, **credentials: str) -> None:
        """Nothing, as long as the password may be tried; that it may not is noted.

        Raises:
            ValidationError: it was tried too often.
        """
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            with transaction.atomic():
                journaling.note(number_of(credentials.get("username", "")), "login_stopped")
            raise

    def respond_user_inactive(self, request: HttpRequest, user: Officer) -> HttpResponse:  # noqa: ARG002
        """Nothing of an account that was closed, whatever it proves.

        Raises:
            PermissionDenied: always.
        """
        raise PermissionDenied


def number_of(username: str) -> str:
    """What the journal calls an account; "" where there is none, for people type passwords there."""
    found = Officer.objects.filter(username__iexact=username[:USERNAME]).first()
    return "" if found is None else found.number


def invite(officer: Officer | None) -> str:
    """The token of a new link for an account, or for the first administrator; it is told once.

    Earlier links to the same account end with it.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    Invitation.objects.filter(officer=officer, used=None).update(used=now())
    Invitation.objects.create(digest=_digest(token), officer=officer, until=now() + VALID)
    return token


def invitation(token: str) -> Invitation | None:
    """The invitation of a token; None if it is unknown, used or too old, or the account closed."""
    found = Invitation.objects.filter(digest=_digest(token), used=None, until__gt=now())
    told = found.select_related("officer").first()
    closed = told is not None and told.officer is not None and not told.officer.is_active
    return None if closed else told


def has_administrator() -> bool:
    """Whether there is somebody who can let others in."""
    return RoleGiven.objects.filter(role=Role.PEOPLE_ADMIN, officer__is_active=True).exists()


def accept(token: str, *, password: str, username: str = "", full_name: str = "") -> Officer | None:
    """Use up an invitation: set the password, and make the first administrator if it is theirs.

    None if somebody used it in the meantime.
    """
    with transaction.atomic():
        found = invitation(token)
        if found is None or (found.officer is None and has_administrator()):
            return None
        used = Invitation.objects.filter(pk=found.pk, used=None).update(used=now())
        if not used:
            return None
        officer = found.officer or _first(username, full_name)
        officer.set_password(password)
        officer.save(update_fields=["password"])
        # Who needs a new link has lost what they had: nothing of it opens the account any more.
        Authenticator.objects.filter(user=officer).delete()
        SocialAccount.objects.filter(user=officer).delete()
        end_sessions(officer)
        journaling.note(officer.number, "link_used")
        return officer


def end_sessions(officer: Officer) -> None:
    """Log an account out everywhere."""
    Officer.objects.filter(pk=officer.pk).update(sessions=F("sessions") + 1)
    officer.refresh_from_db(fields=["sessions"])


def _first(username: str, full_name: str) -> Officer:
    officer = Officer.objects.create(username=username, full_name=full_name)
    give(officer, *FIRST_ROLES)
    journaling.note(
        officer.number, "person_set", person=officer.number, open="true", programmes="",
        roles=",".join(sorted(role.value for role in FIRST_ROLES)),
    )  # fmt: skip
    return officer


def give(officer: Officer, *roles: Role) -> None:
    """Give somebody exactly these roles."""
    officer.given.exclude(role__in=[role.value for role in roles]).delete()
    for role in roles:
        RoleGiven.objects.get_or_create(officer=officer, role=role.value)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
