"""Keys: each can be another one, none twice, and all can be turned off."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

import tamiz.web
from tamiz.casework import Role
from tamiz.web import shortcuts
from tamiz.web.models import Case, Officer, Programme
from web_world import Enter, Hire

USUAL = shortcuts.keys_of({})
ROOM = Path(tamiz.web.__file__).parent


def test_no_key_is_usual_for_two_things() -> None:
    assert shortcuts.conflicts(USUAL) == {}


@pytest.mark.parametrize(("text", "told"), [
    ("n", True), ("ж", True), ("ñ", True), ("?", True), ("n\u0303", True),
    ("", False), (" ", False), ("\t", False), ("\x1b", False), ("no", False), ("\u202e", False),
])  # fmt: skip
def test_a_key_is_one_sign_that_can_be_typed(text: str, *, told: bool) -> None:
    assert shortcuts.is_key(text) is told


def test_capitals_are_the_same_key() -> None:
    assert shortcuts.conflicts(USUAL | {"note": "N"}) == {"note": "next"}


@pytest.fixture
def officer(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("types", Role.OFFICER, programmes=(north,)))


def keymap(client: Client) -> str:
    page = html.fromstring(client.get(reverse("queue")).content.decode())
    return str(page.xpath("string(//body/@data-keys)"))


def test_a_key_that_was_chosen_is_told_to_every_page(officer: Client) -> None:
    officer.post(reverse("keys"), USUAL | {"next": "ж"})

    assert '"next": "\\u0436"' in keymap(officer)
    assert Officer.objects.get(username="types").keys == {"next": "ж"}


def test_a_key_that_is_taken_is_refused_and_says_by_what(officer: Client) -> None:
    answer = officer.post(reverse("keys"), USUAL | {"note": "n"})

    assert "n is the key already for: lock the next case" in answer.content.decode()
    assert Officer.objects.get(username="types").keys == {}


def test_the_usual_keys_come_back(officer: Client) -> None:
    officer.post(reverse("keys"), USUAL | {"next": "w"})
    officer.post(reverse("keys"), {"usual": "1"})

    assert Officer.objects.get(username="types").keys == {}


def test_who_turned_keys_off_has_none(officer: Client) -> None:
    Officer.objects.filter(username="types").update(keys_on=False)

    assert keymap(officer) == ""


def test_every_key_is_a_button_or_a_link_too() -> None:
    """What the script does by itself, it does to what can be clicked or reached by Tab."""
    templates = " ".join(one.read_text("utf-8") for one in (ROOM / "templates").rglob("*.html"))
    shown = set(re.findall(r'data-act="(\w+)"', templates)) | {"queue", "search"}  # of the head
    by_script = {"down", "up", "open", "reason", "note"} | {f"verdict_{at}" for at in range(1, 6)}

    assert set(USUAL) <= shown | by_script


def test_the_page_of_a_case_shows_the_keys_that_were_chosen(officer: Client, case_of: Case) -> None:
    officer.post(reverse("keys"), USUAL | {"verdict_1": "a"})

    page = html.fromstring(officer.get(reverse("case", args=[case_of.pk])).content.decode())

    assert page.xpath("string(//button[@data-verdict='1']/kbd)") == "a"
