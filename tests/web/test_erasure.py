"""Erasing a case: two senior officers, or the policy and one; afterwards nobody can read it."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tamiz.casework import (
    ENGINE,
    CaseKind,
    Ground,
    Opinion,
    Role,
    Ruling,
    Verdict,
    ask_erasure,
    decide,
    dispose,
    note,
    see,
)
from tamiz.casework.journal import export as exported
from tamiz.casework.journal import lines_of, verify
from tamiz.errors import JournalError, UsageError
from tamiz.model import Queue
from tamiz.output.cases import needs_attention
from tamiz.output.findings import read_cases, read_findings
from tamiz.output.folder import FINDINGS
from tamiz.web import appeals, imports, journaling, observations, retention, store
from tamiz.web.clock import now
from tamiz.web.models import (
    Case,
    CaseFinding,
    CaseKey,
    CaseSides,
    JournalEntry,
    Officer,
    Programme,
    Unplaced,
)
from tamiz.web.renewal import Renewal, bring, ready
from tamiz.web.sides import Known
from tamiz.web.views import erasure
from web_world import PASSWORD, Clock, Enter, Hire, answers, code_of, visiting, write_results

TEXT = "Five years are over."


@pytest.fixture
def late(clock: Clock, north: Programme) -> Clock:
    """The clock after the time of keeping of the cases of the north."""
    assert north.cases.exists()
    clock.wait(timedelta(days=store.POLICY.retention_days + 1).total_seconds())
    return clock


@pytest.fixture
def asks(hire: Hire, north: Programme) -> Officer:
    return hire("asks", Role.SENIOR, programmes=(north,))


@pytest.fixture
def erases(hire: Hire, north: Programme) -> Officer:
    return hire("erases", Role.SENIOR, programmes=(north,))


def asked(row: Case, who: Officer) -> None:
    store.act(
        visiting(who), row,
        lambda case, by: ask_erasure(
            case, by, store.POLICY, ground=Ground.RETENTION, reason=TEXT
        ),
    )  # fmt: skip


def post(client: Client, name: str, row: Case, **told: str) -> Client:
    client.post(reverse(name, args=[row.pk]), {"reason": TEXT, "ground": "retention", **told})
    return client


@pytest.fixture
def contest(north: Programme, asks: Officer) -> Case:
    """A correction about a case with two findings."""
    row = Case.objects.filter(programme=north, queue=Queue.REVIEW.value).order_by("id")[0]
    made = appeals.file(visiting(asks), row, CaseKind.CORRECTION, TEXT)
    assert made is not None
    return made


@pytest.fixture
def gone(case_of: Case, asks: Officer, erases: Officer, enter: Enter, late: Clock) -> Case:
    """A case that two seniors erased, by its pages, when its time was over."""
    assert late() > case_of.opened
    post(enter(asks), "ask_erasure", case_of)
    post(enter(erases), "erase", case_of)
    return case_of


def test_the_key_of_an_erased_case_is_destroyed(gone: Case) -> None:
    assert not CaseKey.objects.filter(pk=gone.key).exists()
    with pytest.raises(JournalError, match="erased"):
        store.load(gone)


def test_the_journal_is_whole_after_it(gone: Case) -> None:
    told = b"".join(exported(journaling.entries(), made_at=now()))

    assert verify(lines_of(BytesIO(told))).is_whole
    assert JournalEntry.objects.filter(case=gone.key).exists()


def test_no_row_says_anything_of_the_person(gone: Case) -> None:
    before = gone.name, gone.applicant
    row = Case.objects.get(pk=gone.pk)

    assert row.state == "erased"
    assert (row.name, row.words, row.evidence, row.is_open) == ("", "", "", False)
    assert row.applicant not in before
    assert not CaseFinding.objects.filter(case=row).exists()
    assert not CaseSides.objects.filter(case=row).exists()


def test_what_stays_readable_are_two_people_and_a_ground(
    gone: Case, asks: Officer, erases: Officer
) -> None:
    line = JournalEntry.objects.get(kind="case_erased").line

    assert all(one in line for one in (gone.key, asks.number, erases.number, "retention"))
    assert TEXT not in line


def test_its_page_says_what_is_kept(gone: Case, erases: Officer, enter: Enter) -> None:
    page = enter(erases).get(reverse("case", args=[gone.pk])).content.decode()

    assert "What is kept" in page
    assert "The journal can still be verified." in page


def test_nothing_else_is_there_of_it(gone: Case, erases: Officer, enter: Enter) -> None:
    client = enter(erases)
    names = ("note", "decide", "ask_erasure", "erase", "dossier")

    told = {name: client.post(reverse(name, args=[gone.pk])).status_code for name in names}

    assert set(told.values()) == {404}


def test_two_erased_cases_of_a_programme_are_apart(
    gone: Case, asks: Officer, erases: Officer, enter: Enter
) -> None:
    other = Case.objects.filter(programme=gone.programme, is_open=True)[0]

    post(enter(asks), "ask_erasure", other)
    post(enter(erases), "erase", other)

    assert not CaseKey.objects.filter(pk=other.key).exists()


@pytest.mark.usefixtures("late")
def test_one_alone_erases_nothing(case_of: Case, asks: Officer, enter: Enter) -> None:
    client = post(enter(asks), "ask_erasure", case_of)

    post(client, "erase", case_of)

    assert CaseKey.objects.filter(pk=case_of.key).exists()


@pytest.mark.usefixtures("clock")
def test_nothing_is_erased_before_its_time(case_of: Case, asks: Officer, enter: Enter) -> None:
    post(enter(asks), "ask_erasure", case_of)

    assert store.load(case_of).erasure is None


@pytest.mark.usefixtures("late")
def test_what_was_asked_for_can_be_left(
    case_of: Case, asks: Officer, erases: Officer, enter: Enter
) -> None:
    asked(case_of, asks)

    post(enter(erases), "drop_erasure", case_of)

    assert store.load(case_of).erasure is None


@pytest.mark.usefixtures("late")
def test_what_falls_due_is_listed(case_of: Case, asks: Officer, enter: Enter) -> None:
    page = enter(asks).get(reverse("erasures")).content.decode()

    assert reverse("erasure", args=[case_of.pk]) in page


@pytest.mark.usefixtures("clock")
def test_nothing_falls_due_early(case_of: Case, asks: Officer, enter: Enter) -> None:
    page = enter(asks).get(reverse("erasures")).content.decode()

    assert reverse("erasure", args=[case_of.pk]) not in page


def test_an_import_leaves_an_erased_case_alone(gone: Case, erases: Officer) -> None:
    assert [one.row.pk for one in retention.due(visiting(erases))].count(gone.pk) == 0


def test_who_is_screened_again_after_it_gets_a_case_of_their_own(gone: Case, results: Path) -> None:
    applicant = next(iter(read_cases(results / FINDINGS))).id
    assert Case.objects.filter(applicant=applicant).count() == 0

    came = imports.take_in(results, gone.programme)

    new = Case.objects.get(programme=gone.programme, applicant=applicant)
    assert (came.opened, new.pk != gone.pk) == (1, True)
    assert store.load(new).applicant == applicant


def test_what_contests_an_erased_case_is_renewed_with_the_new_one(
    contest: Case, erases: Officer, asks: Officer, enter: Enter, clock: Clock, tmp_path: Path
) -> None:
    first, applicant = contest.about, contest.applicant
    assert first is not None
    clock.wait(timedelta(days=store.POLICY.retention_days + 1).total_seconds())
    post(enter(asks), "ask_erasure", first)
    post(enter(erases), "erase", first)

    came = imports.take_in(write_results(tmp_path / "later", drop=applicant), contest.programme)

    new = Case.objects.get(programme=contest.programme, applicant=applicant, about=None)
    assert (came.opened, came.contesting) == (1, 1)
    assert store.load(new).evidence == store.load(contest).evidence


def test_who_was_erased_while_results_come_in_has_no_case_for_nothing(
    case_of: Case, results: Path
) -> None:
    found = next(one for one in read_findings(results / FINDINGS) if not needs_attention(one))
    run = case_of.run

    with transaction.atomic():
        did, left = bring(run, [ready(run, found, Known())], now())

    assert (did, left) == (Renewal(), [])


@pytest.mark.usefixtures("late")
def test_by_policy_a_named_officer_erases_all_that_they_did_not_judge(
    north: Programme, erases: Officer
) -> None:
    mine, *others = Case.objects.filter(programme=north).order_by("pk")
    judged(mine, erases)

    told = list(retention.erase_due(retention.officer("erases", answers(PASSWORD, code_of()))))

    assert {one.case for one in told if not one.refused} == {row.key for row in others}


def judged(row: Case, officer: Officer) -> None:
    """Somebody proposes to refuse it."""
    who, every = visiting(officer), tuple(store.load(row).findings)
    store.act(who, row, lambda case, by: see(case, by, purpose="vetting", read=every))
    said = Opinion(ruling=Ruling.REFUSE, reason=TEXT, seen=store.load(row).grounds, told=TEXT)
    store.act(who, row, lambda case, by: decide(case, by, store.POLICY, said))


@pytest.mark.parametrize(
    ("name", "role", "words"),
    [
        ("erases", Role.SENIOR, ("wrong",)),
        ("erases", Role.SENIOR, (PASSWORD, "000000")),
        ("nobody", Role.SENIOR, (PASSWORD,)),
    ],
)
def test_nobody_erases_by_policy_without_proof(
    name: str, role: Role, words: tuple[str, ...], north: Programme, hire: Hire
) -> None:
    hire("erases", role, programmes=(north,))

    with pytest.raises(UsageError, match=name):
        retention.officer(name, answers(*words))


def test_an_officer_who_proves_who_they_are_erases_nothing(north: Programme, hire: Hire) -> None:
    hire("erases", Role.OFFICER, programmes=(north,))

    with pytest.raises(UsageError, match="a senior officer does"):
        retention.officer("erases", answers(PASSWORD, code_of()))


def test_the_page_of_an_erasure_is_a_read_of_its_case(
    case_of: Case, asks: Officer, enter: Enter
) -> None:
    assert enter(asks).get(reverse("erasure", args=[case_of.pk])).status_code == 200

    read = JournalEntry.objects.get(kind="erasures_read")
    assert f'\\"case\\":\\"{case_of.key}\\"' in read.line


@pytest.mark.usefixtures("late")
def test_what_nobody_placed_is_kept_no_longer_than_a_case(
    north: Programme, south: Programme, erases: Officer, clock: Clock
) -> None:
    told = observations.Told("the tall one", TEXT, "B2")
    days = store.POLICY.retention_days
    for programme, age in ((north, days + 1), (north, days - 1), (south, days + 1)):
        token = observations.make(erases, programme, "Instructors")
        form = observations.form_of(token)
        assert form is not None
        observations.take_in(form, told)
        Unplaced.objects.filter(form=form).update(came=clock() - timedelta(days=age))
    fresh = Unplaced.objects.filter(programme=north).order_by("pk")[1]

    due = [one.programme_id for one in retention.unplaced(ENGINE)]
    gone = list(retention.erase_due(retention.officer("erases", answers(PASSWORD, code_of()))))

    assert due == [north.pk, south.pk]
    assert sum(one.case.startswith("observation") for one in gone) == 1
    assert set(Unplaced.objects.filter(programme=north)) == {fresh}
    assert Unplaced.objects.filter(programme=south).exists()


@pytest.mark.usefixtures("late")
def test_a_page_of_erasures_opens_no_more_cases_than_it_shows(
    north: Programme, asks: Officer, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After five years everything that was ever decided may be due."""
    monkeypatch.setattr(erasure, "SHOWN", 2)
    client = enter(asks)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(reverse("erasures")).content.decode()

    opened = [one for one in queries if 'FROM "web_casekey"' in one["sql"]]
    assert 2 <= len(opened) <= 3
    assert f"of {north.cases.count()}" in page


