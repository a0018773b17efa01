"""Exports lie in the folder for so many days, and no more of them than so many."""

import os
import threading

import pytest
from django.urls import reverse
from pytest_django import Settings

from tamiz.casework import Role
from tamiz.web.clock import now
from tamiz.web.jobs import embedded, files, work
from tamiz.web.jobs.work import work_once
from tamiz.web.models import Job
from web_world import Enter, Hire

DAY = 24 * 60 * 60  # seconds


@pytest.fixture(autouse=True)
def _no_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in memory is one thread's."""
    monkeypatch.setattr(work, "BEAT", 3_600)


def made(settings: Settings, *ages: float) -> None:
    """Exports of this age in days, the first one's number being 1."""
    for number, age in enumerate(ages, start=1):
        path = settings.FILES / f"made-{number}"
        path.write_text("a journal")
        at = now().timestamp() - age * DAY
        os.utime(path, (at, at))


def left(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.FILES.glob("made-*"))


@pytest.mark.parametrize(
    ("ages", "stay"),
    [
        ((6.9, 7.1), ["made-1"]),
        ((8, 9), []),
        ((1, 2, 3, 4, 5), ["made-1", "made-2", "made-3"]),
        ((5, 4, 3, 2, 1), ["made-3", "made-4", "made-5"]),
        ((-3, 8), ["made-1"]),  # a clock that went backwards
    ],
)
def test_what_is_old_or_too_many_goes(
    ages: tuple[float, ...], stay: list[str], settings: Settings
) -> None:
    made(settings, *ages)

    files.sweep(now().timestamp())

    assert left(settings) == stay


def test_what_a_dead_worker_left_half_made_goes(settings: Settings) -> None:
    for name, age in (("made-1.part", 2 * 60 * 60), ("made-2.part", 60)):
        path = settings.FILES / name
        path.write_text("half a journal")
        at = now().timestamp() - age
        os.utime(path, (at, at))

    files.sweep(now().timestamp())

    assert left(settings) == ["made-2.part"]


def test_an_export_takes_the_place_of_the_oldest(
    hire: Hire, enter: Enter, settings: Settings
) -> None:
    auditor = enter(hire("audits", Role.AUDITOR))
    for _ in range(4):
        auditor.post(reverse("export_job"))
        assert work_once("w")

    numbers = sorted(Job.objects.values_list("pk", flat=True))
    assert left(settings) == sorted(f"made-{one}" for one in numbers[1:])


def test_an_export_that_is_gone_is_not_offered(
    hire: Hire, enter: Enter, settings: Settings
) -> None:
    auditor = enter(hire("audits", Role.AUDITOR))
    auditor.post(reverse("export_job"))
    work_once("w")
    there = auditor.get(reverse("jobs")).content.decode()
    files.made(Job.objects.get()).unlink()

    gone = auditor.get(reverse("jobs")).content.decode()

    assert (reverse("export_file") in there, reverse("export_file") in gone) == (True, False)
    assert left(settings) == []


@pytest.mark.django_db
def test_a_server_that_starts_tidies_up(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(settings, 8)
    over = threading.Event()
    over.set()
    monkeypatch.setattr("django.db.connection.close", lambda: None)  # the test's own

    embedded.look(over)

    assert left(settings) == []
