"""A screening renews every case of an applicant: an appeal, too, is judged on what is known now."""

from pathlib import Path

import pytest

from tamiz.casework import CaseKind, Opinion, Role, Ruling, State, decide, see
from tamiz.model import Queue
from tamiz.web import appeals, imports, store
from tamiz.web.models import Case, Officer, Programme
from tamiz.web.renewal import Renewal
from web_world import Hire, visiting, write_results

TEXT = "That was my cousin."


@pytest.fixture
def judge(hire: Hire, north: Programme) -> Officer:
    return hire("judges", Role.SENIOR, programmes=(north,))


@pytest.fixture
def first(north: Programme, judge: Officer) -> Case:
    """A case with two findings, which somebody judged."""
    row = Case.objects.filter(programme=north, queue=Queue.REVIEW.value).order_by("id")[0]
    return proposed(row, judge)


@pytest.fixture
def contest(first: Case, judge: Officer) -> Case:
    """The correction about it."""
    row = appeals.file(visiting(judge), first, CaseKind.CORRECTION, TEXT)
    assert row is not None
    row.refresh_from_db()
    return row


def proposed(row: Case, officer: Officer) -> Case:
    """The case after somebody proposed to refuse it."""
    who, every = visiting(officer), tuple(store.load(row).findings)
    store.act(who, row, lambda case, by: see(case, by, purpose="vetting", read=every))
    said = Opinion(ruling=Ruling.REFUSE, reason=TEXT, seen=store.load(row).grounds, told=TEXT)
    store.act(who, row, lambda case, by: decide(case, by, store.POLICY, said))
    row.refresh_from_db()
    return row


def again(contest: Case, tmp_path: Path) -> Renewal:
    """The results once more, in which one finding of the applicant is gone."""
    later = write_results(tmp_path / "later", drop=contest.applicant)
    return imports.take_in(later, contest.programme)


def test_an_appeal_is_judged_on_the_newest_findings(
    contest: Case, first: Case, tmp_path: Path
) -> None:
    again(contest, tmp_path)

    contest.refresh_from_db()
    assert store.load(contest).evidence == store.load(first).evidence == contest.evidence
    assert contest.findings.count() == 1
    assert contest.news == "changed"


def test_its_deadline_and_whom_it_bars_stay(contest: Case, tmp_path: Path) -> None:
    before = store.load(contest)

    again(contest, tmp_path)

    after = store.load(contest)
    assert (after.due, after.barred, after.kind) == (before.due, before.barred, before.kind)
    assert after.barred


def test_what_was_proposed_in_it_stands_no_longer(
    contest: Case, tmp_path: Path, hire: Hire
) -> None:
    proposed(contest, hire("other", Role.OFFICER, programmes=(contest.programme,)))

    again(contest, tmp_path)

    assert store.load(contest).state is State.OPEN


def test_appeals_are_counted_apart(contest: Case, tmp_path: Path) -> None:
    came = again(contest, tmp_path)

    assert (came.renewed, came.contesting) == (1, 1)
    assert came.cases == Case.objects.filter(programme=contest.programme, about=None).count()
