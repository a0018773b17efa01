"""The examples in the documentation run as they stand."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from worlds import store_with

DOCS = Path(__file__).resolve().parents[1] / "docs"


def examples(page: str) -> list[str]:
    """The Python blocks of a page, in their order."""
    return re.findall(
        r"^```python\n(.*?)^```", (DOCS / page).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an applicants' workbook, and a store in the user's own place."""
    store_with(tmp_path)
    book = Workbook()
    book.worksheets[0].append(["id", "name", "birth_date"])
    book.worksheets[0].append(["A1", "Rosendo Quiñónez Batres", "1984-11-07"])
    book.worksheets[0].append(["A2", "Nadie Conocido", "1990-01-01"])
    book.save(tmp_path / "applicants.xlsx")
    monkeypatch.setenv("TAMIZ_HOME", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_python_examples_run(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = examples("python.md")

    exec(compile("\n".join(blocks), "docs/python.md", "exec"), {"__name__": "example"})  # noqa: S102

    printed = capsys.readouterr().out
    assert "A1 escalate" in printed
    assert "Is the applicant a listed person?" in printed
    assert (unit / "out" / "report.html").exists()


def test_the_first_example_has_ten_lines_at_most() -> None:
    assert len(examples("python.md")[0].strip().splitlines()) <= 10


def test_the_example_of_findings_runs(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (unit / "out").mkdir()
    (unit / "out" / "findings.jsonl").write_bytes(b"")
    (block,) = examples("report.md")

    exec(compile(block, "docs/report.md", "exec"), {"__name__": "example"})  # noqa: S102

    assert capsys.readouterr().out == ""


def test_the_example_of_zones_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = examples("machine-readable-zone.md")

    exec(compile(block, "docs/machine-readable-zone.md", "exec"), {"__name__": "example"})  # noqa: S102

    printed = capsys.readouterr().out
    assert "TD3 L898902C3 holds" in printed
    assert "['1974-08-12']" in printed
    assert "same ()" in printed
    assert len(block.strip().splitlines()) <= 10
