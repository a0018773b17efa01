"""Papers as officers get them: when they may leave, and what the journal notes of it."""

import hashlib

import pytest
from django.test import Client
from django.urls import reverse

from papers.paper_cases import files_of, text_of
from tamiz.casework import Opinion, Role, Ruling, decide, second_look, see
from tamiz.casework.events import Disclosed
from tamiz.casework.journal import entry_of
from tamiz.web import journaling, store
from tamiz.web.models import Case, Officer, Programme
from web_world import Clock, Enter, Hire, visiting

TOLD = "The birth date in your passport is not the one you gave."


@pytest.fixture
def maker(hire: Hire, north: Programme) -> Officer:
    return hire("maker", Role.OFFICER, programmes=(north,))


@pytest.fixture
def checker(hire: Hire, north: Programme) -> Officer:
    return hire("checker", Role.OFFICER, programmes=(north,))


def said(case: Case, ruling: Ruling) -> Opinion:
    return Opinion(ruling=ruling, reason="INSIDE ONLY", seen=store.load(case).grounds, told=TOLD)


def read(case: Case, officer: Officer, clock: Clock) -> None:
    """Open the case and read all of it for a while."""
    who = visiting(officer)
    store.act(who, case, lambda one, by: see(one, by, purpose="vetting"))
    store.act(who, case, lambda one, by: see(one, by, purpose="vetting", read=tuple(one.findings)))
    clock.wait(30)


def proposed(case: Case, maker: Officer, clock: Clock) -> None:
    """A refusal, which waits for a second officer."""
    read(case, maker, clock)
    store.act(visiting(maker), case,
              lambda one, by: decide(one, by, store.POLICY, said(case, Ruling.REFUSE)))  # fmt: skip


def refused(case: Case, maker: Officer, checker: Officer, clock: Clock) -> None:
    """A refusal on which two officers agree."""
    proposed(case, maker, clock)
    read(case, checker, clock)
    store.act(visiting(checker), case,
              lambda one, by: second_look(one, by, store.POLICY, said(case, Ruling.REFUSE)))  # fmt: skip


def disclosed(case: Case) -> list[Disclosed]:
    return [one for one in journaling.events_of(case.key) if isinstance(one, Disclosed)]


def asked(client: Client, case: Case, name: str, **form: str) -> bytes:
    """The PDF that a page answers with; empty where it answers with a page."""
    answer = client.post(reverse(name, args=[case.pk]), form)
    return answer.content if answer.headers["Content-Type"] == "application/pdf" else b""


@pytest.mark.parametrize("paper", ["letter", "slip"])
def test_nothing_leaves_before_the_decision_is_final(
    paper: str, maker: Officer, checker: Officer, case_of: Case, clock: Clock, enter: Enter
) -> None:
    client = enter(maker)
    refused(case_of, maker, checker, clock)
    clock.wait(store.POLICY.undo_seconds)

    early = asked(client, case_of, paper)
    clock.wait(1)

    assert early == b""
    assert asked(client, case_of, paper).startswith(b"%PDF")


def test_the_journal_notes_what_was_given(
    maker: Officer, checker: Officer, case_of: Case, clock: Clock, enter: Enter
) -> None:
    client = enter(maker)
    refused(case_of, maker, checker, clock)
    clock.wait(60)

    pdf = asked(client, case_of, "letter", language="uk")

    noted = disclosed(case_of)[-1]
    assert "Вашу заявку не прийнято." in text_of(pdf)
    assert TOLD in text_of(pdf)
    assert (noted.audience, noted.sha256) == ("applicant", hashlib.sha256(pdf).hexdigest())


def test_a_slip_names_no_officer_and_no_reason(
    maker: Officer, checker: Officer, case_of: Case, clock: Clock, enter: Enter
) -> None:
    client = enter(maker)
    refused(case_of, maker, checker, clock)
    clock.wait(60)

    told = text_of(asked(client, case_of, "slip"))

    assert "Not accepted" in told
    assert [word for word in ("Maker", "Checker", TOLD, "INSIDE") if word in told] == []


def test_a_dossier_of_an_open_case_says_that_nothing_is_final(
    maker: Officer, case_of: Case, enter: Enter
) -> None:
    pdf = asked(enter(maker), case_of, "dossier")

    assert "Nothing is final yet." in text_of(pdf)
    assert set(files_of(pdf)) == {"case.json", "journal.jsonl", "proof.json"}


def test_who_owes_a_second_look_gets_no_dossier(
    maker: Officer, checker: Officer, case_of: Case, clock: Clock, enter: Enter
) -> None:
    proposed(case_of, maker, clock)

    assert asked(enter(checker), case_of, "dossier") == b""
    assert asked(enter(maker), case_of, "dossier").startswith(b"%PDF")


def test_the_page_offers_letters_when_they_may_leave(
    maker: Officer, checker: Officer, case_of: Case, clock: Clock, enter: Enter
) -> None:
    client, page = enter(maker), reverse("case", args=[case_of.pk])
    letter = reverse("letter", args=[case_of.pk])
    before = client.get(page).content.decode()
    refused(case_of, maker, checker, clock)
    clock.wait(60)

    assert letter not in before
    assert letter in client.get(page).content.decode()


def test_an_auditor_gets_every_event_and_the_journal_notes_it(
    maker: Officer, case_of: Case, hire: Hire, clock: Clock, enter: Enter
) -> None:
    read(case_of, maker, clock)

    pdf = asked(enter(hire("audits", Role.AUDITOR)), case_of, "whole")

    kinds = {entry_of(line).kind for line in files_of(pdf)["journal.jsonl"].splitlines()}
    noted = journaling.head()
    assert "seen" in kinds
    assert noted is not None
    assert hashlib.sha256(pdf).hexdigest() in noted.line


def test_an_officer_does_not_get_who_read(
    maker: Officer, case_of: Case, clock: Clock, enter: Enter
) -> None:
    read(case_of, maker, clock)

    pdf = asked(enter(maker), case_of, "dossier")

    lines = files_of(pdf)["journal.jsonl"].splitlines()
    assert {entry_of(line).kind for line in lines} == {"opened"}
