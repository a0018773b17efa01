"""The table of spellings."""

import unicodedata

import pytest

from tamiz.documents.zone.spellings import cyrillic_of, spelt, units_of, words_of


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("MÜLLER", "MUELLER"),
        ("ÑANDÚ", "NANDU"),
        ("ẞ", "SS"),
        ("ŒUVRE", "OEUVRE"),
        ("İNCİ", "INCI"),
        ("ỆT", "ET"),  # what the table has not loses its marks
        ("ПЁТР", "PETR"),
        ("МХМД", "MKHMD"),
    ],
)
def test_the_first_spelling_is_the_recommended_one(word: str, first: str) -> None:
    assert spelt(word) == first


@pytest.mark.parametrize("word", ["ΓΙΏΡΓΟΣ", "李", "გიორგი", "A☃"])
def test_a_sign_that_no_table_has_has_no_spelling(word: str) -> None:
    assert units_of(word) is None


def test_all_letters_of_the_latin_tables_have_a_spelling() -> None:
    for code in range(0xC0, 0x180):
        sign = chr(code)
        if sign.isalpha() and unicodedata.category(sign) == "Lu":
            assert spelt(sign), sign


def test_the_alphabet_of_russian_internal_passports_has_a_sign_for_each_letter() -> None:
    alphabet = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"

    written = spelt(alphabet, branch="rus-pn")

    assert written is not None
    assert len(set(written)) == len(alphabet)
    assert cyrillic_of(written) == alphabet


def test_words_lose_apostrophes_and_part_at_hyphens() -> None:
    assert words_of("d’Artagnan  Marie-Elise") == ["DARTAGNAN", "MARIE", "ELISE"]
