"""Second factors: who owes one, and that whoever owes one reaches nothing else.

One gate stands before every address, our own pages and allauth's alike. What it lets pass is a
list; an address that is not on it stays shut.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tamiz.casework.people import Role
from tamiz.web.models import Officer

_KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# The way to a second factor, and the way out. Recovery codes are shown after the first one.
OPEN = frozenset(
    {
        "factor", "language", "account_logout", "account_login", "openid_connect_login",
        "openid_connect_callback", "account_reauthenticate",
        "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn",
    }
)  # fmt: skip


def has_one(officer: Officer) -> bool:
    """Whether an account has a passkey or one-time codes."""
    return bool(is_mfa_enabled(officer, types=_KINDS))


def must_have_one(officer: Officer) -> bool:
    """Whether the roles ask for one, or nothing else could prove again who is there.

    An account that another provider logs in has no password: without a factor of its own, its
    step-up would ask for nothing.
    """
    if not officer.has_usable_password():
        return True
    roles = {Role(given.role) for given in officer.given.all()}
    return bool(roles & settings.SECOND_FACTOR_ROLES)


def owes_one(officer: Officer) -> bool:
    """Whether an account needs a second factor and has none."""
    return must_have_one(officer) and not has_one(officer)


class FactorMiddleware:
    """Sends whoever owes a second factor to the page where they set one up."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of a page."""
        return self._answer(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Nothing, where the address may be reached; Django calls it once it knows the address."""
        del view, args, kwargs
        match = request.resolver_match
        if match is not None and match.url_name in OPEN:
            return None
        if isinstance(request.user, Officer) and owes_one(request.user):
            return redirect("factor")
        return None
