"""Who comes from the unit's identity provider: nobody whom a people administrator did not let in.

The provider says who somebody is and nothing else: no account is made, and no role is taken, from
what it says. An account is found by the provider's own name for it (``sub``); the first time, by an
address that the provider has verified and that an administrator wrote into the account.
"""

from typing import NoReturn

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tamiz.web import journaling
from tamiz.web.clock import now
from tamiz.web.models import Invitation, Officer


class Outside(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """What allauth asks of a log-in from outside."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in whose account it is, or tie it to the account whose address it has.

        Raises:
            ImmediateHttpResponse: neither is so.
        """
        told = sociallogin.account.extra_data
        if not _is_sound(told):
            _refuse(request)
        sociallogin.account.extra_data = {}  # claims about people that nobody here needs
        if sociallogin.is_existing:
            sociallogin.account.save(update_fields=["extra_data"])
            return
        officer = _invited(told)
        if officer is None:
            _refuse(request)
        with transaction.atomic():
            sociallogin.connect(request, officer)
            Invitation.objects.filter(officer=officer, used=None).update(used=now())
            journaling.note(officer.number, "login_tied")

    def get_requests_session(self) -> requests.Session:
        """A client that goes where the settings file says and nowhere else."""
        session: requests.Session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """No: a people administrator lets people in."""
        return False

    def on_authentication_error(
        self, request: HttpRequest, *_told: object, **_more: object
    ) -> None:
        """Say that it did not work, and nothing of why.

        Raises:
            ImmediateHttpResponse: always.
        """
        _refuse(request)


def _is_sound(told: dict[str, dict[str, object]]) -> bool:
    """Whether the provider's two answers are about one person, and are its own."""
    token, more = told.get("id_token"), told.get("userinfo")
    provider = settings.OIDC
    if provider is None or not token or token.get("iss") != provider.issuer:
        return False
    return more is None or more.get("sub") == token.get("sub")


def _invited(told: dict[str, dict[str, object]]) -> Officer | None:
    """The open account that has the verified address, and was tied to nobody before."""
    known = told["id_token"] | (told.get("userinfo") or {})
    address = str(known.get("email") or "")
    if not address or known.get("email_verified") is not True:
        return None
    found = list(Officer.objects.filter(email__iexact=address, is_active=True)[:2])
    if len(found) != 1 or SocialAccount.objects.filter(user=found[0]).exists():
        return None
    return found[0]


def refusal(request: HttpRequest) -> HttpResponse:
    """The page for who was not let in; nothing of why stands there."""
    return render(request, "web/error.html", {"code": "error.outside"}, status=403)


def _refuse(request: HttpRequest) -> NoReturn:
    raise ImmediateHttpResponse(refusal(request))
