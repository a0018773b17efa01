"""Days on which the machine fails: a clear message, nothing half-done, and work goes on afterwards."""

import errno
import io
import os
import zipfile  # noqa: TID251 - makes one
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import reverse

import web_api_world
from output.sample_run import SCRIPT
from tamiz.casework import Role
from tamiz.casework.journal import export, verify
from tamiz.web import journaling, store, uploads
from tamiz.web.clock import now
from tamiz.web.jobs import work
from tamiz.web.models import Case, Job, JournalEntry, Programme
from tamiz.web.troubles import Trouble, trouble
from tamiz.wording import Language, say
from web_world import HOST, Enter, Hire

pytestmark = pytest.mark.usefixtures("case_of")
NOTE = "A note that must not be lost or half written."


@pytest.fixture
def client(hire: Hire, enter: Enter, north: Programme) -> Client:
    client = enter(hire("works", Role.SENIOR, programmes=(north,)))
    client.raise_request_exception = False
    return client


def note(client: Client, row: Case) -> Any:
    """Write a note into the margin of a case."""
    return client.post(reverse("note", args=[row.pk]), {"text": NOTE})


@contextmanager
def failing(error: Exception) -> Iterator[None]:
    """Whatever is asked of the database fails so."""

    def fail(*_: object) -> None:
        raise error

    with connection.execute_wrapper(fail):
        yield


@contextmanager
def pragma(on: str, off: str) -> Iterator[None]:
    """SQLite itself refuses, as on such a day."""
    with connection.cursor() as cursor:
        cursor.execute(on)
        yield
        cursor.execute(off)


ON_SQLITE = pytest.mark.skipif(
    "postgresql" in os.environ.get("TAMIZ_DATABASE", ""), reason="what SQLite does"
)


@ON_SQLITE
def test_on_a_full_disk_a_note_is_refused_and_later_taken(client: Client, case_of: Case) -> None:
    before = JournalEntry.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
    with pragma(f"PRAGMA max_page_count = {pages}", "PRAGMA max_page_count = 4294967294"):
        answers = [client.post(reverse("note", args=[case_of.pk]), {"text": NOTE * 100})
                   for _ in range(5)]  # fmt: skip
    last = answers[-1]

    assert last.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert say("web.error.disk_full", Language.ENGLISH) in last.content.decode()
    assert note(client, case_of).status_code == HTTPStatus.FOUND
    assert verify(export(journaling.entries(), made_at=now())).is_whole
    taken = sum(answer.status_code == HTTPStatus.FOUND for answer in answers)
    assert JournalEntry.objects.count() == before + taken + 1


@ON_SQLITE
def test_on_a_read_only_disk_a_note_is_refused(client: Client, case_of: Case) -> None:
    client.get(reverse("me"))  # the session knows already when it was last used
    before = JournalEntry.objects.count()
    with pragma("PRAGMA query_only = ON", "PRAGMA query_only = OFF"):
        answer = note(client, case_of)

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert say("web.error.read_only", Language.ENGLISH) in answer.content.decode()
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("language", Language)
def test_without_a_database_pages_say_so_in_the_readers_language(
    language: Language, client: Client, case_of: Case
) -> None:
    with failing(OperationalError("unable to open database file")):
        answer = client.get(reverse("case", args=[case_of.pk]), headers={
            "accept-language": language.value})  # fmt: skip

    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert any(say("web.error.database", one) in page for one in Language)
    assert client.get(reverse("case", args=[case_of.pk])).status_code == HTTPStatus.OK


def test_without_a_database_the_api_says_so(client: Client) -> None:
    with failing(OperationalError("connection refused")):
        answer = client.get("/api/cases", headers={"authorization": "Bearer x"})

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "database cannot be reached" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (OperationalError("database or disk is full"), Trouble.FULL),
        (OperationalError("could not extend file: No space left on device"), Trouble.FULL),
        (OperationalError("attempt to write a readonly database"), Trouble.READ_ONLY),
        (DatabaseError("cannot execute INSERT in a read-only transaction"), Trouble.READ_ONLY),
        (OperationalError("database is locked"), Trouble.DATABASE),
        (InterfaceError("connection already closed"), Trouble.DATABASE),
        (OSError(errno.ENOSPC, "No space left on device"), Trouble.FULL),
        (OSError(errno.EFBIG, "File too large"), Trouble.FULL),
        (OSError(errno.EROFS, "Read-only file system"), Trouble.READ_ONLY),
        (DatabaseError("no such column"), None),
        (OSError(errno.ENOENT, "no such file"), None),
        (ValueError("ours"), None),
        (None, None),
    ],
)
def test_what_is_wrong_with_the_machine_is_told_from_a_fault_of_ours(
    error: Exception | None, found: Trouble | None
) -> None:
    assert trouble(error) is found


