"""Numbers of documents and registers as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.identifiers import LONGEST, SHORTEST, identifier_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("AB 123-456", "AB123456"),
        ("ab123456", "AB123456"),
        ("АВ123456", "AB123456"),  # Cyrillic letters in place of Latin ones
        ("№ 0012345", "NO0012345"),
        ("１２３４５", "12345"),
        ("n/a", ""),
        ("000000", ""),
        ("11111111", ""),
        ("123", ""),
        ("ABCDEF", ""),
        ("CHCVPHHRT", "CHCVPHHRT"),  # a German serial without a digit
        ("CHCVPHH", ""),
        ("XXXXXXXXX", ""),
        ("XYXYXYXYX", ""),
        ("", ""),
        ("9" * 300, ""),
    ],
)
def test_a_number_has_one_key(written: str, key: str) -> None:
    assert identifier_key(written) == key


@given(st.text(max_size=200))
def test_a_key_is_its_own_key_and_of_sensible_length(text: str) -> None:
    key = identifier_key(text)

    assert not key or SHORTEST <= len(key) <= LONGEST
    assert identifier_key(key) == key


@given(st.from_regex(r"[A-Z]{2}[0-9]{4}[1-9]", fullmatch=True), st.sampled_from(" -./"))
def test_punctuation_makes_no_difference(number: str, between: str) -> None:
    assert identifier_key(between.join(number)) == identifier_key(number) == number


@given(st.text("CFGHJKLMNPRTVWXYZ", min_size=9, max_size=9).filter(lambda text: len(set(text)) > 3))
def test_a_german_serial_of_letters_alone_is_a_number(number: str) -> None:
    assert identifier_key(number) == number


WORDS = (
    "N/A", "PENDING", "PASAPORTE", "EN TRAMITE", "PENDIENTE", "UNKNOWN", "NO TIENE", "SIN NUMERO",
    "NOT AVAILABLE", "DESCONOCIDO", "APPLIED FOR", "LOST", "ROBADO", "EXTRAVIADO", "НЕ МАЄ",
    "ВТРАЧЕНО", "В ПРОЦЕСІ", "ПАСПОРТ", "NIE WIEM", "PASSEPORT", "REISEPASS",
)  # fmt: skip


@given(st.sampled_from(WORDS), st.sampled_from([" ", "", "-", "."]), st.booleans())
def test_words_are_no_number(word: str, between: str, is_small: bool) -> None:
    text = word.replace(" ", between)

    assert identifier_key(text.lower() if is_small else text) == ""


@given(st.text("BCDFGHJKLMNPQRSTVWXYZ", max_size=30), st.sampled_from("AEIOU"), st.data())
def test_letters_with_a_vowel_are_a_word(letters: str, vowel: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(letters)))

    assert identifier_key(letters[:at] + vowel + letters[at:]) == ""
