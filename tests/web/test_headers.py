"""One fact each about headers, cookies and methods; the numbers are those of ASVS 5.0."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from waitress.adjustments import Adjustments
from waitress.proxy_headers import proxy_headers_middleware

from tamiz.casework import Role
from tamiz.web.headers import HEADERS
from tamiz.web.middleware import language_of
from tamiz.web.models import JournalEntry
from tamiz.web.server import Serving, through_proxy
from web_world import HOST, PASSWORD, Enter, Hire, code_of

# What answers there is: a page, a file, the API, and each kind of refusal from each layer.
ASKED: dict[str, Callable[[Client], Any]] = {
    "page": lambda client: client.get(reverse("me")),
    "way in": lambda _: Client(SERVER_NAME=HOST).get(reverse("account_login")),
    "redirect": lambda _: Client(SERVER_NAME=HOST).get(reverse("queue")),
    "not there": lambda client: client.get("/nothing/"),
    "without its slash": lambda client: client.get("/me"),
    "not allowed": lambda client: client.get(reverse("people")),
    "wrong method": lambda client: client.get(reverse("me_out")),
    "a NUL": lambda client: client.get("/?check=%00"),
    "another host": lambda client: client.get("/", headers={"host": "evil.example"}),
    "forged": lambda _: Client(SERVER_NAME=HOST, enforce_csrf_checks=True).post("/language/"),
    "file": lambda client: client.get("/static/web/none.css"),
    "API": lambda client: client.get("/api/healthz"),
    "API refused": lambda client: client.get("/api/cases"),
    "API, another host": lambda client: client.get(
        "/api/healthz", headers={"host": "evil.example"}
    ),
}


@pytest.fixture
def client(hire: Hire, enter: Enter) -> Client:
    """Somebody who is logged in; a fault of ours is answered as it would be."""
    found = enter(hire("ann", Role.OFFICER))
    found.raise_request_exception = False
    return found


@pytest.mark.parametrize("what", ASKED)
@pytest.mark.parametrize("name", HEADERS)
def test_every_answer_has_it(name: str, what: str, client: Client) -> None:
    assert name in ASKED[what](client).headers


@pytest.mark.parametrize("what", ASKED)
def test_no_answer_may_be_framed(what: str, client: Client) -> None:  # 3.4.6
    assert "frame-ancestors 'none'" in ASKED[what](client).headers["Content-Security-Policy"]


@pytest.mark.parametrize("what", ASKED)
def test_no_policy_lets_inline_code_run(what: str, client: Client) -> None:  # 3.4.3
    policy = ASKED[what](client).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "base-uri 'none'" in policy or what.startswith("API")


@pytest.mark.parametrize("what", ASKED)
def test_no_other_origin_may_read(what: str, client: Client) -> None:  # 3.4.2
    assert "Access-Control-Allow-Origin" not in ASKED[what](client).headers


@pytest.mark.parametrize("what", [one for one in ASKED if one != "redirect"])
def test_every_body_says_what_it_is(what: str, client: Client) -> None:  # 4.1.1
    answer = ASKED[what](client)

    assert not answer.content or answer.headers["Content-Type"].partition(";")[0] in {
        "text/html", "application/json",
    }  # fmt: skip


@pytest.mark.parametrize("where", ["/", "/account/login/", "/static/x.css", "/api/healthz"])
def test_trace_echoes_nothing(where: str, client: Client) -> None:  # 13.4.4
    answer = client.generic("TRACE", where, headers={"x-secret": "abc"})

    assert answer.status_code != HTTPStatus.OK
    assert b"abc" not in answer.content


@pytest.fixture
def over_tls(settings: Settings) -> None:
    """As behind a proxy that speaks TLS."""
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True


@pytest.mark.usefixtures("over_tls", "db")
def test_browsers_are_told_to_stay_with_tls() -> None:  # 3.4.1
    answer = Client(SERVER_NAME=HOST).get("/", headers={"x-forwarded-proto": "https"})

    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.usefixtures("over_tls", "db")
def test_a_page_in_the_clear_leads_to_tls() -> None:  # 4.1.2
    assert Client(SERVER_NAME=HOST).get("/me/").headers["Location"] == "https://localhost/me/"


@pytest.mark.usefixtures("over_tls", "db")
@pytest.mark.parametrize("where", ["/api/healthz", "/api/cases"])
def test_the_api_in_the_clear_refuses(where: str) -> None:  # 4.1.2
    assert Client(SERVER_NAME=HOST).get(where).status_code == HTTPStatus.BAD_REQUEST


@pytest.mark.usefixtures("over_tls")
@pytest.mark.parametrize("attribute", ["secure", "httponly"])
def test_the_session_is_for_tls_and_not_for_scripts(  # 3.3.1, 3.3.4
    attribute: str, hire: Hire
) -> None:
    hire("ann", Role.OFFICER)
    client = Client(SERVER_NAME=HOST, headers={"x-forwarded-proto": "https"})

    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})

    assert client.cookies["session"][attribute]


@pytest.mark.parametrize("name", ["session", "csrf"])
def test_a_cookie_goes_to_this_site_alone(name: str, hire: Hire) -> None:  # 3.3.2, 3.3.3
    hire("ann", Role.OFFICER)
    client = Client(SERVER_NAME=HOST)

    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})

    cookie = client.cookies[name]
    assert (cookie["samesite"], cookie["domain"], cookie["path"]) == ("Strict", "", "/")


def test_a_session_has_another_name_after_the_log_in(hire: Hire) -> None:  # 7.2.4
    hire("ann", Role.OFFICER)
    client = Client(SERVER_NAME=HOST)
    client.cookies["session"] = "a" * 32

    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})

    assert client.cookies["session"].value != "a" * 32


def test_a_session_has_another_name_after_proving_it_again(client: Client) -> None:  # 7.2.4
    before = client.cookies["session"].value

    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    assert client.cookies["session"].value != before


def test_a_session_that_ended_is_no_key_any_more(client: Client) -> None:  # 7.4.1
    kept = client.cookies["session"].value
    client.post(reverse("account_logout"))
    again = Client(SERVER_NAME=HOST)
    again.cookies["session"] = kept

    assert again.get(reverse("me")).status_code == HTTPStatus.FOUND


def test_a_browser_forgets_when_somebody_goes(client: Client) -> None:  # 14.3.1
    assert "cache" in client.post(reverse("account_logout")).headers["Clear-Site-Data"]


def test_how_somebody_came_is_noted(hire: Hire) -> None:  # 16.3.1
    hire("ann", Role.OFFICER)
    client = Client(SERVER_NAME=HOST)
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})

    client.post(reverse("mfa_authenticate"), {"code": code_of()})

    assert '"how":"password,totp"' in JournalEntry.objects.get(kind="logged_in").line.replace(
        "\\", ""
    )


def test_who_asks_for_what_they_may_not_is_noted(client: Client) -> None:  # 16.3.2
    client.get(reverse("people"))

    assert '"page":"people"' in JournalEntry.objects.get(kind="refused").line.replace("\\", "")


def behind(forwarded: str, *, peer: str) -> str:
    """The address that pages see where ``peer`` says that it forwards."""
    seen: dict[str, Any] = {}
    trusting = Adjustments(**through_proxy(Serving(folder=Path(), behind_tls=True)))
    app = proxy_headers_middleware(
        lambda environ, _start: seen.update(environ) or [],
        trusted_proxy=trusting.trusted_proxy, trusted_proxy_count=trusting.trusted_proxy_count,
        trusted_proxy_headers=trusting.trusted_proxy_headers,
        clear_untrusted=trusting.clear_untrusted_proxy_headers,
    )  # fmt: skip
    app({"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded, "HTTP_X_FORWARDED_PROTO": "https",
         "wsgi.url_scheme": "http", "SERVER_NAME": HOST, "SERVER_PORT": "80"}, None)  # fmt: skip
    return str(seen["REMOTE_ADDR"])


def test_attempts_count_against_the_address_that_the_proxy_saw() -> None:  # 15.3.4
    assert behind("198.51.100.9", peer="127.0.0.1") == "198.51.100.9"


def test_what_a_stranger_wrote_before_it_counts_nothing() -> None:  # 4.1.3
    assert behind("203.0.113.1, 198.51.100.9", peer="127.0.0.1") == "198.51.100.9"


def test_nobody_but_the_proxy_is_believed() -> None:  # 4.1.3
    assert behind("203.0.113.1", peer="198.51.100.9") == "198.51.100.9"


def test_an_unknown_language_is_english() -> None:
    request = HttpRequest()
    request.COOKIES["language"] = "../x"

    assert language_of(request).value == "en"
