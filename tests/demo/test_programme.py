"""The invented programme: same seed, same bytes; many countries; marked as invented."""

import csv
import json
from pathlib import Path

import pytest

from tamiz.demo.programme import TABLE, Programme, write_programme
from tamiz.demo.story import read_story


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return write_programme(tmp_path_factory.mktemp("programme"))


@pytest.fixture(scope="module")
def rows(programme: Programme) -> list[dict[str, str]]:
    with programme.applicants.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = _cells(file.read())
    return [dict(zip(header, line, strict=True)) for line in lines if len(line) == len(header)]


def _cells(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines()))  # noqa: TID251 - our own bytes, in a test


def _entities(programme: Programme) -> list[dict[str, object]]:
    return [json.loads(line) for line in programme.watchlist.read_text("utf-8").splitlines()]


def test_the_same_seed_gives_the_same_bytes(programme: Programme, tmp_path: Path) -> None:
    again = write_programme(tmp_path)

    assert again.applicants.read_bytes() == programme.applicants.read_bytes()
    assert again.watchlist.read_bytes() == programme.watchlist.read_bytes()
    assert again.planted == programme.planted


def test_another_seed_gives_other_people(programme: Programme, tmp_path: Path) -> None:
    other = write_programme(tmp_path, seed=1, honest=50)

    assert other.planted.keys() == programme.planted.keys()
    assert other.planted != programme.planted


def test_there_are_two_thousand_applicants_of_forty_countries(rows: list[dict[str, str]]) -> None:
    assert 1_990 <= len({row["id"] for row in rows}) <= 2_010
    assert len({row["birth_country"] for row in rows}) > 40


def test_three_thousand_parties_are_listed_under_invented_programmes(programme: Programme) -> None:
    entities = _entities(programme)
    parties = [e for e in entities if e["schema"] in {"Person", "Company", "Organization"}]
    programmes = {
        value
        for entity in entities
        if entity["schema"] == "Sanction"
        for value in entity["properties"]["program"]  # type: ignore[index] # plain JSON
    }

    assert len(parties) == 3_000
    assert all(str(party["id"]).startswith("DEMO-") for party in parties)
    assert programmes
    assert all(name.startswith("INVENTED-") for name in programmes)


def test_nothing_in_a_row_gives_the_planted_away(
    programme: Programme, rows: list[dict[str, str]]
) -> None:
    by_id = {row["id"]: row for row in rows}

    assert programme.planted.keys() == {one.key for one in read_story().applicant}
    for number in programme.planted.values():
        assert set(by_id[number]) == set(TABLE)
        assert number[1:].isdigit()


def test_honest_people_declare_skills_as_well(
    programme: Programme, rows: list[dict[str, str]]
) -> None:
    planted = set(programme.planted.values())
    told = {row["skill"] for row in rows if row["id"] not in planted}

    assert {"beginner", "principiante", "none", ""} <= told


def test_honest_people_ask_for_every_course_as_well(rows: list[dict[str, str]]) -> None:
    assert sum(row["course"] == "drone operator (FPV)" for row in rows) > 200
