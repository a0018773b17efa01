"""docs/casework.md says what the code does."""

import re
from pathlib import Path

import pytest

from casework.journal.journals import entries, lines
from tamiz.casework import CasePolicy, Role
from tamiz.casework.fields import MATERIAL
from tamiz.casework.people import ROLES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "casework.md").read_text("utf-8")


def table(mark: str) -> list[list[str]]:
    """The rows of the table behind a mark, heading first, without the line of dashes."""
    rows = PAGE.partition(f"<!-- {mark} -->\n")[2].partition("\n\n")[0].splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [cells[0], *cells[2:]]


def test_the_matrix_of_roles_is_that_of_the_code() -> None:
    heading, *rows = table("roles")

    assert heading[1:] == [role.value for role in Role]
    assert {row[0].strip("`"): row[1:] for row in rows} == {
        act.value: ["yes" if role in allowed else "" for role in Role]
        for act, allowed in ROLES.items()
    }


def test_the_material_fields_are_those_of_the_code() -> None:
    _heading, *rows = table("material fields")
    gone = {True: "comes back", False: "stays quiet"}

    assert rows == [[f"`{one.name}`", "comes back", gone[one.removed]] for one in MATERIAL]


def test_every_key_of_the_policy_is_named() -> None:
    assert [key for key in CasePolicy.__struct_fields__ if f"`{key}`" not in PAGE] == []


@pytest.fixture
def recipe() -> str:
    (block,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert isinstance(block, str)
    return block


def test_the_recipe_for_outsiders_runs(
    recipe: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "journal.jsonl").write_bytes(b"".join(lines()))

    exec(compile(recipe, "docs/casework.md", "exec"), {})  # noqa: S102

    assert capsys.readouterr().out == f"whole; head {entries()[-1].hash}\n"


@pytest.mark.parametrize("change", [(b"olena", b"pablo"), (b'"seq":5', b'"seq":6')])
def test_the_recipe_finds_a_change(
    recipe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[bytes, bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "journal.jsonl").write_bytes(b"".join(lines()).replace(*change, 1))

    with pytest.raises(AssertionError, match="changed"):
        exec(compile(recipe, "docs/casework.md", "exec"), {})  # noqa: S102
