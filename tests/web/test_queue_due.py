"""What is late and what is due today, at a glance."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import Settings

from tamiz.casework import Role
from tamiz.web.models import Case, Programme
from tamiz.web.templatetags.said import left
from web_world import Clock, Enter, Hire
from web_xpath import xpath

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
LATE, TODAY, LATER = (NOON + timedelta(hours=hours) for hours in (-2, 3, 30))


@pytest.fixture
def client(hire: Hire, enter: Enter, north: Programme, clock: Clock) -> Client:
    """An officer at noon: one case is late, one due at three, the others the day after."""
    officer = hire("first", Role.OFFICER, programmes=(north,))
    clock.at = NOON
    rows = [row.pk for row in Case.objects.filter(programme=north, is_open=True).order_by("id")]
    Case.objects.update(due=LATER)
    Case.objects.filter(pk=rows[0]).update(due=LATE)
    Case.objects.filter(pk=rows[1]).update(due=TODAY)
    return enter(officer)


def shown(client: Client, which: str) -> html.HtmlElement:
    return html.fromstring(client.get(f"{reverse('queue')}?show={which}").content.decode())


@pytest.mark.parametrize(("which", "words"), [("late", "2 h overdue"), ("today", "today, in 3 h")])
def test_each_has_a_filter_of_its_own_with_its_count(
    client: Client, which: str, words: str
) -> None:
    page = shown(client, which)

    current = xpath(page, "//nav[@class='saved']//a[@aria-current]/span/text()")
    assert current == ["1"]
    assert [row.text_content().strip() for row in xpath(page, "//tbody/tr/td[3]")] == [words]


@pytest.mark.parametrize(
    ("zone", "due", "words"),
    [
        ("UTC", LATE, "2 h overdue"),
        ("UTC", TODAY, "today, in 3 h"),
        ("UTC", NOON + timedelta(hours=13), "in 13 h"),
        ("America/Bogota", NOON + timedelta(hours=13), "today, in 13 h"),
        ("Europe/Kyiv", NOON + timedelta(hours=11), "in 11 h"),
        ("UTC", NOON + timedelta(hours=70), "in 2 d"),
    ],
)
@pytest.mark.usefixtures("client")
def test_today_is_the_day_of_the_unit(
    zone: str, due: datetime, words: str, settings: Settings
) -> None:
    settings.TIME_ZONE = zone

    assert left(due).striptags() == words


def test_only_what_is_late_counts_as_late_when_the_clock_goes_on(
    client: Client, clock: Clock
) -> None:
    clock.at = TODAY + timedelta(minutes=1)

    assert len(xpath(shown(client, "late"), "//tbody/tr")) == 2
