"""Files brought into the store: used, held back or refused."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from lists.forms import NOW, SAMPLES, arrived, un
from lists.full_disk import file_size_limit
from tamiz.errors import ListError
from tamiz.lists.acceptance import objections
from tamiz.lists.snapshots import META
from tamiz.lists.store import Store
from tamiz.lists.update import Brought, Result, bring
from tamiz.model import Edition


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def brought(store: Store, path: Path, *, days: int = 0, confirmed: bool = False) -> Brought:
    now = NOW + timedelta(days=days)
    return bring(store, "un-sc", arrived(path), now=now, confirmed=confirmed)


def first_name(store: Store) -> str:
    return next(store.records("un-sc")).names[0].text.split(" ")[0]


def edition(parties: int, day: str = "2026-11-20") -> Edition:
    return Edition(
        source="un-sc", publisher="", licence="", url="", content_date=day,
        retrieved_at="2026-11-20T00:00:00Z", sha256="0", parties=parties, persons=0, names=parties,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("new", "old", "left_out", "reasons"),
    [
        (edition(100), None, 0, []),
        (edition(100), edition(100), 0, []),
        (edition(90), edition(100), 0, []),
        (edition(89), edition(100), 0, ["more than a tenth fewer"]),
        (edition(1_000), edition(100), 0, []),
        (edition(100, "2026-11-19"), edition(100), 0, ["older than the one in use"]),
        (edition(100, ""), edition(100), 0, []),
        (edition(100), edition(100, ""), 0, []),
        (edition(100), edition(100), 5, []),
        (edition(100), edition(100), 6, ["were not understood"]),
        (edition(94), edition(94), 6, ["6 records of 100 were not understood"]),
        (edition(60), None, 40, []),  # the first edition: better than no list
        (edition(40), None, 60, ["60 records of 100 were not understood"]),
        (edition(100, "2026-11-26"), None, 0, []),  # already tomorrow east of us
        (edition(100, "2026-11-27"), None, 0, ["dated 2026-11-27, in the future"]),
        (edition(50, "2020-01-01"), edition(100), 9,
         ["were not understood", "a tenth fewer", "older than"]),
    ],
)  # fmt: skip
def test_what_speaks_against_an_edition_is_said(
    new: Edition, old: Edition | None, left_out: int, reasons: list[str]
) -> None:
    found = objections(new, old, left_out=left_out, today=date(2026, 11, 25))

    assert len(found) == len(reasons)
    assert all(reason in told for reason, told in zip(reasons, found, strict=True))


def test_a_newer_edition_replaces_the_one_in_use_and_the_old_one_is_kept(
    store: Store, tmp_path: Path
) -> None:
    brought(store, un(tmp_path))

    result = brought(store, un(tmp_path, day="2026-11-21", name="UMRAN"), days=1)

    assert result.result is Result.USED
    assert first_name(store) == "UMRAN"
    shelf = store.shelf("un-sc")
    previous = shelf.previous()
    assert previous is not None
    assert previous.edition.content_date == "2026-11-20"
    assert len(list(shelf.names())) == 2


def test_the_same_file_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))

    assert brought(store, un(tmp_path), days=1).result is Result.UNCHANGED
    assert len(list(store.shelf("un-sc").names())) == 1


def test_a_refused_edition_waits_and_the_good_one_stays(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))

    result = brought(store, un(tmp_path, day="2026-11-21", name="UMRAN", entities=False), days=1)

    assert result.result is Result.HELD
    assert first_name(store) == "OMRAN"
    shelf = store.shelf("un-sc")
    assert shelf.confirm() is not None
    assert first_name(store) == "UMRAN"
    assert shelf.held() is None
    assert shelf.confirm() is None


def test_a_person_may_confirm_beforehand(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))

    result = brought(store, un(tmp_path, entities=False), days=1, confirmed=True)

    assert result.result is Result.USED
    assert store.shelf("un-sc").held() is None


def test_a_good_edition_clears_the_one_that_waited(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    brought(store, un(tmp_path, entities=False), days=1)

    brought(store, un(tmp_path, day="2026-11-22"), days=2)

    assert store.shelf("un-sc").held() is None


def test_what_does_not_parse_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    bad = tmp_path / "consolidated.xml"
    bad.write_bytes(bad.read_bytes()[:-200])

    with pytest.raises(ListError):
        brought(store, bad, days=1)

    assert len(list(store.shelf("un-sc").names())) == 1
    assert not (store.shelf("un-sc").folder / ".incoming").exists()
    assert first_name(store) == "OMRAN"


def test_what_a_killed_import_left_behind_is_swept_away(store: Store, tmp_path: Path) -> None:
    brought(store, un(tmp_path))
    incoming = store.shelf("un-sc").folder / ".incoming"
    incoming.mkdir()
    (incoming / "consolidated.xml").write_bytes(b"<CONSOLIDATED_LIST>")

    assert first_name(store) == "OMRAN"
    brought(store, un(tmp_path, day="2026-11-21"), days=1)

    assert not incoming.exists()
    assert len(list(store.shelf("un-sc").names())) == 2


def test_a_snapshot_that_was_kept_but_never_put_into_use_is_not_used(
    store: Store, tmp_path: Path
) -> None:
    brought(store, un(tmp_path))
    shelf = store.shelf("un-sc")
    before = (shelf.folder / "current").read_text(encoding="utf-8")
    brought(store, un(tmp_path, day="2026-11-21", name="UMRAN"), days=1)
    (shelf.folder / "current").write_text(before, encoding="utf-8")

    assert first_name(store) == "OMRAN"


def test_two_processes_do_not_change_a_store_at_once(store: Store, tmp_path: Path) -> None:
    path = un(tmp_path)

    with store.changing(), pytest.raises(ListError, match="another process is changing the store"):
        brought(store, path)
    assert brought(store, path).result is Result.USED


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(ListError, match="the store file cannot be written: "):
        brought(Store(tmp_path / "file"), un(tmp_path))


def test_a_shelf_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    store.root.mkdir()
    (store.root / "sources").write_bytes(b"")

    with pytest.raises(ListError, match="un-sc: the store cannot be written: "):
        brought(store, un(tmp_path))


def test_a_file_that_has_vanished_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ListError, match=r"nowhere\.xml: cannot be read: No such file"):
        brought(store, tmp_path / "nowhere.xml")


DAMAGE = {
    "a byte of the list has changed": ("consolidated.xml", b"OMRAN", b"AMRAN"),
    "the record of the snapshot is cut off": (META, b"}", b""),
}


@pytest.mark.parametrize(("name", "old", "new"), DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_snapshot_is_told_not_used_and_mended_by_importing_again(
    name: str, old: bytes, new: bytes, store: Store, tmp_path: Path
) -> None:
    path = un(tmp_path)
    brought(store, path)
    (inside,) = store.shelf("un-sc").folder.glob(f"*/{name}")
    inside.write_bytes(inside.read_bytes().replace(old, new))

    with pytest.raises(ListError, match=r"un-sc: .*again"):
        list(store.records("un-sc"))

    assert brought(store, path, days=1).result is Result.USED
    assert first_name(store) == "OMRAN"


def test_a_damaged_edition_in_use_does_not_let_a_shrunken_one_through(
    store: Store, tmp_path: Path
) -> None:
    brought(store, un(tmp_path))
    brought(store, un(tmp_path, day="2026-11-21"), days=1)
    shelf = store.shelf("un-sc")
    current = (shelf.folder / "current").read_text(encoding="utf-8")
    (shelf.folder / current / META).write_bytes(b"{}")

    result = brought(store, un(tmp_path, day="2026-11-22", entities=False), days=2)

    assert result.result is Result.HELD


@pytest.mark.parametrize("told", ["", "soon", "2026-13-01", "2026-11"])
def test_a_date_that_is_none_is_left_empty(told: str, store: Store, tmp_path: Path) -> None:
    path = un(tmp_path)
    text = path.read_text(encoding="utf-8").replace("2026-11-20T23:00:02.123Z", told)
    path.write_text(text, encoding="utf-8")

    assert brought(store, path).meta.edition.content_date == ""


def test_a_store_of_several_named_lists_keeps_them_apart(store: Store) -> None:
    for name in ("own:legion", "own:drones"):
        bring(store, name, arrived(SAMPLES / "own.csv"), now=NOW)

    assert store.sources() == ("own:drones", "own:legion")
    assert [record.source for record in store.records("own:legion")] == ["own:legion"] * 2


OWN = "id,name,birth_date,purpose,grading,review_by,listed_on\n"
GROUNDS = "x,B2,2027-01-01,2026-11-01\n"


@pytest.mark.parametrize(
    ("rows", "reasons"),
    [
        (["1,A,31.02.1970," + GROUNDS] * 1 + [f"{n},B,," + GROUNDS for n in range(2, 9)], ()),
        (["1,A,,,,,\n", "2,B,,,,,\n", "3,C,,,,,\n", "4,D,," + GROUNDS],
         ("3 records of 4 were not understood; the publisher may have changed the form",)),
    ],
    ids=["kept without its date", "three reasons each"],
)  # fmt: skip
def test_records_that_were_left_out_are_counted_once_and_those_that_were_kept_not(
    rows: list[str], reasons: tuple[str, ...], store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(OWN + "".join(rows), encoding="utf-8")

    assert bring(store, "own:unit", arrived(path), now=NOW).meta.reasons == reasons


NO_ALIASES = "missing, so the list has no strong aliases; import it with the others"


def test_a_list_without_its_aliases_replaces_none_that_is_in_use(store: Store) -> None:
    whole = arrived(SAMPLES / "sdn.csv", SAMPLES / "alt.csv")
    bring(store, "us-ofac-sdn", whole, now=NOW)

    result = bring(store, "us-ofac-sdn", arrived(SAMPLES / "sdn.csv"), now=NOW)

    assert result.result is Result.HELD
    assert result.meta.reasons == (f"ALT.CSV: {NO_ALIASES}",)


def test_a_first_list_without_its_aliases_is_used_and_told(store: Store) -> None:
    result = bring(store, "us-ofac-sdn", arrived(SAMPLES / "sdn.csv"), now=NOW)

    assert result.result is Result.USED
    assert NO_ALIASES in {problem.message for problem in result.problems}


@pytest.mark.parametrize("name", [META, "Snapshot.JSON"])
def test_a_file_named_as_the_record_of_the_snapshot_is_refused(
    name: str, store: Store, tmp_path: Path
) -> None:
    path = un(tmp_path).rename(tmp_path / name)

    with pytest.raises(ListError, match=rf"{name}: the store keeps .* under this name; rename"):
        brought(store, path)

    assert list(store.shelf("un-sc").names()) == []


def test_a_full_disk_is_not_told_as_a_file_that_cannot_be_read(
    store: Store, tmp_path: Path
) -> None:
    path = un(tmp_path)

    with file_size_limit(1_000), pytest.raises(ListError) as error:
        brought(store, path)

    assert "un-sc: the store cannot be written: File too large" in str(error.value)
    assert list(store.shelf("un-sc").folder.iterdir()) == []


def test_a_list_dated_in_the_future_waits(store: Store, tmp_path: Path) -> None:
    result = brought(store, un(tmp_path, day="2062-11-20"))

    assert result.result is Result.HELD
    assert "dated 2062-11-20, in the future" in result.meta.reasons[0]
