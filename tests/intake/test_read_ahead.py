"""A file read in a process beside gives what it gives when read here."""

import os
from copy import copy
from pathlib import Path

import pytest

from tamiz.errors import InputError, LimitExceeded, TamizError
from tamiz.intake.dossiers import Cohort, Reject, ahead, open_cohort, read_ahead


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LARGE", 0)


def cohort(folder: Path, rows: int) -> Cohort:
    """Every seventh row has no name, and the last repeats the id of another."""
    path = folder / "cohort.csv"
    told = (f"A-{at},{'Олена Коваль' if at % 7 else ''},1990-02-07" for at in range(rows))
    path.write_text("\n".join(("id,name,birth_date", *told, "A-1,José García,")), "utf-8")
    return open_cohort(path)


@pytest.mark.parametrize("rows", [1, 2 * ahead.AT_ONCE - 1, 6 * ahead.AT_ONCE + 5])
def test_dossiers_and_rejects_come_as_they_stand(tmp_path: Path, rows: int) -> None:
    told = cohort(tmp_path, rows)

    assert list(read_ahead(told, jobs=2)) == list(told)


def test_whoever_stops_early_need_not_wait_for_the_rest(tmp_path: Path) -> None:
    found = read_ahead(cohort(tmp_path, 5 * ahead.AT_ONCE), jobs=2)

    assert isinstance(next(iter(found)), Reject)
    del found


def test_what_is_wrong_with_a_file_can_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    too_long = LimitExceeded("a line", allowed=1, found=2)
    monkeypatch.setattr(ahead, "_reading", [map(_refuse, [too_long])])

    with pytest.raises(InputError) as caught:
        ahead._next()

    assert str(copy(caught.value)) == str(too_long)


def test_a_process_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_next", _die)

    with pytest.raises(TamizError, match=r"cohort\.csv: the process that read it died"):
        list(read_ahead(cohort(tmp_path, 3), jobs=2))


def _refuse(error: Exception) -> Reject:
    raise error


def _die() -> bytes:
    os._exit(1)
