"""Whose turn it is to write: people before imports."""

import threading
import time
from pathlib import Path

import pytest

from tamiz.web import turns
from tamiz.web.turns import patiently, turn


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    return tmp_path / "casework.sqlite3.turns"


def began(meeting: Path) -> float:
    """Seconds until an import may begin its transaction."""
    start = time.monotonic()
    with patiently(), turn(meeting):
        return time.monotonic() - start


def test_an_import_waits_while_somebody_waits_at_a_page(meeting: Path) -> None:
    waits, goes = threading.Event(), threading.Event()

    def page() -> None:
        with turn(meeting):
            waits.set()
            goes.wait(5)

    somebody = threading.Thread(target=page)
    somebody.start()
    waits.wait(5)
    threading.Timer(0.4, goes.set).start()
    waited = began(meeting)
    somebody.join()

    assert 0.3 < waited < turns.LONGEST


def test_an_import_does_not_wait_for_ever(meeting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONGEST", 0.2)

    with turn(meeting):
        assert began(meeting) < 2


def test_two_people_do_not_wait_for_each_other(meeting: Path) -> None:
    start = time.monotonic()

    with turn(meeting), turn(meeting):
        assert time.monotonic() - start < 1


def test_an_import_rests_where_somebody_wrote_lately(meeting: Path) -> None:
    with turn(meeting):
        pass

    assert began(meeting) >= turns.REST


def test_an_import_alone_does_not_rest(meeting: Path) -> None:
    began(meeting)  # makes the file
    time.sleep(turns.LATELY)

    assert began(meeting) < turns.REST


def test_who_gave_way_is_somebody_again_afterwards(meeting: Path) -> None:
    with patiently():
        pass
    start = time.monotonic()
    with turn(meeting), turn(meeting):
        pass

    assert time.monotonic() - start < turns.REST


def test_a_folder_that_cannot_be_written_has_no_turns(tmp_path: Path) -> None:
    with turn(tmp_path / "gone" / "turns"):
        reached = True

    assert reached
