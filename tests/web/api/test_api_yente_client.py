"""The client that OpenSanctions publishes works unchanged, through the WSGI application itself."""

from collections.abc import Iterator

import httpx
import pytest
import yente_client
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections

from web_api_world import FIRM, LIST, SERHII, Asks


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """Keeps the test's transaction open: the application closes connections after a request."""
    ends = (signals.request_started, signals.request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture
def client(asks: Asks, _one_connection: None) -> Iterator[yente_client.Client]:
    with yente_client.Client(
        api_key=asks().token,
        base_url="http://localhost/api",
        app_name="tests",
        transport=httpx.WSGITransport(app=WSGIHandler()),
    ) as found:
        yield found


def test_it_matches_a_person(client: yente_client.Client) -> None:
    person = yente_client.Person(firstName="Serhii", lastName="Vymyslenko", birthDate="1988-04-12")

    found = client.match(person, datasets=[LIST], threshold=0.7)

    assert found.top is not None
    assert (found.top.id, found.top.match, found.total.value) == (SERHII, True, 1)
    assert "birth_date" in found.top.contributing_explanations
    assert [one.id for one in found.matches] == [SERHII]


def test_it_matches_a_company_on_several_lists(client: yente_client.Client) -> None:
    firm = yente_client.Company(name="Invented Drones Zrt", jurisdiction="hu")

    found = client.match(firm, datasets=["default", LIST], limit=3)

    assert [one.id for one in found.results] == [FIRM]
    assert found.limit == 3


def test_it_searches(client: yente_client.Client) -> None:
    found = client.search("vymyslenko", datasets=["default"], schema="Person", countries=["ua"])

    assert [one.id for one in found.results] == [SERHII]
    assert found.total.relation == "eq"
    assert found.facets["countries"].values[0].name == "ua"


def test_it_fetches_an_entity(client: yente_client.Client) -> None:
    found = client.fetch(SERHII)

    assert (found.caption, found.schema_, found.target) == ("Serhii Vymyslenko", "Person", True)
    assert found.last_change is not None


def test_it_knows_what_is_not_there(client: yente_client.Client) -> None:
    with pytest.raises(yente_client.NotFoundError, match="No such entity"):
        client.fetch("nobody")


def test_it_asks_what_there_is(client: yente_client.Client) -> None:
    assert client.healthz().status == client.readyz().status == "ok"
    assert client.algorithms().best == "tamiz"
    assert LIST in client.datasets().current


def test_it_understands_a_refusal(client: yente_client.Client) -> None:
    person = yente_client.Person(name="Somebody")

    with pytest.raises(yente_client.BadRequestError, match="Invalid algorithm"):
        client.match(person, algorithm="neural-net")
