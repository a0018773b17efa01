"""Romanisations of Ukrainian names, and single errors of typing."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from bench.benched import resolve_corruption, resolve_letters


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Алушта", "Alushta"),
        ("Згурський", "Zghurskyi"),
        ("Розгон", "Rozghon"),
        ("Єнакієве", "Yenakiieve"),
        ("Гайович", "Haiovych"),
        ("Йосипівка", "Yosypivka"),
        ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"),
        ("Мар’їне", "Marine"),
        ("Щербухи", "Shcherbukhy"),
        ("Крюківка", "Kriukivka"),
        ("Костянтин", "Kostiantyn"),
        ("Ґалаґан", "Galagan"),
        ("Хмельницький", "Khmelnytskyi"),
        ("Ярошенко Юрій", "Yaroshenko Yurii"),
    ],
)
def test_kmu_2010_as_its_own_examples(written: str, latin: str) -> None:
    """The table of the decree of the Cabinet of Ministers No. 55 of 27 January 2010."""
    assert resolve_letters.kmu(written) == latin


@pytest.mark.parametrize(
    ("written", "gost", "icao", "french"),
    [
        ("Сергій", "Sergey", "Sergei", "Sergi"),
        ("Юрій", "Yuriy", "Iurii", "Iouri"),
        ("Шевченко", "Shevchenko", "Shevchenko", "Chevtchenko"),
        ("Олександр", "Aleksandr", "Aleksandr", "Oleksandr"),
    ],
)
def test_other_authorities_write_otherwise(written: str, gost: str, icao: str, french: str) -> None:
    assert [spell(written) for spell in resolve_letters.OTHERS] == [gost, icao, french]


@pytest.mark.parametrize(
    ("written", "expected"), [("Шевчук", "Szewczuk"), ("Левицький", "Lewycki")]
)
def test_polish_spelling(written: str, expected: str) -> None:
    assert resolve_letters.polish(written) == expected


@pytest.mark.parametrize(
    ("written", "plain"), [("Núñez", "Nunez"), ("Łukasz", "Lukasz"), ("Conceição", "Conceicao")]
)
def test_accents_go(written: str, plain: str) -> None:
    assert resolve_letters.without_accents(written) == plain


@given(st.text(alphabet="abcdeáñабвії", min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_an_edit_is_one_edit_at_most(text: str, rng: Random) -> None:
    typed = resolve_corruption.edited(rng, text)

    assert DamerauLevenshtein.distance(text, typed) <= 1
