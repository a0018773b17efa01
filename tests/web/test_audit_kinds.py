"""Every kind of entry can be asked for on the audit page, and is told there in words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import tamiz.web
from tamiz.casework.events import Event
from tamiz.web.views.audit import KINDS
from tamiz.wording import Language, catalogue

ROOM = Path(tamiz.web.__file__).parent
NOTES = {
    "note": 1,
    "_note": 1,
    "listed": 1,
}  # functions that write a note, and where its kind stands


def noted() -> Iterator[str]:
    """The kinds that stand in the source where notes are written, or are assigned for one."""
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                kinds = node.args[NOTES[name] :][:1] if name in NOTES else []
            elif isinstance(node, ast.Assign) and "kind" in ast.unparse(node.targets[0]):
                kinds = node.value.elts[-1:] if isinstance(node.value, ast.Tuple) else []
            else:
                continue
            yield from (
                one.value
                for one in kinds
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )


def test_every_kind_that_is_written_can_be_asked_for() -> None:
    of_cases = {str(one.__struct_config__.tag) for one in Event.__subclasses__()}
    written = set(noted())

    assert {"dossier_sent", "dossier_left_aside", "picture_read", "logged_out"} <= written
    assert (written | of_cases) - set(KINDS) == set()


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_has_words(language: Language) -> None:
    told = catalogue(language)

    assert [
        one
        for one in KINDS
        if f"web.event.{one}" not in told and f"casework.event.{one}" not in told
    ] == []
