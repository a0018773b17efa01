"""The demonstration finds the whole story that was planted, and holds up no honest namesake."""

from pathlib import Path

import pytest

from tamiz.demo import tour
from tamiz.demo.programme import Programme
from tamiz.demo.story import read_story
from tamiz.errors import UsageError
from tamiz.intake.dossiers import open_cohort
from tamiz.model import Dossier, Observation, Outcome, PartialDate, Queue
from tamiz.output.results import screen_file
from tamiz.output.run import RunSummary
from tamiz.screening import load_policy
from tamiz.screening.observed import with_observed
from tamiz.wording import Language

HONEST = 600  # fewer than the demonstration has: enough to hide the story in, quick to screen


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def programme(folder: Path) -> Programme:
    return tour.prepare(folder, honest=HONEST)


@pytest.fixture(scope="module")
def run(programme: Programme, folder: Path) -> RunSummary:
    order = tour.order(
        programme, folder, policy=load_policy(), software="tamiz test", jobs=1,
        language=Language.ENGLISH,
    )  # fmt: skip
    return screen_file(order, clock=lambda: tour.DAY)


@pytest.fixture(scope="module")
def told(programme: Programme, folder: Path, run: RunSummary) -> tuple[tour.Told, ...]:
    assert run.applicants
    return tour.tell(programme, folder)


def test_everybody_planted_is_found_and_every_namesake_clear(told: tuple[tour.Told, ...]) -> None:
    missed = [one.planted.key for one in told if not one.as_hoped]

    assert missed == []


@pytest.mark.parametrize(
    ("key", "check", "listed"),
    [
        ("alias", "watchlist_person", "DEMO-S-001"),
        ("front_panama", "watchlist_related", "DEMO-S-010"),
        ("front_venezuela", "watchlist_related", "DEMO-S-010"),
        ("lender", "shared_document", ""),
        ("borrower", "shared_document", ""),
        ("blank_1", "document_run_of_blanks", ""),
        ("blank_3", "document_run_of_blanks", ""),
    ],
)
def test_each_is_found_for_the_reason_that_was_planted(
    told: tuple[tour.Told, ...], key: str, check: str, listed: str
) -> None:
    finding = next(one.finding for one in told if one.planted.key == key)

    assert finding is not None
    assert finding.check == check
    assert (finding.listed.id if finding.listed else "") == listed


def test_the_ties_of_the_found_lead_to_the_group(told: tuple[tour.Told, ...]) -> None:
    finding = next(one.finding for one in told if one.planted.key == "alias")

    assert finding is not None
    assert finding.listed is not None
    assert finding.listed.linked_to == ("Frente Vientogris 33 [INVENTED-FTO]",)


def test_few_of_the_honest_are_held_up(run: RunSummary) -> None:
    planted = sum(not one.honest for one in read_story().applicant)
    held = run.applicants - run.counts[Queue.CLEAR] - planted

    assert held <= run.applicants * 0.02


def test_broken_rows_are_rejected(run: RunSummary) -> None:
    assert run.rejects == 3


def test_the_page_says_that_nobody_exists(folder: Path, run: RunSummary) -> None:
    assert run.invented
    assert "Invented data" in (folder / "report.html").read_text(encoding="utf-8")


def test_the_lists_of_the_demonstration_are_in_date(run: RunSummary) -> None:
    assert not any(used.stale for used in run.lists)


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "applicants.csv").write_text("real", encoding="utf-8")

    with pytest.raises(UsageError, match="empty folder"):
        tour.prepare(tmp_path)

    assert (tmp_path / "applicants.csv").read_text(encoding="utf-8") == "real"
    assert (tmp_path / "store").exists()


def test_the_papers_of_the_man_with_a_false_nationality_give_him_away(
    told: tuple[tour.Told, ...],
) -> None:
    papers = next(one.papers for one in told if one.planted.key == "alias")

    assert {finding.check for finding in papers} == {
        "document_zone_digits", "document_validity", "document_number_says",
    }  # fmt: skip


@pytest.mark.parametrize("key", ["alias", "front_panama"])
def test_a_beginner_of_the_story_who_is_seen_to_be_an_expert_is_found(
    key: str, programme: Programme, told: tuple[tour.Told, ...]
) -> None:
    """What somebody who tries the demonstration files under *Intake* re-opens the background."""
    found = next(one.assessment for one in told if one.planted.key == key)
    dossier = next(one for one in open_cohort(programme.applicants)
                   if isinstance(one, Dossier) and one.id == found.id)  # fmt: skip
    seen = Observation(
        text="Expert knowledge of FPV drones", day=PartialDate(year=2026, month=9, day=1),
        grading="B2", field="filed 1",
    )  # fmt: skip

    now = with_observed(found, (seen,), dossier, load_policy().policy)

    concerns = {one.check for one in now.findings if one.outcome is Outcome.CONCERN}
    assert "background_skill" in concerns - {one.check for one in found.findings}
