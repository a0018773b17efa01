"""``tamiz screen``, ``explain`` and ``policy`` as typed in a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tamiz.cli import commands
from tamiz.errors import PolicyError, UsageError
from tamiz.screening import default_policy_text
from tamiz.wording import Language, say
from worlds import store_with, table

ROWS = (
    {"id": "A1", "name": "Rosendo Quiñónez Batres", "birth_date": "1984-11-07"},
    {"id": "A2", "name": "José García López", "birth_date": "2001-04-23"},
)
AGAIN = {"name": "Nadie Conocido", "birth_date": "1990-01-02", "phone": "+57 300 123 4567"}
BAD = {"id": "A3", "name": "", "birth_date": "1990-01-01"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store_with(tmp_path)
    table(tmp_path / "applicants.csv", ROWS)
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    places = {"{}": str(folder)}
    line = [word.replace("{}", places["{}"]) for word in words]
    return CliRunner().invoke(commands, line)


def screen(folder: Path, *more: str, file: str = "applicants.csv") -> Result:
    return run(folder, "screen", f"{{}}/{file}", "--store", "{}/store", "--out", "{}/out",
               "--jobs", "1", *more)  # fmt: skip


def test_screening_prints_a_summary_and_where_the_report_is(folder: Path) -> None:
    result = screen(folder)

    assert result.exit_code == 0
    assert "Escalate" in result.output
    assert "report.html" in result.output
    assert (folder / "out" / "run.json").exists()


def test_rows_that_cannot_be_read_show_in_the_exit_code(folder: Path) -> None:
    table(folder / "applicants.csv", (*ROWS, BAD))

    result = screen(folder)

    assert result.exit_code == 3
    assert "rejects.jsonl" in result.output


@pytest.mark.parametrize("language", Language)
def test_the_summary_speaks_the_officers_language(folder: Path, language: Language) -> None:
    result = screen(folder, "--language", language.value)

    assert say("report.count.escalate", language) in result.output


def test_explain_prints_one_applicants_evidence(folder: Path) -> None:
    screen(folder)

    result = run(folder, "explain", "A1", "--out", "{}/out")

    assert result.exit_code == 0
    assert "Rosendo Quiñónez Batres" in result.output
    assert "Same birth date." in result.output
    assert "ftm:test P-1" in result.output


def test_explaining_an_unknown_applicant_is_an_error(folder: Path) -> None:
    screen(folder)

    result = run(folder, "explain", "A99", "--out", "{}/out")

    assert isinstance(result.exception, UsageError)
    assert "'A99'" in str(result.exception)


def test_explaining_without_a_run_is_an_error(folder: Path) -> None:
    result = run(folder, "explain", "A1", "--out", "{}")

    assert isinstance(result.exception, UsageError)
    assert "screen a file first" in str(result.exception)


def test_the_printed_policy_can_be_used(folder: Path) -> None:
    (folder / "policy.toml").write_text(run(folder, "policy").output, encoding="utf-8")

    result = screen(folder, "--policy", "{}/policy.toml")

    assert (folder / "policy.toml").read_text(encoding="utf-8") == default_policy_text()
    assert result.exit_code == 0
    assert json.loads((folder / "out" / "run.json").read_bytes())["policy"] == "policy.toml"


def test_a_policy_against_a_nationality_is_refused(folder: Path) -> None:
    rule = '[[rule]]\nname = "n"\nqueue = "escalate"\nfeature = "nationality"\n'
    (folder / "policy.toml").write_text(default_policy_text() + rule, encoding="utf-8")

    result = screen(folder, "--policy", "{}/policy.toml")

    assert isinstance(result.exception, PolicyError)
    assert not (folder / "out").exists()


def test_sources_can_be_chosen_with_commas(folder: Path) -> None:
    store_with(folder, key="ftm:other")

    screen(folder, "--sources", "ftm:other,")

    told = json.loads((folder / "out" / "run.json").read_bytes())
    assert [used["edition"]["source"] for used in told["lists"]] == ["ftm:other"]


def test_an_empty_store_says_what_to_do(folder: Path) -> None:
    result = run(folder, "screen", "{}/applicants.csv", "--store", "{}/none", "--out", "{}/out")

    assert isinstance(result.exception, UsageError)
    assert "tamiz lists update" in str(result.exception)


def found(folder: Path) -> dict[str, dict[str, object]]:
    """The findings of the run about the first applicant, by check."""
    first = (folder / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()[0]
    return {one["check"]: one for one in json.loads(first)["findings"]}


def test_a_refused_application_of_an_earlier_cohort_is_found(folder: Path) -> None:
    table(folder / "applicants.csv", ({"id": "A1", **AGAIN},))
    table(folder / "2025.csv", ({"id": "B1", **AGAIN, "outcome": "refused"},))

    result = screen(folder, "--earlier", "{}/2025.csv")

    assert result.exit_code == 0
    told = found(folder)["applied_before"]
    assert (told["outcome"], told["other"]) == ("concern", "2025/B1")


def test_nobody_of_an_earlier_cohort_is_screened(folder: Path) -> None:
    table(folder / "2025.csv", ({"id": "B1", **AGAIN},))

    screen(folder, "--earlier", "{}/2025.csv")

    lines = (folder / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["A1", "A2"]


def test_an_earlier_cohort_is_named_in_the_run(folder: Path) -> None:
    for year in (2024, 2025):
        table(folder / f"{year}.csv", ({"id": "B1", **AGAIN},))

    screen(folder, "--earlier", "{}/2024.csv", "--earlier", "{}/2025.csv")

    told = json.loads((folder / "out" / "run.json").read_bytes())["consulted"]
    assert [(used["kind"], used["source"], used["count"]) for used in told] == [
        ("earlier_cohort", "2024.csv", 1), ("earlier_cohort", "2025.csv", 1),
    ]  # fmt: skip


def test_an_earlier_cohort_that_is_not_there_is_an_error(folder: Path) -> None:
    result = screen(folder, "--earlier", "{}/2019.csv")

    assert result.exit_code == 2
    assert not (folder / "out").exists()
