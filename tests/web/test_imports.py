"""Taking results in: what opens a case, what renews it, what is left alone."""

import re
from pathlib import Path

import pytest
from django.db import connection, transaction
from msgspec.structs import replace

from output.sample_run import sample_assessments
from tamiz.casework import Role, Verdict, dispose, needs_verdict, see
from tamiz.errors import InputError, UsageError
from tamiz.model import Queue
from tamiz.output.cases import needs_attention
from tamiz.output.findings import read_findings
from tamiz.output.folder import FINDINGS, RUN
from tamiz.web import imports, store
from tamiz.web.clock import now
from tamiz.web.models import Case, CaseFinding, JournalEntry, Officer, Programme, Run
from tamiz.web.renewal import PIECES, Renewal, bring, ready
from tamiz.web.sides import Known
from web_world import Hire, visiting, write_results

WANTED = sum(map(needs_attention, sample_assessments()))


def test_everybody_whom_somebody_must_look_at_gets_a_case(north: Programme) -> None:
    assert Case.objects.filter(programme=north, is_open=True).count() == WANTED > 0


def test_the_same_results_again_change_nothing(north: Programme, results: Path) -> None:
    entries = JournalEntry.objects.count()

    came = imports.take_in(results, north)

    assert came == Renewal(unchanged=WANTED)
    assert JournalEntry.objects.count() == entries
    assert Run.objects.filter(programme=north).count() == 1


def changed(tmp_path: Path, case: Case) -> Path:
    """Results in which a case has no second finding."""
    return write_results(tmp_path / "later", drop=case.applicant)


def one_with_two(programme: Programme) -> Case:
    """A case with at least two findings, the first of which is to be judged."""
    return Case.objects.filter(programme=programme, queue=Queue.REVIEW.value).order_by("id")[0]


def test_findings_that_moved_renew_a_case(north: Programme, tmp_path: Path) -> None:
    row = one_with_two(north)
    before = row.findings.count()

    came = imports.take_in(changed(tmp_path, row), north)

    row.refresh_from_db()
    assert came == Renewal(renewed=1, unchanged=WANTED - 1)
    assert (row.news, row.findings.count()) == ("changed", 1)
    assert before > 1
    assert row.evidence == store.load(row).evidence


def test_an_older_screening_takes_nothing_from_a_case(north: Programme, tmp_path: Path) -> None:
    row = one_with_two(north)
    before = store.load(row).evidence
    older = changed(tmp_path, row)
    text = (older / RUN).read_text(encoding="utf-8")
    (older / RUN).write_text(
        re.sub(r'("screened_on":\s*")\d{4}', r"\g<1>2001", text), encoding="utf-8"
    )

    came = imports.take_in(older, north)

    row.refresh_from_db()
    assert came == Renewal(older=WANTED)
    assert (row.evidence, store.load(row).evidence) == (before, before)


@pytest.mark.parametrize(
    ("hour", "counts"), [("07:00:00", False), ("08:00:00", True), ("09:00:00", True)]
)
def test_of_two_screenings_of_one_day_the_earlier_takes_nothing_from_a_case(
    hour: str, counts: bool, north: Programme, tmp_path: Path
) -> None:
    """The morning's results, brought after a list has changed and all were screened again."""
    row = one_with_two(north)
    other = changed(tmp_path, row)
    text = (other / RUN).read_text(encoding="utf-8")
    at = re.sub(r'("started":\s*"[-\d]+T)[:\d]+', rf"\g<1>{hour}", text)
    (other / RUN).write_text(at, encoding="utf-8")

    came = imports.take_in(other, north)

    assert came == (Renewal(renewed=1, unchanged=WANTED - 1) if counts else Renewal(older=WANTED))


def judge(officer: Officer, row: Case, finding: str, said: Verdict = Verdict.DIFFERENT) -> None:
    """Read the case and give a verdict."""
    who = visiting(officer)
    every = tuple(store.load(row).findings)
    store.act(who, row, lambda case, by: see(case, by, purpose="vetting", read=every))
    store.act(
        who, row,
        lambda case, by: dispose(
            case, by, store.POLICY, findings=(finding,), verdict=said, reason="another birth year"
        ),
    )  # fmt: skip


