"""Stop lists are kept as they came, and a damaged one is never passed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.stops.stop_entries import TODAY, kept, stop
from tamiz.documents.stops import Stop, keep_stops, list_stops, load_stops, remove_stops
from tamiz.errors import InputError


def test_the_original_is_kept_beside_its_entries(tmp_path: Path) -> None:
    folder = kept(tmp_path, [stop(), stop(review_by="2025-01-01")], content=b"as it came")

    (about,) = list_stops(folder.path)

    assert (about.count, about.overdue, about.imported) == (2, 1, TODAY)
    assert (folder.path / about.sha256[:16] / "original").read_bytes() == b"as it came"


def test_the_same_file_again_is_there_once(tmp_path: Path) -> None:
    kept(tmp_path, [stop()])

    assert len(list_stops(kept(tmp_path, [stop()]).path)) == 1


@pytest.mark.parametrize("name", ["original", "entries.jsonl", "import.json"])
@pytest.mark.parametrize("is_removed", [True, False])
def test_a_damaged_list_is_an_error_and_can_be_removed(
    tmp_path: Path, name: str, is_removed: bool
) -> None:
    folder = kept(tmp_path, [stop()])
    (path,) = folder.path.glob(f"*/{name}")
    path.unlink()
    if not is_removed:
        path.write_bytes(b"{}")

    with pytest.raises(InputError, match="remove it"):
        load_stops(folder)
    assert remove_stops(folder.path, path.parent.name)
    assert list_stops(folder.path) == ()


def test_a_file_without_an_entry_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not one entry"):
        kept(tmp_path, [])

    assert list((tmp_path / "stops").iterdir()) == []


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stops.csv"
    path.write_bytes(b"before")

    def read() -> Iterator[Stop]:
        path.write_bytes(b"after")
        yield stop()

    with pytest.raises(InputError, match="changed while it was read"):
        keep_stops(tmp_path / "stops", path, read(), source="unit", today=TODAY)
    assert list_stops(tmp_path / "stops") == ()


def test_what_was_never_finished_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "stops" / ".0123.part").mkdir(parents=True)

    assert list_stops(tmp_path / "stops") == ()


@pytest.mark.parametrize("sha256", ["", "0" * 64, "../stops", "..", "short"])
def test_what_is_not_there_cannot_be_removed(tmp_path: Path, sha256: str) -> None:
    folder = kept(tmp_path, [stop()])

    assert not remove_stops(folder.path, sha256)
    assert len(list_stops(folder.path)) == 1


def test_others_may_not_read_a_stop_list(tmp_path: Path) -> None:
    (folder,) = kept(tmp_path, [stop()]).path.iterdir()

    assert folder.stat().st_mode & 0o077 == 0


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be kept"):
        keep_stops(tmp_path, tmp_path / "none.csv", [stop()], source="unit", today=TODAY)
