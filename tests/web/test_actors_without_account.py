"""Whoever acts without an account is told in words, wherever people are named."""

import pytest
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.web.models import Case, Officer, Programme
from web_world import Enter, Hire


@pytest.fixture
def client(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("reads", Role.OFFICER, programmes=(north,)))


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Tamiz itself"), ("es", "Tamiz mismo"), ("uk", "сам Tamiz")]
)
def test_the_engine_is_called_so_in_the_history(
    client: Client, case_of: Case, language: str, words: str
) -> None:
    Officer.objects.update(language=language)

    page = client.get(reverse("case", args=[case_of.pk])).content.decode()

    assert words in page
