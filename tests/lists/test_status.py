"""What the store holds, and how old it is."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from lists.forms import NOW, SAMPLES, arrived
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
        "stale", "held",
    ]  # fmt: skip
    assert (found["source"], found["age_days"], found["parties"], found["stale"]) == (
        "un-sc",
        5,
        4,
        False,
    )


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
