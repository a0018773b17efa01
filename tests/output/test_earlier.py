"""Earlier cohorts are read, compared with, and never screened."""

from pathlib import Path

import pytest

from tamiz.errors import InputError, UsageError
from tamiz.links import CohortRegister, shared_keys
from tamiz.links.graph import CohortGraph, CohortGraphWriter
from tamiz.model import Dossier, PastOutcome
from tamiz.output.earlier import TOLD_EVERY, EarlierRead, read_earlier
from worlds import table

ROW = {
    "id": "B1",
    "name": "Zenobio Tarqui",
    "birth_date": "1990-02-03",
    "passport_number": "AZ418877",
}
BAD = {"id": "B2", "name": "", "birth_date": "1990-01-01"}


def read(folder: Path, *files: Path) -> tuple[EarlierRead, list[tuple[str, int, int | None]]]:
    """What was read, and what was told on the way; graph and register stand in the folder."""
    told: list[tuple[str, int, int | None]] = []
    with (
        CohortGraphWriter(folder / "graph") as writer,
        CohortRegister(folder / "register", is_new=True) as register,
    ):
        found = read_earlier(
            files, writer, register, lambda what, done, total: told.append((what, done, total))
        )
        register.finish()
        writer.finish()
    return found, told


def dossiers(folder: Path) -> list[Dossier]:
    with CohortGraph(folder / "graph") as graph:
        assert all(graph.roster.is_earlier(at) for at in range(len(graph.roster)))
        return [graph.roster.dossier(at) for at in range(len(graph.roster))]


def test_people_are_known_by_the_name_of_their_file(tmp_path: Path) -> None:
    files = [table(tmp_path / f"{year}.csv", [ROW]) for year in (2024, 2025)]

    read(tmp_path, *files)

    assert [one.id for one in dossiers(tmp_path)] == ["2024/B1", "2025/B1"]


def test_how_an_application_ended_is_kept(tmp_path: Path) -> None:
    read(tmp_path, table(tmp_path / "2025.csv", [ROW | {"outcome": "refused"}]))

    assert [one.outcome for one in dossiers(tmp_path)] == [PastOutcome.REFUSED]


def test_their_documents_are_in_the_register(tmp_path: Path) -> None:
    read(tmp_path, *(table(tmp_path / f"{year}.csv", [ROW]) for year in (2024, 2025)))

    first, _ = dossiers(tmp_path)
    with CohortRegister(tmp_path / "register", is_new=False) as register:
        (sharer,) = register.others(first, shared_keys(first)[0])
    assert sharer.id == "2025/B1"


def test_a_file_is_named_with_its_digest_and_count(tmp_path: Path) -> None:
    file = table(tmp_path / "2025.csv", [ROW, ROW | {"id": "B3"}])

    found, _ = read(tmp_path, file)

    (used,) = found.used
    assert (used.kind, used.source, used.count) == ("earlier_cohort", "2025.csv", 2)
    assert len(used.sha256) == 64


def test_rows_that_cannot_be_read_are_counted_without_their_content(tmp_path: Path) -> None:
    found, _ = read(tmp_path, table(tmp_path / "2025.csv", [ROW, BAD]))

    (warning,) = (one for one in found.warnings if "could not be read" in one)
    assert warning.startswith("2025.csv: 1 rows")
    assert found.used[0].count == 1
    assert "Zenobio" not in warning


def test_what_the_reader_remarks_is_told_of_the_file(tmp_path: Path) -> None:
    found, _ = read(tmp_path, table(tmp_path / "2025.csv", [ROW | {"shoe": "43"}]))

    assert found.warnings
    assert all(one.startswith("2025.csv: ") for one in found.warnings)


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    files = [table(folder / "2025.csv", [ROW]) for folder in (tmp_path, tmp_path / "old")]

    with pytest.raises(UsageError, match="'2025'"):
        read(tmp_path, *files)


def test_a_file_that_is_no_cohort_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2025.pdf").write_bytes(b"%PDF-1.7\n")

    with pytest.raises(InputError):
        read(tmp_path, tmp_path / "2025.pdf")


def test_a_bar_moves_every_so_many_rows(tmp_path: Path) -> None:
    rows = [ROW | {"id": f"B{at}"} for at in range(2 * TOLD_EVERY + 1)]

    _, told = read(tmp_path, table(tmp_path / "2025.csv", rows))

    assert told == [("read", TOLD_EVERY, None), ("read", 2 * TOLD_EVERY, None)]


def test_no_file_is_nothing(tmp_path: Path) -> None:
    found, _ = read(tmp_path)

    assert found == EarlierRead()
    assert dossiers(tmp_path) == []
