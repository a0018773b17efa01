"""What workers do with jobs: each kind to its end, twice the same, failures told."""

import os
import shutil
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

import web_api_world
from tamiz.casework import Role
from tamiz.casework.journal import verify
from tamiz.output.folder import FINDINGS, RUN
from tamiz.web.jobs import desk, files, work
from tamiz.web.jobs.kinds import Kind
from tamiz.web.jobs.work import work_once
from tamiz.web.models import Case, Job, Officer, Programme
from web_world import Enter, Hire

COHORT = b"id,name,birth_date\nA1,Serhii Vymyslenko,1988-04-12\nA2,Clara Clear,1990-01-01\n"


@pytest.fixture(autouse=True)
def _no_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in memory is one thread's."""
    monkeypatch.setattr(work, "BEAT", 3_600)


@pytest.fixture
def programme(hire: Hire) -> Programme:
    hire("nobody")  # the tables are there
    return Programme.objects.create(key="new", name="New")


@pytest.fixture
def lists(settings: Settings, tmp_path: Path) -> None:
    """The lists that are screened against."""
    settings.LIST_STORE = web_api_world.fill(tmp_path / "lists" / "store").root


@pytest.fixture
def officer(programme: Programme, hire: Hire, enter: Enter) -> Client:
    return enter(hire("brings", Role.OFFICER, programmes=(programme,)))


def bring(client: Client, data: bytes, name: str = "spring.csv") -> str:
    """Bring a file of applicants by the page; what the next page says."""
    file = SimpleUploadedFile(name, data)
    answer = client.post(reverse("screen"), {"programme": "new", "cohort": file}, follow=True)
    return answer.content.decode()


@pytest.mark.usefixtures("lists")
def test_a_file_of_applicants_becomes_cases(officer: Client, programme: Programme) -> None:
    bring(officer, COHORT)

    assert work_once("w")

    job = Job.objects.get()
    assert (job.state, job.problem) == (Job.DONE, "")
    assert job.came == {"opened": 1, "renewed": 0, "unchanged": 0, "rejected": 0}
    assert [row.applicant for row in Case.objects.filter(programme=programme)] == ["A1"]
    brought_by = frozenset({Officer.objects.get(username="brings").number})
    assert files.kept_file(programme) == files.Kept("spring.csv", COHORT, None, brought_by)


@pytest.mark.usefixtures("lists")
def test_a_programme_is_screened_again_by_a_list_manager(
    officer: Client, programme: Programme, hire: Hire, enter: Enter
) -> None:
    bring(officer, COHORT)
    work_once("w")
    manager = enter(hire("lists", Role.LIST_MANAGER, programmes=(programme,)))

    manager.post(reverse("again"), {"programme": "new"})
    work_once("w")

    job = Job.objects.latest("pk")
    assert (job.kind, job.state) == (Kind.AGAIN.value, Job.DONE)
    assert job.came["unchanged"] == 1


def test_results_are_taken_in(
    programme: Programme, results: Path, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("receives", Role.INTAKE, programmes=(programme,)))
    files_of = {"findings": FINDINGS, "run": RUN}
    sent = {key: SimpleUploadedFile(name, (results / name).read_bytes())
            for key, name in files_of.items()}  # fmt: skip
    client.post(reverse("bring"), {"programme": "new", **sent})

    work_once("w")

    assert Job.objects.get().came["opened"] == Case.objects.filter(programme=programme).count() > 0


@pytest.mark.parametrize("roles", [(Role.OFFICER,), (Role.SENIOR,), (Role.INTAKE, Role.OFFICER)])
def test_who_decides_cases_brings_no_findings_for_them(
    roles: tuple[Role, ...], programme: Programme, results: Path, hire: Hire, enter: Enter
) -> None:
    """Whoever could put other findings in the place of a case's could grant anything alone."""
    client = enter(hire("both", *roles, programmes=(programme,)))
    sent = {
        name: SimpleUploadedFile(name, (results / name).read_bytes()) for name in (FINDINGS, RUN)
    }

    page = client.get(reverse("jobs")).content.decode()
    client.post(
        reverse("bring"), {"programme": "new", "findings": sent[FINDINGS], "run": sent[RUN]}
    )

    assert reverse("bring") not in page
    assert reverse("screen") in page
    assert not Job.objects.exists()


