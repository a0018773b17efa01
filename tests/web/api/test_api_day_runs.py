"""What programs send makes a run a day, however much it is; each case knows when it was screened."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from output.sample_run import sample_assessments, sample_run
from tamiz.model import Assessment, Queue
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import run_json
from tamiz.web import imports
from tamiz.web.api.screeners import COHORT, OPEN
from tamiz.web.models import Case, JournalEntry, Programme, Run
from web_api_world import Asks, Program
from web_world import Clock

LISTED = {"name": "Serhii Vymyslenko", "birth_date": "1988-04-12"}


@pytest.fixture
def officer(asks: Asks, north: Programme) -> Program:
    return asks(programmes=(north,))


def send(program: Program, *applicants: str) -> None:
    for name in applicants:
        answer = program.post("dossiers", {"id": name, **LISTED}, query="?programme=north")
        assert answer.status_code == 201, answer.content


def day_runs() -> list[Run]:
    return list(Run.objects.filter(cohort=COHORT).order_by("pk"))


def test_the_dossiers_of_a_day_are_one_run(officer: Program) -> None:
    send(officer, "B1", "B2", "B3", "B1")

    (run,) = day_runs()
    assert (run.done, run.total) == (4, 4)
    assert sum(run.summary["counts"].values()) == 4
    assert Case.objects.filter(run=run).count() == 3


def test_each_programme_has_its_own(asks: Asks, north: Programme, south: Programme) -> None:
    program = asks(programmes=(north, south))
    for key in ("north", "south"):
        program.post("dossiers", {"id": "B1", **LISTED}, query=f"?programme={key}")

    assert [run.programme for run in day_runs()] == [north, south]


def test_the_next_day_begins_another(officer: Program, clock: Clock) -> None:
    send(officer, "B1")
    clock.wait(timedelta(days=1).total_seconds())
    OPEN.forget()
    send(officer, "B1")

    one, two = day_runs()
    assert one.screened_on is not None
    assert two.screened_on is not None
    assert two.screened_on - one.screened_on == timedelta(days=1)
    assert Case.objects.get(applicant="B1").run == two


def test_the_journal_tells_once_by_which_policy(officer: Program) -> None:
    entries = JournalEntry.objects.filter(kind="run_came")
    before = entries.count()

    send(officer, "B1", "B2")

    assert entries.count() == before + 1
    assert day_runs()[0].summary["policy_sha256"] in entries.latest("seq").line


def found(applicant: str) -> Assessment:
    """Something that screening a whole cohort found of somebody."""
    one = next(iter(sample_assessments(1)))
    return Assessment(
        id=applicant, name=one.name, queue=Queue.REVIEW, rule="cohort", findings=one.findings
    )


def taken_in(folder: Path, programme: Programme, clock: Clock, *applicants: str) -> None:
    """Take in a screening of a cohort that began at this instant."""
    folder.mkdir()
    lines = b"".join(finding_line(found(name)) for name in applicants)
    (folder / FINDINGS).write_bytes(lines)
    began = clock()
    run = sample_run()
    told = run_json(run, started=began, finished=began).replace(
        f'"screened_on": "{run.screened_on}"'.encode(), f'"screened_on": "{began.date()}"'.encode()
    )
    (folder / RUN).write_bytes(told)
    imports.take_in(folder, programme)


def at_noon(clock: Clock) -> None:
    clock.at = clock.at.replace(hour=12)


def test_what_others_sent_later_does_not_make_a_case_newer(
    officer: Program, north: Programme, clock: Clock, tmp_path: Path
) -> None:
    """B1 in the morning, the cohort at ten, B2 at eleven: of B1 the cohort knows more."""
    at_noon(clock)
    send(officer, "B1")
    clock.wait(3_600)
    morning = clock.at
    clock.wait(3_600)
    send(officer, "B2")
    clock.at = morning
    taken_in(tmp_path / "cohort", north, clock, "B1", "B2")

    rules = dict(Case.objects.filter(applicant__in=("B1", "B2")).values_list("applicant", "rule"))
    assert rules["B1"] == "cohort"
    assert rules["B2"] != "cohort"


def test_a_run_of_today_says_so(officer: Program, clock: Clock) -> None:
    at_noon(clock)
    send(officer, "B1")

    assert day_runs()[0].screened_on == date.fromisoformat(f"{clock.at:%Y-%m-%d}")
