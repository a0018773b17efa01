"""Nicknames and forms of a given name in other languages."""

from importlib.resources import files

import pytest

from tamiz.normalise.forms import forms_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("jose", "pepe"),
        ("francisco", "paco"),
        ("jesus", "chuy"),
        ("ignacio", "nacho"),
        ("guadalupe", "lupita"),
        ("alejandro", "oleksandr"),
        ("oleksandr", "sasha"),
        ("mykola", "nikolai"),
        ("volodymyr", "vova"),
        ("yevhen", "zhenya"),
        ("muhammad", "mehmet"),
        ("robert", "bob"),
    ],
)
def test_forms_of_a_name_know_each_other(name: str, form: str) -> None:
    assert form in forms_of(name)
    assert name in forms_of(form)


@pytest.mark.parametrize("name", ["quilombera", "", "mario "])
def test_a_name_without_known_forms_has_none(name: str) -> None:
    assert forms_of(name) == ()


def test_unlike_names_are_no_forms_of_each_other() -> None:
    assert "pedro" not in forms_of("jose")


def test_the_data_file_holds_romanised_words_only() -> None:
    text = files("tamiz.normalise").joinpath("name_forms.txt").read_text(encoding="utf-8")
    forms = [word for line in text.splitlines() for word in line.partition("#")[0].split()]

    assert [word for word in forms if not (word.isascii() and word.isalpha())] == []
    assert [word for word in forms if word != word.casefold()] == []
