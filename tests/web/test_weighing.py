"""What is observed is held against what the applicant told, and comes into their cases."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tamiz.casework import Ground, Opinion, Role, Ruling, State, ask_erasure, decide, see
from tamiz.model import Outcome
from tamiz.screening.observed import CHECK
from tamiz.web import erasing, imports, store
from tamiz.web.jobs import desk, files, work
from tamiz.web.jobs.kinds import Kind
from tamiz.web.jobs.work import work_once
from tamiz.web.models import Case, CaseFinding, Job, JournalEntry, Officer, Programme
from web_world import Clock, Enter, Hire, visiting

EXPERT = "instructor notes expert knowledge of FPV drones and fuses"
YEARS = 6 * 366 * 24 * 60 * 60  # seconds after which no case has to be kept


@pytest.fixture(autouse=True)
def _no_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in memory is one thread's."""
    monkeypatch.setattr(work, "BEAT", 3_600)


def dossiers(*applicants: str) -> bytes:
    """A file in which all of these declare to be beginners."""
    rows = (f"{one},Nobody Nemo,1990-01-01,FPV drone pilot,beginner\n" for one in applicants)
    return ("id,name,birth_date,course,skill\n" + "".join(rows)).encode()


@pytest.fixture
def kept(north: Programme, case_of: Case) -> None:
    """The file of the north is kept."""
    files.keep(north, files.Kept("north.csv", dossiers(case_of.applicant, "C-1")))


@pytest.fixture
def senior(hire: Hire, north: Programme) -> Officer:
    return hire("leads", Role.SENIOR, programmes=(north,))


@pytest.fixture
def intake(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("files", Role.INTAKE, programmes=(north,)))


def tell(intake: Client, programme: Programme, applicant: str, text: str = EXPERT) -> None:
    told = {"kind": "observation", "programme": programme.pk, "applicant": applicant, "text": text,
            "grading": "B2", "opens": "on"}  # fmt: skip
    assert intake.post(reverse("intake"), told).status_code == 302


def checks(row: Case) -> list[str]:
    """The checks of what is to be judged in a case."""
    return [one.check for one in store.load(row).to_judge.values()]


@pytest.mark.usefixtures("kept")
def test_a_beginner_who_is_seen_to_be_an_expert_is_found(
    intake: Client, north: Programme, case_of: Case
) -> None:
    before = checks(case_of)
    tell(intake, north, case_of.applicant)
    work_once("w")

    assert checks(case_of) == [*before, "background_skill"]
    assert CaseFinding.objects.filter(case=case_of, check_name="background_skill").count() == 1


@pytest.mark.usefixtures("kept")
def test_the_finding_says_what_was_observed_and_how_it_is_graded(
    intake: Client, north: Programme, case_of: Case, senior: Officer, enter: Enter
) -> None:
    tell(intake, north, case_of.applicant)
    work_once("w")

    page = enter(senior).get(reverse("case", args=[case_of.pk])).content.decode()
    questions = page.partition('id="questions"')[2]
    assert EXPERT in questions
    assert "graded B2" in questions


@pytest.mark.usefixtures("kept")
def test_until_the_rules_have_read_it_the_case_says_so(
    intake: Client, north: Programme, case_of: Case, senior: Officer, enter: Enter
) -> None:
    tell(intake, north, case_of.applicant)
    client, said = enter(senior), "have not read this yet"
    before = client.get(reverse("case", args=[case_of.pk])).content.decode()
    work_once("w")
    after = client.get(reverse("case", args=[case_of.pk])).content.decode()

    assert (said in before, said in after) == (True, False)


@pytest.mark.usefixtures("kept")
def test_a_decided_case_comes_back_with_the_finding(
    intake: Client, north: Programme, case_of: Case, senior: Officer
) -> None:
    who, every = visiting(senior), tuple(store.load(case_of).findings)
    store.act(who, case_of, lambda case, by: see(case, by, purpose="vetting", read=every))
    seen, why = store.load(case_of).evidence, "It is them."
    said = Opinion(ruling=Ruling.REFUSE, reason=why, seen=seen, told=why)
    store.act(who, case_of, lambda case, by: decide(case, by, store.POLICY, said))
    tell(intake, north, case_of.applicant)
    work_once("w")

    case_of.refresh_from_db()
    assert (store.load(case_of).state, case_of.is_open) == (State.OPEN, True)
    assert (case_of.news, "background_skill" in checks(case_of)) == ("observed", True)


