"""Whoever owes a second factor reaches the page where one is set up, and nothing else."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tamiz.casework import Role
from tamiz.errors import UsageError
from tamiz.web import factors
from tamiz.web.factor_roles import factor_roles
from tamiz.web.models import JournalEntry, Officer
from tamiz.web.models.people import GIVEN
from web_addresses import EVERY
from web_world import HOST, PASSWORD, SECRET, Enter, Hire, code_of


@pytest.mark.parametrize("name", sorted(EVERY))
def test_without_a_second_factor_only_the_way_to_one_is_open(
    name: str, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("asks", Role.OFFICER, factor=False))

    answers = [client.get(EVERY[name]), client.post(EVERY[name])]

    sent = {answer.headers.get("Location", "") for answer in answers}
    assert (sent == {reverse("factor")}) == (name not in factors.OPEN)


@pytest.mark.parametrize("role", GIVEN)
def test_every_role_is_asked_for_a_second_factor(role: Role, hire: Hire, enter: Enter) -> None:
    answer = enter(hire("asks", role, factor=False)).get(reverse("me"))

    assert answer.headers["Location"] == reverse("factor")


@pytest.mark.parametrize(("role", "status"), [(Role.SENIOR, 302), (Role.INTAKE, 200)])
def test_a_unit_may_ask_some(
    role: Role, status: int, hire: Hire, enter: Enter, settings: Settings
) -> None:
    settings.SECOND_FACTOR_ROLES = factor_roles("officer, senior")

    assert enter(hire("asks", role, factor=False)).get(reverse("me")).status_code == status


def test_a_unit_may_ask_nobody(hire: Hire, enter: Enter, settings: Settings) -> None:
    settings.SECOND_FACTOR_ROLES = factor_roles("none")

    assert enter(hire("asks", Role.SENIOR, factor=False)).get(reverse("me")).status_code == 200


def test_nothing_said_means_everybody() -> None:
    assert factor_roles("") == frozenset(GIVEN)


def test_a_role_that_is_misspelt_opens_no_door() -> None:
    with pytest.raises(UsageError, match="seniors is no role"):
        factor_roles("seniors")


def test_an_account_without_a_password_needs_one_whatever_its_role(
    hire: Hire, enter: Enter, settings: Settings
) -> None:
    settings.SECOND_FACTOR_ROLES = factor_roles("none")
    officer = hire("asks", Role.OFFICER, factor=False)
    officer.set_unusable_password()
    officer.save()

    assert enter(officer).get(reverse("queue")).headers["Location"] == reverse("factor")


def test_one_time_codes_open_the_pages(hire: Hire, enter: Enter) -> None:
    client = enter(hire("asks", Role.SENIOR, factor=False))
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret

    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    assert client.get(reverse("me")).status_code == 200


def test_recovery_codes_follow_the_first_factor(hire: Hire, enter: Enter) -> None:
    officer = hire("asks", Role.SENIOR, factor=False)
    client = enter(officer)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret

    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    kinds = Authenticator.objects.filter(user=officer).values_list("type", flat=True)
    assert set(kinds) == {"totp", "recovery_codes"}


def test_who_takes_the_last_one_away_is_back_before_the_gate(hire: Hire, enter: Enter) -> None:
    client = enter(hire("asks", Role.SENIOR))

    client.post(reverse("mfa_deactivate_totp"))

    assert client.get(reverse("me")).headers["Location"] == reverse("factor")


def test_a_secret_stands_nowhere_in_the_clear(hire: Hire) -> None:
    hire("asks", Role.SENIOR)

    assert SECRET not in str(list(Authenticator.objects.values_list("data", flat=True)))


def come(name: str, code: str | None = None) -> Client:
    """A browser in which somebody typed name and password, and then a code."""
    client = Client(SERVER_NAME=HOST)
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
    if code is not None:
        client.post(reverse("mfa_authenticate"), {"code": code})
    return client


def is_in(client: Client) -> bool:
    """Whether somebody is logged in."""
    return "_auth_user_id" in client.session


def test_the_password_alone_does_not_let_in(hire: Hire) -> None:
    hire("asks", Role.SENIOR)

    assert not is_in(come("asks"))


@pytest.mark.parametrize(("code", "lets_in"), [(None, True), ("000000", False)])
def test_password_and_code_let_in(code: str | None, lets_in: bool, hire: Hire) -> None:
    hire("asks", Role.SENIOR)

    assert is_in(come("asks", code or code_of())) == lets_in


def test_a_code_works_once(hire: Hire) -> None:
    hire("asks", Role.SENIOR)
    code = code_of()

    assert [is_in(come("asks", code)), is_in(come("asks", code))] == [True, False]


def test_five_wrong_codes_close_the_door(hire: Hire) -> None:
    hire("asks", Role.SENIOR)
    client = come("asks")
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    client.post(reverse("mfa_authenticate"), {"code": code_of()})

    assert not is_in(client)


def test_another_factor_ends_the_other_sessions(hire: Hire, enter: Enter) -> None:
    officer = hire("asks", Role.SENIOR)
    here, elsewhere = enter(officer), enter(officer)

    here.post(reverse("mfa_deactivate_totp"))

    sent = [one.get(reverse("me")).headers["Location"] for one in (here, elsewhere)]
    assert sent == [reverse("factor"), f"{reverse('account_login')}?next={reverse('me')}"]


def test_a_change_of_factor_stands_in_the_journal(hire: Hire, enter: Enter) -> None:
    officer = hire("asks", Role.SENIOR)

    enter(officer).post(reverse("mfa_deactivate_totp"))

    assert JournalEntry.objects.filter(kind="factor_changed", actor=officer.number).exists()


@pytest.mark.usefixtures("db")
def test_who_fails_to_log_in_stands_in_the_journal_without_what_they_typed(hire: Hire) -> None:
    officer = hire("known", Role.OFFICER)
    for name in ("known", "my-password-by-mistake"):
        Client(SERVER_NAME=HOST).post(
            reverse("account_login"), {"login": name, "password": "wrong"}
        )

    noted = JournalEntry.objects.filter(kind="login_failed").order_by("seq")
    assert [one.actor for one in noted] == [officer.number, ""]
    assert all("my-password" not in one.line for one in noted)


def test_a_closed_account_is_not_let_in_with_its_password(hire: Hire) -> None:
    officer = hire("left", Role.OFFICER)
    Officer.objects.filter(pk=officer.pk).update(is_active=False)
    client = Client(SERVER_NAME=HOST, raise_request_exception=False)

    answer = client.post(reverse("account_login"), {"login": "left", "password": PASSWORD})

    assert (answer.status_code, is_in(client)) == (403, False)
