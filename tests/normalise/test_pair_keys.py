"""Small rules of names by which two words are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.abbreviations import is_short_for
from tamiz.normalise.mandarin import mandarin_key
from tamiz.normalise.numerals import joined_tens, number_of
from tamiz.normalise.patronymics import father_of
from tamiz.normalise.sexes import are_of_two_sexes, tells_sex_of
from tamiz.normalise.spanish import spanish_sound
from tamiz.normalise.surnames import have_other_endings

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", max_size=16)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("3", "3"), ("007", "7"), ("1st", "1"), ("44th", "44"), ("tercero", "3"), ("druhyi", "2"),
        ("iv", "4"), ("xxxix", "39"), ("mix", ""), ("", ""), ("i", "1"), ("quilomba", ""),
        ("ar16", "ar16"),
    ],
)  # fmt: skip
def test_numbers_are_read_in_figures_words_and_roman(word: str, number: str) -> None:
    assert number_of(word) == number


def test_tens_and_ones_are_one_number() -> None:
    assert joined_tens(["brigade", "forty", "four"]) == ["brigade", "44"]
    assert joined_tens(["forty", "quilomba"]) == ["forty", "quilomba"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("xi", "hsi"), ("jinping", "chinping"), ("zedong", "tsetung"), ("deng", "teng")],
)
def test_pinyin_and_wade_giles_meet(one: str, other: str) -> None:
    assert mandarin_key(one) == mandarin_key(other) != ""


@pytest.mark.parametrize("word", ["garcia", "petrenko", "smith", "", "a" * 40])
def test_what_is_no_mandarin_has_no_key(word: str) -> None:
    assert mandarin_key(word) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ximena", "jimena"), ("valdovinos", "baldobinos"), ("zavala", "sabala"),
        ("llanos", "yanos"), ("huaman", "guaman"), ("quispe", "kispe"), ("munoz", "munnoz"),
        ("hernandez", "ernandes"), ("gimenez", "jimenez"), ("yanez", "ianez"),
    ],
)  # fmt: skip
def test_spanish_spellings_of_one_sound_meet(one: str, other: str) -> None:
    assert spanish_sound(one) == spanish_sound(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("perez", "paez"), ("garcia", "garza"), ("leon", "luna")]
)
def test_spanish_names_of_two_sounds_do_not_meet(one: str, other: str) -> None:
    assert spanish_sound(one) != spanish_sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("oleksandr", "oleksandra"), ("mario", "maria"), ("yevhen", "yevheniia"), ("ivan", "ivanna")],
)
def test_names_of_a_man_and_a_woman_are_told_apart(one: str, other: str) -> None:
    assert are_of_two_sexes(one, other)
    assert are_of_two_sexes(other, one)


def test_mary_tells_no_sex_beside_a_womans_name() -> None:
    assert tells_sex_of("jose", "maria")
    assert not tells_sex_of("ana", "maria")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lukashenko", "lukashevich"),
        ("koval", "kovalchuk"),
        ("ivanov", "ivanenko"),
        ("martin", "martinez"),
    ],
)
def test_other_endings_of_one_stem_are_other_families(one: str, other: str) -> None:
    assert have_other_endings(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ivanov", "ivanova"),
        ("kovalska", "kovalskii"),
        ("petrenko", "petrenko"),
        ("garcia", "lopez"),
    ],
)
def test_spellings_and_sexes_of_one_ending_are_one_family(one: str, other: str) -> None:
    assert not have_other_endings(one, other)


def test_a_patronymic_names_the_father_in_his_usual_forms() -> None:
    assert {"mykhail", "mykhailo"} <= set(father_of("mykhailovych"))
    assert "serhii" in father_of("serhiiovych")
    assert father_of("kovalchuk") == ()


def test_usual_abbreviations_stand_for_their_names_only() -> None:
    assert is_short_for("gpe", "guadalupe")
    assert not is_short_for("gpe", "gabriel")


@given(WORDS, WORDS)
def test_rules_for_two_words_ask_not_which_comes_first(one: str, other: str) -> None:
    assert are_of_two_sexes(one, other) is are_of_two_sexes(other, one)
    assert have_other_endings(one, other) is have_other_endings(other, one)


@given(WORDS)
def test_no_word_differs_from_itself(word: str) -> None:
    assert not have_other_endings(word, word)
    assert not are_of_two_sexes(word, word)
