"""Who in a cohort bears a word that is nearly another."""

from collections import Counter
from pathlib import Path

import pytest

from tamiz.links.graph.near_words import NearWords, write_near_words
from tamiz.matching.levels import Level

COUNTS = Counter({"karovskiy": 3, "marovskiy": 4, "borowskij": 2, "lone": 1, "rodriguez": 50})


@pytest.fixture
def words(tmp_path: Path) -> NearWords:
    write_near_words(COUNTS, 60, tmp_path / "near")
    return NearWords(tmp_path / "near")


@pytest.mark.parametrize(
    ("word", "level", "people"),
    [
        ("zarovskiy", Level.ONE_EDIT, 7),
        ("zarovski", Level.TWO_EDITS, 7),
        ("zarovski", Level.ONE_EDIT, 0),
        ("marovskiy", Level.ONE_EDIT, 7),
        ("lone", Level.ONE_EDIT, 0),
        ("rodrigez", Level.BONES, 50),
        ("rotrigez", Level.OUTLINE, 50),
    ],
)
def test_people_are_counted_by_how_near_their_words_are(
    words: NearWords, word: str, level: Level, people: int
) -> None:
    near = words.near(word, level)

    assert near is not None
    assert near.people == people


@pytest.mark.parametrize("level", [Level.EXACT, Level.SOUND, Level.FORM, Level.INITIAL])
def test_what_is_the_same_word_is_no_likeness(words: NearWords, level: Level) -> None:
    assert words.near("karovskiy", level) is None


def test_near_words_are_given_as_they_sound(words: NearWords) -> None:
    near = words.near("zarovskiy", Level.ONE_EDIT)

    assert near is not None
    assert len(near.heard) == 2


def test_a_cohort_without_words_knows_none(tmp_path: Path) -> None:
    write_near_words(Counter(), 0, tmp_path / "near")

    assert NearWords(tmp_path / "near").near("karovskiy", Level.TWO_EDITS) == (0, frozenset())
