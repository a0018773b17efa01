"""That lists have many names of some kind is found out by words alone, and only ever takes away."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from links.graph.test_grouping import PEOPLES, name
from tamiz.links.graph.grouping import fit_groups
from tamiz.links.graph.groups import FEWEST_PEOPLE, NameGroups
from tamiz.links.graph.listed_names import MOST, ListedKinds, ListedNames, read_kinds
from tamiz.links.graph.name_words import NameWords
from tamiz.model import Name, PartyType, SourceRecord
from tamiz.normalise.keys import sound


@cache
def groups(count: int = 8_000) -> NameGroups:
    """A cohort's names as they sound: a 25th of them are of the smallest people."""
    rng = Random(20261126)  # noqa: S311 - invented names, no secrets
    whose = rng.choices(list(PEOPLES), list(PEOPLES.values()), k=count)
    names = ([sound(word) for word in name(rng, people)] for people in whose)
    return fit_groups(NameWords(names), population=count)


def record(at: int, text: str, kind: PartyType = PartyType.PERSON) -> SourceRecord:
    return SourceRecord(source="s", id=str(at), type=kind, names=(Name(text=text),))


def kinds(folder: Path, texts: Iterable[str], kind: PartyType = PartyType.PERSON) -> ListedKinds:
    watcher = ListedNames()
    for _ in watcher.watch(record(at, text, kind) for at, text in enumerate(texts)):
        pass
    watcher.write(groups(), folder / "kinds")
    return read_kinds(folder / "kinds")


def texts(peoples: Sequence[str]) -> list[str]:
    rng = Random(5)  # noqa: S311 - invented names, no secrets
    return [" ".join(name(rng, people)) for people in peoples]


def commoner(found: ListedKinds, people: str, *, count: int = 8_000) -> float:
    words = (f"{people}given1", f"{people}family1")
    return found.commoner([frozenset((sound(word),)) for word in words], groups(count))


def test_a_kind_that_is_commoner_on_the_lists_is_so_by_its_share(tmp_path: Path) -> None:
    found = kinds(tmp_path, texts(["mo", "ka"] * 1_000))  # half of the list, a 25th of the cohort

    assert commoner(found, "mo") == pytest.approx(3.6, abs=0.5)


@pytest.mark.parametrize("people", ["ka", "zu"])
def test_a_kind_that_is_rarer_on_the_lists_makes_nobody_likelier(
    tmp_path: Path, people: str
) -> None:
    assert commoner(kinds(tmp_path, texts(["mo"] * 1_000)), people) == 0.0


def test_a_list_of_a_few_tells_nothing(tmp_path: Path) -> None:
    assert commoner(kinds(tmp_path, texts(["mo", "mo"])), "mo") < 1


def test_firms_are_not_counted(tmp_path: Path) -> None:
    found = kinds(tmp_path, texts(["mo"] * 1_000), PartyType.ORGANISATION)

    assert commoner(found, "mo") == pytest.approx(0.0, abs=0.1)


def test_in_a_small_cohort_nothing_is_taken_away(tmp_path: Path) -> None:
    found = kinds(tmp_path, texts(["mo"] * 1_000))

    assert commoner(found, "mo", count=FEWEST_PEOPLE - 1) == 0.0


def test_of_a_long_list_some_in_equal_steps_tell_the_same(tmp_path: Path) -> None:
    short, long = (
        commoner(kinds(tmp_path, texts(["mo", "ka"]) * count), "mo") for count in (2_000, MOST)
    )

    assert long == pytest.approx(short, abs=0.3)


def test_without_lists_nothing_is_known(tmp_path: Path) -> None:
    assert commoner(kinds(tmp_path, ()), "mo") == pytest.approx(0.0, abs=0.1)


@given(st.lists(st.sampled_from([f"{one}given{at}" for one in PEOPLES for at in range(5)])))
def test_it_never_makes_anybody_likelier(words: list[str]) -> None:
    shares = tuple(sorting.share.astype(float)[::-1] for sorting in groups().sortings)

    heard = [frozenset((sound(one),)) for one in words]

    assert ListedKinds(shares).commoner(heard, groups()) >= 0.0
