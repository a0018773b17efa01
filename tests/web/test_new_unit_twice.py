"""Two commands at once on a unit that is not there yet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tamiz.web.place import Place, prepare

TAMIZ = (sys.executable, "-c", "from tamiz.cli import main; main()")
AT_ONCE = 4  # commands; with two they met about every second time


def begin(folder: Path) -> subprocess.Popen[str]:
    """A command that makes the unit where it is not there, in the PostgreSQL that is named if any."""
    ours = {name for name in os.environ if name.startswith("TAMIZ_")} - {"TAMIZ_DATABASE"}
    env = {name: text for name, text in os.environ.items() if name not in ours}
    return subprocess.Popen(
        [*TAMIZ, "cases", "retention", "--data", str(folder)], env=env, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.database
@pytest.mark.parametrize("folders", [1, AT_ONCE], ids=["one machine", "several machines"])
def test_every_one_finds_its_tables(folders: int, tmp_path: Path) -> None:
    running = [begin(tmp_path / f"unit-{at % folders}") for at in range(AT_ONCE)]

    ended = [(one.communicate()[1], one.returncode) for one in running]

    assert ended == [("", 0)] * AT_ONCE


def test_a_key_is_there_as_a_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever comes while it is written would read half of it."""
    seen: list[bool] = []

    def looks(_handle: int) -> None:
        seen.append(Place(tmp_path / "unit").key_file.exists())

    monkeypatch.setattr(os, "fsync", looks)

    prepare(tmp_path / "unit")

    assert seen[0] is False


def test_a_key_that_is_there_stays(tmp_path: Path) -> None:
    first = prepare(tmp_path / "unit").key()

    assert prepare(tmp_path / "unit").key() == first
    assert [path.name for path in (tmp_path / "unit").iterdir() if "new" in path.name] == []
