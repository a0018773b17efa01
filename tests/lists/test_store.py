"""What lies in the store, and the index that is built from it."""

from datetime import timedelta
from pathlib import Path

import pytest

from lists.forms import NOW, SAMPLES, arrived, un
from lists.full_disk import file_size_limit
from tamiz.errors import ListError
from tamiz.lists.store import Store
from tamiz.lists.update import bring
from tamiz.matching import Index


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def brought(store: Store, path: Path, *, days: int = 0, key: str = "un-sc") -> None:
    bring(store, key, arrived(path), now=NOW + timedelta(days=days))


def first_names(path: Path) -> list[str]:
    with Index.open(path) as index:
        return [record.names[0].text.split(" ")[0] for record in index]


def parts(store: Store) -> list[Path]:
    return [path for path in (store.root / "index").iterdir() if path.suffix != ".tamiz"]


def test_the_index_follows_the_lists(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    first = store.index_path()

    assert store.index_path() == first
    brought(store, un(tmp_path, day="2026-11-21"), days=1)
    second = store.index_path()
    assert second != first
    assert [edition.source for edition in store.editions()] == ["un-sc"]


def test_a_damaged_index_is_built_anew(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    path = store.index_path()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    assert store.index_path() == path
    assert path.read_bytes() == whole


def test_an_index_holds_the_editions_it_is_asked_for_whatever_came_since(
    store: Store, tmp_path: Path
) -> None:
    brought(store, un(tmp_path))
    editions = store.editions()
    brought(store, un(tmp_path, day="2026-11-21", name="UMRAN"), days=1)

    path = store.index_path(editions)

    assert "OMRAN" in first_names(path)
    with Index.open(path) as index:
        assert index.editions == editions
    assert "UMRAN" in first_names(store.index_path())


def test_an_edition_whose_snapshot_was_taken_out_is_named(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    (edition,) = store.editions()
    (folder,) = store.shelf("un-sc").folder.glob("2*")
    folder.rename(tmp_path / "elsewhere")

    with pytest.raises(ListError, match=r"un-sc: snapshot .* is damaged; import the list again"):
        list(store.records_of(edition))


def test_an_index_that_is_there_needs_no_right_to_write(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    path = store.index_path()
    without_writing(store)

    assert store.index_path() == path


def test_without_an_index_and_the_right_to_write_it_says_who_can_help(
    store: Store, tmp_path: Path
) -> None:
    brought(store, un(tmp_path))
    without_writing(store)

    with pytest.raises(ListError, match=r"cannot be written: .*; somebody who may write to it"):
        store.index_path()


def without_writing(store: Store) -> None:
    """Make it impossible to lock the store, for root as well."""
    (store.root / "lock").unlink()
    (store.root / "lock").mkdir()


def test_sources_that_cannot_be_read_are_no_empty_store(store: Store) -> None:
    store.root.mkdir()
    (store.root / "sources").write_bytes(b"")

    with pytest.raises(ListError, match="the lists in store cannot be read: Not a directory"):
        store.editions()


def test_a_pointer_that_cannot_be_read_is_no_missing_list(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    pointer = store.shelf("un-sc").folder / "current"
    pointer.unlink()
    pointer.mkdir()

    with pytest.raises(ListError, match="un-sc: current cannot be read: Is a directory"):
        store.editions()


def test_an_index_that_could_not_be_built_leaves_nothing_behind(
    store: Store, tmp_path: Path
) -> None:
    brought(store, un(tmp_path))

    with file_size_limit(1_000), pytest.raises(ListError, match="cannot be written: File too"):
        store.index_path()

    assert list((store.root / "index").iterdir()) == []


def test_what_a_killed_build_left_behind_is_swept_away(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    (store.root / "index").mkdir()
    (store.root / "index" / ".0123.tamiz.77.part").write_bytes(b"TAMIZ")

    store.index_path()

    assert parts(store) == []


def test_a_source_of_which_all_is_held_back_is_named(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path, day="2062-11-20"))
    brought(store, SAMPLES / "own.csv", key="own:unit")

    assert store.held_only() == ("un-sc",)
    store.confirm("un-sc")
    assert store.held_only() == ()


def test_a_damaged_edition_is_not_put_into_use(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path, day="2062-11-20"))
    (file,) = store.shelf("un-sc").folder.glob("*/consolidated.xml")
    file.write_bytes(file.read_bytes()[:-1])

    with pytest.raises(ListError, match="is not as it came"):
        store.confirm("un-sc")

    assert store.held_only() == ("un-sc",)


def test_a_source_with_one_in_use_and_one_held_is_not_held_only(
    store: Store, tmp_path: Path
) -> None:
    brought(store, un(tmp_path))
    brought(store, un(tmp_path, day="2062-11-20"), days=1)

    assert store.held_only() == ()


def test_an_entry_past_its_review_is_still_in_the_index(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    text = (SAMPLES / "own.csv").read_text(encoding="utf-8")
    path.write_text(text.replace("2027-03-31", "2020-03-31"), encoding="utf-8")
    brought(store, path, key="own:unit")

    with Index.open(store.index_path()) as index:
        assert [(one.id, one.handling and one.handling.review_by) for one in index] == [
            ("L-1", "2020-03-31"),
            ("L-2", "2020-03-31"),
        ]
