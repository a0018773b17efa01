"""How surprising it is that two people bear one name, and how groups are kept."""

from pathlib import Path

import pytest

from links.graph.test_grouping import groups, together
from tamiz.links.graph.groups import FEWEST_PEOPLE, NameGroups, one_form, read_groups, write_groups
from tamiz.normalise.keys import sound


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

    two = "mogiven1", "mofamily1"
    assert together(*two, among=read) == together(*two)
    assert read.surprise(("mogiven1", "a")) == groups().surprise(("mogiven1", "a"))


def test_a_word_that_may_be_one_of_a_people_tells_less_beside_another_of_it() -> None:
    one_of = frozenset({"mofamily1", "mofamily2"})

    assert groups().together((frozenset({"mogiven1"}), one_of)) > 2


def test_a_word_that_may_be_one_of_several_peoples_tells_more() -> None:
    given = frozenset({"mogiven1"})
    mixed = frozenset({"mofamily1", "kafamily1"})

    assert groups().together((given, mixed)) < groups().together((given, frozenset({"mofamily1"})))


def heard(*words: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset((word,)) for word in words)


def test_words_of_two_peoples_meet_more_seldom_than_by_chance() -> None:
    assert groups().counted_together(heard("zugiven3", "mofamily3")) < -1


def test_how_many_words_are_common_is_counted() -> None:
    assert groups().common(heard("kagiven1", "kafamily1", "nobody")) == 2


def test_in_a_small_cohort_no_word_is_common() -> None:
    assert groups(FEWEST_PEOPLE - 1).common(heard("kagiven1", "kafamily1")) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kozlov", "Kozlova"), ("Lebedev", "Lebedeva"), ("Pushkin", "Pushkina"),
     ("Kovalskyi", "Kovalska"), ("Danouski", "Danouskaya")],
)  # fmt: skip
def test_a_man_and_a_woman_of_one_family_are_of_one_people(one: str, other: str) -> None:
    assert one_form(sound(one.lower())) == one_form(sound(other.lower()))


@pytest.mark.parametrize("word", ["nova", "lima", "diva", "sina"])
def test_a_short_word_keeps_its_form(word: str) -> None:
    assert one_form(sound(word)) == sound(word)


@pytest.mark.parametrize(
    "words",
    [
        ("mogiven1", "mofamily1"),
        ("mogiven1", "kafamily1"),
        ("mogiven1", "mofamily1", "mofamily2"),
        ("mogiven1", "unknown"),
        (),
    ],
)
def test_words_for_which_none_would_do_tell_the_same_at_once(words: tuple[str, ...]) -> None:
    assert groups().words_together(words) == pytest.approx(groups().together(heard(*words)))
