"""Names and persons: what is written does not depend on which process writes it."""

import os
from pathlib import Path

import pytest

from resolve_people import applicant, crowd
from tamiz.errors import TamizError
from tamiz.links.graph import persons_writer
from tamiz.links.graph.packed import pack
from tamiz.links.graph.persons_writer import AT_ONCE, PersonsWriter
from tamiz.model import Dossier

TWICE = [
    applicant("a", "Arturo Villaseñor", "1990-02-07", number="G12345678"),
    applicant("b", "Arturo Villasenor", "1990-02-07", number="G12345678"),
]


def written(folder: Path, dossiers: list[Dossier], *, jobs: int) -> dict[str, bytes]:
    folder.mkdir()
    with PersonsWriter(folder, jobs=jobs) as writer:
        for one in dossiers:
            writer.add(pack(one))
        writer.begin()
        writer.finish()
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("count", [0, 48, AT_ONCE - 2, 2 * AT_ONCE + 1])
def test_two_processes_write_what_one_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(persons_writer, "MANY", AT_ONCE)
    dossiers = [*TWICE, *crowd(count)]

    one = written(tmp_path / "one", dossiers, jobs=1)
    two = written(tmp_path / "two", dossiers, jobs=2)

    assert one == two
    assert {"words", "letters/other.npy", "forms", "same/pair.npy"} <= set(one)


def test_few_need_no_other_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persons_writer, "ProcessPoolExecutor", _none_may_start)

    assert written(tmp_path / "few", [*TWICE, *crowd(50)], jobs=2)


def test_a_process_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persons_writer, "MANY", AT_ONCE)
    monkeypatch.setattr(persons_writer, "_take_in", _die)

    with pytest.raises(TamizError, match="--jobs 1"):
        written(tmp_path / "dies", [*TWICE, *crowd(AT_ONCE)], jobs=2)


def test_whoever_breaks_off_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persons_writer, "MANY", AT_ONCE)

    with PersonsWriter(tmp_path, jobs=2) as writer:
        for one in crowd(AT_ONCE):
            writer.add(pack(one))

    assert not any(tmp_path.iterdir())


def _none_may_start(*_: object) -> None:
    raise AssertionError("another process was started")


def _die(_: bytes) -> None:
    os._exit(1)
