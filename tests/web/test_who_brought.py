"""Whoever brings a file that makes findings go is told so, and does not grant alone."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

import web_api_world
from tamiz.casework import Role, State, Why
from tamiz.casework.events import Opened, Renewed
from tamiz.web import journaling, store
from tamiz.web.jobs import files, work
from tamiz.web.jobs.work import work_once
from tamiz.web.models import Case, Officer, Programme
from tamiz.wording import Language, say
from web_world import Clock, Enter, Hire

HEAD = "id,name,birth_date\n"
LISTED = HEAD + "A1,Serhii Vymyslenko,1988-04-12\n"
CHANGED = HEAD + "A1,Hryhorii Netutenko,1971-01-02\n"


@pytest.fixture(autouse=True)
def _lists(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    """A database in memory is one thread's; the lists that are screened against."""
    monkeypatch.setattr(work, "BEAT", 3_600)
    settings.LIST_STORE = web_api_world.fill(tmp_path / "lists" / "store").root


@pytest.fixture
def unit(hire: Hire) -> Programme:
    hire("nobody")  # the tables are there
    return Programme.objects.create(key="new", name="New")


@pytest.fixture
def ann(unit: Programme, hire: Hire) -> Officer:
    return hire("ann", Role.OFFICER, programmes=(unit,))


@pytest.fixture
def ben(unit: Programme, hire: Hire) -> Officer:
    return hire("ben", Role.OFFICER, programmes=(unit,))


def bring(client: Client, cohort: str) -> Case:
    """Bring a file of applicants; the case after it was screened."""
    file = SimpleUploadedFile("spring.csv", cohort.encode())
    client.post(reverse("screen"), {"programme": "new", "cohort": file})
    assert work_once("w")
    return Case.objects.get()


def grant(client: Client, row: Case, clock: Clock) -> None:
    client.get(reverse("case", args=[row.pk]))
    clock.wait(30)
    form = {
        "ruling": "grant",
        "reason": "nothing is left",
        "evidence": store.load(row).grounds,
    }
    client.post(reverse("decide", args=[row.pk]), form)


def why(row: Case) -> tuple[Why, ...]:
    """Why what was said of it needs, or needed, a second officer."""
    case = store.load(row)
    return case.judged.why if case.decision is None else case.decision.why


def test_the_journal_says_who_brought_what_opened_and_renewed_a_case(
    ann: Officer, ben: Officer, enter: Enter
) -> None:
    bring(enter(ann), LISTED)
    row = bring(enter(ben), CHANGED)

    told = [one for one in journaling.events_of(row.key) if isinstance(one, Opened | Renewed)]
    assert [one.brought_by for one in told] == [{ann.number}, {ben.number}]


def test_who_brought_it_does_not_grant_alone(ann: Officer, enter: Enter, clock: Clock) -> None:
    bring(enter(ann), LISTED)
    row = bring(enter(ann), CHANGED)

    grant(enter(ann), row, clock)

    assert store.load(row).state is State.PENDING
    assert Why.BROUGHT in why(row)


def test_another_officer_does(ann: Officer, ben: Officer, enter: Enter, clock: Clock) -> None:
    bring(enter(ann), LISTED)
    row = bring(enter(ann), CHANGED)

    grant(enter(ben), row, clock)

    assert set(why(row)) <= {Why.QUALITY}  # one in twenty is drawn for it


def test_who_asked_to_screen_the_kept_file_again_is_told_beside_who_brought_it(
    ann: Officer, unit: Programme, hire: Hire, enter: Enter
) -> None:
    row = bring(enter(ann), LISTED)
    files.keep(unit, files.Kept("spring.csv", CHANGED.encode(), None, frozenset({ann.number})))
    manager = hire("lists", Role.LIST_MANAGER, programmes=(unit,))

    enter(manager).post(reverse("again"), {"programme": "new"})
    work_once("w")

    assert [one.by for one in store.load(row).judged.removed.values()] == [
        {ann.number, manager.number}
    ]


@pytest.mark.parametrize("language", Language)
def test_the_page_says_in_plain_words_what_went_and_who_brought_it(
    ann: Officer, enter: Enter, language: Language
) -> None:
    Officer.objects.filter(pk=ann.pk).update(language=language.value)
    ann.refresh_from_db()
    bring(enter(ann), LISTED)
    row = bring(enter(ann), CHANGED)

    page = enter(ann).get(reverse("case", args=[row.pk])).content.decode()

    assert say("web.case.removed_about", language) in page
    assert say("web.case.removed_by_you", language) in page
    assert f"{say('web.case.brought_by', language)} " in page


def test_the_second_officer_reads_what_went_and_not_who_brought_it(
    ann: Officer, ben: Officer, enter: Enter, clock: Clock
) -> None:
    bring(enter(ann), LISTED)
    row = bring(enter(ann), CHANGED)
    grant(enter(ann), row, clock)

    page = enter(ben).get(reverse("case", args=[row.pk])).content.decode()

    assert say("web.case.removed_about") in page
    assert "Ann" not in page
