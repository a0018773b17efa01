"""Text cleaned for reading, with what is odd in it named."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.text import LONGEST, MOST_MARKS, clean, oddities, visible


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("  Ann \t Moss\n", "Ann Moss"),
        ("Ann\u00a0Moss", "Ann Moss"),
        ("Jose\u0301", "José"),
        ("", ""),
        ("x" * (LONGEST + 5), "x" * LONGEST),
    ],
)
def test_text_is_composed_and_trimmed(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=80))
def test_clean_text_is_composed_and_has_no_white_space_to_spare(text: str) -> None:
    found = clean(text)

    assert unicodedata.is_normalized("NFC", found)
    assert found == " ".join(found.split())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ann Moss", ()),
        ("José Núñez", ()),
        ("Шевченко", ()),
        ("田中あい", ()),
        ("سلمان", ()),
        ("O’Brien", ()),
        ("Ann \u202essoM", ("bidi_control",)),
        ("A\u200bnn", ("invisible",)),
        ("Аnn", ("mixed_script",)),
        ("Ann Шевченко", ()),
        ("Ann\x1b[31m", ("control",)),
        ("Ann\ue000", ("private_use",)),
        ("Ann\U000e0041", ("tag",)),
        ("a" + "\u0301" * (MOST_MARKS + 1), ("stacked_marks",)),
    ],
)
def test_what_may_deceive_is_named(text: str, kinds: tuple[str, ...]) -> None:
    assert oddities(text) == kinds


def test_what_may_deceive_is_made_visible() -> None:
    assert visible("Ann \u202essoM") == "Ann ⟨U+202E⟩ssoM"


@given(st.text(max_size=80))
def test_what_is_made_visible_deceives_no_more(text: str) -> None:
    assert {"bidi_control", "invisible", "tag", "control"}.isdisjoint(oddities(visible(text)))
