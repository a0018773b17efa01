"""Numbers are found in stop lists, single or within ranges, and nothing else is."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as some

from documents.stops.stop_entries import kept, lookup, stop
from tamiz.documents.stops import load_stops


def test_a_single_number_is_found_as_it_was_entered(tmp_path: Path) -> None:
    entry = stop("PA 0412-207", note="«caja» 3\n")

    assert lookup(tmp_path, entry).find("PA0412207") == (entry,)


def test_a_number_of_two_entries_is_found_with_both(tmp_path: Path) -> None:
    entries = [stop(reference=f"R{at}") for at in range(3)]

    assert lookup(tmp_path, *entries).find("PA0412207") == tuple(entries)


@pytest.mark.parametrize(
    ("key", "is_found"),
    [
        ("PA0412200", True), ("PA0412250", True), ("PA0412299", True),
        ("PA0412199", False), ("PA0412300", False), ("PB0412250", False), ("PA04122500", False),
        ("0412250", False), ("PA04122X0", False),
    ],
)  # fmt: skip
def test_a_range_holds_its_ends_and_what_is_between(
    tmp_path: Path, key: str, is_found: bool
) -> None:
    blanks = stop("PA0412200", "PA0412299")

    assert (lookup(tmp_path, blanks).find(key) == (blanks,)) is is_found


def test_ranges_of_two_states_are_both_found(tmp_path: Path) -> None:
    entries = [stop("0412200", "0412299", state=state) for state in ("pa", "ve")]

    assert set(lookup(tmp_path, *entries).find("0412201")) == set(entries)


@given(
    ranges=some.lists(
        some.tuples(some.integers(0, 60), some.integers(1, 30)), min_size=1, max_size=12
    ),
    number=some.integers(0, 100),
)
def test_overlapping_ranges_are_found_as_by_looking_at_each(
    ranges: list[tuple[int, int]], number: int
) -> None:
    entries = [
        stop(f"AB{first:06d}", f"AB{first + width:06d}", reference=str(at))
        for at, (first, width) in enumerate(ranges)
    ]
    expected = {
        str(at) for at, (first, width) in enumerate(ranges) if first <= number <= first + width
    }

    with TemporaryDirectory() as folder:
        found = lookup(Path(folder), *entries).find(f"AB{number:06d}")

    assert {one.reference for one in found} == expected
    assert len(found) == len(expected)


def test_entries_of_several_files_are_all_found(tmp_path: Path) -> None:
    entries = [stop(f"PA041220{at}", reference=f"R{at}") for at in range(4)]
    for at, entry in enumerate(entries):
        folder = kept(tmp_path, [entry], content=bytes([at]))

    stops = load_stops(folder)

    assert [stops.find(entry.key) for entry in entries] == [(entry,) for entry in entries]
    assert stops.count == len(entries)


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    folder = kept(tmp_path, [stop()])

    assert load_stops(type(folder)(tmp_path / "none", folder.today)).find("PA0412207") == ()


@pytest.mark.parametrize(
    ("review_by", "is_overdue"), [("", False), ("2026-11-25", False), ("2026-11-24", True)]
)
def test_an_entry_stands_until_its_review(tmp_path: Path, review_by: str, is_overdue: bool) -> None:
    entry = stop(review_by=review_by)

    assert lookup(tmp_path, entry).is_overdue(entry) is is_overdue
