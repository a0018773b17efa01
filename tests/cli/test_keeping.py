"""``tamiz cases retention | policy | rotate-key``, as far as they go without a server."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from output.sample_run import sample_assessments, sample_run
from tamiz.casework import DEFAULT, read_case_policy
from tamiz.cli import commands
from tamiz.output.cases import needs_attention
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import run_json

TAMIZ = (sys.executable, "-c", "from tamiz.cli import main; main()")


def tamiz(*words: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own: settings are read once."""
    env = {"PATH": os.environ["PATH"]}
    return subprocess.run((*TAMIZ, *words), capture_output=True, text=True, check=False, env=env)


def test_the_default_policy_is_printed_to_begin_ones_own() -> None:
    told = CliRunner().invoke(commands, ["cases", "policy"]).stdout

    assert read_case_policy(told.encode(), name="printed") == DEFAULT


def test_nothing_is_erased_by_nobody() -> None:
    told = CliRunner().invoke(commands, ["cases", "retention", "--erase"])

    assert (told.exit_code, "--by" in told.stderr) == (2, True)


@pytest.mark.parametrize("command", [("cases", "retention"), ("serve",), ("worker", "--once")])
@pytest.mark.parametrize(
    ("text", "found"),
    [("retention_days = 0\n", "retention_days"), ("retain = 3\n", "retain"), ("=", "policy.toml")],
)
def test_a_policy_that_is_not_understood_is_refused_before_anything_opens(
    command: tuple[str, ...], text: str, found: str, tmp_path: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(text, encoding="utf-8")

    told = tamiz(*command, "--policy", str(policy), "--data", str(tmp_path / "unit"))

    assert told.returncode == 2
    assert found in told.stderr


def test_cases_are_due_by_the_policy_that_is_given(tmp_path: Path) -> None:
    policy, unit = tmp_path / "policy.toml", tmp_path / "unit"
    policy.write_text("[[due]]\nhours = 5\n", encoding="utf-8")
    results = write_lines(tmp_path / "out")

    told = tamiz("cases", "import", str(results), "--programme", "p", "--programme-name", "P",
                 "--policy", str(policy), "--data", str(unit))  # fmt: skip

    assert told.returncode == 0, told.stderr
    with closing(sqlite3.connect(unit / "casework.sqlite3")) as tables:
        ((opened, due),) = set(tables.execute("SELECT opened, due FROM web_case"))
    assert datetime.fromisoformat(due) - datetime.fromisoformat(opened) == timedelta(hours=5)


def write_lines(folder: Path) -> Path:
    """Results with one applicant whom somebody must look at."""
    folder.mkdir()
    found = next(filter(needs_attention, sample_assessments()))
    (folder / FINDINGS).write_bytes(finding_line(found))
    moment = datetime(2026, 11, 26, tzinfo=UTC)
    (folder / RUN).write_bytes(run_json(sample_run(), started=moment, finished=moment))
    return folder


def test_a_new_unit_has_nothing_to_erase_and_its_key_can_change(tmp_path: Path) -> None:
    where = ("--data", str(tmp_path / "unit"))
    listed = tamiz("cases", "retention", *where)
    before = (tmp_path / "unit" / "master.key").read_bytes()

    changed = tamiz("cases", "rotate-key", *where)

    assert (listed.returncode, listed.stdout) == (0, "")
    assert (changed.returncode, changed.stdout[:2]) == (0, "0 ")
    assert (tmp_path / "unit" / "master.key").read_bytes() != before
