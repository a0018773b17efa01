"""What no honest name holds: romanisation never fails, and what it gives is bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.model import Name
from tamiz.normalise.keys import joined_sound, outline, skeleton, sound
from tamiz.normalise.names import MOST_WORDS, parse_person
from tamiz.normalise.scripts import romanise

# The longest spelling of one character: Hangul ppwaek…, ligatures of Arabic sentences aside.
MOST_FOR_ONE = 24
HOSTILE = [
    "\u0301" * 200, "a" + "\u0301" * 200, "\u202e" + "محمد" + "\u202c", "\u2066דוד\u2069",
    "a\u200dб\u200cم\u200bד", "\ud800", "\udfff\ud800", "מحمד", "Ivаnоv", "김محمدדוד田中",
    "ﷺ", "ﷲ", "ﷻ", "ﬡﬀ", "\U0001f468\u200d\U0001f469", "\x00\x1b[31m", "𐤃𐤅𐤃", "𝕁𝕠𝕤é",
    "١٢٣", "१२३", "᠎", "ᄀ" * 50, "っ" * 50, "ー" * 50, "्" * 50, "׳" * 50, "ــــــ",
    "ש" * 5_000, "م" * 5_000, "김" * 5_000, "क्" * 5_000, "เ" * 5_000, "きゃ" * 5_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_ascii_of_bounded_length(text: str) -> None:
    spelt = romanise(text)

    assert spelt.isascii()
    assert spelt == "" or spelt.isalnum()
    assert len(spelt) <= MOST_FOR_ONE * len(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_parsed(text: str) -> None:
    parsed = parse_person(Name(text=f"{text} {text}"))

    assert len(parsed.words) <= MOST_WORDS


SCRIPTS = st.text(
    st.one_of(
        *(
            st.characters(min_codepoint=first, max_codepoint=last)
            for first, last in ((0x370, 0x58F), (0x590, 0x7FF), (0x900, 0xE7F), (0x1100, 0x11FF),
                                (0x3040, 0x30FF), (0xAC00, 0xD7A3), (0xFB1D, 0xFEFF))
        ),
        st.sampled_from("'’׳-aZ\u200d\u0301"),
    ),
    max_size=24,
)  # fmt: skip


@given(SCRIPTS)
def test_any_text_of_any_script_is_spelt_in_letters_that_stay_the_same(text: str) -> None:
    spelt = romanise(text)

    assert spelt == "" or (spelt.isascii() and spelt.isalnum() and spelt == spelt.lower())
    assert romanise(spelt) == spelt


@given(st.text(max_size=40))
def test_keys_never_fail(text: str) -> None:
    for key_of in (sound, joined_sound, skeleton, outline):
        assert len(key_of(text)) <= 2 * len(text) + 1
