"""Where words of written names begin and end."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.written import written_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pérez-Gómez, José", ["Pérez", "Gómez", "José"]), ("O'Brien O’Brien", ["O'Brien", "O’Brien"]),
        ("d'Arc 'quoted'", ["d'Arc", "quoted"]), ("a_b", ["a", "b"]), ("", []), ("...", []),
        ("نَجِيب محفوظ", ["نَجِيب", "محفوظ"]), ("ג׳ורג׳ בן־דוד", ["ג׳ורג׳", "בן", "דוד"]),
        ("नरेन्द्र मोदी", ["नरेन्द्र", "मोदी"]), ("В’ячеслав", ["В’ячеслав"]), ("\u0301x", ["x"]),
    ],
)  # fmt: skip
def test_words_keep_their_marks_and_apostrophes(text: str, words: list[str]) -> None:
    assert written_words(unicodedata.normalize("NFC", text)) == words


@given(st.text(max_size=60))
def test_words_are_pieces_of_the_text_in_order(text: str) -> None:
    at = 0
    for word in written_words(text):
        at = text.index(word, at) + len(word)
        assert any(char.isalnum() for char in word)


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_text_is_cut_as_text_of_any_script(text: str) -> None:
    assert written_words(text) == [
        word.removesuffix("é") for word in written_words(text + " é")[:-1]
    ]
