"""Sessions hold nothing longer than it is needed."""

from datetime import timedelta

import pytest
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY as STASH
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tamiz.casework import Role
from tamiz.web import sessions, store
from tamiz.web.models import Case, Programme
from tamiz.web.sessions import KEPT
from web_world import PASSWORD, Clock, Enter, Hire

REASON = "the birth dates differ by ten years"


@pytest.fixture
def asked(hire: Hire, enter: Enter, north: Programme, case_of: Case, clock: Clock) -> Client:
    """A browser whose decision waits for a proof."""
    client = enter(hire("tired", Role.OFFICER, programmes=(north,)), minutes_ago=31)
    client.get(reverse("case", args=[case_of.pk]))
    clock.wait(30)
    form = {"ruling": "refuse", "reason": REASON, "told": "Your papers do not agree.",
            "evidence": store.load(case_of).grounds}  # fmt: skip
    client.post(reverse("decide", args=[case_of.pk]), form)
    assert STASH in client.session
    return client


def proved(client: Client, row: Case) -> None:
    where = f"{reverse('account_reauthenticate')}?next={reverse('decide', args=[row.pk])}"
    client.get(where)
    client.post(where, {"password": PASSWORD})


def test_what_was_typed_is_sent_on_after_the_proof_and_gone(asked: Client, case_of: Case) -> None:
    proved(asked, case_of)

    assert store.load(case_of).judged.looks[0].reason == REASON
    assert STASH not in asked.session


@pytest.mark.parametrize("name", ["queue", "search", "me"])
def test_whoever_goes_elsewhere_leaves_nothing_behind(name: str, asked: Client) -> None:
    asked.get(reverse(name))

    assert STASH not in asked.session


def test_what_waits_too_long_is_gone(asked: Client, case_of: Case, clock: Clock) -> None:
    clock.wait(KEPT + 1)

    proved(asked, case_of)

    assert not store.load(case_of).judged.looks
    assert STASH not in asked.session


@pytest.mark.parametrize(("seconds", "stays"), [(KEPT - 5, True), (KEPT + 5, False)])
def test_it_goes_from_browsers_that_never_come_back(
    seconds: float, stays: bool, asked: Client, clock: Clock
) -> None:
    sessions.tidy(clock() + timedelta(seconds=seconds))

    assert (STASH in SessionStore(asked.session.session_key)) is stays


def test_sessions_that_ended_are_deleted_when_somebody_comes(
    hire: Hire, enter: Enter, client: Client, clock: Clock
) -> None:
    gone = enter(hire("left")).session.session_key
    Session.objects.filter(pk=gone).update(expire_date=clock() - timedelta(seconds=1))
    hire("comes")

    client.post(
        reverse("account_login"), {"login": "comes", "password": PASSWORD},
        headers={"host": "localhost"},
    )  # fmt: skip

    assert not Session.objects.filter(pk=gone).exists()


def test_the_address_of_a_form_leads_back_to_its_case(asked: Client, case_of: Case) -> None:
    answer = asked.get(reverse("decide", args=[case_of.pk]))

    assert answer.headers["Location"] == reverse("case", args=[case_of.pk])
