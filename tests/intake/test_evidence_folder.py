"""Strangers name files: none outside the folder is opened, and none without end is read."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tamiz.intake.evidence_folder import (
    DEEPEST,
    MOST_IN_FOLDER,
    EvidenceFolder,
    FileProblem,
    FileRefused,
)

OUTSIDE, MISSING = FileProblem.OUTSIDE, FileProblem.MISSING


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a scan, one a level down, and everything that is not to be opened."""
    folder = tmp_path / "applicants"
    (folder / "a17" / "chip").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "scan.jpg").write_bytes(b"scan")
    (folder / "a17" / "back.jpg").write_bytes(b"back")
    (folder / "a17" / "chip" / "EF.SOD").write_bytes(b"sod")
    (folder / "a17" / "chip" / "DG1").write_bytes(b"dg1")
    (folder / "empty.jpg").touch()
    (folder / "link.jpg").symlink_to(tmp_path / "secret.txt")
    (folder / "inner.jpg").symlink_to(folder / "scan.jpg")
    (folder / "door").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.jpg")
    return folder


def problem(root: Path, path: str) -> FileProblem:
    folder = EvidenceFolder(root)
    with pytest.raises(FileRefused) as refused:
        [folder.read(name) for name in folder.names(path)]
    return refused.value.problem


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("scan.jpg", b"scan"),
        ("./scan.jpg", b"scan"),
        ("a17/back.jpg", b"back"),
        (r"a17\back.jpg", b"back"),  # as Windows writes it
    ],
)
def test_a_file_in_the_folder_is_read(root: Path, path: str, data: bytes) -> None:
    assert EvidenceFolder(root).read(path) == data


def test_a_folder_stands_for_its_files(root: Path) -> None:
    assert EvidenceFolder(root).names("a17/chip") == ("a17/chip/DG1", "a17/chip/EF.SOD")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("../secret.txt", OUTSIDE),
        ("a17/../../secret.txt", OUTSIDE),
        (r"..\secret.txt", OUTSIDE),
        ("/etc/passwd", OUTSIDE),
        (r"C:\Windows\win.ini", OUTSIDE),
        ("link.jpg", OUTSIDE),
        ("inner.jpg", OUTSIDE),
        ("door/secret.txt", OUTSIDE),
        ("scan.jpg\0.txt", OUTSIDE),
        ("", OUTSIDE),
        (".", OUTSIDE),
        ("/".join("x" * (DEEPEST + 1)), OUTSIDE),
        ("x" * 400, OUTSIDE),
        ("nowhere.jpg", MISSING),
        ("scan.jpg/inside", MISSING),
        ("empty.jpg", FileProblem.EMPTY),
        ("pipe.jpg", FileProblem.NO_FILE),
    ],
)
def test_everything_else_is_refused_with_its_reason(
    root: Path, path: str, expected: FileProblem
) -> None:
    assert problem(root, path) is expected


def test_a_folder_of_very_many_files_is_refused(root: Path) -> None:
    for at in range(MOST_IN_FOLDER + 1):
        (root / "a17" / "chip" / f"{at}").touch()

    assert problem(root, "a17/chip") is FileProblem.TOO_MANY


def test_a_file_beyond_the_limit_is_refused(root: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        EvidenceFolder(root).read("scan.jpg", most=3)

    assert refused.value.problem is FileProblem.TOO_LARGE


@given(st.text(alphabet="./\\a17scandoorlink.jpg\0 ~:", max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_path_leads_out(root: Path, path: str) -> None:
    folder = EvidenceFolder(root)
    try:
        found = [folder.read(name) for name in folder.names(path)]
    except FileRefused:
        return

    assert b"secret" not in found
