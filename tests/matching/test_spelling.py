"""Misspelt words find each other: all of them, and no others."""

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tamiz.matching.deletions import SOUND_EDITS, deletion_table, edits_allowed
from tamiz.matching.spelling import Misspelt, Spellings
from tamiz.matching.texts import Texts

WORDS = st.text(alphabet="abcde", min_size=1, max_size=11)


@given(st.lists(WORDS, max_size=30, unique=True), st.lists(WORDS, max_size=4))
@example(["petrenko"], ["prtenko"])
@example(["aaaaaaab"], ["baaaaaa"])
def test_the_same_words_are_found_as_by_comparing_with_every_one(
    words: list[str], given_words: list[str]
) -> None:
    most = [edits_allowed(len(word)) for word in given_words]
    found = spellings(words, []).near(given_words, [])

    assert pairs(found) == expected(given_words, words, most)


@given(st.lists(WORDS, max_size=30, unique=True), st.lists(WORDS, max_size=4))
def test_the_same_sounds_are_found_and_no_word_with_the_letters_of_a_sound(
    sounds: list[str], given_sounds: list[str]
) -> None:
    most = [min(edits_allowed(len(sound) - 1), SOUND_EDITS) for sound in given_sounds]
    found = spellings(given_sounds, sounds).near([], given_sounds)

    shifted = {(at, other + len(given_sounds), edits)
               for at, other, edits in expected(given_sounds, sounds, most)}  # fmt: skip
    assert pairs(found) == shifted


def spellings(words: list[str], sounds: list[str]) -> Spellings:
    """These words and sounds, to be searched."""
    return Spellings(Texts.of(words), Texts.of(sounds), *deletion_table(words, sounds))


def pairs(found: Misspelt) -> set[tuple[int, ...]]:
    """Given, found, and the edits between them."""
    return set(zip(*(column.tolist() for column in found), strict=True))


def expected(given_words: list[str], words: list[str], most: list[int]) -> set[tuple[int, ...]]:
    """The same by comparing every word with every other."""
    return {
        (one, at, edits)
        for one, word in enumerate(given_words)
        for at, other in enumerate(words)
        if 0 < (edits := OSA.distance(word, other)) <= most[one]
    }
