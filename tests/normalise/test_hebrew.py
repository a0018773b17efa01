"""Hebrew writing in Latin letters."""

import pytest

from tamiz.normalise.hebrew import plain, romanise_hebrew, usual_hebrew
from tamiz.normalise.keys import outline, skeleton, sound
from tamiz.normalise.names import spell_words
from tamiz.normalise.scripts import romanise


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("משה", "moshe"), ("דוד", "david"), ("דויד", "david"), ("יוסף", "yosef"),
        ("נתניהו", "netanyahu"), ("כהן", "cohen"), ("לוי", "levi"), ("מֹשֶׁה", "moshe"),
        ("צבי", "zvi"), ("רבינוביץ'", "rabinovich"),
    ],
)  # fmt: skip
def test_common_words_have_their_usual_spelling(written: str, latin: str) -> None:
    assert romanise(written) == latin


@pytest.mark.parametrize(
    ("written", "latin"),
    [  # invented family names that no table holds
        ("גורבלינסקי", "gorblinski"), ("בן־זכאין", "ben zakain"),
        ("טלקוביץ'", "talkovich"), ("ברנדלמן", "brandelman"), ("קרליצקי", "karlitzky"),
    ],
)  # fmt: skip
def test_other_words_are_read_so_that_they_meet_the_latin_spelling(
    written: str, latin: str
) -> None:
    for word, expected in zip(spell_words(written), latin.split(), strict=True):
        assert sound(word) == sound(expected) or skeleton(word) == skeleton(expected) != ""


@pytest.mark.parametrize(
    ("written", "begins"),
    [("פלטרוב", ("p", "f")), ("ברטלוב", ("b", "v")), ("כרמנוב", ("k", "c", "h")),
     ("ירטוב", ("y", "i")), ("וורטוב", ("v", "w"))],
)  # fmt: skip
def test_letters_of_two_readings_are_read_in_one_of_them(
    written: str, begins: tuple[str, ...]
) -> None:
    assert usual_hebrew(written) is None
    assert romanise_hebrew(written).startswith(begins)


def test_final_forms_are_read_as_consonants() -> None:
    assert romanise_hebrew("גרטלמן").endswith("n")
    assert romanise_hebrew("בלטרץ").endswith(("tz", "ts", "z", "tch", "c"))


@pytest.mark.parametrize("written", ["ג׳ורדן", "ג'ורדן", "ג’ורדן"])
def test_a_geresh_belongs_to_its_word_however_it_is_typed(written: str) -> None:
    (word,) = spell_words(written)

    assert outline(word) == outline("jordan")


def test_points_and_presentation_forms_make_no_difference() -> None:
    assert plain("\ufb2aָלוֹם") == plain("שלום") == "שלום"


def test_letters_never_seen_are_still_read() -> None:
    assert romanise_hebrew("צצצצץ") != ""
