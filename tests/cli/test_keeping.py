"""``tamiz cases retention | policy | rotate-key``, as far as they go without a server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tamiz.casework import DEFAULT, read_case_policy
from tamiz.cli import commands

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


@pytest.mark.parametrize(
    ("text", "found"),
    [("retention_days = 0\n", "retention_days"), ("retain = 3\n", "retain"), ("=", "policy.toml")],
)
def test_a_policy_that_is_not_understood_is_refused_before_anything_opens(
    text: str, found: str, tmp_path: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(text, encoding="utf-8")

    told = tamiz("cases", "retention", "--policy", str(policy), "--data", str(tmp_path / "unit"))

    assert told.returncode == 2
    assert found in told.stderr


def test_a_new_unit_has_nothing_to_erase_and_its_key_can_change(tmp_path: Path) -> None:
    where = ("--data", str(tmp_path / "unit"))
    listed = tamiz("cases", "retention", *where)
    before = (tmp_path / "unit" / "master.key").read_bytes()

    changed = tamiz("cases", "rotate-key", *where)

    assert (listed.returncode, listed.stdout) == (0, "")
    assert (changed.returncode, changed.stdout[:2]) == (0, "0 ")
    assert (tmp_path / "unit" / "master.key").read_bytes() != before
