"""Who comes and goes, who tried, and whose second factor changed, for the journal."""

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import authentication_step_completed, password_changed
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.http import HttpRequest

from tamiz.web import accounts, journaling, logins
from tamiz.web.clock import now
from tamiz.web.models import Officer
from tamiz.web.sessions import tidy


def listen() -> None:
    """Note every log-in, log-out and change of a factor from now on."""
    user_login_failed.connect(_failed, dispatch_uid="tamiz.failed")
    authentication_failed.connect(_failed_code, dispatch_uid="tamiz.code")
    for signal in (authenticator_added, authenticator_removed, authenticator_reset):
        signal.connect(_other_factor, dispatch_uid="tamiz.factor")
    authentication_step_completed.connect(_proved_again, dispatch_uid="tamiz.again")
    password_changed.connect(_password, dispatch_uid="tamiz.password")
    user_logged_in.connect(_came, dispatch_uid="tamiz.came")
    user_logged_out.connect(_went, dispatch_uid="tamiz.went")


def _came(user: Officer, request: HttpRequest, **_told: object) -> None:
    how = ",".join(
        str(one.get("type") or one["method"]) for one in get_authentication_records(request, user)
    )
    logins.begin(request.session, request.headers.get("User-Agent", ""), int(now().timestamp()))
    with transaction.atomic():
        journaling.note(user.number, "logged_in", how=how)
    tidy(now())


def _proved_again(request: HttpRequest, *, reauthenticated: bool = False, **_told: object) -> None:
    """A session that may do more than before gets another name."""
    if reauthenticated:
        request.session.cycle_key()


def _went(user: Officer | None, **_told: object) -> None:
    if user is not None:
        _note(user, "logged_out")


def _password(user: Officer, **_told: object) -> None:
    _note(user, "password_set")


def _failed(credentials: dict[str, str], **_told: object) -> None:
    """A wrong password."""
    with transaction.atomic():
        journaling.note(accounts.number_of(credentials.get("username", "")), "login_failed")


def _failed_code(user: Officer, **_told: object) -> None:
    """A wrong code; whoever typed it knows the password."""
    _note(user, "code_failed")


def _other_factor(user: Officer, request: HttpRequest, **_told: object) -> None:
    """Whoever else is logged in to the account proves anew who they are."""
    accounts.end_sessions(user)
    update_session_auth_hash(request, user)
    _note(user, "factor_changed")


def _note(user: Officer, kind: str) -> None:
    with transaction.atomic():
        journaling.note(user.number, kind)
