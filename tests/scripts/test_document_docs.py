"""The pages about documents and background tell every rule; the former all 31 checks of an examiner."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from scripts.loading import script_named
from tamiz.checks import RULES
from tamiz.checks.documents.rule import Rule

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")
BACKGROUND_PAGE = (ROOT / "docs" / "background.md").read_text(encoding="utf-8")
CHECKS = 31  # of the examiner's table


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return script_named("make_document_docs")


def test_the_table_of_rules_is_that_of_the_registry(script: ModuleType) -> None:
    """After a change run ``python scripts/make_document_docs.py``."""
    assert script.rules_table() in PAGE


def test_the_table_of_background_rules_is_that_of_the_registry(script: ModuleType) -> None:
    """After a change run ``python scripts/make_document_docs.py``."""
    assert script.background_table() in BACKGROUND_PAGE


def test_every_check_of_an_examiner_has_its_row() -> None:
    numbers = [int(found) for found in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)]

    assert numbers == list(range(1, CHECKS + 1))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_in_the_row_of_its_number(rule: Rule) -> None:
    (row,) = re.findall(rf"^\| {rule.number} \|.*$", PAGE, re.MULTILINE)

    assert f"`{rule.name}`" in row
