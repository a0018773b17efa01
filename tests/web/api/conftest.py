"""A store of invented lists, and programs that ask with tokens."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from tamiz.casework import Role
from tamiz.lists.store import Store
from tamiz.web.api import lists, noted, screeners, tokens
from tamiz.web.models import Programme
from web_api_world import Asks, Program, fill
from web_world import hired


@pytest.fixture(scope="session")
def api_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """One list of FollowTheMoney entities, one of the unit's own."""
    return fill(tmp_path_factory.mktemp("lists") / "store")


@pytest.fixture(autouse=True)
def _lists(settings: Settings, api_store: Store) -> Iterator[None]:
    settings.LIST_STORE = api_store.root
    for one in (noted.COUNTS, tokens.KNOWN):
        one.forget()
    yield
    lists.OPEN.forget()
    screeners.OPEN.forget()
    tokens.KNOWN.forget()


@pytest.fixture
def asks(db: None) -> Asks:  # noqa: ARG001 - tokens are rows
    """Makes a program with a token: ``asks(Role.OFFICER, programmes=(north,))``."""

    def make(role: Role = Role.OFFICER, *, programmes: tuple[Programme, ...] = ()) -> Program:
        officer = hired(f"service-{role.value}", role, programmes=programmes)
        token = tokens.make(officer, role, name="test")
        return Program(Client(SERVER_NAME="localhost"), token)

    return make