def test_where_no_file_is_kept_the_rules_could_not_be_asked(
    intake: Client, north: Programme, case_of: Case
) -> None:
    before = checks(case_of)
    tell(intake, north, case_of.applicant)
    work_once("w")

    assert checks(case_of) == [*before, CHECK]
    (asked,) = (one for one in store.load(case_of).to_judge.values() if one.check == CHECK)
    assert (asked.outcome, asked.evidence[0].other) == (Outcome.INDETERMINATE, EXPERT)


@pytest.mark.usefixtures("kept")
def test_somebody_who_had_no_case_has_one_with_the_finding(
    intake: Client, north: Programme
) -> None:
    tell(intake, north, "C-1")
    work_once("w")

    row = Case.objects.get(programme=north, applicant="C-1")
    assert checks(row) == ["background_skill"]
    assert row.name == "Nobody Nemo"


@pytest.mark.usefixtures("kept")
def test_results_that_know_nothing_of_it_do_not_take_it_away(
    intake: Client, north: Programme, case_of: Case, results: Path
) -> None:
    tell(intake, north, case_of.applicant)
    work_once("w")
    before, entries = store.load(case_of).evidence, JournalEntry.objects.count()

    imports.take_in(results, north)

    assert (store.load(case_of).evidence, JournalEntry.objects.count()) == (before, entries)


def test_an_import_with_its_file_answers_what_could_not_be_asked(
    intake: Client, north: Programme, case_of: Case, results: Path, tmp_path: Path
) -> None:
    tell(intake, north, case_of.applicant)
    work_once("w")
    cohort = tmp_path / "north.csv"
    cohort.write_bytes(dossiers(case_of.applicant))

    imports.take_in(results, north, cohort=cohort)

    assert "background_skill" in checks(case_of)
    assert CHECK not in checks(case_of)


@pytest.mark.usefixtures("kept")
def test_it_stays_in_its_programme(
    intake: Client, north: Programme, south: Programme, case_of: Case
) -> None:
    other = Case.objects.get(programme=south, applicant=case_of.applicant)
    before = store.load(other).evidence
    tell(intake, north, case_of.applicant)
    while work_once("w"):
        pass

    assert (store.load(other).evidence, store.load(other).observations) == (before, ())


@pytest.mark.usefixtures("kept")
def test_it_goes_with_the_case(
    intake: Client, north: Programme, case_of: Case, senior: Officer, hire: Hire, clock: Clock
) -> None:
    tell(intake, north, case_of.applicant)
    clock.wait(YEARS)
    other = hire("other", Role.SENIOR, programmes=(north,))
    store.act(
        visiting(senior), case_of,
        lambda case, by: ask_erasure(
            case, by, store.POLICY, ground=Ground.REQUEST, reason="The person asked for it."
        ),
    )  # fmt: skip
    erasing.carry_out(visiting(other), case_of)
    work_once("w")

    case_of.refresh_from_db()
    assert (case_of.state, case_of.observed, case_of.weighed) == ("erased", 0, 0)
    assert not CaseFinding.objects.filter(case=case_of).exists()
    assert Job.objects.get().state == Job.DONE


@pytest.mark.usefixtures("kept")
def test_one_job_reads_all_that_was_filed(intake: Client, north: Programme, case_of: Case) -> None:
    tell(intake, north, case_of.applicant)
    tell(intake, north, case_of.applicant, "es un experto")

    assert Job.objects.filter(kind=Kind.WEIGH.value).count() == 1
    work_once("w")
    assert checks(case_of)[-2:] == ["background_skill", "background_skill"]


def test_whoever_files_learns_nothing_of_what_comes_of_it(
    intake: Client, north: Programme, case_of: Case, hire: Hire
) -> None:
    tell(intake, north, case_of.applicant)

    who = visiting(hire("also-files", Role.INTAKE, programmes=(north,)))
    assert not desk.visible(who).exists()


@pytest.mark.usefixtures("kept")
def test_what_was_filed_before_cases_counted_it_is_counted(
    intake: Client, north: Programme, case_of: Case
) -> None:
    tell(intake, north, case_of.applicant)
    tell(intake, north, case_of.applicant, "good comrade")
    Case.objects.update(observed=0)

    import_module("tamiz.web.migrations.0013_observations_read_by_rules").count(apps, None)

    assert set(Case.objects.filter(observed__gt=0).values_list("pk", "observed")) == {
        (case_of.pk, 2)
    }


@pytest.mark.usefixtures("kept")
def test_nothing_open_is_left_in_the_folder(
    intake: Client, north: Programme, case_of: Case, settings: Settings
) -> None:
    tell(intake, north, case_of.applicant)
    work_once("w")

    names = sorted(path.name.split("-")[0] for path in settings.FILES.iterdir())
    assert names == ["cohort"]
