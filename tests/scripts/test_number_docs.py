"""The page about personal numbers tells every one that is read."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from scripts.loading import script_named

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "personal-numbers.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return script_named("make_number_docs")


def test_the_table_is_that_of_the_registry(script: ModuleType) -> None:
    """After a change run ``python scripts/make_number_docs.py``."""
    assert "\n".join(script.table()) in PAGE


def test_the_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

    exec(compile(block, "docs/personal-numbers.md", "exec"), {"__name__": "example"})  # noqa: S102

    assert capsys.readouterr().out.splitlines() == [
        "True right foreigner",
        "origin claims_birth_in_state B foreigner (sv) San Salvador",
    ]
