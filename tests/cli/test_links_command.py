"""``tamiz links`` as typed in a terminal."""

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from msgspec.structs import replace

from output.chart.sample_charts import small_chart
from output.sample_run import sample_assessments
from tamiz.cli import commands
from tamiz.errors import InputError, UsageError
from tamiz.model import LinkChart
from tamiz.output.findings import finding_line, read_findings
from tamiz.wording import Language, say


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tied, alone, *_ = sample_assessments()
    tied = replace(tied, id="A00012", chart=small_chart())
    lines = finding_line(tied) + finding_line(replace(alone, id="A00013"))
    (tmp_path / "findings.jsonl").write_bytes(lines)
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, ["links", *words, "--results", str(folder)])


@pytest.mark.parametrize("language", Language)
def test_the_ties_are_printed_in_the_officers_language(folder: Path, language: Language) -> None:
    result = run(folder, "A00012", "--language", language.value)

    assert result.exit_code == 0
    assert say("report.chart.heading", language) in result.output
    assert "GRUPO QUIMERA HOLDING" in " ".join(result.output.split())


def test_the_picture_is_written_whole(folder: Path) -> None:
    result = run(folder, "A00012", "--svg", str(folder / "ties.svg"))

    root = etree.fromstring((folder / "ties.svg").read_bytes())
    assert result.exit_code == 0
    assert root.get("role") == "img"
    assert "A00012: What ties this applicant to others" in str(root.xpath("string()"))
    assert [path.name for path in folder.glob("*.part")] == []


def test_for_programs_the_chart_is_json_and_nothing_else(folder: Path) -> None:
    result = run(folder, "A00012", "--json")

    assert msgspec.json.decode(result.output.encode(), type=LinkChart) == small_chart()


def test_an_applicant_without_ties_is_told_so_and_no_picture_is_written(folder: Path) -> None:
    result = run(folder, "A00013", "--svg", str(folder / "ties.svg"))

    assert result.exit_code == 0
    assert "A00013: nothing ties this applicant to others" in result.output
    assert not (folder / "ties.svg").exists()


def test_no_ties_are_null_for_programs(folder: Path) -> None:
    assert run(folder, "A00013", "--json").output == "null\n"


@pytest.mark.parametrize("applicant", ["12", "a00012", "A0001\udcff", ""])
def test_an_unknown_applicant_is_told_what_ids_look_like(folder: Path, applicant: str) -> None:
    error = run(folder, applicant).exception

    assert isinstance(error, UsageError)
    assert "ids in it look like 'A00012'" in str(error)


def test_a_folder_without_findings_is_named(tmp_path: Path) -> None:
    assert "findings.jsonl: not there" in str(run(tmp_path, "A1").exception)


def test_a_run_without_applicants_is_told(tmp_path: Path) -> None:
    (tmp_path / "findings.jsonl").write_bytes(b"")

    assert "it has no applicants" in str(run(tmp_path, "A1").exception)


def test_a_chart_without_its_middle_is_refused(folder: Path) -> None:
    path = folder / "findings.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"subject":"A00012"', b'"subject":"nobody"'))

    assert isinstance(run(folder, "A00012").exception, InputError)


def test_the_chart_comes_back_from_the_findings_as_it_was(folder: Path) -> None:
    assert [one.chart for one in read_findings(folder / "findings.jsonl")] == [small_chart(), None]
