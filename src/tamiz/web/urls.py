"""The addresses: our pages, and those parts of allauth that are used."""

from allauth.account import views as accounts
from django.urls import include, path
from django.views.generic import RedirectView

from tamiz.web import issuer
from tamiz.web.oidc import PROVIDER
from tamiz.web.pages import PAGES, guarded
from tamiz.web.views import errors

urlpatterns = [
    *(path(page.path, guarded(page), name=page.name) for page in PAGES),
    path("account/login/", accounts.login, name="account_login"),
    path("account/logout/", accounts.logout, name="account_logout"),
    path("account/again/", accounts.reauthenticate, name="account_reauthenticate"),
    path("account/password/", accounts.password_change, name="account_change_password"),
    path("account/factors/", include("allauth.mfa.urls")),
    # The unit's identity provider; without one both are not there.
    path("account/outside/", issuer.login, {"provider_id": PROVIDER}, name="openid_connect_login"),
    path(
        "account/outside/back/",
        issuer.callback,
        {"provider_id": PROVIDER},
        name="openid_connect_callback",
    ),
    # allauth asks where it is; nobody signs up.
    path("account/closed/", RedirectView.as_view(url="/"), name="account_signup"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
