"""The unit's own screening policy holds wherever it screens, and the journal tells which it was."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

import web_api_world
from tamiz.casework import Role
from tamiz.errors import PolicyError, UsageError
from tamiz.screening import LoadedPolicy, default_policy_text, load_policy
from tamiz.web.api import lists, screeners, tokens
from tamiz.web.jobs import work
from tamiz.web.jobs.kinds import Kind
from tamiz.web.jobs.work import work_once
from tamiz.web.models import Case, JournalEntry, Programme, Run
from tamiz.web.place import screening_policy_of
from web_world import Enter, Hire

COHORT = (
    b"id,name,birth_date,course,skill\nA1,Serhii Vymyslenko,1988-04-12,FPV drone pilot,beginner\n"
    b"A2,Nobody Nemo,1990-01-01,FPV drone pilot,beginner\n"
)
RULE = '[[rule]]\nname = "our_own_rule"\nqueue = "escalate"\noutcome = "concern"\n\n'


@pytest.fixture(autouse=True)
def _no_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in memory is one thread's."""
    monkeypatch.setattr(work, "BEAT", 3_600)


@pytest.fixture
def ours(settings: Settings, tmp_path: Path) -> LoadedPolicy:
    """The unit's policy: the default one with a rule of its own before the others."""
    text = default_policy_text()
    version = text.partition('version = "')[2].partition('"')[0]
    path = tmp_path / "ours.toml"
    own = text.replace(version, "ours.7", 1).replace("[[rule]]\n", f"{RULE}[[rule]]\n", 1)
    path.write_text(own, encoding="utf-8")
    settings.SCREENING_POLICY = screening_policy_of(str(path))
    settings.LIST_STORE = web_api_world.fill(tmp_path / "lists" / "store").root
    screeners.OPEN.forget()
    lists.OPEN.forget()
    return load_policy(path)


@pytest.fixture
def programme(hire: Hire) -> Programme:
    hire("nobody")  # the tables are there
    return Programme.objects.create(key="new", name="New")


@pytest.fixture
def officer(programme: Programme, hire: Hire, enter: Enter) -> Client:
    return enter(hire("brings", Role.OFFICER, programmes=(programme,)))


def screened(client: Client) -> Run:
    """The run of a file that was brought under *Jobs*."""
    file = SimpleUploadedFile("spring.csv", COHORT)
    client.post(reverse("screen"), {"programme": "new", "cohort": file})
    work_once("w")
    return Run.objects.latest("pk")


def told(run: Run) -> tuple[object, ...]:
    return tuple(run.summary[key] for key in ("policy", "policy_version", "policy_sha256"))


def payload(kind: str) -> dict[str, str]:
    entry = JournalEntry.objects.filter(kind=kind).latest("seq")
    found: dict[str, str] = json.loads(json.loads(entry.line)["payload"])
    return found


def test_a_job_screens_by_it(ours: LoadedPolicy, officer: Client) -> None:
    run = screened(officer)

    assert told(run) == ("ours.toml", "ours.7", ours.sha256)
    assert Case.objects.get().rule == "our_own_rule"


def test_screening_again_goes_by_the_policy_of_today(
    ours: LoadedPolicy, officer: Client, programme: Programme, hire: Hire, enter: Enter,
    settings: Settings,
) -> None:  # fmt: skip
    settings.SCREENING_POLICY = load_policy(None)
    assert told(screened(officer))[0] == "default"
    settings.SCREENING_POLICY = ours
    manager = enter(hire("lists", Role.LIST_MANAGER, programmes=(programme,)))

    manager.post(reverse("again"), {"programme": "new"})
    work_once("w")

    assert told(Run.objects.latest("started")) == ("ours.toml", "ours.7", ours.sha256)


def test_a_dossier_that_a_program_sends_goes_by_it(
    ours: LoadedPolicy, programme: Programme, hire: Hire, client: Client
) -> None:
    officer = hire("program", Role.OFFICER, programmes=(programme,))
    program = web_api_world.Program(client, tokens.make(officer, Role.OFFICER, name="test"))
    dossier = {"id": "A1", "name": "Serhii Vymyslenko", "birth_date": "1988-04-12"}

    answer = program.post("dossiers", dossier, query="?programme=new")

    assert answer.json()["findings"]["rule"] == "our_own_rule"
    assert told(Run.objects.get()) == ("ours.toml", "ours.7", ours.sha256)


@pytest.mark.usefixtures("ours")
def test_rules_that_read_an_observation_go_by_it(
    officer: Client, programme: Programme, hire: Hire, enter: Enter
) -> None:
    screened(officer)
    intake = enter(hire("files", Role.INTAKE, programmes=(programme,)))
    seen = {"kind": "observation", "programme": programme.pk, "applicant": "A2", "grading": "B2",
            "text": "instructor notes expert knowledge of FPV drones", "opens": "on"}  # fmt: skip
    intake.post(reverse("intake"), seen)

    work_once("w")

    assert Case.objects.get(applicant="A2").rule == "our_own_rule"
    assert payload("rules_asked")["version"] == "ours.7"


def test_the_page_of_lists_tells_it(ours: LoadedPolicy, officer: Client) -> None:
    screened(officer)

    page = officer.get(reverse("lists")).content.decode()

    assert page.count("ours.toml, version ours.7") == 2
    assert page.count(ours.sha256[:16]) == 2


def test_the_journal_tells_it_with_each_run(ours: LoadedPolicy, officer: Client) -> None:
    run = screened(officer)

    assert payload("run_came") == {
        "programme": "new", "run": str(run.pk), "findings": run.findings_sha256,
        "policy": "ours.toml", "version": "ours.7", "sha256": ours.sha256,
    }  # fmt: skip


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        screening_policy_of(str(tmp_path / "ours.toml"))


def test_a_file_that_is_not_understood_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text("thresholds = 7\n", encoding="utf-8")

    with pytest.raises(PolicyError, match=r"ours\.toml"):
        screening_policy_of(str(path))


def test_without_a_file_it_is_the_default() -> None:
    assert screening_policy_of("") == load_policy(None)


def test_kinds_of_jobs_that_screen_are_all_tried_here() -> None:
    assert {Kind.SCREEN, Kind.AGAIN, Kind.WEIGH} == set(Kind) - {Kind.BRING, Kind.EXPORT}
