"""Who gets in: every endpoint tried by every role, without a token, with one that is no more."""

import json
import time
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tamiz.casework import Role
from tamiz.errors import UsageError
from tamiz.web.api import tokens
from tamiz.web.api.door import PLACES
from tamiz.web.api.route import Route
from tamiz.web.api.routes import ROUTES
from tamiz.web.clock import now
from tamiz.web.models import Case, JournalEntry, Officer, Programme, Token
from tamiz.web.models.people import GIVEN
from tamiz.web.server import THREADS
from web_api_world import SERHII, Asks, Program
from web_world import Hire, hired

GUARDED = [route for route in ROUTES if not route.is_public]
REFUSED = {401, 403}
# Which role reaches which endpoint, by hand and not from the routes' own acts: a wrong act is found.
LISTS = {
    "match/{dataset}", "search/{dataset}", "entities/{entity}", "catalog", "algorithms", "health",
    "reconcile/{dataset}", "reconcile/{dataset}/suggest/entity", "reconcile/{dataset}/suggest/type",
    "reconcile/{dataset}/suggest/property", "reconcile/{dataset}/extend/property",
    "reconcile/{dataset}/preview/{entity}",
}  # fmt: skip
CASES = {"cases", "cases/{number}", "decisions"}
REACHED = {
    # Without a programme ``dossiers`` tells the findings, which intake may not see.
    Role.INTAKE: LISTS, Role.LIST_MANAGER: LISTS, Role.AUDITOR: LISTS | CASES,
    Role.OFFICER: LISTS | CASES | {"dossiers"}, Role.SENIOR: LISTS | CASES | {"dossiers"},
}  # fmt: skip


def address(route: Route, number: int = 1) -> str:
    """An address of the endpoint."""
    return route.path.format(dataset="default", entity=SERHII, number=number)


def ask(client: Client, route: Route, token: str = "", *, number: int = 1) -> Any:
    """The answer to the endpoint's first method."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    where = f"/api/{address(route, number)}"
    if route.methods[0] == "POST":
        return client.post(where, b"{}", content_type="application/json", headers=headers)
    return client.get(where, headers=headers)


@pytest.fixture
def client() -> Client:
    return Client(SERVER_NAME="localhost")


@pytest.mark.parametrize("route", GUARDED, ids=lambda route: route.path)
@pytest.mark.usefixtures("db")
def test_without_a_token_nothing_is_answered(route: Route, client: Client) -> None:
    answers = [ask(client, route), ask(client, route, "tamiz_" + "x" * 43)]

    assert [one.status_code for one in answers] == [401, 401]
    assert answers[0].headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("role", GIVEN)
def test_a_role_reaches_the_endpoints_of_its_acts_and_no_other(
    role: Role, client: Client, north: Programme, hire: Hire
) -> None:
    token = tokens.make(hire("service", role, programmes=(north,)), role, name="t")
    reached = {
        route.path: ask(client, route, token).status_code not in REFUSED for route in GUARDED
    }

    assert {path for path, may in reached.items() if may} == REACHED.get(role, set())


def test_a_session_of_a_browser_opens_nothing_here(case_of: Case, hire: Hire) -> None:
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(hire("browses", Role.OFFICER))

    assert browser.get(f"/api/cases/{case_of.pk}").status_code == 401


def test_a_token_that_was_revoked_here_opens_nothing_from_that_moment(asks: Asks) -> None:
    program = asks()
    assert program.get("catalog").status_code == 200

    tokens.revoke(Token.objects.get().pk)

    assert program.get("catalog").status_code == 401


@pytest.mark.parametrize("how", ["revoked", "old", "closed", "role taken"])
def test_a_token_that_is_no_more_opens_nothing_after_a_few_seconds(
    how: str, asks: Asks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As another process changes it: this one believes the database for as long as it says."""
    moment = time.monotonic()
    monkeypatch.setattr("tamiz.web.api.tokens.time.monotonic", lambda: moment)
    program = asks()
    assert program.get("catalog").status_code == 200
    if how == "revoked":
        Token.objects.update(revoked=now())
    elif how == "old":
        Token.objects.update(until=now() - timedelta(seconds=1))
    elif how == "closed":
        Officer.objects.update(is_active=False)
    else:
        Officer.objects.get().given.all().delete()

    moment += tokens.TRUSTED + 0.1

    assert program.get("catalog").status_code in REFUSED
    assert tokens.TRUSTED <= 5


