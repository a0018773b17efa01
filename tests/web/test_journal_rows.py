"""The journal in the database: nothing is changed, and an outsider can check an export."""

import contextlib

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tamiz.casework import Role
from tamiz.casework.journal import verify
from tamiz.web import journaling
from tamiz.web.models import Case, CaseKey, JournalEntry, Officer, Ruled
from web_world import Enter, Hire

_COLUMNS = 'seq, at, actor, "case", kind, hash, line'
_AGAIN = f"INTO web_journalentry ({_COLUMNS}) SELECT seq, at, 'x', \"case\", kind, hash, line "
CHANGES = {
    "update": "UPDATE web_journalentry SET actor = 'x'",
    "update one": "UPDATE web_journalentry SET actor = 'x' WHERE seq = 1",
    "renumber": "UPDATE web_journalentry SET seq = seq + 1000",
    "delete": "DELETE FROM web_journalentry",
    "delete the last": "DELETE FROM web_journalentry WHERE seq > 1",
    "insert over": f"INSERT {_AGAIN} FROM web_journalentry WHERE seq = 1"
    " ON CONFLICT (seq) DO UPDATE SET actor = 'x'",
}
# What only one of the two databases understands.
THEIR_OWN = {
    "sqlite": {
        "replace": f"REPLACE {_AGAIN} FROM web_journalentry WHERE seq = 1",
        "update or replace": "UPDATE OR REPLACE web_journalentry SET seq = 1 WHERE seq = 2",
    },
    "postgresql": {
        "truncate": "TRUNCATE web_journalentry CASCADE",
        "merge": "MERGE INTO web_journalentry AS one USING (SELECT 1 AS seq) AS two"
        " ON one.seq = two.seq WHEN MATCHED THEN DELETE",
    },
}


@pytest.mark.usefixtures("north")
@pytest.mark.parametrize("name", [*CHANGES, *THEIR_OWN[connection.vendor]])
def test_the_database_refuses_to_change_the_journal(name: str) -> None:
    statement = (CHANGES | THEIR_OWN[connection.vendor])[name]
    before = list(JournalEntry.objects.order_by("seq").values())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert before
    assert list(JournalEntry.objects.order_by("seq").values()) == before


@pytest.mark.usefixtures("north")
def test_an_export_is_whole(hire: Hire, enter: Enter) -> None:
    answer = enter(hire("audits", Role.AUDITOR)).post(reverse("export"))

    told = verify(iter(answer))
    assert told.is_whole
    assert told.entries == JournalEntry.objects.count()


@pytest.mark.usefixtures("north")
def test_every_case_has_its_own_key() -> None:
    keys = CaseKey.objects.values_list("key", flat=True)

    assert len(set(keys)) == Case.objects.count()


@pytest.mark.usefixtures("north")
def test_names_of_applicants_stand_in_no_entry_in_the_clear() -> None:
    lines = "".join(JournalEntry.objects.values_list("line", flat=True))

    assert "Vymyslenko" not in lines


def test_nobody_checks_their_own_whatever_the_code_does(case_of: Case, hire: Hire) -> None:
    maker = hire("maker")

    with pytest.raises(IntegrityError, match="nobody_checks_their_own"), transaction.atomic():
        _ruled(case_of, maker, checker=maker, needed=True)


def test_a_decision_that_stands_is_not_turned_into_one_of_its_own_checker(
    case_of: Case, hire: Hire
) -> None:
    maker = hire("maker")
    _ruled(case_of, maker, checker=hire("checker"), needed=True)

    with pytest.raises(IntegrityError, match="nobody_checks_their_own"), transaction.atomic():
        Ruled.objects.update(checker=maker)


def test_what_needs_two_officers_is_not_decided_by_one(case_of: Case, hire: Hire) -> None:
    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        _ruled(case_of, hire("maker"), checker=None, needed=True)


@pytest.mark.usefixtures("db")
def test_the_tables_are_those_of_the_models() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def _ruled(row: Case, maker: Officer, *, checker: Officer | None, needed: bool) -> None:
    Ruled.objects.create(
        case=row, entry=JournalEntry.objects.earliest("seq"), ruling="refuse", maker=maker,
        checker=checker, needed=needed, at=row.opened, evidence="0" * 64,
    )  # fmt: skip


HELD = "web_chain"


def asked_of_the_chain() -> CaptureQueriesContext:
    """What is asked of the database, of which only the chain's table matters."""
    return CaptureQueriesContext(connection)


def of_the_chain(asked: CaptureQueriesContext) -> list[str]:
    return [one["sql"] for one in asked.captured_queries if HELD in one["sql"]]


@pytest.mark.django_db
def test_who_holds_the_chain_does_not_ask_for_it_again() -> None:
    with transaction.atomic(), asked_of_the_chain() as asked:
        journaling.hold()
        journaling.hold()
        journaling.hold()

    assert len(of_the_chain(asked)) == 1


@pytest.mark.django_db
def test_a_lock_that_went_with_its_savepoint_is_asked_for_again() -> None:
    with transaction.atomic(), asked_of_the_chain() as asked:
        with contextlib.suppress(InterruptedError), transaction.atomic():
            journaling.hold()
            raise InterruptedError
        journaling.hold()

    assert len(of_the_chain(asked)) == 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it is SQLite that reads them all")
@pytest.mark.usefixtures("north")
def test_the_last_entry_is_found_without_reading_the_journal() -> None:
    with transaction.atomic():
        for _ in range(200):
            journaling.note("p1", "search")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        with CaptureQueriesContext(connection) as asked:
            found = journaling.head()
        plans = [
            step
            for query in asked.captured_queries
            for step in cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}").fetchall()
        ]

    assert found == JournalEntry.objects.latest("seq")
    assert plans
    assert not [step for *_, step in plans if step.startswith("SCAN")]
