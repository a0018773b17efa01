"""How surprising it is that two people bear one name, and how groups are kept."""

from pathlib import Path

import pytest

from links.graph.test_grouping import groups
from tamiz.links.graph.groups import NameGroups, read_groups, write_groups


def test_a_common_name_surprises_nobody() -> None:
    assert groups().surprise(("kagiven1", "kafamily1")) == 0.0


def test_a_rarer_name_surprises_more() -> None:
    known, unknown = ("kagiven1", "kafamily1", "kafamily2"), ("a", "b", "c")

    assert (groups().surprise(known) or 0.0) < (groups().surprise(unknown) or 0.0)


def test_more_people_make_it_less_surprising() -> None:
    told = groups()
    many = NameGroups(
        people=told.people, population=told.population * 16, known=told.known,
        bearers=told.bearers, sortings=told.sortings,
    )  # fmt: skip

    fewer = (told.surprise(("a", "b", "c")) or 0.0) - 4
    assert many.surprise(("a", "b", "c")) == pytest.approx(fewer)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_groups(groups(), tmp_path / "groups")

    read = read_groups(tmp_path / "groups")

    assert read.together(("mogiven1", "mofamily1")) == groups().together(("mogiven1", "mofamily1"))
    assert read.surprise(("mogiven1", "a")) == groups().surprise(("mogiven1", "a"))
