"""The published schema and the page about dossiers say what the reader does."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from intake.hostile_files import NOTED, came_of
from intake.hostile_json import DOCUMENTS
from intake.hostile_texts import TEXTS
from intake.hostile_workbooks import WORKBOOKS
from tamiz.intake import limits
from tamiz.intake.dossiers import open_cohort
from tamiz.intake.dossiers.columns import COLUMNS
from tamiz.intake.dossiers.entities import TIES
from tamiz.intake.dossiers.schema import EXAMPLE, dossier_schema
from tamiz.model import Dossier

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "dossier.md").read_text(encoding="utf-8")
SCHEMA = json.loads((DOCS / "dossier.schema.json").read_text(encoding="utf-8"))

VALID: tuple[dict[str, object], ...] = (
    EXAMPLE,
    {"id": 7, "name": "Ann Moss"},
    {"id": "1", "name_original": "سلمان القحطاني", "sex": None},
    {"id": "1", "paternal_surname": "Reyes", "maternal_surname": "Peña"},
    {"id": "1", "name": ["Ann Moss", "Ana Moss"], "phone": [2790000, "+34 600 000 000"]},
    {"id": "1", "name": "Ann Moss", "address": {"street": "1 Long Road", "city": "Kyiv"}},
    {"id": "1", "name": "Ann Moss", "address": [{"city": "Kyiv"}, "1 Long Road"]},
    {"id": "1", "name": "Ann Moss", "sponsor": {"name": "A", "number": 7}},
    {"id": "1", "name": "Ann Moss", "service": {"start": 2014, "organisation": "A"}},
    {"id": "1", "name": "Ann Moss", "documents": {"type": "P", "number": "A1234567"}},
    {"id": "1", "name": "Ann Moss", "mrz": ["P<UTO", "L898902C"]},
    {"id": "1", "name": "Ann Moss", "veteran": True, "scores": {"run": [1, 2]}},
)
INVALID: tuple[dict[str, object], ...] = (
    {"id": "1"},
    {"id": "1", "name": None},
    {"id": "1", "name": []},
    {"id": "1", "name": True},
    {"id": "1", "name": {"given": "Ann"}},
    {"id": "1", "name": "Ann Moss", "phone": {"home": "2790000"}},
    {"id": "1", "name": "Ann Moss", "sex": False},
    {"id": "1", "name": "Ann Moss", "documents": ["A1234567"]},
    {"id": "1", "name": "Ann Moss", "documents": {"number": True}},
    {"id": "1", "name": "Ann Moss", "service": [{"start": {"year": 2014}}]},
    {"id": "1", "name": "Ann Moss", "sponsor": [True]},
    {"id": "1" * 201, "name": "Ann Moss"},
    {"id": "1", "name": "Ann Moss", "aliases": ["Ana"] * 501},
)


def _read(dossier: dict[str, object], folder: Path) -> object:
    path = folder / "dossiers.json"
    path.write_text(json.dumps([dossier]), encoding="utf-8")
    return next(iter(open_cohort(path)))


def test_the_published_schema_is_the_one_in_the_code() -> None:
    assert dossier_schema() == SCHEMA


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("dossier", VALID)
def test_what_the_schema_allows_is_read_without_a_note(
    dossier: dict[str, object], tmp_path: Path
) -> None:
    validator = Draft202012Validator(SCHEMA)

    read = _read(dossier, tmp_path)

    assert validator.is_valid([dossier])
    assert validator.is_valid({"dossiers": [dossier]})
    assert validator.is_valid(dossier)
    assert isinstance(read, Dossier)
    assert read.notes == ()


@pytest.mark.parametrize("dossier", INVALID)
def test_what_the_schema_forbids_is_rejected(dossier: dict[str, object], tmp_path: Path) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid([dossier])
    assert not isinstance(_read(dossier, tmp_path), Dossier)


def test_the_page_lists_every_column_with_its_headings() -> None:
    for column in COLUMNS:
        meaning = column.meaning.replace("|", r"\|")
        row = f"| `{column.field}` | {meaning} | {', '.join(column.headings[1:])} |"
        assert row in PAGE, column.field


def test_the_page_shows_the_example() -> None:
    assert json.dumps(EXAMPLE, ensure_ascii=False, indent=2) in PAGE


def test_the_page_explains_every_note_that_the_hostile_files_bring_out(tmp_path: Path) -> None:
    said = {
        message.rpartition(":")[2]
        for case in (*TEXTS, *WORKBOOKS, *DOCUMENTS)
        if case.outcome == NOTED
        for message in came_of(case, tmp_path).messages
        if message.count(":") == 2 and " " not in message.rpartition(":")[2]
    }

    assert len(said) >= 12
    assert [fault for fault in said if f"`{fault}`" not in PAGE] == []


def test_the_page_names_every_entity_that_is_read() -> None:
    assert [schema for schema in TIES if schema not in PAGE] == []


def test_the_page_gives_the_limits_of_the_code() -> None:
    gib = 1024 * limits.MIB

    assert f"{limits.FILE_BYTES // gib} GiB" in PAGE
    assert f"one JSON document {limits.JSON_BYTES // limits.MIB} MiB" in PAGE
    assert f"{limits.COLUMNS} columns" in PAGE
    assert f"JSON {limits.JSON_DEPTH} levels" in PAGE
    assert f"{limits.XLSX_CELLS // 1_000_000} million cells" in PAGE
