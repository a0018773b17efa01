"""Counts are kept until their time is over, as JSON, whatever process asks."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from tamiz.web import clock, counts
from tamiz.web.models import Counted

pytestmark = pytest.mark.django_db


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let time pass."""
    moment = clock.now() + timedelta(seconds=seconds)
    monkeypatch.setattr(counts, "now", lambda: moment)


def test_what_was_set_is_there() -> None:
    cache.set("a", [1.5, 2.5], 60)

    assert cache.get("a") == [1.5, 2.5]


def test_what_was_never_set_is_not() -> None:
    assert (cache.get("a"), cache.get("a", 7)) == (None, 7)


def test_what_is_over_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.set("a", 1, 60)
    later(monkeypatch, 61)

    assert cache.get("a") is None


def test_only_the_first_adds() -> None:
    assert [cache.add("a", 1, 60), cache.add("a", 2, 60), cache.get("a")] == [True, False, 1]


def test_after_its_time_it_can_be_added_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.add("a", 1, 60)
    later(monkeypatch, 61)

    assert cache.add("a", 2, 60)


def test_it_can_be_forgotten() -> None:
    cache.set("a", 1)

    assert [cache.delete("a"), cache.delete("a"), cache.get("a")] == [True, False, None]


def test_what_is_over_does_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.set("a", 1, 60)
    later(monkeypatch, 61)

    cache.set("b", 1, 60)

    assert Counted.objects.count() == 1


def test_a_name_that_was_typed_stands_nowhere() -> None:
    cache.set("login:olena", 1)

    assert "olena" not in str(list(Counted.objects.values()))


def test_it_can_be_kept_for_ever_and_for_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.set("a", 1, None)
    cache.set("b", 1, 60)
    cache.touch("b", 600)
    later(monkeypatch, 300)

    assert (cache.get("a"), cache.get("b")) == (1, 1)


def test_everything_can_be_forgotten() -> None:
    cache.set("a", 1)

    cache.clear()

    assert not Counted.objects.exists()