def test_two_tabs_decide_a_case_once(
    client: Client, case_of: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tamiz.web.views.decide.is_sampled", lambda *_: False)
    evidence = store.load(case_of).evidence
    form = {"ruling": "escalate", "reason": "Somebody senior must look.", "evidence": evidence}
    where = reverse("decide", args=[case_of.pk])

    answers = [client.post(where, form, follow=True) for _ in range(3)]

    kinds = list(JournalEntry.objects.filter(case=case_of.key).values_list("kind", flat=True))
    assert kinds.count("escalated") == 1
    assert all(answer.status_code == HTTPStatus.OK for answer in answers)
    assert 'class="error"' in answers[-1].content.decode()


def test_two_tabs_on_one_page_that_moved_decide_nothing(client: Client, case_of: Case) -> None:
    form = {"ruling": "refuse", "reason": "Seen on another page.", "evidence": "0" * 64}

    page = client.post(reverse("decide", args=[case_of.pk]), form, follow=True).content.decode()

    case_of.refresh_from_db()
    assert case_of.state == "open"
    assert 'class="error"' in page


def test_a_clock_that_goes_backwards_is_written_down_and_breaks_nothing(
    client: Client, case_of: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(client, case_of)
    monkeypatch.setattr(store, "now", lambda: now() - timedelta(hours=3))
    note(client, case_of)

    told = list(journaling.entries())
    assert told[-1].clock_back
    assert [one.seq for one in told] == list(range(1, len(told) + 1))
    assert verify(export(told, made_at=now())).is_whole
    assert client.get(reverse("case", args=[case_of.pk])).status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", ["/jobs/screen/", "/jobs/bring/"])
def test_an_upload_of_two_gigabytes_is_refused_before_it_is_read(path: str, client: Client) -> None:
    answer = client.generic(
        "POST", path, b"", "multipart/form-data; boundary=x", CONTENT_LENGTH=str(2 << 30)
    )

    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "64 MB" in answer.content.decode()
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("path", "session", "size", "status"),
    [
        ("/jobs/screen/", True, uploads.LARGEST_REQUEST + 1, 413),
        ("/jobs/screen/", False, uploads.LARGEST_FORM + 1, 413),
        ("/", True, uploads.LARGEST_FORM + 1, 413),
        ("/", True, "many", 413),
        ("/", True, 10, 405),
    ],
)
def test_how_large_a_request_may_be(
    path: str, session: bool, size: int | str, status: int, client: Client
) -> None:
    asks = client if session else Client(SERVER_NAME=HOST)

    assert asks.generic("POST", path, b"", CONTENT_LENGTH=str(size)).status_code == status


@pytest.mark.parametrize("cookie", ["", "x", "a" * 32, "a" * 31 + "\0", "'; --", "é" * 32])
def test_a_made_up_session_brings_no_file(cookie: str, client: Client) -> None:
    """What a stranger sends is refused by its size, before any of it is parsed or written down."""
    asks = Client(SERVER_NAME=HOST)
    asks.cookies[settings.SESSION_COOKIE_NAME] = cookie
    large = str(uploads.LARGEST_FORM + 1)

    made_up = asks.generic("POST", "/jobs/screen/", b"", CONTENT_LENGTH=large)
    theirs = client.generic("POST", "/jobs/screen/", b"", CONTENT_LENGTH=large)

    assert (made_up.status_code, theirs.status_code) == (413, 302)


def test_a_session_that_ended_brings_no_file(client: Client) -> None:
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.logout()
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    large = str(uploads.LARGEST_FORM + 1)

    answer = client.generic("POST", "/jobs/screen/", b"", CONTENT_LENGTH=large)

    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert say("web.error.file_of_nobody") in answer.content.decode()


def bomb() -> bytes:
    """A workbook of 20 kB that unpacks to 20 MB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (20 << 20))
    return file.getvalue()


def test_a_zip_bomb_is_told_and_opened_by_nobody(
    client: Client, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.LIST_STORE = web_api_world.fill(tmp_path / "lists" / "store").root
    file = SimpleUploadedFile("bomb.xlsx", bomb())
    client.post(reverse("screen"), {"programme": "north", "cohort": file})
    monkeypatch.setattr(work, "BEAT", 3_600)
    work.work_once("w")

    job = Job.objects.get()
    assert job.state == Job.FAILED
    assert "bomb.xlsx" in job.problem
    assert "unpack" in job.problem


SHOWS: tuple[Callable[[Case], str], ...] = (
    lambda row: reverse("queue"),  # noqa: ARG005 - the others need it
    lambda row: reverse("case", args=[row.pk]),
    lambda row: f"{reverse('search')}?q={row.applicant[:8]}",
)


@pytest.mark.parametrize("shown", SHOWS)
def test_script_in_a_name_is_text(
    shown: Callable[[Case], str], client: Client, north: Programme
) -> None:
    row = Case.objects.get(programme=north, name=SCRIPT)

    page = client.get(shown(row)).content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_script_in_the_name_of_a_file_is_text(client: Client) -> None:
    file = SimpleUploadedFile('"><script>alert(1)</script>.csv', b"id\n1\n")
    client.post(reverse("screen"), {"programme": "north", "cohort": file})

    assert "<script>alert" not in client.get(reverse("jobs")).content.decode()