@pytest.mark.parametrize("kind", ["decided", "touched"])
def test_what_was_decided_or_touched_lately_is_not_even_opened(
    kind: str, north: Programme, asks: Officer, late: Clock
) -> None:
    rows = list(Case.objects.filter(programme=north).order_by("pk")[:2])
    if kind == "decided":
        for row in rows:
            granted(row, asks, late)
    else:
        for row in rows:
            store.act(visiting(asks), row, lambda case, by: note(case, by, text=TEXT))

    with CaptureQueriesContext(connection) as queries:
        due = {one.row.pk for one in retention.due(visiting(asks))}

    every = set(Case.objects.filter(programme=north).values_list("pk", flat=True))
    assert due == every - {row.pk for row in rows}
    assert sum('FROM "web_casekey"' in one["sql"] for one in queries) == len(due)


def granted(row: Case, officer: Officer, clock: Clock) -> None:
    """One officer settles every finding, and grants."""
    who = visiting(officer)
    every = tuple(store.load(row).findings)
    store.act(who, row, lambda case, by: see(case, by, purpose="vetting", read=every))
    clock.wait(10)
    store.act(
        who, row,
        lambda case, by: dispose(
            case, by, store.POLICY, findings=tuple(case.to_judge), verdict=Verdict.DIFFERENT,
            reason=TEXT,
        ),
    )  # fmt: skip
    said = Opinion(ruling=Ruling.GRANT, reason=TEXT, seen=store.load(row).grounds)
    store.act(who, row, lambda case, by: decide(case, by, store.POLICY, said))


def test_what_is_asked_for_stays_due_though_asking_touched_it(
    case_of: Case, asks: Officer, late: Clock
) -> None:
    asked(case_of, asks)

    late.wait(60)

    assert case_of.pk in {one.row.pk for one in retention.due(visiting(asks))}
