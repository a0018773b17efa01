"""What a log says: of an error its kind and place, of an address no secret, and nothing personal."""

import logging
import sys
from collections.abc import Iterator
from io import StringIO
from logging.config import dictConfig

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.web.models import Programme
from web_world import HOST, Enter, Hire

NAME = "Serhii Vymyslenko"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the handlers of the settings write."""
    dictConfig(settings.LOGGING)
    (handler,) = logging.getLogger().handlers[-1:]
    assert isinstance(handler, logging.StreamHandler)
    text = StringIO()
    before = handler.setStream(text)
    yield text
    handler.setStream(before or sys.stderr)
    logging.getLogger().removeHandler(handler)


def refuses_somebody() -> None:
    raise ValueError(f"no number of a passport: {NAME}")


def test_an_error_is_told_by_its_kind_and_place_alone(log: StringIO) -> None:
    try:
        try:
            refuses_somebody()
        except ValueError as error:
            raise RuntimeError(NAME) from error
    except RuntimeError:
        logging.getLogger("tamiz.jobs").exception("job %s", 7)

    told = log.getvalue()
    assert "job 7" in told
    assert "in refuses_somebody" in told
    assert "ValueError" in told
    assert "RuntimeError" in told
    assert NAME not in told


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["tell", "first"])
def test_a_link_that_lets_in_stands_in_no_log(page: str, log: StringIO) -> None:
    secret = "s3cret-of-a-link"  # noqa: S105 - of nobody

    Client(SERVER_NAME=HOST).get(reverse(page, args=[secret]))

    logging.getLogger("django.request").warning("Too Many Requests: %s", f"/{page}/{secret}/")
    assert f"/{page}/…" in log.getvalue()
    assert secret not in log.getvalue()


def test_an_address_of_a_case_stands_as_it_is(
    log: StringIO, hire: Hire, enter: Enter, north: Programme
) -> None:
    enter(hire("ann", Role.OFFICER, programmes=(north,))).get("/case/999/")

    assert "/case/999/" in log.getvalue()
