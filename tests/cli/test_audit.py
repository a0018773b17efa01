"""``tamiz audit verify`` as typed in a terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from casework.journal.journals import entries, lines
from tamiz.casework.journal import ProblemKind
from tamiz.cli import commands
from tamiz.errors import JournalError, UsageError
from tamiz.wording import Language, catalogue


def run(*words: str | Path, what: str = "verify") -> Result:
    return CliRunner().invoke(commands, ["audit", what, *map(str, words)])


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"".join(lines()))
    return path


def test_a_whole_export_is_told_with_its_head(export: Path) -> None:
    result = run(export)

    assert result.exit_code == 0
    assert "12 entries, from number 1 to 12" in result.output
    assert entries()[-1].hash in result.output
    assert "published before" in result.output


def test_a_published_head_is_looked_for(export: Path) -> None:
    head = entries()[6].hash

    assert f"head {head} is that of entry 7" in run(export, "--head", head).output


def test_a_changed_entry_is_named_and_the_exit_code_says_so(export: Path) -> None:
    export.write_bytes(export.read_bytes().replace(b"olena", b"pablo", 1))

    result = run(export)

    assert result.exit_code == 1
    assert "Line 2, entry 1: it was changed." in result.output


def test_a_head_that_is_nowhere_breaks_it(export: Path) -> None:
    result = run(export, "--head", "0" * 64)

    assert result.exit_code == 1
    assert "No entry has the published head" in result.output


def test_a_head_of_few_signs_is_refused(export: Path) -> None:
    assert isinstance(run(export, "--head", "abc").exception, UsageError)


def test_a_file_of_something_else_is_no_export(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"\x00\xff" * 5000)

    result = run(path)

    assert result.exit_code == 1
    assert "NOT whole" in result.output


def test_many_problems_are_cut_off(export: Path) -> None:
    export.write_bytes(export.read_bytes() + b"x\n" * 200)

    assert "and 150 more" in run(export).output


def test_the_head_of_each_day_is_printed(export: Path) -> None:
    assert run(export, what="heads").output == f"2026-11-26  12  {entries()[-1].hash}\n"


def test_a_broken_export_has_no_heads(export: Path) -> None:
    export.write_bytes(export.read_bytes()[:-5])

    assert isinstance(run(export, what="heads").exception, JournalError)


@pytest.mark.parametrize("language", list(Language))
def test_every_problem_has_a_sentence(language: Language) -> None:
    told = catalogue(language)

    assert [kind for kind in ProblemKind if f"audit.problem.{kind.value}" not in told] == []
