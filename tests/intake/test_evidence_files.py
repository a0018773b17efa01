"""The files of dossiers are read once, each as what it is, in the order of the dossiers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.chip.lds import dg1
from documents.pictures.test_picture_reading import DATA, LINES
from tamiz.documents.pictures import PictureReader
from tamiz.intake.dossiers import Reject
from tamiz.intake.evidence_files import MOST_FILES, Brought, FileRead, bring, read_files, read_given
from tamiz.intake.evidence_folder import EvidenceFolder
from tamiz.model import Dossier, EvidenceFile, IdentityEvidence


def dossier(key: str, *paths: str) -> Dossier:
    files = tuple(EvidenceFile(path=path) for path in paths)
    return Dossier(id=key, documents=(IdentityEvidence(code="P", files=files),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scan.jpg").write_bytes((DATA / "clean.jpg").read_bytes())
    (tmp_path / "letter.txt").write_text("apellido y nombre " * 20)  # begins as DG1 does: 0x61
    chip = tmp_path / "chip"
    chip.mkdir()
    (chip / "one.bin").write_bytes(dg1())
    (chip / "EF.SOD").write_bytes(b"damaged")
    return tmp_path


@pytest.fixture(scope="module")
def reader() -> Iterator[PictureReader]:
    with PictureReader() as one:
        yield one


def read(folder: Path, reader: PictureReader, *paths: str) -> tuple[FileRead, ...]:
    return read_files(dossier("A", *paths), EvidenceFolder(folder), reader)


def test_a_picture_is_read(folder: Path, reader: PictureReader) -> None:
    (found,) = read(folder, reader, "scan.jpg")

    assert found.picture is not None
    assert found.picture.pages[0].zone is not None
    assert found.picture.pages[0].zone.lines == LINES["clean.jpg"]
    assert found.problem == ""


def test_files_of_a_chip_are_told_by_their_bytes_or_their_name(
    folder: Path, reader: PictureReader
) -> None:
    found = read(folder, reader, "chip")

    assert [(one.path, bool(one.chip)) for one in found] == [
        ("chip/EF.SOD", True), ("chip/one.bin", True),
    ]  # fmt: skip


def test_a_text_is_no_picture_whatever_it_begins_with(folder: Path, reader: PictureReader) -> None:
    (found,) = read(folder, reader, "letter.txt")

    assert (found.problem, found.picture, found.chip) == ("not_a_picture", None, b"")


def test_a_file_named_twice_is_read_once(folder: Path, reader: PictureReader) -> None:
    assert len(read(folder, reader, "letter.txt", "letter.txt")) == 1


def test_files_beyond_the_most_are_told(folder: Path, reader: PictureReader) -> None:
    found = read(folder, reader, *(f"{at}.jpg" for at in range(MOST_FILES + 9)))

    assert [one.problem for one in found[MOST_FILES - 1 :]] == ["missing", *["too_many"] * 9]


def test_a_folder_without_files_is_empty(folder: Path, reader: PictureReader) -> None:
    (folder / "none" / "deeper").mkdir(parents=True)

    assert [one.problem for one in read(folder, reader, "none")] == ["empty"]


def test_dossiers_and_rejects_keep_their_order(folder: Path) -> None:
    reject = Reject(file="f", row=3, problems=(), original="")
    given: list[Dossier | Reject] = [
        dossier("A", "scan.jpg"),
        dossier("B"),
        reject,
        dossier("C", "letter.txt"),
    ]

    found = list(bring(given, folder, readers=2))

    assert [one.dossier.id if isinstance(one, Brought) else one.row for one in found] == [
        "A", "B", 3, "C",
    ]  # fmt: skip
    assert [len(one.files) for one in found if isinstance(one, Brought)] == [1, 0, 1]


def test_an_officer_may_name_files_anywhere(folder: Path, reader: PictureReader) -> None:
    found = read_given([folder / "letter.txt", folder / "chip"], reader)

    assert [one.path for one in found] == ["letter.txt", "chip/EF.SOD", "chip/one.bin"]
