"""Pages for what went wrong speak the reader's language, whenever the request is refused."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import Settings

from tamiz.casework import Role
from tamiz.web.models import Case, Officer, Programme
from tamiz.wording import Language, say
from web_world import Enter, Hire
from web_xpath import xpath


@pytest.fixture
def client(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("works", Role.OFFICER, programmes=(north,)))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("path", "sent", "code"),
    [
        ("/case/99999/", None, "not_found"), ("/audit/", None, "forbidden"),
        ("/search/", {"q": "x" * 2_000_000}, "bad_request"),
    ],
)  # fmt: skip
def test_it_speaks_the_readers_language(
    client: Client,
    settings: Settings,
    language: Language,
    path: str,
    sent: dict[str, str] | None,
    code: str,
) -> None:
    Officer.objects.update(language=language.value)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language.value

    answer = client.get(path) if sent is None else client.post(path, sent)

    page = html.fromstring(answer.content.decode())
    assert page.get("lang") == language.value
    assert xpath(page, "//h1/text()") == [say("web.error.heading", language)]
    assert xpath(page, "//h1/following-sibling::p[1]/text()") == [
        say(f"web.error.{code}", language)
    ]


def test_who_saves_a_note_is_led_to_where_it_stands(client: Client, case_of: Case) -> None:
    answer = client.post(reverse("note", args=[case_of.pk]), {"text": "Called the consulate."})

    assert answer.headers["Location"] == f"{reverse('case', args=[case_of.pk])}#history"
