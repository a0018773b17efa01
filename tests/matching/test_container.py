"""The index file: whole or refused, the same bytes for the same records."""

from pathlib import Path

import pytest

from matching.invented import listed
from tamiz.errors import IndexFileError
from tamiz.matching import Index, build_index

RECORDS = [
    listed("1", "QUILOMBERA, Erasmo", born="1980"),
    listed("2", "Some Firm S.A."),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build_index(RECORDS, (), tmp_path / "index")
    return tmp_path / "index"


def test_records_come_back_as_they_went_in(path: Path) -> None:
    with Index.open(path) as index:
        assert list(index) == RECORDS
        assert index.record("own:test", "2") == RECORDS[1]
        assert index.record("own:test", "3") is None


def test_the_same_records_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    build_index(RECORDS, (), tmp_path / "again")

    assert (tmp_path / "again").read_bytes() == path.read_bytes()


def test_an_empty_list_gives_an_index_that_answers(tmp_path: Path) -> None:
    build_index([], (), tmp_path / "empty")

    with Index.open(tmp_path / "empty") as index:
        assert len(index) == 0


def test_a_changed_byte_is_noticed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)

    with Index.open(path) as index, pytest.raises(IndexFileError, match="rebuild"):
        index.verify()


@pytest.mark.parametrize("kept", [0, 7, 48, 60, 400])
def test_a_cut_off_file_is_refused(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(IndexFileError):
        Index.open(path)


def test_a_foreign_file_is_refused(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(100))

    with pytest.raises(IndexFileError, match="not an index"):
        Index.open(path)


def test_no_half_written_file_is_left(path: Path) -> None:
    assert [entry.name for entry in path.parent.iterdir()] == ["index"]
