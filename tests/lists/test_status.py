"""What the store holds, and how old it is."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from lists.forms import NOW, SAMPLES, arrived, un
from tamiz.lists.status import age_days, status_of, statuses
from tamiz.lists.store import Store, default_root
from tamiz.lists.update import bring
from tamiz.model import Edition

EDITION = Edition(
    source="un-sc", publisher="UN", licence="", url="", content_date="2026-11-20",
    retrieved_at="2026-11-22T10:00:00Z", sha256="0", parties=4, persons=3, names=15,
)  # fmt: skip


@pytest.mark.parametrize(
    ("content_date", "age"), [("2026-11-20", 5), ("", 3), ("2026-11-22", 3), ("2062-11-20", 3)]
)
def test_age_counts_from_the_publishers_date_but_never_from_after_the_retrieval(
    content_date: str, age: int
) -> None:
    edition = msgspec.structs.replace(EDITION, content_date=content_date)

    assert age_days(edition, today=date(2026, 11, 25)) == age


def test_no_age_is_negative() -> None:
    assert age_days(EDITION, today=date(2026, 11, 19)) == 0


@pytest.mark.parametrize(
    ("today", "stale"), [(date(2026, 12, 4), False), (date(2026, 12, 5), True)]
)
def test_a_list_is_stale_after_as_many_days_as_its_source_says(today: date, *, stale: bool) -> None:
    assert status_of(EDITION, today=today).stale is stale


def test_the_fields_are_those_that_scripts_rely_on(tmp_path: Path) -> None:
    store = Store(tmp_path)
    bring(store, "un-sc", arrived(SAMPLES / "un.xml"), now=NOW)

    (found,) = msgspec.to_builtins(statuses(store, today=NOW.date()))

    assert list(found) == [
        "source", "publisher", "content_date", "age_days", "parties", "persons", "names", "sha256",
        "stale", "held", "past_review",
    ]  # fmt: skip
    assert (found["source"], found["age_days"], found["parties"], found["stale"]) == (
        "un-sc",
        5,
        4,
        False,
    )


def test_a_source_of_which_all_is_held_back_has_a_status(tmp_path: Path) -> None:
    store = Store(tmp_path)
    bring(store, "un-sc", arrived(un(tmp_path, day="2062-11-20")), now=NOW)

    (found,) = statuses(store, today=NOW.date())

    assert (found.source, found.parties, found.persons, found.names) == ("un-sc", 0, 0, 0)
    assert (found.is_in_use, found.stale, found.age_days, found.sha256) == (False, False, 0, "")
    assert "in the future" in found.held[0]


def test_entries_past_their_review_date_stand_in_the_status(tmp_path: Path) -> None:
    store = Store(tmp_path)
    bring(store, "own:unit", arrived(SAMPLES / "own.csv"), now=NOW)

    (found,) = statuses(store, today=date(2027, 4, 1))

    assert found.past_review == ("L-1", "L-2")


def test_an_empty_store_has_no_status(tmp_path: Path) -> None:
    assert statuses(Store(tmp_path / "none"), today=NOW.date()) == ()


@pytest.mark.parametrize(
    ("told", "root"),
    [
        ({"TAMIZ_HOME": "/srv/tamiz", "XDG_DATA_HOME": "/x"}, "/srv/tamiz"),
        ({"XDG_DATA_HOME": "/x"}, "/x/tamiz"),
        ({"HOME": "/home/unit"}, "/home/unit/.local/share/tamiz"),
    ],
)
def test_the_store_lies_where_the_environment_says(
    told: dict[str, str], root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TAMIZ_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)

    assert str(default_root()) == root
