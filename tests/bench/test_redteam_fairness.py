"""What honest people pay is weighed by group, over several seeds, with due reviews and without."""

from collections import Counter
from random import Random
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.benched import (
    redteam_fairness,
    redteam_folk,
    redteam_printed,
    redteam_programme,
    redteam_screening,
    redteam_spread,
    redteam_world,
)
from tamiz.model import Queue

SHARES = st.dictionaries(st.sampled_from(["co", "ru", "ua", "th"]), st.integers(1, 90), min_size=1)


def _dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - dice of a game, no secret


def _pool(like: dict[str, int]) -> list[Any]:
    """As many drafts of each nationality as it says; of a person nothing else is asked."""
    states = [code for code, count in like.items() for _ in range(count)]
    people: list[Any] = [SimpleNamespace(country=SimpleNamespace(code=code)) for code in states]
    return [redteam_world.Draft(key=f"K{at}", person=one, row={}) for at, one in enumerate(people)]


@given(SHARES, st.integers(0, 60), st.integers(0, 99))
def test_a_quota_is_within_one_of_its_share(like: dict[str, int], count: int, seed: int) -> None:
    found = redteam_spread.quotas(_dice(seed), count, Counter(like))

    assert sum(found.values()) == count
    for code, people in like.items():
        assert abs(found[code] - count * people / sum(like.values())) < 1


@given(SHARES, SHARES, st.integers(0, 60), st.integers(0, 99))
def test_as_many_are_drawn_as_asked_for_and_nobody_twice(
    has: dict[str, int], like: dict[str, int], count: int, seed: int
) -> None:
    drawn = redteam_spread.spread(_dice(seed), _pool(has), count, Counter(like))

    assert len({one.key for one in drawn}) == len(drawn) == min(count, sum(has.values()))


def test_of_a_pool_each_nationality_has_its_share_whatever_the_dice() -> None:
    like = Counter({"co": 600, "ru": 300, "th": 100})

    for seed in range(20):
        drawn = redteam_spread.spread(_dice(seed), _pool({"co": 90, "ru": 90, "th": 90}), 20, like)
        states = redteam_spread.nationalities(drawn)
        assert {code: abs(states[code] - like[code] / 50) < 1 for code in like} == dict.fromkeys(
            like, True
        )


def test_no_nationality_is_of_a_few_applicants_only() -> None:
    weights = [redteam_folk.weight_of(one) for one in redteam_folk.all_countries()]

    assert min(weights) / sum(weights) > 0.011


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    folder = tmp_path_factory.mktemp("range")
    written = redteam_programme.write_range(folder, seed=3, applicants=2_000)
    return [one for one in redteam_programme.read_labels(written.labels) if one.file == "cohort"]


@pytest.mark.parametrize(
    "due", ["refused_before", "brother_of_refused", "namesake_of_listed", "mistyped_date"]
)
def test_due_reviews_are_planted_and_labelled(labels: list[Any], due: str) -> None:
    assert any(one.due == due and one.honest for one in labels)


def test_namesakes_are_of_all_nationalities_in_proportion(labels: list[Any]) -> None:
    people = Counter(one.nationality for one in labels if one.honest)
    named = Counter(one.nationality for one in labels if one.due == "namesake_of_listed")

    for code, count in people.items():
        # Colombians, of whom most controls are, are fewer among those whose namesakes are listed.
        assert abs(named[code] - named.total() * count / people.total()) < 3, code


def _label(key: str, state: str = "co", due: str = "") -> Any:
    return redteam_programme.Label(
        id=key, file="cohort", honest=True, nationality=state, origin=state, due=due
    )


def _run(*held: str) -> Any:
    return redteam_screening.Run(
        queues=dict.fromkeys(held, Queue.REVIEW), cases={}, ranks={}, named={}, seconds=0.0,
        rejects=0, used_earlier=True,
    )  # fmt: skip


def test_whose_review_is_due_is_left_out_of_the_second_rate() -> None:
    people = [_label("A"), _label("B"), _label("C", due="refused_before")]

    honest = redteam_fairness.weigh(people, _run("A", "C"))

    assert (honest.all.overall.reviews, honest.all.overall.people) == (2, 3)
    assert (honest.undue.overall.reviews, honest.undue.overall.people) == (1, 2)


def test_pooled_rates_are_of_the_sums() -> None:
    people = [_label("A"), _label("B"), _label("C", "ru")]
    seeds = [redteam_fairness.weigh(people, run).all for run in (_run("A"), _run("C"))]

    both = redteam_fairness.pooled(seeds)

    assert (both.overall.reviews, both.overall.people) == (2, 6)
    assert {one.name: (one.reviews, one.people, one.ratio) for one in both.nationalities} == {
        "co": (1, 4, 0.75),
        "ru": (1, 2, 1.5),
    }


def _result(seed: int, *held: str) -> Any:
    people = [_label("A"), _label("B", "ru"), _label("C", "ru", due="refused_before")]
    return redteam_printed.Result(
        seed=seed, applicants=3, rejects=0, used_earlier=True, seconds=0.0, seconds_to_invent=0.0,
        reviews=len(held), verdicts=[], honest=redteam_fairness.weigh(people, _run(*held)),
    )  # fmt: skip


def test_the_pooled_table_tells_both_rates_of_a_group_beside_each_other() -> None:
    lines = [*redteam_printed.pooled_lines([_result(1, "C"), _result(2, "B", "C")])]

    assert lines[0] == "pooled over the seeds 1 2"
    russians = next(line for line in lines if line.startswith("  ru "))
    assert "3 of 4: 750.0" in russians
    assert "without due 1 of 2: 500.0" in russians


def test_a_group_whose_interval_lies_above_twice_the_rate_of_all_is_named() -> None:
    people = [_label(f"A{at}") for at in range(900)] + [_label(f"B{at}", "ru") for at in range(300)]
    honest = redteam_fairness.weigh(people, _run(*(f"B{at}" for at in range(60))))
    result = msgspec.structs.replace(_result(1), honest=honest)

    lines = [*redteam_printed.pooled_lines([result])]

    assert "  above twice the rate of all: ru 4.00; with the whole interval: ru" in lines
