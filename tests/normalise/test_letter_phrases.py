"""The phrases of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.phrases import FEWEST_WORDS, MOST_WORDS, phrases

WORDS = [f"palabra{at}" for at in range(60)]
TEXT = " ".join(WORDS)


@pytest.mark.parametrize("copy", [TEXT.upper(), TEXT.replace(" ", ",\n"), f"({TEXT})"])
def test_case_and_signs_make_no_other_phrases(copy: str) -> None:
    assert phrases(copy).tolist() == phrases(TEXT).tolist()


@pytest.mark.parametrize(
    ("words", "count"), [(0, 0), (FEWEST_WORDS - 1, 0), (FEWEST_WORDS, FEWEST_WORDS - 1), (60, 59)]
)
def test_only_a_text_of_some_length_has_phrases(words: int, count: int) -> None:
    assert len(phrases(" ".join(WORDS[:words]))) == count


def test_a_sentence_with_a_telephone_is_no_letter() -> None:
    sentence = "It is the right thing to do. You can reach me on +1 602 555 3779."

    assert not len(phrases(sentence))


def test_a_long_text_is_read_up_to_a_limit() -> None:
    words = [f"w{at}" for at in range(MOST_WORDS + 500)]

    assert phrases(" ".join(words)).tolist() == phrases(" ".join(words[:MOST_WORDS])).tolist()


def test_a_repeated_phrase_counts_once() -> None:
    assert len(phrases("uno dos " * 50)) == 2


def test_other_scripts_have_phrases() -> None:
    assert len(phrases(" ".join(f"слово{at}" for at in range(30)))) == 29


@given(st.text(max_size=300))
def test_any_text_has_phrases_or_none(text: str) -> None:
    assert len(phrases(text)) <= MOST_WORDS
