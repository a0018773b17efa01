"""Small pictures are kept aside while a run works, and come back for its report."""

import base64
from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.documents.applicants import page, seen
from tamiz.intake.evidence_files import Brought, FileRead
from tamiz.model import Dossier
from tamiz.output import previews as module
from tamiz.output.previews import Previews

SHOWN = b"\xff\xd8small"


def with_preview(path: str) -> FileRead:
    file = seen(path)
    assert file.picture is not None
    return replace(file, picture=replace(file.picture, pages=(replace(page(), preview=SHOWN),)))


def test_what_is_taken_out_comes_back(tmp_path: Path) -> None:
    previews, file = Previews(tmp_path / "p"), with_preview("a.jpg")

    kept = previews.take(Brought(Dossier(id="A"), (file,)))

    assert kept.files[0].picture is not None
    assert kept.files[0].picture.pages[0].preview == b""
    told = previews.data_uri(file.sha256, 1)
    assert told == f"data:image/jpeg;base64,{base64.b64encode(SHOWN).decode()}"


def test_there_is_nothing_for_other_pages(tmp_path: Path) -> None:
    previews, file = Previews(tmp_path / "p"), with_preview("a.jpg")
    previews.take(Brought(Dossier(id="A"), (file,)))

    assert previews.data_uri(file.sha256, 2) == ""


def test_a_report_has_so_many_pictures_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_SHOWN", 2)
    previews, file = Previews(tmp_path / "p"), with_preview("a.jpg")
    previews.take(Brought(Dossier(id="A"), (file,)))

    assert [bool(previews.data_uri(file.sha256, 1)) for _ in range(3)] == [True, True, False]


def test_without_pictures_nothing_is_written(tmp_path: Path) -> None:
    brought = Brought(Dossier(id="A"))

    assert Previews(tmp_path / "p").take(brought) is brought
    assert not (tmp_path / "p").exists()
