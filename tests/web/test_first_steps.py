"""An invited person goes from the link to their work without typing anything twice."""

import pytest
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.web import accounts
from tamiz.web.models import JournalEntry, Officer
from web_world import HOST, PASSWORD, Enter, Hire, code_of

TOLD = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def invited(hire: Hire) -> Officer:
    """Somebody who has an account and no password yet."""
    officer = hire("ann", Role.OFFICER, factor=False)
    officer.set_unusable_password()
    officer.save()
    return officer


def follow(officer: Officer, client: Client) -> Client:
    """A browser in which the link was opened and a password set."""
    client.post(reverse("first", args=[accounts.invite(officer)]), TOLD)
    return client


def new_browser() -> Client:
    return Client(SERVER_NAME=HOST)


def test_whoever_sets_the_password_is_in(invited: Officer) -> None:
    client = follow(invited, new_browser())

    assert client.session["_auth_user_id"] == str(invited.pk)


def test_a_second_factor_comes_next(invited: Officer) -> None:
    answer = follow(invited, new_browser()).get("/")

    assert answer.headers["Location"] == reverse("factor")


def test_nobody_types_the_password_again_for_it(invited: Officer) -> None:
    assert follow(invited, new_browser()).get(reverse("mfa_activate_totp")).status_code == 200


def test_no_link_leads_back_to_the_same_page(invited: Officer) -> None:
    page = follow(invited, new_browser()).get(reverse("factor")).content.decode()

    assert not any(f'href="{reverse(name)}"' in page for name in ("me", "keys", "search"))


def test_the_secret_can_be_read_and_typed(invited: Officer) -> None:
    page = follow(invited, new_browser()).get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret

    assert " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)) in page.content.decode()


def test_the_recovery_codes_lead_on_to_the_work(invited: Officer) -> None:
    client = follow(invited, new_browser())
    where = reverse("mfa_activate_totp")
    secret = client.get(where).context["form"].secret

    page = client.post(where, {"code": code_of(secret)}, follow=True)

    assert f'<a class="main" href="{reverse("queue")}"' in page.content.decode()


def test_the_session_has_a_name_of_its_own(invited: Officer) -> None:
    client = new_browser()
    client.get(reverse("account_login"))
    session = client.session
    session["planted"] = "1"
    session.save()
    planted = session.session_key
    client.cookies["session"] = str(planted)

    assert follow(invited, client).session.session_key != planted


def test_whoever_was_in_this_browser_is_logged_out(
    invited: Officer, hire: Hire, enter: Enter
) -> None:
    admin = hire("admin", Role.PEOPLE_ADMIN)

    client = follow(invited, enter(admin))

    assert client.session["_auth_user_id"] == str(invited.pk)
    assert JournalEntry.objects.filter(kind="logged_out", actor=admin.number).exists()


def test_the_journal_says_that_it_was_by_a_link(invited: Officer) -> None:
    follow(invited, new_browser())

    assert '"how":"link"' in JournalEntry.objects.get(kind="logged_in").line.replace("\\", "")


def test_no_page_offers_a_way_that_is_not_there() -> None:
    assert "account/lost" not in new_browser().get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("language", ["es", "uk"])
def test_the_page_for_a_passkey_speaks_the_readers_language(
    language: str, invited: Officer
) -> None:
    client = follow(invited, new_browser())
    Officer.objects.filter(pk=invited.pk).update(language=language)

    page = client.get(reverse("mfa_add_webauthn")).content.decode()

    assert not any(word in page for word in ("Name:", "Passwordless"))
