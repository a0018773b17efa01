"""The red team's range: the same for a seed, read without rejects, labelled with the truth."""

import csv
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.benched import (
    redteam_fairness,
    redteam_judged,
    redteam_programme,
    redteam_scene,
    redteam_tactics,
    redteam_world,
)
from tamiz.intake.dossiers import Reject, open_cohort
from tamiz.model import Assessment, Evidence, Finding, Outcome, Queue

Label = redteam_programme.Label
Range = redteam_programme.Range
Cause = redteam_world.Cause
README = Path(__file__).parents[2] / "bench" / "redteam" / "README.md"
NOTHING: Any = None  # where only the dice matter
SEED, APPLICANTS, INFILTRATORS = 7, 2_000, 60


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Range:
    return _write(tmp_path_factory.mktemp("range"), SEED)


@pytest.fixture(scope="module")
def labels(written: Range) -> list[Label]:
    return redteam_programme.read_labels(written.labels)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Range:
    """A range with so many infiltrators that every way of every tactic is used."""
    return _write(tmp_path_factory.mktemp("many"), SEED, infiltrators=400)


@pytest.fixture(scope="module")
def many_ways(many: Range) -> set[str]:
    """Every way that was used, after its tactic."""
    told = redteam_programme.read_labels(many.labels)
    return {f"{one.tactic}: {one.note}" for one in told if one.file == "cohort" and not one.honest}


def _write(folder: Path, seed: int, infiltrators: int = INFILTRATORS) -> Range:
    return redteam_programme.write_range(
        folder, seed=seed, applicants=APPLICANTS, infiltrators=infiltrators
    )


def _scene(seed: int) -> Any:
    """A scene with nothing but its dice."""
    world = redteam_world.World(Random(seed))  # noqa: S311 - dice of a game, no secret
    return redteam_scene.Scene(world=world, now=NOTHING, before=NOTHING, listed=NOTHING)


def _drafts(count: int) -> list[Any]:
    return [redteam_world.Draft(key="", person=NOTHING, row={}) for _ in range(count)]


def _plants_one(scene: object) -> list[Any]:  # noqa: ARG001 - as ways are called
    return _drafts(1)


def _plants_two(scene: object) -> list[Any]:  # noqa: ARG001 - as ways are called
    return _drafts(2)


def _plants_three(scene: object) -> list[Any]:  # noqa: ARG001 - as ways are called
    return _drafts(3)


def _files(found: Range) -> list[bytes]:
    paths = (found.cohort, found.earlier, found.watchlist, found.second_watchlist, found.labels)
    return [path.read_bytes() for path in paths]


def _rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}  # noqa: TID251 - our own bytes


def _listed(path: Path) -> set[str]:
    return {json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()}


def test_a_seed_always_gives_the_same_bytes(written: Range, tmp_path: Path) -> None:
    assert _files(_write(tmp_path, SEED)) == _files(written)


def test_another_seed_gives_another_range(written: Range, tmp_path: Path) -> None:
    other = _files(_write(tmp_path, SEED + 1))

    assert not set(other) & set(_files(written))


@pytest.mark.parametrize("file", ["cohort", "earlier"])
def test_every_row_is_read_and_every_column_known(written: Range, file: str) -> None:
    path: Path = getattr(written, file)
    cohort = open_cohort(path)
    found = list(cohort)

    assert len(found) == len(_rows(path)) > 0
    assert not [one for one in found if isinstance(one, Reject)]
    assert cohort.warnings == ()


def test_every_application_has_one_label(written: Range, labels: list[Label]) -> None:
    assert Counter(one.id for one in labels) == Counter(
        [*_rows(written.cohort), *_rows(written.earlier)]
    )


def test_as_many_infiltrators_as_asked_for_by_every_tactic(labels: list[Label]) -> None:
    planted = Counter(one.tactic for one in labels if one.file == "cohort" and not one.honest)

    assert planted.total() == INFILTRATORS
    assert set(planted) == set(redteam_tactics.TACTICS)
    assert len(planted) >= 12


def test_every_infiltrator_has_a_cause_and_its_other_side_exists(
    written: Range, labels: list[Label]
) -> None:
    known = {one.id for one in labels} | _listed(written.second_watchlist)

    for one in labels:
        if one.file == "cohort" and not one.honest:
            assert one.causes
            assert {cause.other for cause in one.causes if cause.other} <= known, one.tactic


def test_every_way_of_every_tactic_is_described(many_ways: set[str]) -> None:
    readme = README.read_text(encoding="utf-8")
    ways = {one.partition(": ")[2] for one in many_ways}

    assert len(ways) > 60
    assert not [way for way in ways - {""} if f"`{way}`" not in readme]


