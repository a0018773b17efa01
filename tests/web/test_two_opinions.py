"""One case in so many is looked at by two officers who know nothing of each other; then compared."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from msgspec.structs import replace

from tamiz.casework import Role, State
from tamiz.web import store
from tamiz.web.models import Case, Programme
from web_world import Clock, Enter, Hire
from web_xpath import xpath

FIRST, SECOND = "The birth dates differ by ten years.", "The name is rare, and so is the town."


@pytest.fixture
def people(hire: Hire, enter: Enter, north: Programme) -> dict[str, Client]:
    roles = {"first": Role.OFFICER, "second": Role.OFFICER, "senior": Role.SENIOR}
    return {name: enter(hire(name, role, programmes=(north,))) for name, role in roles.items()}


@pytest.fixture
def drawn(
    people: dict[str, Client], case_of: Case, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Case:
    """A case that everybody agreed to grant, but for the draw."""
    monkeypatch.setattr(store, "POLICY", replace(store.POLICY, quality_one_in=1))
    for key in store.load(case_of).to_judge:
        people["first"].get(reverse("case", args=[case_of.pk]))
        clock.wait(30)
        told = {"finding": key, "verdict": "different", "reason": FIRST}
        people["first"].post(reverse("verdict", args=[case_of.pk]), told)
    say(people["first"], case_of, clock, "decide", "grant", FIRST)
    return case_of


def say(client: Client, row: Case, clock: Clock, name: str, ruling: str, reason: str) -> None:
    client.get(reverse("case", args=[row.pk]))
    clock.wait(30)
    told = {"ruling": ruling, "reason": reason, "evidence": store.load(row).grounds}
    client.post(reverse(name, args=[row.pk]), told)


def page(client: Client, row: Case) -> html.HtmlElement:
    return html.fromstring(client.get(reverse("case", args=[row.pk])).content.decode())


def test_a_drawn_case_waits_for_a_second_officer_who_is_not_told_why(
    drawn: Case, people: dict[str, Client]
) -> None:
    text = page(people["second"], drawn).text_content()

    assert store.load(drawn).state is State.PENDING
    assert FIRST not in text
    assert "quality" not in text.partition("History")[0].lower().replace("purpose: quality", "")


@pytest.mark.parametrize(
    ("ruling", "state", "told"),
    [
        ("grant", State.DECIDED, "They said the same."),
        ("refuse", State.ESCALATED, "They did not say the same."),
    ],
)
def test_afterwards_both_opinions_stand_beside_each_other(
    drawn: Case, people: dict[str, Client], clock: Clock, ruling: str, state: State, told: str
) -> None:
    say(people["second"], drawn, clock, "second", ruling, SECOND)

    compared = xpath(page(people["senior"], drawn), "//section[@class='two']")[0]

    assert store.load(drawn).state is state
    text = compared.text_content()
    assert [one in text for one in (told, FIRST, SECOND, "First", "Second")] == [True] * 5
    assert "quality" in text


def test_before_that_nobody_is_shown_a_comparison(drawn: Case, people: dict[str, Client]) -> None:
    for client in people.values():
        assert xpath(page(client, drawn), "//section[@class='two']") == []
