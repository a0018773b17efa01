"""What the table of clauses names exists, and no clause stands in it twice."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
ROWS = [line.split("|")[1] for line in TEXT.splitlines() if re.match(r"\| \d", line)]
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
NAMED = sorted(set(re.findall(r"`(test_\w+)`", TEXT)))
FILES = sorted(set(re.findall(r"`([\w/]+\.py)`", TEXT)))


@pytest.mark.parametrize("name", NAMED)
def test_a_test_that_is_named_is_there(name: str) -> None:
    assert f"def {name}(" in TESTS


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_named_is_there(name: str) -> None:
    folders = (ROOT, ROOT / "src" / "tamiz", ROOT / "src" / "tamiz" / "web")
    assert any((folder / name).is_file() for folder in folders) or list(
        (ROOT / "tests").rglob(name)
    )


def test_no_clause_stands_there_twice() -> None:
    clauses = re.findall(r"\d+\.\d+\.\d+", " ".join(ROWS))

    assert len(clauses) == len(set(clauses))
