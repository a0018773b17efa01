"""No file breaks the reader, costs a good row, or goes by without a word."""

from pathlib import Path

import pytest

from intake.hostile_files import REJECTED, Case, came_of
from intake.hostile_json import DOCUMENTS
from intake.hostile_texts import TEXTS
from intake.hostile_workbooks import WORKBOOKS

CASES = (*TEXTS, *WORKBOOKS, *DOCUMENTS)
SLOWEST = 2.0  # seconds, on the slowest machine that we support


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "_"))
def test_the_user_is_told_what_came_of_a_hostile_file(case: Case, tmp_path: Path) -> None:
    came = came_of(case, tmp_path)

    assert came.outcome == case.outcome, came.messages[:3]
    assert case.says in "\n".join(came.messages)
    assert (came.ids, came.rows) == (case.ids, case.rows)
    assert came.seconds < SLOWEST


def test_a_message_never_repeats_a_value(tmp_path: Path) -> None:
    rejected = [case for case in CASES if case.outcome == REJECTED and isinstance(case.data, bytes)]

    said = "\n".join(message for case in rejected for message in came_of(case, tmp_path).messages)

    assert not any(name in said for name in ("Cyd", "Vale", "Ann", "Reyes"))


def test_there_are_at_least_fifty_cases_with_names_of_their_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 50
