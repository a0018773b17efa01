"""What an identity provider answers is checked in full, also where the standard would let it pass.

allauth reads a token that came straight from the provider without checking its signature, which
OpenID Connect allows over TLS. Here every signature is checked, by an algorithm with a public key,
and settings are believed only of the issuer that the unit named.
"""

import secrets
from collections.abc import Callable
from typing import Any

import jwt
from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from requests import RequestException

from tamiz.web.outside import refusal

ALGORITHMS = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"}
)

_NONCE = "nonce"  # in the session, until the token of this log-in came
_NONCE_BYTES = 32  # of randomness

View = Callable[[HttpRequest], HttpResponse]


class Checked(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """allauth's client, stricter."""

    def get_provider(self) -> OpenIDConnectProvider:
        """The provider, which is sent a nonce of this browser's: its token must bring it back."""
        provider = super().get_provider()
        nonce = self.request.session.setdefault(_NONCE, secrets.token_urlsafe(_NONCE_BYTES))
        provider.app.settings = provider.app.settings | {"auth_params": {"nonce": nonce}}
        return provider

    @property
    def openid_config(self) -> dict[str, Any]:
        """The provider's settings.

        Raises:
            OAuth2Error: they are another's.
        """
        told: dict[str, Any] = super().openid_config
        if settings.OIDC is None or told.get("issuer") != settings.OIDC.issuer:
            raise OAuth2Error("the provider calls itself otherwise")
        return told

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        """What a token says.

        Raises:
            OAuth2Error: it is not the provider's, not for us, not of today, or of another log-in.
        """
        try:
            algorithm = jwt.get_unverified_header(id_token).get("alg")
        except jwt.PyJWTError as error:
            raise OAuth2Error("Invalid id_token") from error
        if algorithm not in ALGORITHMS:
            raise OAuth2Error("an algorithm that is not taken")
        told: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token, keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"], audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )  # fmt: skip
        if told.get("nonce") != self.request.session.pop(_NONCE):
            raise OAuth2Error("a token of another log-in")
        return told


def _answered(request: HttpRequest, view: View) -> HttpResponse:
    """What a view of allauth's answers; a provider that is not there, or talks nonsense, lets nobody in.

    Raises:
        Http404: the unit has no provider.
    """
    if settings.OIDC is None:
        raise Http404
    try:
        return view(request)
    except (OAuth2Error, RequestException, KeyError, ValueError):
        return refusal(request)


@login_not_required  # type: ignore[untyped-decorator]
def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The way to the provider."""
    return _answered(request, OAuth2LoginView.adapter_view(Checked(request, provider_id)))


@login_not_required  # type: ignore[untyped-decorator]
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the provider sends somebody back to."""
    return _answered(request, OAuth2CallbackView.adapter_view(Checked(request, provider_id)))
