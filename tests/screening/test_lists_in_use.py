"""Which lists a run uses; what is missing or stale is never passed over in silence."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tamiz.errors import ListError, UsageError
from tamiz.lists.store import Store
from tamiz.screening.lists_in_use import lists_in_use
from tamiz.screening.policy import ListPolicy, Policy, When
from worlds import LIST, TODAY, store_with

PLAIN = Policy(version="1")


def test_every_list_of_the_store_is_used_by_default(tmp_path: Path) -> None:
    store_with(tmp_path, key="ftm:one")
    store = store_with(tmp_path, LIST[:1], key="ftm:two")

    found = lists_in_use(store, PLAIN, today=TODAY)

    assert [edition.source for edition in found.editions] == ["ftm:one", "ftm:two"]
    assert found.index.exists()


@pytest.mark.parametrize("by_policy", [True, False])
def test_policy_and_caller_may_choose_lists(tmp_path: Path, by_policy: bool) -> None:
    store_with(tmp_path, key="ftm:one")
    store = store_with(tmp_path, LIST[:1], key="ftm:two")
    policy = Policy(version="1", lists=ListPolicy(use=("ftm:two",))) if by_policy else PLAIN

    found = lists_in_use(store, policy, sources=() if by_policy else ("ftm:two",), today=TODAY)

    assert [edition.source for edition in found.editions] == ["ftm:two"]


def test_an_empty_store_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:

    with pytest.raises(UsageError, match="tamiz lists update"):
        lists_in_use(Store(tmp_path), PLAIN, today=TODAY)


def test_an_unknown_key_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'us-ofac'"):
        lists_in_use(store_with(tmp_path), PLAIN, sources=("us-ofac",), today=TODAY)


@pytest.mark.parametrize("asked", ["required", "sources"])
def test_a_list_that_is_asked_for_and_not_there_is_missing(tmp_path: Path, asked: str) -> None:
    store = store_with(tmp_path)
    required = ("un-sc",) if asked == "required" else ()
    sources = ("ftm:test", "un-sc") if asked == "sources" else ()
    policy = Policy(version="1", lists=ListPolicy(required=required))

    assert lists_in_use(store, policy, sources=sources, today=TODAY).missing == ("un-sc",)


def test_a_policy_may_refuse_to_screen_without_a_list(tmp_path: Path) -> None:
    lists = ListPolicy(required=("un-sc",), when_missing=When.REFUSE)

    with pytest.raises(ListError, match="missing: un-sc"):
        lists_in_use(store_with(tmp_path), Policy(version="1", lists=lists), today=TODAY)


@pytest.mark.parametrize(
    ("days", "most", "stale"), [(0, {}, False), (400, {}, True), (3, {"ftm:test": 2}, True)]
)
def test_age_is_counted_from_the_publishers_date(
    tmp_path: Path, days: int, most: dict[str, int], stale: bool
) -> None:
    policy = Policy(version="1", lists=ListPolicy(max_age_days=most))
    today = date(2026, 8, 20) + timedelta(days=days)

    found = lists_in_use(store_with(tmp_path), policy, today=today)

    assert found.stale == (("ftm:test",) if stale else ())


def test_a_policy_may_refuse_stale_lists(tmp_path: Path) -> None:
    policy = Policy(version="1", lists=ListPolicy(when_stale=When.REFUSE))

    with pytest.raises(ListError, match="ftm:test"):
        lists_in_use(store_with(tmp_path), policy, today=TODAY + timedelta(days=400))
