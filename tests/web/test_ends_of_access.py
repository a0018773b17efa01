"""How somebody gets back in, and how everybody who should not be in is put out."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.web import accounts
from tamiz.web.models import JournalEntry, Officer
from web_world import HOST, PASSWORD, Enter, Hire

NEW = {"password": "tofu-rami-gelo-pesa", "again": "tofu-rami-gelo-pesa"}


@pytest.fixture
def lost(hire: Hire) -> Officer:
    """Somebody who lost password and phone."""
    return hire("lost", Role.SENIOR)


@pytest.fixture
def admin(hire: Hire, enter: Enter) -> Client:
    return enter(hire("admin", Role.PEOPLE_ADMIN))


def link_to(admin: Client, officer: Officer) -> str:
    """The link that the page shows once."""
    page = admin.post(reverse("person_link", args=[officer.pk]))
    return str(page.context["link"])


def follow(link: str) -> int:
    """The status after a new password was typed behind a link."""
    return Client(SERVER_NAME=HOST).post(link, NEW).status_code


def test_a_new_link_sets_a_new_password(admin: Client, lost: Officer) -> None:
    follow(link_to(admin, lost))

    lost.refresh_from_db()
    assert lost.check_password(NEW["password"])


def test_a_new_link_takes_the_lost_factors_away(admin: Client, lost: Officer) -> None:
    follow(link_to(admin, lost))

    assert not Authenticator.objects.filter(user=lost).exists()


def test_a_new_link_ends_what_was_open(admin: Client, lost: Officer, enter: Enter) -> None:
    elsewhere = enter(lost)

    follow(link_to(admin, lost))

    assert elsewhere.get(reverse("me")).headers["Location"].startswith(reverse("account_login"))


def test_until_it_is_followed_nothing_changes(
    admin: Client, lost: Officer, enter: Enter
) -> None:  # fmt: skip
    elsewhere = enter(lost)

    link_to(admin, lost)

    lost.refresh_from_db()
    assert lost.check_password(PASSWORD)
    assert elsewhere.get(reverse("me")).status_code == 200


def test_a_newer_link_ends_the_older(admin: Client, lost: Officer) -> None:
    links = [link_to(admin, lost), link_to(admin, lost)]

    assert [follow(one) for one in links] == [404, 302]


def test_the_link_of_a_closed_account_is_dead(admin: Client, lost: Officer) -> None:
    link = link_to(admin, lost)
    Officer.objects.filter(pk=lost.pk).update(is_active=False)

    assert follow(link) == 404


def test_a_password_that_is_the_name_is_refused(admin: Client, lost: Officer) -> None:
    Officer.objects.filter(pk=lost.pk).update(username="olena.petrenko")
    told = {"password": "olena.petrenko", "again": "olena.petrenko"}

    page = Client(SERVER_NAME=HOST).post(link_to(admin, lost), told)

    assert page.status_code == 200


def test_a_new_link_unties_the_account_from_the_provider(admin: Client, lost: Officer) -> None:
    SocialAccount.objects.create(user=lost, provider="openid_connect", uid="1")

    follow(link_to(admin, lost))

    assert not SocialAccount.objects.filter(user=lost).exists()


def test_both_ends_of_a_link_stand_in_the_journal(admin: Client, lost: Officer) -> None:
    follow(link_to(admin, lost))

    kinds = ("link_given", "link_used")
    noted = JournalEntry.objects.filter(kind__in=kinds).order_by("seq")
    assert [one.kind for one in noted] == list(kinds)


@pytest.mark.parametrize("name", ["person_link", "person_out"])
def test_nobody_does_it_to_themselves(name: str, hire: Hire, enter: Enter) -> None:
    officer = hire("admin", Role.PEOPLE_ADMIN)
    client = enter(officer)

    client.post(reverse(name, args=[officer.pk]))

    assert not JournalEntry.objects.filter(kind__in=["link_given", "sessions_ended"]).exists()
    assert client.get(reverse("me")).status_code == 200


def test_an_administrator_logs_somebody_out_everywhere(
    admin: Client, lost: Officer, enter: Enter
) -> None:
    elsewhere = enter(lost)

    admin.post(reverse("person_out", args=[lost.pk]))

    assert elsewhere.get(reverse("me")).headers["Location"].startswith(reverse("account_login"))


def test_one_logs_oneself_out_everywhere_else(hire: Hire, enter: Enter) -> None:
    officer = hire("ann", Role.OFFICER)
    here, elsewhere = enter(officer), enter(officer)

    here.post(reverse("me_out"))

    assert [here.get(reverse("me")).status_code, elsewhere.get(reverse("me")).status_code] == [
        200, 302,
    ]  # fmt: skip


def test_a_new_password_ends_the_other_sessions(hire: Hire, enter: Enter) -> None:
    officer = hire("ann", Role.OFFICER)
    here, elsewhere = enter(officer), enter(officer)
    told = {"oldpassword": PASSWORD, "password1": NEW["again"], "password2": NEW["again"]}

    here.post(reverse("account_change_password"), told)

    assert [here.get(reverse("me")).status_code, elsewhere.get(reverse("me")).status_code] == [
        200, 302,
    ]  # fmt: skip


def test_a_link_that_waits_is_one(lost: Officer) -> None:
    tokens = [accounts.invite(lost), accounts.invite(lost)]

    assert [accounts.invitation(one) is not None for one in tokens] == [False, True]