@given(st.integers(1, 40), st.integers(0, 1_000))
def test_a_way_comes_once_before_any_comes_again(count: int, seed: int) -> None:
    ways = {name: redteam_scene.Way(_plants_one) for name in "abcde"}

    played = Counter(one.note for one in redteam_scene.played(_scene(seed), count, ways))

    assert played.total() == count
    assert max(played.values()) - min(played[name] for name in ways) <= 1


@given(st.integers(1, 20), st.integers(0, 1_000))
def test_a_group_is_never_cut(count: int, seed: int) -> None:
    ways = {"pair": redteam_scene.Way(_plants_two, 2), "three": redteam_scene.Way(_plants_three, 3)}

    played = Counter(one.note for one in redteam_scene.played(_scene(seed), count, ways))

    assert played["pair"] % 2 == played["three"] % 3 == 0
    assert count <= played.total() <= count + 1


@pytest.mark.parametrize(
    ("way", "field"),
    [
        ("passport of an alumnus", "doc_number"),
        ("personal number", "personal_number"),
        ("phone", "phone"),
        ("handle", "handle"),
        ("mail", "email"),
        ("payer of a refused man", "payment_reference"),
        ("ring", "payment_reference"),
        ("listed_booking", "travel_reference"),
    ],
)
def test_what_is_shared_stands_on_both_sides(many: Range, way: str, field: str) -> None:
    rows = _rows(many.cohort) | _rows(many.earlier)
    pairs = [
        (rows[one.id][field], rows[cause.other][field])
        for one in redteam_programme.read_labels(many.labels)
        for cause in one.causes
        if (one.note or one.tactic) == way and cause.field == field and cause.other in rows
    ]

    assert pairs
    for mine, other in pairs:
        assert _core(mine) == _core(other) != ""


def _core(text: str) -> str:
    """What is the same however it is written: digits of a phone, letters and digits else."""
    if text.startswith(("+", "00")):
        return "".join(char for char in text if char.isdigit()).removeprefix("00")
    return redteam_judged.plain(text.removeprefix("t.me/"))


def test_only_the_second_edition_lists_the_sleepers(written: Range, labels: list[Label]) -> None:
    sleepers = {cause.other for one in labels if one.tactic == "sleeper" for cause in one.causes}

    assert sleepers <= _listed(written.second_watchlist)
    assert not sleepers & _listed(written.watchlist)
    assert _listed(written.watchlist) < _listed(written.second_watchlist)


def test_who_applies_again_is_honest_and_of_the_same_state(labels: list[Label]) -> None:
    by_id = {one.id: one for one in labels}
    again = [one for one in labels if one.same_as]

    assert again
    for one in again:
        assert one.honest
        assert {by_id[key].nationality for key in one.same_as} == {one.nationality}


def test_papers_are_in_order_of_days(written: Range) -> None:
    for row in _rows(written.cohort).values():
        if row["doc_issued"] and row["doc_expires"]:
            assert row["doc_issued"] < row["applied_on"] < row["doc_expires"], row["id"]


def _case(outcome: Outcome, *, other: str = "", **told: str) -> Assessment:
    evidence = Evidence(feature="x", code="x", bits=None, applicant=told.get("applicant", ""))
    finding = Finding(
        check="x", version="1", question="x", outcome=outcome, probability=None, bits=None,
        listed=None, evidence=(evidence,), basis="", other=other,
    )  # fmt: skip
    return Assessment(id="A1", queue=Queue.REVIEW, rule="x", findings=(finding,))


@pytest.mark.parametrize(
    ("cause", "case", "named"),
    [
        (Cause("phone", "+57 310 1", "E1"), _case(Outcome.CONCERN, other="E1"), True),
        (Cause("phone", "+57 310 1", "E1"), _case(Outcome.CONCERN, other="E11"), False),
        (Cause("phone", "+57 310 1", "E1"), _case(Outcome.CLEAR, other="E1"), False),
        (Cause("phone", "+57 310 1", "E1"), _case(Outcome.CONCERN, applicant="573101"), True),
        (Cause("phone", "+57 310 1", "E1"), _case(Outcome.CONCERN, applicant="573102"), False),
        (Cause("name", "Ana Gómez", "E1"), _case(Outcome.CONCERN, applicant="Ana Gomez"), False),
        (
            Cause("service", "47 brigade"),
            _case(Outcome.INDETERMINATE, applicant="47 Brigade"),
            True,
        ),
    ],
)
def test_a_cause_is_named_by_its_other_side_or_its_value(
    cause: Cause, case: Assessment, *, named: bool
) -> None:
    assert redteam_judged.is_named(cause, case) is named


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_in_its_interval(hits: int, of: int) -> None:
    share = min(hits, of) / of
    low, high = redteam_fairness.wilson(min(hits, of), of)

    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1 + 1e-9
