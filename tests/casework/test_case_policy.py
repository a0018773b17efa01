"""What a unit decides beforehand about its casework."""

from datetime import timedelta

import pytest

from casework.desks import NOON
from tamiz.casework import (
    DEFAULT,
    CaseKind,
    CasePolicy,
    Due,
    default_case_policy_text,
    due_at,
    read_case_policy,
)
from tamiz.errors import PolicyError
from tamiz.model import Queue


def test_the_commented_file_says_what_holds_without_one() -> None:
    assert read_case_policy(default_case_policy_text().encode(), name="default") == DEFAULT


def test_the_commented_file_names_every_key() -> None:
    text = default_case_policy_text()

    assert [key for key in CasePolicy.__struct_fields__ if f"{key} =" not in text] == ["due"]


@pytest.mark.parametrize(
    "text",
    [
        "lock_minute = 3", "lock_minutes = 0", "undo_seconds = -1", "quality_one_in = -1",
        "pace_seconds = 'fast'", "material = ['name']", "[[due]]\nhours = 0",
        "[[due]]\nhours = 5\nqueue = 'urgent'", "=", "\x00",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(PolicyError, match=r"mine\.toml"):
        read_case_policy(text.encode(), name="mine.toml")


@pytest.mark.parametrize(
    ("kind", "queue", "hours"),
    [
        (CaseKind.SCREENING, Queue.ESCALATE, 24),
        (CaseKind.SCREENING, Queue.REVIEW, 72),
        (CaseKind.SCREENING, Queue.CLEAR, 168),
        (CaseKind.APPEAL, Queue.ESCALATE, 720),
        (CaseKind.CORRECTION, Queue.CLEAR, 720),
    ],
)
def test_cases_are_due_by_kind_and_queue(kind: CaseKind, queue: Queue, hours: int) -> None:
    assert due_at(DEFAULT, kind, queue, NOON) == NOON + timedelta(hours=hours)


def test_the_first_row_that_fits_counts() -> None:
    policy = CasePolicy(due=(Due(hours=5, queue=Queue.REVIEW), Due(hours=9, queue=Queue.REVIEW)))

    assert due_at(policy, CaseKind.SCREENING, Queue.REVIEW, NOON) == NOON + timedelta(hours=5)
    assert due_at(policy, CaseKind.SCREENING, Queue.CLEAR, NOON) is None