def test_a_token_expires_to_the_second_even_while_it_is_believed(
    asks: Asks, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = asks()
    assert program.get("catalog").status_code == 200

    later = now() + timedelta(days=tokens.DAYS, seconds=1)
    monkeypatch.setattr("tamiz.web.api.tokens.now", lambda: later)

    assert program.get("catalog").status_code == 401


def test_only_a_digest_of_a_token_is_kept(asks: Asks) -> None:
    program = asks()

    row = Token.objects.get()
    assert program.token not in {str(value) for value in vars(row).values()}
    assert row.digest == tokens.digest_of(program.token)
    assert all(program.token not in entry.line for entry in JournalEntry.objects.all())


def test_nobody_makes_a_token_that_may_more_than_the_account(
    north: Programme, south: Programme
) -> None:
    officer = hired("narrow", Role.OFFICER, programmes=(north,))

    with pytest.raises(UsageError):
        tokens.make(officer, Role.SENIOR, name="t")
    with pytest.raises(UsageError):
        tokens.make(officer, Role.OFFICER, name="t", programmes=(south,))


def test_a_token_may_reach_less_than_the_account(north: Programme, south: Programme) -> None:
    officer = hired("wide", Role.OFFICER, programmes=(north, south))
    token = tokens.make(officer, Role.OFFICER, name="t", programmes=(north,))

    told = Program(Client(SERVER_NAME="localhost"), token).get("cases", limit=200).json()

    assert {one["programme"] for one in told["cases"]} == {"north"}


@pytest.mark.parametrize("header", ["apikey", "ApiKey", "Bearer", "bearer"])
def test_clients_of_yente_send_their_key_as_they_do(header: str, asks: Asks) -> None:
    program = asks()

    answer = program.client.get(
        "/api/catalog", headers={"authorization": f"{header} {program.token}"}
    )

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic eDp5", "Bearer " + "x" * 500, "Bearer é"]
)
@pytest.mark.usefixtures("db")
def test_an_odd_header_is_no_token(header: str, client: Client) -> None:
    assert client.get("/api/catalog", headers={"authorization": header}).status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("get", "nothing", 404), ("get", "match/default", 405), ("put", "cases", 405),
     ("get", "cases/0", 404), ("get", "cases/x", 404), ("get", "", 404), ("delete", "cases/1", 405)],
)  # fmt: skip
@pytest.mark.usefixtures("db")
def test_what_is_not_there_is_told_as_json(
    method: str, path: str, status: int, client: Client
) -> None:
    answer = getattr(client, method)(f"/api/{path}")

    assert answer.status_code == status
    assert json.loads(answer.content)["detail"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert int(answer.headers["Content-Length"]) == len(answer.content)


@pytest.mark.usefixtures("db")
def test_a_foreign_host_is_refused(client: Client) -> None:
    assert client.get("/api/healthz", headers={"host": "evil.example"}).status_code == 400


def test_what_a_program_asks_of_lists_is_noted_once_a_minute(asks: Asks) -> None:
    program = asks()
    for _ in range(3):
        program.match({"name": "Somebody"})

    entries = JournalEntry.objects.filter(kind="lists_asked")
    assert [json.loads(json.loads(one.line)["payload"])["token"] for one in entries] == [
        "t" + str(Token.objects.get().pk)
    ]
    assert b"Somebody" not in entries[0].line.encode()


def test_a_question_about_an_id_is_noted_whether_or_not_somebody_has_it(asks: Asks) -> None:
    asks().get("entities/nobody")

    assert JournalEntry.objects.filter(kind="lists_asked").count() == 1


@pytest.mark.parametrize(
    ("path", "origin", "told"),
    [
        ("reconcile/default", "http://127.0.0.1:3333", True),
        ("reconcile/default/suggest/entity", "http://localhost:3333", True),
        ("reconcile/nothing", "http://localhost", True),
        ("reconcile/default", "http://evil.example", False),
        ("reconcile/default", "http://localhost.evil.example", False),
        ("reconcile/default", "http://localhost:3333.evil.example", False),
        ("reconcile/default", "https://localhost:3333", False),
        ("reconcile/default", "null", False),
        ("catalog", "http://127.0.0.1:3333", False),
        ("cases", "http://127.0.0.1:3333", False),
    ],
)
def test_only_pages_of_the_own_machine_read_the_service_for_openrefine(
    path: str, origin: str, told: bool, asks: Asks
) -> None:
    program = asks()

    answer = program.client.get(
        f"/api/{path}", {"api_key": program.token},
        headers={"origin": origin, "authorization": f"Bearer {program.token}"},
    )  # fmt: skip

    assert answer.headers.get("Access-Control-Allow-Origin") == (origin if told else None)
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == (
        "cross-origin" if told else "same-origin"
    )


def test_long_questions_leave_threads_for_everybody_else(asks: Asks) -> None:
    program = asks()
    taken = 0
    while PLACES.acquire(blocking=False):
        taken += 1
    try:
        refused, other = program.get("search/default", q="x"), program.get("catalog")
    finally:
        for _ in range(taken):
            PLACES.release()

    assert 0 < taken < THREADS
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "1")
    assert other.status_code == 200
    assert program.get("search/default", q="x").status_code == 200


def test_a_place_is_free_again_after_a_fault(asks: Asks) -> None:
    program = asks()

    answers = {program.get("search/default", limit="x").status_code for _ in range(2 * THREADS)}

    assert answers == {400}
