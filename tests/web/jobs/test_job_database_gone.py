"""The database goes away in the middle of a job: nobody fails it, the next worker goes on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError, connection
from django.urls import reverse

from tamiz.casework import Role
from tamiz.casework.journal import lines_of, verify
from tamiz.output.folder import FINDINGS, RUN
from tamiz.web.clock import now
from tamiz.web.jobs import files, work
from tamiz.web.jobs.work import work_once
from tamiz.web.models import Case, Job, Programme
from web_world import Enter, Hire

# How a test, which is one transaction, undoes what a lost connection undoes by itself.
UNDOING = ("SAVEPOINT", "ROLLBACK TO", "RELEASE")
GONE = (
    OperationalError("server closed the connection unexpectedly"),
    InterfaceError("the connection is closed"),
)


@pytest.fixture(autouse=True)
def _no_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in memory is one thread's."""
    monkeypatch.setattr(work, "BEAT", 3_600)


@contextmanager
def gone(error: Exception, when: Callable[[str], bool]) -> Iterator[None]:
    """The database goes at a statement, and does not come back within the block."""
    is_gone = False

    def ask(execute: Callable[..., object], sql: str, *told: object) -> object:
        nonlocal is_gone
        is_gone = is_gone or when(sql)
        if is_gone and not sql.startswith(UNDOING):
            raise error
        return execute(sql, *told)

    with connection.execute_wrapper(ask):
        yield


@pytest.fixture
def bringing(hire: Hire, enter: Enter, results: Path) -> Programme:
    """Results that were brought for a job, into a programme without cases."""
    programme = Programme.objects.create(key="new", name="New")
    told = {
        name: SimpleUploadedFile(path, (results / path).read_bytes())
        for name, path in (("findings", FINDINGS), ("run", RUN))
    }
    client = enter(hire("brings", Role.INTAKE, programmes=(programme,)))
    client.post(reverse("bring"), {"programme": programme.key, **told})
    return programme


def lapsed() -> None:
    """A worker that says nothing for so long counts as dead."""
    Job.objects.update(until=now() - timedelta(seconds=1))


@pytest.mark.parametrize("error", GONE, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("table", ["web_casefinding", "web_journalentry", "web_run"])
def test_an_import_goes_on_where_it_stopped(
    error: Exception, table: str, bringing: Programme
) -> None:
    with gone(error, lambda sql: sql.startswith(f'INSERT INTO "{table}"')):
        work_once("one")
    left = Job.objects.get()
    assert (left.state, left.problem) == (Job.RUNNING, "")
    assert files.brought(left, FINDINGS).exists()

    lapsed()
    work_once("two")

    done = Job.objects.get()
    assert (done.state, done.worker) == (Job.DONE, "two")
    assert Case.objects.filter(programme=bringing).count() == done.came["opened"] > 0


@pytest.mark.usefixtures("north")
def test_an_export_is_made_again(hire: Hire, enter: Enter) -> None:
    auditor = enter(hire("audits", Role.AUDITOR))
    auditor.post(reverse("export_job"))
    with gone(GONE[0], lambda sql: '"web_journalentry"."line"' in sql):
        work_once("one")
    job = Job.objects.get()
    assert (job.state, files.made(job).exists()) == (Job.RUNNING, False)

    lapsed()
    work_once("two")

    with files.made(job).open("rb") as file:
        assert verify(lines_of(file)).is_whole


@pytest.mark.usefixtures("bringing")
def test_a_worker_whose_database_is_gone_finds_nothing_to_do_and_lives() -> None:
    with gone(GONE[0], lambda _sql: True):
        assert not work_once("one")

    assert work_once("one")


@pytest.mark.usefixtures("bringing")
def test_what_breaks_for_another_reason_is_a_fault_of_ours() -> None:
    with broken(ValueError("odd"), lambda sql: sql.startswith('INSERT INTO "web_case"')):
        work_once("one")

    assert (Job.objects.get().state, Job.objects.get().problem[:7]) == (Job.FAILED, "a fault")


@pytest.mark.usefixtures("bringing")
@pytest.mark.parametrize(
    ("told", "said"),
    [("database or disk is full", "full"), ("attempt to write a readonly database", "written")],
)
def test_what_the_disk_refuses_is_told_as_the_disk(told: str, said: str) -> None:
    once = iter((True,))
    with broken(OperationalError(told), lambda sql: "web_casesides" in sql and next(once, False)):
        work_once("one")

    job = Job.objects.get()
    assert (job.state, said in job.problem) == (Job.FAILED, True)


@contextmanager
def broken(error: Exception, when: Callable[[str], bool]) -> Iterator[None]:
    """Only these statements fail."""

    def ask(execute: Callable[..., object], sql: str, *told: object) -> object:
        if when(sql):
            raise error
        return execute(sql, *told)

    with connection.execute_wrapper(ask):
        yield
