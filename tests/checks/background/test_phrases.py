"""Phrases in texts of three languages, and what denies them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.checks.background.phrases import LONGEST, Phrases
from tamiz.checks.background.words import hits_in, told_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("flies like an expert", True),
        ("he is not an expert", False),
        ("no es un experto", False),
        ("vuela como un profesional", True),
        ("nunca ha sido ningún experto", False),
        ("справжній експерт", True),
        ("він не експерт", False),
        ("has become an expert by now", False),
        ("wants to be an expert", False),
        ("No, an EXPERT!", True),  # the denial is of another clause
        ("not bad at all, in my view really quite the expert", True),  # too far away
        ("expertise centre", False),
    ],
)
def test_a_phrase_counts_unless_it_is_denied(text: str, found: bool) -> None:
    assert bool(told_in(text, "expert")) is found


def test_a_beginning_stands_for_all_words_that_begin_so() -> None:
    phrases = Phrases({"x": ("механізован* бригад*", "дрон*")})

    assert [hit.text for hit in phrases.find("47 механізована бригада, дрони")] == [
        "механізована бригада", "дрони",
    ]  # fmt: skip


def test_a_long_text_is_looked_through_to_its_limit() -> None:
    phrases = Phrases({"x": ("drone",)})

    assert len(phrases.find("drone " * LONGEST)) == LONGEST // len("drone ")


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert all(hit.text for hit in hits_in(text))
