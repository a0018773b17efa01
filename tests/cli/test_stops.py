"""``tamiz documents stop`` as typed in a terminal, and what `screen` and `check` make of it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tamiz.cli import commands
from tamiz.errors import InputError, UsageError
from worlds import store_with, table

HEAD = "issuing_state,number,happened\n"


def run(*words: str | Path | int) -> Result:
    return CliRunner().invoke(commands, list(map(str, words)))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a watchlist and a stop list."""
    store_with(tmp_path)
    path = tmp_path / "stops.csv"
    path.write_text(HEAD + "PA,PA0412207,stolen\n", encoding="utf-8")
    folder = tmp_path / "store"
    assert run(
        "documents", "stop", "import", path, "--source", "PN", "--store", folder
    ).exit_code == 0  # fmt: skip
    return folder


def applicants(folder: Path) -> Path:
    row = {"id": "A1", "name": "Ana Cualquiera", "doc_number": "PA0412207", "doc_country": "Panamá"}
    return table(folder / "applicants.csv", [row])


def test_what_is_in_the_store_is_listed(store: Path) -> None:
    assert "PN (stops.csv): 1 entries" in run("documents", "stop", "list", "--store", store).output


def test_an_empty_store_is_said_to_be_empty(tmp_path: Path) -> None:
    assert "No stop list" in run("documents", "stop", "list", "--store", tmp_path).output


def test_a_list_can_be_taken_out(store: Path) -> None:
    name = run("documents", "stop", "list", "--store", store).output[:16]

    assert run("documents", "stop", "remove", name, "--store", store).exit_code == 0
    assert "No stop list" in run("documents", "stop", "list", "--store", store).output


def test_what_is_not_there_cannot_be_taken_out(store: Path) -> None:
    result = run("documents", "stop", "remove", "0" * 64, "--store", store)

    assert isinstance(result.exception, UsageError)


def test_rows_that_cannot_be_read_are_told_and_end_with_three(tmp_path: Path) -> None:
    path = tmp_path / "stops.csv"
    path.write_text(HEAD + "PA,PA0412207,stolen\n" + "XX,1,eaten\n" * 60, encoding="utf-8")

    result = run("documents", "stop", "import", path, "--source", "PN", "--store", tmp_path / "s")

    assert result.exit_code == 3
    assert "line 3, number: found 1" in result.output
    assert "10 more lines" in result.output
    assert "1 entries" in result.output


def test_documents_check_looks_through_the_stop_list(store: Path, tmp_path: Path) -> None:
    result = run("documents", "check", applicants(tmp_path), "--store", store)

    assert result.exit_code == 1
    assert "(document_stop_list 1)" in result.output


@pytest.mark.parametrize("jobs", [1, 2])
def test_screening_looks_through_the_stop_list(store: Path, tmp_path: Path, jobs: int) -> None:
    out = tmp_path / "out"

    run("screen", applicants(tmp_path), "--store", store, "--out", out, "--jobs", jobs)

    (line,) = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    found = json.loads(line)
    assert (found["queue"], found["rule"]) == ("escalate", "document_on_the_stop_list")
    assert "document_stop_list" in {one["check"] for one in found["findings"]}


@pytest.mark.parametrize("command", ["screen", "check"])
def test_nobody_is_screened_with_a_damaged_stop_list(
    store: Path, tmp_path: Path, command: str
) -> None:
    (entries,) = (store / "stops").glob("*/entries.jsonl")
    entries.write_bytes(b"")
    words = ["documents", "check"] if command == "check" else ["screen"]

    result = run(*words, applicants(tmp_path), "--store", store)

    assert isinstance(result.exception, InputError)
    assert "stop list" in str(result.exception)


def test_the_run_names_the_stop_lists_that_it_used(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    run("screen", applicants(tmp_path), "--store", store, "--out", out)

    (used,) = json.loads((out / "run.json").read_text(encoding="utf-8"))["consulted"]
    assert (used["kind"], used["count"] > 0, len(used["sha256"])) == ("stop_list", True, 64)
