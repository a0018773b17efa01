"""Who erases from a terminal proves who they are as in a browser: password, then the second factor."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tamiz.casework import Role
from tamiz.errors import UsageError
from tamiz.web import terminal
from tamiz.web.factor_roles import factor_roles
from tamiz.web.models import JournalEntry, Officer
from web_world import HOST, PASSWORD, Hire, answers, code_of


@pytest.fixture
def ruth(hire: Hire) -> Officer:
    return hire("ruth", Role.SENIOR)


def recovery(officer: Officer) -> str:
    """An unused recovery code."""
    return str(RecoveryCodes.activate(officer).get_unused_codes()[0])


def passkey(officer: Officer) -> None:
    """A passkey as the only factor."""
    Authenticator.objects.filter(user=officer).delete()
    Authenticator.objects.create(user=officer, type=Authenticator.Type.WEBAUTHN, data={})


def test_password_and_code_prove_it(ruth: Officer) -> None:
    assert terminal.prove("ruth", answers(PASSWORD, code_of(for_seconds=5))) == ruth


def test_a_recovery_code_does_as_well(ruth: Officer) -> None:
    assert terminal.prove("ruth", answers(PASSWORD, recovery(ruth))) == ruth


@pytest.mark.usefixtures("ruth")
def test_a_code_is_used_up_by_it() -> None:
    code = code_of(for_seconds=3)
    terminal.prove("ruth", answers(PASSWORD, code))

    with pytest.raises(UsageError, match="code"):
        terminal.prove("ruth", answers(PASSWORD, code))


@pytest.mark.parametrize("told", [("wrong",), (PASSWORD, "000000"), (PASSWORD, "")])
@pytest.mark.usefixtures("ruth")
def test_neither_alone_proves_it(told: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="ruth"):
        terminal.prove("ruth", answers(*told))


def test_who_owes_a_factor_and_has_none_is_sent_to_set_one_up(hire: Hire) -> None:
    hire("ruth", Role.SENIOR, factor=False)

    with pytest.raises(UsageError, match="set one up"):
        terminal.prove("ruth", answers(PASSWORD))


@pytest.mark.usefixtures("ruth")
def test_who_has_a_factor_is_asked_though_the_unit_asks_nobody(settings: Settings) -> None:
    settings.SECOND_FACTOR_ROLES = factor_roles("none")

    with pytest.raises(UsageError, match="code"):
        terminal.prove("ruth", answers(PASSWORD, "000000"))


def test_where_nobody_is_asked_the_password_is_enough(hire: Hire, settings: Settings) -> None:
    settings.SECOND_FACTOR_ROLES = factor_roles("none")
    officer = hire("ruth", Role.SENIOR, factor=False)

    assert terminal.prove("ruth", answers(PASSWORD)) == officer


def test_with_a_passkey_alone_a_recovery_code_is_asked_for(ruth: Officer) -> None:
    passkey(ruth)
    told, questions = [PASSWORD, recovery(ruth)], []

    def ask(question: str) -> str:
        questions.append(question)
        return told[len(questions) - 1]

    assert terminal.prove("ruth", ask) == ruth
    assert "passkey cannot be used in a terminal" in questions[-1]


def test_with_a_passkey_and_no_code_left_one_is_told_what_to_do(ruth: Officer) -> None:
    passkey(ruth)

    with pytest.raises(UsageError, match=r"passkey cannot be used in a terminal.*page Erasure"):
        terminal.prove("ruth", answers(PASSWORD))


def test_a_closed_account_proves_nothing(ruth: Officer) -> None:
    Officer.objects.filter(pk=ruth.pk).update(is_active=False)

    with pytest.raises(UsageError, match="no such account"):
        terminal.prove("ruth", answers(PASSWORD, code_of(for_seconds=5)))


def test_an_account_without_a_password_is_sent_to_the_pages(ruth: Officer) -> None:
    ruth.set_unusable_password()
    ruth.save()

    with pytest.raises(UsageError, match="by a browser"):
        terminal.prove("ruth", answers(PASSWORD))


def attempt(*told: str) -> str:
    """What a failed attempt is told."""
    with pytest.raises(UsageError) as refused:
        terminal.prove("ruth", answers(*told))
    return str(refused.value)


@pytest.mark.parametrize("wrong", [("wrong",), (PASSWORD, "000000")])
@pytest.mark.usefixtures("ruth")
def test_five_wrong_ones_close_the_door_of_the_terminal(wrong: tuple[str, ...]) -> None:
    for _ in range(5):
        attempt(*wrong)

    assert "too many" in attempt(PASSWORD, code_of(for_seconds=5)).casefold()


@pytest.mark.usefixtures("ruth")
def test_wrong_passwords_in_a_browser_count_in_the_terminal() -> None:
    for _ in range(5):
        Client(SERVER_NAME=HOST).post(
            reverse("account_login"), {"login": "ruth", "password": "wrong"}
        )

    assert "too many" in attempt(PASSWORD, code_of(for_seconds=5)).casefold()


@pytest.mark.parametrize(
    ("wrong", "kind"), [(("wrong",), "login_failed"), ((PASSWORD, "000000"), "code_failed")]
)
def test_a_wrong_one_stands_in_the_journal(
    wrong: tuple[str, ...], kind: str, ruth: Officer
) -> None:
    attempt(*wrong)

    assert JournalEntry.objects.get(kind=kind).actor == ruth.number


def test_that_it_was_proved_stands_in_the_journal(ruth: Officer) -> None:
    terminal.prove("ruth", answers(PASSWORD, code_of(for_seconds=5)))

    line = JournalEntry.objects.get(kind="logged_in", actor=ruth.number).line
    assert "terminal,password,totp" in line


def test_who_has_a_passkey_and_codes_types_a_code(ruth: Officer) -> None:
    Authenticator.objects.create(user=ruth, type=Authenticator.Type.WEBAUTHN, data={})

    assert terminal.prove("ruth", answers(PASSWORD, code_of(for_seconds=5))) == ruth
