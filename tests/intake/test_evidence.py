"""Files that come beside a dossier."""

from pathlib import Path

import pytest

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import evidence
from tamiz.intake.evidence import read_evidence


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "DG1.bin").write_bytes(b"\x61\x00")

    assert read_evidence(tmp_path / "DG1.bin") == b"\x61\x00"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_evidence(tmp_path)


def test_a_file_larger_than_any_honest_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "EVIDENCE_BYTES", 3)
    (tmp_path / "DG2.bin").write_bytes(b"1234")

    with pytest.raises(LimitExceeded, match=r"DG2\.bin"):
        read_evidence(tmp_path / "DG2.bin")
