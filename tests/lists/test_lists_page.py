"""``docs/lists.md`` says what the code does."""

import re
from pathlib import Path

import pytest

from tamiz.lists.own import COLUMNS, NEEDED
from tamiz.lists.registry import SOURCES
from tamiz.lists.source import Source
from tamiz.lists.status import SourceStatus

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "lists.md").read_text(encoding="utf-8")
sources = pytest.mark.parametrize(
    "source", [module.SOURCE for module in SOURCES], ids=lambda source: source.key
)


@sources
def test_every_source_stands_in_the_table_with_its_address(source: Source) -> None:
    addresses = "<br>".join(f"<{download.url}>" for download in source.downloads)

    assert (
        f"| `{source.key}` | {source.title}, {source.publisher} | {addresses or 'only by import'}"
        f" | {source.stale_after_days} | {source.licence} |\n"
    ) in PAGE


@sources
def test_every_source_says_which_forms_it_reads(source: Source) -> None:
    section = PAGE.split("## What each form gives")[1].split("\n## ")[0]

    assert f"`{source.key}`" in section


def test_no_address_stands_in_the_page_that_is_not_fetched() -> None:
    fetched = {download.url for module in SOURCES for download in module.SOURCE.downloads}

    assert set(re.findall(r"<(https://[^>]+)>", PAGE)) == fetched


def test_the_columns_of_an_own_list_are_those_that_are_read() -> None:
    section = PAGE.split("## The unit's own list")[1].split("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE))

    assert tuple(rows) == COLUMNS
    assert {name for name, told in rows.items() if told == "**required**"} == set(NEEDED)


def test_the_fields_of_status_are_named() -> None:
    assert all(f"`{field}`" in PAGE for field in SourceStatus.__struct_fields__)
