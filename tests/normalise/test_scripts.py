"""Any script in lower-case ASCII letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.scripts import romanise, script_of


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("García", "garcia"), ("Núñez", "nunez"), ("O’Brien", "obrien"), ("Müller", "muller"),
        ("Łukasz", "lukasz"), ("Þór", "thor"), ("Weiß", "weiss"),
        ("Шевченко", "shevchenko"), ("Юлія", "iuliia"), ("Хрущёв", "khrushchev"),
        ("Ђорђе", "djordje"), ("Παπαδόπουλος", "papadopoulos"), ("김", "kim"),
        ("", ""), ("-", ""), ("🦅", ""),
    ],
)  # fmt: skip
def test_a_word_is_spelt_as_passports_do(written: str, spelt: str) -> None:
    assert romanise(written).removesuffix("eagle") == spelt


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("Μητσοτάκης", "mitsotakis"), ("Ευάγγελος", "evangelos"), ("Σταύρος", "stavros"),
        ("Ευθύμιος", "efthymios"), ("Μπάρκας", "barkas"), ("Ντόρα", "dora"), ("Γκίκας", "gikas"),
        ("Χρήστος", "christos"), ("Κουτσούμπας", "koutsoumpas"), ("Γιάννης", "giannis"),
        ("Հարություն", "harutyun"), ("Գևորգ", "gevorg"), ("Սարգսյան", "sargsyan"),
        ("Ոսկանյան", "voskanyan"), ("Հովհաննիսյան", "hovhannisyan"),
        ("ჯაჭვლიანი", "jachvliani"), ("ყიფიანი", "qipiani"), ("ცხოვრებოვი", "tskhovrebovi"),
        ("ღვინჯილია", "ghvinjilia"), ("ጌታቸው", "getachew"),
    ],
)  # fmt: skip
def test_other_alphabets_are_spelt_as_their_passports_do(written: str, spelt: str) -> None:
    assert romanise(written) == spelt


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("عبيدي", "ubaydi"), ("أسامة", "usama"), ("غلامحسین", "ghulamhusayn"), ("رضایی", "rezaei"),
        ("حمیده", "hamida"), ("پرویز", "parviz"), ("محمود", "mahmud"),
        ("ذبیحی", "zabihi"), ("اسماعیلی", "ismaili"), ("احمدیان", "ahmadian"), ("صفوی", "safawi"),
        ("مرتضوی", "martazawi"), ("ءوي", "wi"),
    ],
)  # fmt: skip
def test_arabic_and_persian_words_are_spelt_as_usual(written: str, spelt: str) -> None:
    assert romanise(written) == spelt


@given(st.text(max_size=30))
def test_a_spelling_is_ascii_and_its_own_spelling(word: str) -> None:
    spelt = romanise(word)

    assert spelt == "" or (spelt.isascii() and spelt.isalnum() and spelt == spelt.lower())
    assert romanise(spelt) == spelt


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), max_size=20))
def test_case_makes_no_difference(word: str) -> None:
    assert romanise(word.casefold()) == romanise(word)


@pytest.mark.parametrize(
    ("word", "script"),
    [("Ann", "latin"), ("Ñ", "latin"), ("Ганна", "cyrillic"), ("سلمان", "arabic"), ("田中", "cjk"),
     ("김", "hangul"), ("12", ""), ("", ""), ("1-a", "latin")],
)  # fmt: skip
def test_the_script_is_that_of_the_first_letter(word: str, script: str) -> None:
    assert script_of(word) == script


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("García", "garcia"),
        ("MÜLLER", "muller"),
        ("Łukasz", "lukasz"),
        ("Straße", "strasse"),
        ("O’Neill", "oneill"),
        ("Шевченко", "shevchenko"),
        ("Сергій", "sergii"),
        ("Щербак", "shcherbak"),
        ("Юлія", "iuliia"),
        ("محمد", "muhammad"),
        ("مُحَمَّد", "muhammad"),
        ("علی", "ali"),
        ("علي", "ali"),
        ("جلال", "jalal"),
        ("نواز", "nawaz"),
        ("زرقاشي", "zarqashi"),
        ("ﻤﺣﻤﺩ", "muhammad"),
        ("Παπαδόπουλος", "papadopoulos"),
        ("დავით", "davit"),
        ("习", "xi"),
        ("…", ""),
    ],
)
def test_a_word_is_spelt_as_passports_spell_it(word: str, spelt: str) -> None:
    assert romanise(word) == spelt