def test_what_was_brought_lies_sealed(officer: Client, settings: Settings) -> None:
    bring(officer, COHORT)

    there = [path.read_bytes() for path in settings.FILES.rglob("*") if path.is_file()]
    assert there
    assert not any(b"Vymyslenko" in data for data in there)


@pytest.mark.usefixtures("lists")
def test_nothing_open_is_left_behind(officer: Client, settings: Settings) -> None:
    bring(officer, COHORT)
    work_once("w")

    names = sorted(path.name for path in settings.FILES.rglob("*"))
    assert [name.split("-")[0] for name in names] == ["cohort"]


def _stopped(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("lists")
def test_a_job_that_was_cut_off_comes_to_the_same(
    officer: Client, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(officer, COHORT)
    with monkeypatch.context() as cut:
        cut.setattr(files, "keep", _stopped)
        with pytest.raises(KeyboardInterrupt):
            work_once("one")
    Job.objects.update(state=Job.WAITING)

    work_once("two")

    assert Job.objects.get().came["unchanged"] == 1
    assert Case.objects.filter(programme=programme).count() == 1


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [("a.xlsx", b"PK\x03\x04 cut off", "a.xlsx"), ("a.json", b"[[[[", "a.json"),
     ("a.csv", b"\x00\x01\x02\xff" * 50, "a.csv")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_fails_with_its_reason(
    name: str, data: bytes, why: str, officer: Client
) -> None:
    bring(officer, data, name)
    work_once("w")

    page = officer.get(reverse("jobs")).content.decode()
    job = Job.objects.get()
    assert (job.state, why in job.problem) == (Job.FAILED, True)
    assert not files.brought(job, "cohort").exists()
    assert "failed" in page
    assert why in page


def test_without_lists_nothing_is_screened(officer: Client) -> None:
    bring(officer, COHORT)
    work_once("w")

    assert "--store" in Job.objects.get().problem


@pytest.mark.parametrize(("name", "data"), [("a.exe", b"MZ"), ("a.csv", b"")])
def test_what_is_no_file_of_applicants_is_no_job(name: str, data: bytes, officer: Client) -> None:
    bring(officer, data, name)

    assert not Job.objects.exists()


def test_nobody_brings_into_a_programme_of_others(officer: Client, south: Programme) -> None:
    file = SimpleUploadedFile("a.csv", COHORT)
    officer.post(reverse("screen"), {"programme": south.key, "cohort": file})

    assert not Job.objects.exists()


@pytest.mark.usefixtures("north")
def test_the_journal_is_exported_and_verifies(hire: Hire, enter: Enter) -> None:
    auditor = enter(hire("audits", Role.AUDITOR))
    auditor.post(reverse("export_job"))
    work_once("w")
    job = Job.objects.get()

    answer = auditor.post(reverse("export_file"), {"job": str(job.pk)})

    assert (job.state, job.programme) == (Job.DONE, None)
    assert verify(iter(b"".join(answer.streaming_content).splitlines(keepends=True))).is_whole  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", ["", "0", "x", "9" * 30])
def test_a_file_that_is_not_there_is_told(number: str, hire: Hire, enter: Enter) -> None:
    answer = enter(hire("audits", Role.AUDITOR)).post(
        reverse("export_file"), {"job": number}, follow=True
    )

    assert "not there" in answer.content.decode()


@pytest.mark.django_db
def test_where_there_is_nothing_to_do_a_worker_says_so() -> None:
    assert not work_once("w")


def test_a_page_that_looks_by_itself_keeps_no_session_alive(officer: Client) -> None:
    officer.get(reverse("jobs"))
    session = officer.session
    session["seen"] -= 100
    session.save()

    officer.get(reverse("jobs"), headers={"HX-Request": "true"})
    looked = officer.session["seen"]
    officer.get(reverse("jobs"))

    assert looked == session["seen"] < officer.session["seen"]


def test_progress_is_drawn_while_a_job_runs(officer: Client) -> None:
    bring(officer, COHORT)
    job = desk.claim("w")
    assert job is not None
    desk.tell(job, "screen", 30, 120)

    page = officer.get(reverse("jobs")).content.decode()

    assert 'max="120" value="30"' in page
    assert 'hx-trigger="every 2s"' in page


def test_a_job_is_asked_for_only_with_its_file(
    officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "put", full)
    officer.raise_request_exception = False

    page = bring(officer, COHORT)

    assert not Job.objects.exists()
    assert "disk" in page


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("what", ["role", "programme", "account"])
def test_who_may_not_any_more_has_no_job_done(
    what: str, officer: Client, programme: Programme
) -> None:
    bring(officer, COHORT)
    asker = Officer.objects.get(username="brings")
    if what == "role":
        asker.given.all().delete()
    elif what == "programme":
        asker.programmes.clear()
    else:
        Officer.objects.update(is_active=False)

    work_once("w")

    job = Job.objects.get()
    assert (job.state, "may not" in job.problem) == (Job.FAILED, True)
    assert not Case.objects.filter(programme=programme).exists()
    assert not files.brought(job, "cohort").exists()


def test_who_lost_a_job_leaves_its_file_to_who_has_it_now(officer: Client) -> None:
    bring(officer, COHORT)
    lost = desk.claim("one")
    desk.let_go(("one",))
    assert desk.claim("two") is not None
    assert lost is not None

    desk.fail(lost, "the disk was full for a moment")

    assert files.brought(lost, "cohort").exists()


@pytest.mark.usefixtures("lists")
def test_who_is_killed_when_all_is_done_leaves_a_job_that_can_be_done_again(
    officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(officer, COHORT)
    with monkeypatch.context() as cut:
        cut.setattr(desk, "finish", _stopped)
        with pytest.raises(KeyboardInterrupt):
            work_once("one")
    Job.objects.update(state=Job.WAITING)

    work_once("two")

    assert (Job.objects.get().state, Job.objects.get().problem) == (Job.DONE, "")


@pytest.mark.usefixtures("lists")
def test_what_a_job_that_is_over_left_is_gone_before_the_next(
    officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(officer, COHORT)
    job = Job.objects.get()
    with monkeypatch.context() as cut:
        cut.setattr(files, "drop", _stopped)
        with pytest.raises(KeyboardInterrupt):
            work_once("one")
    assert files.brought(job, "cohort").exists()

    work_once("two")

    assert not files.brought(job, "cohort").exists()


def test_what_an_upload_left_that_was_cut_off_is_gone_before_the_next_job(
    officer: Client, settings: Settings
) -> None:
    """A server that was killed in its midst leaves applicants in the clear."""
    bring(officer, COHORT)
    left, coming = (settings.FILES / f"tmp{at}.upload.csv" for at in (1, 2))
    for path in (left, coming):
        path.write_bytes(COHORT)
    ago = time.time() - files.ABANDONED - 60
    os.utime(left, (ago, ago))

    work_once("w")

    assert not left.exists()
    assert coming.exists()


def test_what_killed_three_workers_leaves_no_file_of_applicants(
    officer: Client, settings: Settings
) -> None:
    bring(officer, COHORT)
    job = Job.objects.get()
    with files.workshop(job) as place:
        (place / "spring.csv").write_bytes(COHORT)
        shutil.copytree(place, place.with_suffix(".killed"))  # what a killed worker left
    place.with_suffix(".killed").rename(place)
    Job.objects.update(tries=desk.TRIES)

    assert not work_once("fourth")

    assert Job.objects.get().state == Job.FAILED
    assert list(settings.FILES.iterdir()) == []
