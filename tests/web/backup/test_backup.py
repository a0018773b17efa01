"""A unit into one file and out of it again, by the commands that a unit runs."""

import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from web_world import write_results

TAMIZ = (sys.executable, "-c", "from tamiz.cli import main; main()")
pytestmark = [pytest.mark.xdist_group("backup"), pytest.mark.timeout(600)]


def tamiz(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (*TAMIZ, *map(str, words)), check=False, capture_output=True, text=True
    )  # fmt: skip


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit with cases, and a file that a job left."""
    folder = tmp_path_factory.mktemp("unit")
    results = write_results(folder / "out")
    done = tamiz("cases", "import", results, "--programme", "north", "--programme-name", "North",
                 "--data", folder / "casework")  # fmt: skip
    assert done.returncode == 0, done.stderr
    (folder / "casework/files/cohort-1.sealed").write_text("a")
    return folder / "casework"


@pytest.fixture(scope="module")
def made(unit: Path) -> Path:
    """Its backup."""
    path = unit.parent / "whole.tar"
    done = tamiz("backup", path, "--data", unit)
    assert done.returncode == 0, done.stderr
    return path


def rows(folder: Path, table: str) -> list[object]:
    with sqlite3.connect(folder / "casework.sqlite3") as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608


def test_everything_comes_back(unit: Path, made: Path, tmp_path: Path) -> None:
    done = tamiz("restore", made, "--data", tmp_path / "back")

    assert done.returncode == 0, done.stderr
    assert "the journal verifies to entry" in done.stdout
    for table in ("web_case", "web_casekey", "web_casefinding", "web_casesides", "web_run"):
        assert rows(tmp_path / "back", table) == rows(unit, table)
    entries = rows(unit, "web_journalentry")
    assert rows(tmp_path / "back", "web_journalentry")[:-1] == entries  # and that it was restored
    for name in ("master.key", "secret.key", "files/cohort-1.sealed"):
        assert (tmp_path / "back" / name).read_bytes() == (unit / name).read_bytes()


def test_whatever_comes_back_is_for_its_owner_alone(made: Path, tmp_path: Path) -> None:
    tamiz("restore", made, "--data", tmp_path / "back")

    found = [path for path in (tmp_path / "back").rglob("*") if path.is_file()]
    assert {path.name for path in found if path.stat().st_mode & 0o077} == set()
    assert made.stat().st_mode & 0o077 == 0


def test_nothing_is_restored_over_a_unit(unit: Path, made: Path) -> None:
    before = rows(unit, "web_journalentry")

    done = tamiz("restore", made, "--data", unit)

    assert done.returncode == 2
    assert "overwrites nothing" in done.stderr
    assert rows(unit, "web_journalentry") == before


def test_a_backup_overwrites_no_other(unit: Path, made: Path) -> None:
    before = made.read_bytes()

    done = tamiz("backup", made, "--data", unit)

    assert (done.returncode, made.read_bytes() == before) == (2, True)
    assert "there already" in done.stderr


def test_a_folder_without_a_unit_is_not_backed_up(tmp_path: Path) -> None:
    done = tamiz("backup", tmp_path / "x.tar", "--data", tmp_path / "none")

    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_a_database_that_cannot_be_opened_is_told_in_one_line(unit: Path, tmp_path: Path) -> None:
    (tmp_path / "casework.sqlite3").mkdir()
    (tmp_path / "master.key").write_bytes((unit / "master.key").read_bytes())
    (tmp_path / "master.key").chmod(0o600)

    done = tamiz("backup", tmp_path / "x.tar", "--data", tmp_path)

    assert done.returncode == 2
    assert "database cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_its_keys_a_backup_needs_the_master_key(unit: Path, tmp_path: Path) -> None:
    tamiz("backup", tmp_path / "x.tar", "--without-keys", "--data", unit)
    other = tmp_path / "other.key"
    other.write_text("A" * 43 + "=")

    none = tamiz("restore", tmp_path / "x.tar", "--data", tmp_path / "a")
    wrong = tamiz("restore", tmp_path / "x.tar", "--master-key", other, "--data", tmp_path / "b")
    right = tamiz("restore", tmp_path / "x.tar", "--master-key", unit / "master.key",
                  "--data", tmp_path / "c")  # fmt: skip

    assert [one.returncode for one in (none, wrong, right)] == [2, 2, 0]
    assert "--master-key" in none.stderr
    assert "does not open with this master key" in wrong.stderr
    assert [*(tmp_path / "a").iterdir(), *(tmp_path / "b").iterdir()] == []


def test_a_backup_of_a_running_import_is_of_one_instant(unit: Path, tmp_path: Path) -> None:
    results = write_results(tmp_path / "out", times=20)
    command = (*TAMIZ, "cases", "import", str(results), "--programme", "busy",
               "--programme-name", "Busy", "--data", str(unit))  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        done = tamiz("backup", tmp_path / "busy.tar", "--data", unit)
        running.wait()
    back = tamiz("restore", tmp_path / "busy.tar", "--data", tmp_path / "back")

    assert (done.returncode, back.returncode) == (0, 0), done.stderr + back.stderr
    opened = {row[0] for row in rows(tmp_path / "back", "web_case")}  # type: ignore[index]
    keys = rows(tmp_path / "back", "web_casekey")
    assert len(keys) == len(opened)


@pytest.mark.parametrize("name", ["work-7/spring.csv", "tmpx1.upload.csv", "job-7-cohort.part"])
def test_what_a_worker_has_open_is_in_no_backup(name: str, unit: Path, tmp_path: Path) -> None:
    """Officers go on working while it is made: a file of applicants may lie open for a moment."""
    path = unit / "files" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("id,name")
    try:
        done = tamiz("backup", tmp_path / "now.tar", "--data", unit, "--without-keys")
    finally:
        path.unlink()

    assert done.returncode == 0, done.stderr
    with tarfile.open(tmp_path / "now.tar") as tar:
        assert [one for one in tar.getnames() if one.startswith("files/")] == [
            "files/cohort-1.sealed"
        ]
