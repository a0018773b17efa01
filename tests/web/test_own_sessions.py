"""Where somebody is logged in, told to them, and each session ended by a button (ASVS 7.5.2)."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.web import logins
from tamiz.web.models import JournalEntry, Officer
from web_world import Clock, Enter, Hire

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def ann(hire: Hire) -> Officer:
    return hire("ann", Role.OFFICER)


def opened(enter: Enter, officer: Officer, **told: str) -> Client:
    """A browser that has asked for a page."""
    client = enter(officer)
    client.get(reverse("me"), headers={"user-agent": FIREFOX} | told)
    return client


def told(client: Client) -> list[logins.Login]:
    """What the page lists."""
    found: list[logins.Login] = client.get(reverse("me")).context["logins"]
    return found


def other(client: Client) -> str:
    """The name of a session that is not this one."""
    return next(one.name for one in told(client) if not one.is_here)


def test_every_session_of_ones_own_is_listed(ann: Officer, enter: Enter, clock: Clock) -> None:
    opened(enter, ann)
    clock.wait(600)
    here = opened(enter, ann)

    assert [(one.is_here, one.browser) for one in told(here)] == [
        (True, "Firefox, Linux"), (False, "Firefox, Linux"),
    ]  # fmt: skip


def test_it_says_when_it_began_and_was_last_seen(ann: Officer, enter: Enter, clock: Clock) -> None:
    client = opened(enter, ann)
    began = clock.at
    clock.wait(600)
    client.get(reverse("me"))

    (one,) = told(client)
    assert one.began - began < timedelta(seconds=1)
    assert one.seen - one.began == timedelta(seconds=600)


def test_nobody_elses_is_there(ann: Officer, hire: Hire, enter: Enter) -> None:
    opened(enter, hire("ben", Role.OFFICER))

    assert len(told(opened(enter, ann))) == 1


@pytest.mark.parametrize("seconds", [61 * 60, 13 * 60 * 60])
def test_what_is_over_is_not_there(seconds: int, ann: Officer, enter: Enter, clock: Clock) -> None:
    opened(enter, ann)
    clock.wait(seconds)

    assert len(told(opened(enter, ann))) == 1


def test_what_was_ended_is_not_there(ann: Officer, enter: Enter) -> None:
    opened(enter, ann)
    here = opened(enter, ann)

    here.post(reverse("me_out"))

    assert [one.is_here for one in told(here)] == [True]


def test_a_session_is_ended_by_its_button(ann: Officer, enter: Enter) -> None:
    elsewhere = opened(enter, ann)
    here = opened(enter, ann)

    here.post(reverse("me_end"), {"login": other(here)})

    assert elsewhere.get(reverse("me")).headers["Location"].startswith(reverse("account_login"))
    assert here.get(reverse("me")).status_code == 200


def test_that_it_was_ended_stands_in_the_journal(ann: Officer, enter: Enter) -> None:
    opened(enter, ann)
    here = opened(enter, ann)

    here.post(reverse("me_end"), {"login": other(here)})

    assert JournalEntry.objects.filter(kind="session_ended", actor=ann.number).count() == 1


def test_this_one_is_ended_by_logging_out_only(ann: Officer, enter: Enter) -> None:
    here = opened(enter, ann)

    here.post(reverse("me_end"), {"login": told(here)[0].name})

    assert here.get(reverse("me")).status_code == 200


def test_nobody_ends_somebody_elses(ann: Officer, hire: Hire, enter: Enter) -> None:
    theirs = opened(enter, hire("ben", Role.OFFICER))
    name = told(theirs)[0].name

    opened(enter, ann).post(reverse("me_end"), {"login": name})

    assert theirs.get(reverse("me")).status_code == 200


@pytest.mark.parametrize("page", ["me_end", "me_out"])
def test_who_ends_sessions_proves_again_who_they_are(page: str, ann: Officer, enter: Enter) -> None:
    elsewhere = opened(enter, ann)
    stale = enter(ann, minutes_ago=31)

    answer = stale.post(reverse(page), {"login": other(stale)})

    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert elsewhere.get(reverse("me")).status_code == 200


def test_the_page_holds_no_key_of_a_session(ann: Officer, enter: Enter) -> None:
    opened(enter, ann)
    page = opened(enter, ann).get(reverse("me")).content.decode()

    assert not any(row.session_key in page for row in Session.objects.all())


def test_neither_address_nor_name_of_the_browser_is_kept(ann: Officer, enter: Enter) -> None:
    client = opened(enter, ann, **{"user-agent": f"{FIREFOX} Leaky/9"})

    assert not any(one in str(dict(client.session)) for one in ("127.0.0.1", "Leaky", "140.0"))


def test_an_administrator_sees_how_many(ann: Officer, hire: Hire, enter: Enter) -> None:
    opened(enter, ann)
    opened(enter, ann)
    admin = enter(hire("admin", Role.PEOPLE_ADMIN))

    page = admin.get(reverse("person", args=[ann.pk]))

    assert page.context["logins"] == 2


def test_after_all_were_ended_there_is_none(ann: Officer, hire: Hire, enter: Enter) -> None:
    opened(enter, ann)
    admin = enter(hire("admin", Role.PEOPLE_ADMIN))

    admin.post(reverse("person_out", args=[ann.pk]))

    assert admin.get(reverse("person", args=[ann.pk])).context["logins"] == 0
