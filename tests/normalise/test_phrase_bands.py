"""Texts that share most phrases meet; others do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.phrases import BANDS, FEWEST_WORDS, MOST_WORDS, phrase_bands, phrases

WORDS = [f"palabra{at}" for at in range(60)]
TEXT = " ".join(WORDS)


@pytest.mark.parametrize(
    "copy",
    [TEXT, TEXT.upper(), TEXT.replace(" ", ",\n"), f"({TEXT})", TEXT.replace("palabra30", "otra")],
    ids=["whole", "in capitals", "other signs", "in brackets", "one word changed"],
)
def test_a_copy_meets_its_original(copy: str) -> None:
    assert set(phrase_bands(TEXT)) & set(phrase_bands(copy))


@pytest.mark.parametrize(
    "other",
    ["", " ".join(WORDS[: FEWEST_WORDS - 1]), " ".join(reversed(WORDS)), "a b " * 30],
    ids=["none", "too short", "the other way", "something else"],
)
def test_another_text_does_not(other: str) -> None:
    assert not set(phrase_bands(TEXT)) & set(phrase_bands(other))


def met(shared: int, own: int) -> int:
    """Of a hundred pairs of texts with so many words in common and of their own, those that meet."""
    found = 0
    for at in range(100):
        same = [f"c{at}x{word}" for word in range(shared)]
        one, other = ([*same, *(f"{who}{at}x{word}" for word in range(own))] for who in "ab")
        found += bool(set(phrase_bands(" ".join(one))) & set(phrase_bands(" ".join(other))))
    return found


@pytest.mark.parametrize(("shared", "own", "fewest"), [(20, 20, 75), (20, 10, 95), (30, 10, 99)])
def test_texts_that_have_half_of_their_phrases_from_each_other_mostly_meet(
    shared: int, own: int, fewest: int
) -> None:
    assert met(shared, own) >= fewest


def test_texts_with_a_sentence_in_common_seldom_meet() -> None:
    assert met(8, 60) < 30


def test_copies_with_a_tenth_changed_nearly_always_meet() -> None:
    found = 0
    for at in range(100):
        words = [f"t{at}x{word}" for word in range(60)]
        changed = [*words[:20], "uno", *words[21:40], "dos", *words[41:]]
        found += bool(set(phrase_bands(" ".join(words))) & set(phrase_bands(" ".join(changed))))

    assert found >= 95


@pytest.mark.parametrize(
    ("count", "bands"), [(0, 0), (FEWEST_WORDS - 1, 0), (FEWEST_WORDS, BANDS), (60, BANDS)]
)
def test_only_a_text_of_some_length_has_bands(count: int, bands: int) -> None:
    assert len(phrase_bands(" ".join(WORDS[:count]))) == bands


def test_a_long_text_is_read_up_to_a_limit() -> None:
    words = [f"w{at}" for at in range(MOST_WORDS + 500)]

    assert len(phrases(" ".join(words))) <= MOST_WORDS
    assert phrase_bands(" ".join(words)) == phrase_bands(" ".join(words[:MOST_WORDS]))


def test_a_repeated_phrase_counts_once() -> None:
    assert len(phrases("uno dos " * 50)) == 2


def test_other_scripts_have_phrases() -> None:
    assert len(phrase_bands(" ".join(f"слово{at}" for at in range(30)))) == BANDS


@given(st.text(max_size=300))
def test_any_text_has_bands_or_none(text: str) -> None:
    assert len(phrase_bands(text)) in {0, BANDS}
