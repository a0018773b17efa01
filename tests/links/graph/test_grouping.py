"""Names of invented peoples, sorted into groups by their words alone."""

from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.links.graph.grouping import FEWEST_BEARERS, MOST_GROUPS, fit_groups
from tamiz.links.graph.groups import FEWEST_PEOPLE, NameGroups
from tamiz.links.graph.name_words import NameWords

# Peoples with their share of a cohort: each has given and family names of its own.
PEOPLES = {"ka": 0.8, "zu": 0.16, "mo": 0.04}
GIVEN, FAMILY = 30, 40


def name(rng: Random, people: str) -> list[str]:
    return [f"{people}given{rng.randrange(GIVEN)}", f"{people}family{rng.randrange(FAMILY)}"]


@cache
def groups(count: int = 8_000) -> NameGroups:
    rng = Random(20261126)  # noqa: S311 - invented names, no secrets
    whose = rng.choices(list(PEOPLES), list(PEOPLES.values()), k=count)
    return fit_groups(NameWords(name(rng, people) for people in whose), population=count)


def together(*words: str, among: NameGroups | None = None) -> float:
    """How many bits words tell less together than one by one."""
    return (among or groups()).together(frozenset((word,)) for word in words)


@pytest.mark.parametrize(("people", "bits"), [("ka", 0.32), ("zu", 2.64), ("mo", 4.64)])
def test_words_of_one_people_tell_less_together_by_its_share(people: str, bits: float) -> None:
    found = [together(f"{people}given{at}", f"{people}family{at}") for at in range(GIVEN)]

    assert sum(found) / len(found) == pytest.approx(bits, abs=0.8)


@pytest.mark.parametrize(("one", "other"), [("ka", "zu"), ("zu", "mo")])
def test_words_of_two_peoples_lose_nothing(one: str, other: str) -> None:
    assert together(f"{one}given3", f"{other}family3") == 0.0


def test_a_word_that_few_names_have_keeps_the_company_of_all_of_them() -> None:
    rng = Random(11)  # noqa: S311 - invented names, no secrets
    names = [name(rng, "zu" if at % 8 else "mo") for at in range(8_000)]
    rare = [[f"mogiven{at}", "morare"] for at in range(6)]

    found = fit_groups(NameWords([*names, *rare]), population=8_006, most=400)

    assert together("mogiven9", "morare", among=found) == pytest.approx(3.0, abs=1.0)


def test_three_words_of_a_small_people_lose_more_than_two() -> None:
    two = together("mogiven1", "mofamily1")

    assert together("mogiven1", "mofamily1", "mofamily2") > two + 2


@pytest.mark.parametrize("words", [(), ("zugiven1",), ("zugiven1", "zugiven1"), ("x", "y", "z")])
def test_less_than_two_known_words_lose_nothing(words: tuple[str, ...]) -> None:
    assert together(*words) == 0.0


@pytest.mark.parametrize("tries", [2, 3, 10])
def test_tries_of_one_man_make_no_people(tries: int) -> None:
    rng = Random(7)  # noqa: S311 - invented names, no secrets
    others = [name(rng, "ka") for _ in range(FEWEST_PEOPLE)]
    alone = ["rosendu", "kinunis", "batris"]

    found = fit_groups(NameWords([*others, *[alone] * tries]), population=FEWEST_PEOPLE)

    assert together(*alone, among=found) == 0.0


@given(st.lists(st.sampled_from(["kagiven1", "zufamily2", "mogiven3", "mofamily4", "?"])))
def test_nothing_is_ever_added(words: list[str]) -> None:
    assert together(*words) >= 0.0


def test_the_same_names_give_the_same_groups() -> None:
    again = groups.__wrapped__()

    pairs = zip(again.sortings, groups().sortings, strict=True)
    assert all((one.leaning == other.leaning).all() for one, other in pairs)


def test_no_more_groups_than_are_asked_for() -> None:
    assert {len(one.share) <= MOST_GROUPS for one in groups().sortings} == {True}


@pytest.mark.parametrize(
    "names", [[], [[]], [["a"]], [["a", "b"]] * (FEWEST_BEARERS - 1), [["a"]] * 9]
)
def test_names_that_show_nothing_make_no_groups(names: list[list[str]]) -> None:
    assert fit_groups(NameWords(names), population=len(names)).known == {}


def test_a_small_cohort_takes_nothing_away() -> None:
    few = groups(FEWEST_PEOPLE - 1)

    assert (together("mogiven1", "mofamily1", among=few), few.surprise(("mogiven1",))) == (
        0.0,
        None,
    )
