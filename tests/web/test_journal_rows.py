"""The journal in the database: nothing is changed, and an outsider can check an export."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from tamiz.casework import Role
from tamiz.casework.journal import verify
from tamiz.web.models import Case, CaseKey, JournalEntry, Officer, Ruled
from web_world import Enter, Hire


@pytest.mark.usefixtures("north")
@pytest.mark.parametrize("statement", ["UPDATE web_journalentry SET actor = 'x'",
                                       "DELETE FROM web_journalentry"])  # fmt: skip
def test_the_database_refuses_to_change_the_journal(statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert JournalEntry.objects.count() > 0


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


def test_what_needs_two_officers_is_not_decided_by_one(case_of: Case, hire: Hire) -> None:
    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        _ruled(case_of, hire("maker"), checker=None, needed=True)


def _ruled(row: Case, maker: Officer, *, checker: Officer | None, needed: bool) -> None:
    Ruled.objects.create(
        case=row, entry=JournalEntry.objects.earliest("seq"), ruling="refuse", maker=maker,
        checker=checker, needed=needed, at=row.opened, evidence="0" * 64,
    )  # fmt: skip