def test_a_verdict_on_what_says_the_same_stays(
    north: Programme, tmp_path: Path, hire: Hire
) -> None:
    row, officer = one_with_two(north), hire("judges", Role.SENIOR, programmes=(north,))
    first, second = list(store.load(row).to_judge)[:2]
    judge(officer, row, first)
    judge(officer, row, second)

    imports.take_in(changed(tmp_path, row), north)

    assert set(store.load(row).dispositions) == {first}


@pytest.mark.django_db
def test_an_import_that_was_cut_off_goes_on(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programme = imports.programme_of("cut", "Cut off")
    monkeypatch.setattr(imports, "CHUNK", 5)
    told: list[int] = []

    def stop(done: int, total: int) -> None:
        told.append(total)
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.take_in(results, programme, progress=stop)
    cut = Run.objects.get(programme=programme)
    came = imports.take_in(results, programme)

    assert (cut.finished, cut.done, told[0]) == (None, 10, WANTED)
    assert came == Renewal(opened=WANTED - 10, unchanged=10)


def test_a_folder_without_a_whole_run_is_refused(north: Programme, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no whole run"):
        imports.take_in(tmp_path, north)


@pytest.mark.parametrize("text", ["[]", "{", '{"title": 3}'])
def test_a_damaged_run_is_refused(north: Programme, results: Path, text: str) -> None:
    (results / RUN).write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=RUN):
        imports.take_in(results, north)


def test_a_damaged_line_leaves_what_came_before_it(north: Programme, tmp_path: Path) -> None:
    folder = write_results(tmp_path / "torn", times=2)
    path = folder / FINDINGS
    path.write_bytes(path.read_bytes()[:-200])

    with pytest.raises(InputError, match="line"):
        imports.take_in(folder, north)

    assert Case.objects.filter(programme=north).count() == WANTED


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["North", "a b", "-x", "ä", "x" * 65, ""])
def test_a_key_of_a_programme_is_plain(key: str) -> None:
    with pytest.raises(UsageError, match="key"):
        imports.programme_of(key, "Name")


@pytest.mark.django_db
def test_a_new_programme_needs_a_name() -> None:
    with pytest.raises(UsageError, match="no such programme"):
        imports.programme_of("new")


def test_rows_of_findings_are_those_of_the_case(north: Programme) -> None:
    row = one_with_two(north)

    keys = set(CaseFinding.objects.filter(case=row).values_list("key", flat=True))

    assert keys == {key for key, one in store.load(row).findings.items() if needs_verdict(one)}


def test_a_transaction_that_took_long_enough_leaves_the_rest_to_the_next(
    north: Programme, tmp_path: Path
) -> None:
    rows = list(Case.objects.filter(programme=north, queue=Queue.REVIEW.value).order_by("id")[:3])
    run = Run.objects.get(programme=north)
    later = write_results(tmp_path / "later")
    moved = [
        ready(run, replace(one, findings=one.findings[:1]), Known())
        for one in read_findings(later / FINDINGS)
        if one.id in {row.applicant for row in rows}
    ]

    with transaction.atomic():
        did, left = bring(run, moved, now(), enough=lambda: True)

    assert (did, len(left)) == (Renewal(renewed=1), 2)


@pytest.mark.django_db
def test_cases_are_opened_in_pieces_as_long_as_there_is_time(tmp_path: Path) -> None:
    programme = imports.programme_of("pieces", "Pieces")
    run = imports._run(write_results(tmp_path), programme, *imports._summary(tmp_path))
    new = [ready(run, one, Known()) for one in sample_assessments() if needs_attention(one)]

    with transaction.atomic():
        did, left = bring(run, new, now(), enough=lambda: True)

    piece = PIECES[connection.vendor]
    assert (did.opened, len(left)) == (piece, WANTED - piece)


def test_applicants_are_looked_up_by_an_index_however_many_a_programme_has(
    north: Programme,
) -> None:
    found = Case.objects.filter(programme=north, applicant__in=["A-1", "A-2", "A-3"])
    if connection.vendor == "sqlite":
        assert "(programme_id=? AND applicant=?)" in found.explain()
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        assert "cases_by_applicant" in found.explain()
