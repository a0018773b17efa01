"""Filters that an officer keeps: saved with the account, found again as links, let go."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tamiz.casework import Role
from tamiz.web import own_filters
from tamiz.web.models import Case, Officer, Programme
from tamiz.web.own_filters import OwnFilter
from tamiz.web.queues import Saved
from web_world import Enter, Hire
from web_xpath import xpath

CHECK = "watchlist_person"
WAITING = {"name": "Quiet names", "show": "waiting", "check": CHECK, "programme": "north"}


@pytest.fixture
def officer(hire: Hire, north: Programme) -> Officer:
    return hire("first", Role.OFFICER, programmes=(north,))


@pytest.fixture
def client(officer: Officer, enter: Enter) -> Client:
    return enter(officer)


def keep(client: Client, **told: str) -> str:
    """Keep a filter, and the page that follows."""
    return client.post(reverse("keep_filter"), told, follow=True).content.decode()


def links(client: Client) -> dict[str, str]:
    """The addresses of the officer's own filters by their names."""
    page = html.fromstring(client.get(reverse("queue")).content.decode())
    return {
        link.find("bdi").text: link.get("href")
        for link in xpath(page, "//nav[@aria-label='My filters']//a")
    }


def test_a_filter_is_found_again_in_another_session(
    client: Client, officer: Officer, enter: Enter
) -> None:
    keep(client, **WAITING)

    assert links(enter(officer)) == {
        "Quiet names": f"?show=waiting&check={CHECK}&programme=north"
    }  # fmt: skip


def test_it_counts_what_its_link_shows(client: Client, case_of: Case) -> None:
    Case.objects.exclude(pk=case_of.pk).update(check_name="other")
    Case.objects.filter(pk=case_of.pk).update(check_name=CHECK)

    page = html.fromstring(keep(client, name="One", check=CHECK))

    assert xpath(page, "//nav//a[@aria-current]/span/text()") == ["1"]
    assert len(xpath(page, "//tbody/tr")) == 1


def test_it_is_nobody_elses(client: Client, hire: Hire, enter: Enter, north: Programme) -> None:
    keep(client, **WAITING)

    assert links(enter(hire("second", Role.OFFICER, programmes=(north,)))) == {}


def test_the_same_name_takes_the_others_place(client: Client) -> None:
    keep(client, name="Mine", show="mine")
    keep(client, name="mine", show="late")

    assert links(client) == {"mine": "?show=late"}


def test_it_can_be_let_go(client: Client) -> None:
    page = html.fromstring(keep(client, **WAITING))
    name = xpath(page, f"//form[@action='{reverse('drop_filter')}']/input[@name='name']/@value")[0]

    client.post(reverse("drop_filter"), {"name": name})

    assert links(client) == {}


@pytest.mark.parametrize("name", ["", "   "])
def test_one_without_a_name_is_not_kept(client: Client, name: str) -> None:
    assert "Give the filter a name." in keep(client, name=name)
    assert links(client) == {}


def test_one_too_many_is_refused_in_words(client: Client) -> None:
    for at in range(own_filters.MOST):
        keep(client, name=f"f{at}", check=f"c{at}")

    assert "Remove one first." in keep(client, name="another")
    assert len(links(client)) == own_filters.MOST


def test_a_programme_that_somebody_lost_shows_nothing(
    client: Client, officer: Officer, south: Programme
) -> None:
    officer.programmes.set([south])

    page = html.fromstring(keep(client, name="North", programme="north"))

    assert xpath(page, "//tbody/tr") == []


def test_what_is_kept_of_another_version_and_not_understood_is_left_out() -> None:
    kept = (OwnFilter(name="a", show=Saved.LATE),)
    column = [*own_filters.column_of(kept), {"name": "b", "show": "no more"}, {"no": "name"}, 3]

    assert own_filters.kept_in(column) == kept
