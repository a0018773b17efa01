"""Words for relatives beside a name are no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.kinship import LONGEST, relatives_name, without_kinship


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bob Reyes, brother", "Bob Reyes"),
        ("Bob Reyes (my brother)", "Bob Reyes"),
        ("Bob Reyes – brother-in-law", "Bob Reyes"),
        ("brother: Bob Reyes", "Bob Reyes"),
        ("Ana Reyes, mi tía", "Ana Reyes"),
        ("Ана Реєс (тітка)", "Ана Реєс"),
        ("Ана Реєс, двоюрідна сестра", "Ана Реєс"),
        ("ANA REYES, MADRE", "ANA REYES"),
    ],
)
def test_the_word_for_a_relative_is_left_out(written: str, name: str) -> None:
    assert without_kinship(written) == name


@pytest.mark.parametrize(
    "name",
    [
        "Reyes, Ana", "Ana Reyes", "Sonia Brothers", "Mother Teresa", "Padre Hurtado", "brother", "",
        "Maria Son", "Ana Prima", "Sonia, Ana", "12, 13", "Brigada 3, Compañía 2",
        "x" * (LONGEST + 1) + ", brother",
    ],
)  # fmt: skip
def test_a_name_stays_as_it_is(name: str) -> None:
    assert without_kinship(name) == name


@given(st.text(max_size=LONGEST + 20))
def test_a_name_never_becomes_empty(text: str) -> None:
    assert without_kinship(text) or not text.strip()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ana Reyes, madre, 54 años, ama de casa", "Ana Reyes"),
        ("Іван Реєс, брат, загинув 2022", "Іван Реєс"),
        ("Reyes, Bob, born 1991-07-02, killed near Bakhmut", "Reyes, Bob"),
        ("Bob Reyes (fallecido 2019)", "Bob Reyes"),
        ("Reyes, Ana", "Reyes, Ana"),
        (", 13", ", 13"),
    ],
)
def test_what_is_told_of_a_relative_is_no_part_of_the_name(written: str, name: str) -> None:
    assert relatives_name(written) == name
