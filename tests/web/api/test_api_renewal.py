"""A dossier sent alone renews a case: what it cannot ask again stays, or the answer says so."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytest_django import Settings

from output.sample_run import sample_assessments, sample_run
from tamiz.casework import Role
from tamiz.intake.dossiers import dossier_of
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.model import (
    Assessment,
    Evidence,
    Finding,
    Outcome,
    PageShown,
    PaperShown,
    Queue,
)
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import run_json
from tamiz.screening import load_policy
from tamiz.web import imports, store
from tamiz.web.api import lists, screeners
from tamiz.web.api.carried import carried
from tamiz.web.api.screeners import COHORT
from tamiz.web.models import Case, CaseSides, Programme, Run, Token
from tamiz.web.sides import unpacked
from tamiz.web.visibility import screened
from web_api_world import NOW, OWN_LIST, Asks, Program, fill
from web_world import MOMENT

DOSSIER = {
    "id": "A-1", "name": "Zbigniew Nieznany", "birth_date": "1990-05-06", "nationalities": ["PL"],
    "programme": "Drones", "applied_on": "2026-03-02",
}  # fmt: skip


def found(check: str, other: str = "", outcome: Outcome = Outcome.CONCERN) -> Finding:
    return Finding(
        check=check, version="1", question="?", outcome=outcome, basis="invented", other=other,
        evidence=(Evidence(feature="contact", code="shared.contact", applicant="1", other="2"),),
    )  # fmt: skip


TIED, OLD = found("shared_ties", "B-2"), found("claims_consistency")


def screened_before(**changes: object) -> Assessment:
    """An assessment of a cohort, with a tie and something that a dossier alone may answer anew."""
    told = {
        "id": "A-1", "queue": Queue.REVIEW, "rule": "x", "findings": (TIED, OLD), "papers": (),
        "chart": None,
    }  # fmt: skip
    return replace(next(iter(sample_assessments(1))), **(told | changes))


def taken_in(folder: Path, programme: Programme, assessment: Assessment) -> Case:
    folder.mkdir()
    (folder / FINDINGS).write_bytes(finding_line(assessment))
    (folder / RUN).write_bytes(run_json(sample_run(), started=MOMENT, finished=MOMENT))
    imports.take_in(folder, programme)
    row = screened(programme, "A-1")
    assert row is not None
    return row


@pytest.fixture
def officer(asks: Asks, north: Programme) -> Program:
    return asks(programmes=(north,))


def sent(program: Program) -> dict[str, object]:
    answer = program.post("dossiers", DOSSIER, query="?programme=north")
    assert answer.status_code == 201, answer.content
    told: dict[str, object] = answer.json()
    return told


def test_what_ties_an_applicant_to_others_stays_when_the_dossier_comes_alone(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    row = taken_in(tmp_path / "run", north, screened_before())

    told = sent(officer)

    checks = [
        one.check for one in store.load(row).findings.values() if one.outcome is Outcome.CONCERN
    ]
    assert (told["case"], told["carried"]) == (row.pk, ["shared_ties"])
    assert checks == ["shared_ties"]  # what could be asked again is gone


def test_whose_token_made_a_finding_go_is_told(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    row = taken_in(tmp_path / "run", north, screened_before())

    sent(officer)

    gone = store.load(row).judged.removed.values()
    number = Token.objects.get().officer.number
    assert [(one.finding.check, one.by) for one in gone] == [
        ("claims_consistency", frozenset({number}))
    ]


def test_what_stays_sends_the_case_to_its_queue(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    taken_in(tmp_path / "run", north, screened_before())

    sent(officer)

    row = screened(north, "A-1")
    assert row is not None
    assert row.queue == Queue.REVIEW.value


def test_what_the_other_applicant_said_is_still_known_to_a_clearance(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    row = taken_in(tmp_path / "run", north, screened_before())
    sides = CaseSides.objects.get(case=row)
    known = unpacked(sides.sides).listed["applicant/B-2"]

    sent(officer)

    assert unpacked(CaseSides.objects.get(case=row).sides).listed["applicant/B-2"] == known


def test_what_stays_stays_however_often_the_dossier_is_sent(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    row = taken_in(tmp_path / "run", north, screened_before())
    sent(officer)
    once = store.load(row).evidence

    assert sent(officer)["carried"] == ["shared_ties"]
    assert store.load(row).evidence == once


def test_a_dossier_that_says_what_it_said_a_week_ago_is_screened_today(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    """Its findings are those of the first time; what was found in between is past."""
    row = taken_in(tmp_path / "first", north, screened_before())
    sent(officer)
    once = store.load(row).evidence
    Run.objects.filter(cohort=COHORT).update(screened_on=date(2001, 1, 1))
    taken_in(tmp_path / "between", north, screened_before())
    assert store.load(row).evidence != once

    sent(officer)

    assert store.load(row).evidence == once


def test_a_case_that_rests_on_files_is_not_renewed_without_them(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    paper = PaperShown(field="documents[0]", pages=(PageShown(path="passport.jpg"),))
    row = taken_in(tmp_path / "run", north, screened_before(papers=(paper,)))
    before = store.load(row).evidence

    answer = officer.post("dossiers", DOSSIER, query="?programme=north")

    assert (answer.status_code, "files" in answer.json()["detail"]) == (409, True)
    assert store.load(row).evidence == before


def test_intake_is_not_told_what_stays(asks: Asks, north: Programme, tmp_path: Path) -> None:
    taken_in(tmp_path / "run", north, screened_before())

    answer = asks(Role.INTAKE, programmes=(north,)).post(
        "dossiers", DOSSIER, query="?programme=north"
    )

    assert b"shared_ties" not in answer.content


def test_that_a_question_was_not_asked_does_not_stand_beside_its_answer(
    officer: Program, north: Programme, tmp_path: Path
) -> None:
    row = taken_in(tmp_path / "run", north, screened_before())

    sent(officer)

    outcomes = [
        one.outcome for one in store.load(row).findings.values() if one.check == "shared_ties"
    ]
    assert outcomes == [Outcome.CONCERN]


def test_what_is_said_again_is_not_told_twice() -> None:
    before = screened_before()

    assert carried(before, before, dossier_of({"name": "x"}), load_policy(None).policy) == (
        before,
        (),
    )


def test_both_sides_are_of_the_edition_that_was_screened_against(
    officer: Program, north: Programme
) -> None:
    """The lists that ``/match`` has open may be of another edition: nobody asks them here."""
    listed = {"id": "L-1", "name": "Serhii Vymyslenko", "birth_date": "1988-04-12"}
    lists.OPEN.forget()

    officer.post("dossiers", listed, query="?programme=north")

    row = screened(north, "L-1")
    assert row is not None
    sides = unpacked(CaseSides.objects.get(case=row).sides).listed["ftm:invented/NK-1"]
    assert sides.documents == ("fx000001",)  # which no evidence quotes
    assert lists.OPEN._lists is None


def test_a_screener_is_opened_anew_for_a_new_edition(
    officer: Program, settings: Settings, tmp_path: Path
) -> None:
    settings.LIST_STORE = fill(tmp_path / "lists" / "store").root
    officer.post("dossiers", DOSSIER)
    before = screeners.OPEN._opened
    officer.post("dossiers", DOSSIER)
    again = screeners.OPEN._opened
    other = tmp_path / "more.csv"
    other.write_text(OWN_LIST, encoding="utf-8")
    bring(Store(settings.LIST_STORE), "own:more", (Arrived(name="more.csv", path=other),), now=NOW)
    officer.post("dossiers", DOSSIER)
    after = screeners.OPEN._opened

    assert before is again
    assert before is not None
    assert after is not None
    assert {one.source for one in after.lists.editions} > {
        one.source for one in before.lists.editions
    }
    assert before.record("ftm:invented", "NK-1") is not None  # whoever asks it still may
