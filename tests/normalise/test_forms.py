"""Nicknames and forms of a given name in other languages, and the data set that holds them."""

import re
from importlib.resources import files

import pytest

from tamiz.normalise import forms
from tamiz.normalise.forms import families_of, families_of_each, forms_of, read_families
from tamiz.normalise.scripts import romanise

FOLDER = files("tamiz.normalise").joinpath("name_forms")
SCRIPT = {"ukrainian": "cyrillic", "russian": "cyrillic", "arabic": "arabic"}  # the others: latin
LEAST_NAMES = {"spanish": 400, "ukrainian": 240, "russian": 280, "arabic": 60, "english": 450}
NOT_UKRAINIAN = re.compile("[ыэёъ]")
NOT_RUSSIAN = re.compile("[іїєґ']")


def written(table: str) -> list[list[str]]:
    """The rows as they stand in the file."""
    lines = FOLDER.joinpath(f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[2:]]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("jose", "pepe"),
        ("jose", "yosyp"),
        ("francisco", "paco"),
        ("jesus", "chuy"),
        ("ignacio", "nacho"),
        ("guadalupe", "lupita"),
        ("rosario", "chayo"),
        ("alejandro", "oleksandr"),
        ("oleksandr", "sasha"),
        ("oleksandra", "sasha"),
        ("alejandra", "oleksandra"),
        ("mykola", "nikolai"),
        ("mykola", "nikolay"),
        ("nikolay", "kolya"),
        ("volodymyr", "vova"),
        ("yevhen", "zhenya"),
        ("fyodor", "fedir"),
        ("sergey", "sergio"),
        ("muhammad", "mehmet"),
        ("muhammad", "hamuda"),
        ("abubakr", "boubacar"),
        ("fatima", "fatou"),
        ("robert", "bob"),
        ("margaret", "peggy"),
    ],
)
def test_forms_of_a_name_know_each_other(name: str, form: str) -> None:
    assert form in forms_of(name)
    assert name in forms_of(form)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("pedro", "jose"),
        ("alejandro", "alejandra"),
        ("oleksandr", "oleksandra"),
        ("santiago", "diego"),
        ("santiago", "jaime"),
        ("santiago", "jacobo"),
        ("jaime", "jacobo"),
        ("jorge", "yurii"),
        ("mateo", "matias"),
        ("jose", "maria"),
        ("nadia", "hope"),
        ("mario", "maria"),
    ],
)
def test_names_that_are_not_one_name_are_kept_apart(name: str, other: str) -> None:
    assert forms_of(name)
    assert other not in forms_of(name)


@pytest.mark.parametrize("compound", ["jose", "maria"])
def test_the_nickname_of_a_compound_name_is_a_form_of_each_part(compound: str) -> None:
    assert compound in forms_of("chema")


@pytest.mark.parametrize("name", ["quilombera", "", "mario ", "de", "del"])
def test_a_name_without_known_forms_has_none(name: str) -> None:
    assert forms_of(name) == ()


def test_every_form_is_a_form_of_its_forms() -> None:
    one_sided = [
        (word, form)
        for word in ("jose", "sasha", "mykola", "fatima", "elizabeth", "chema", "dmytro", "yasin")
        for form in forms_of(word)
        if word not in forms_of(form)
    ]

    assert one_sided == []


@pytest.mark.parametrize("word", ["jose", "sasha", "mykola", "yousef", "kate"])
def test_every_form_of_a_name_is_in_a_family_with_it(word: str) -> None:
    assert all(set(families_of(form)) & set(families_of(word)) for form in forms_of(word))


def test_names_that_are_not_one_name_share_no_family() -> None:
    assert not set(families_of("pepe")) & set(families_of("francisco"))


def test_forms_are_ascii_words_and_sorted() -> None:
    for word in ("jose", "oleksii", "muhammad", "elisabeth", "tomas"):
        found = forms_of(word)

        assert list(found) == sorted(set(found) - {word})
        assert [form for form in found if not (form.isascii() and form.isalpha())] == []


def test_letter_by_letter_each_word_is_romanised_as_names_are() -> None:
    cyrillic, others = zip(*read_families(), strict=True)
    words = {word for family in (*cyrillic, *others) for word in family}

    assert [w for w in words if w.translate(forms._PLAIN) != romanise(w)] == []


def test_names_read_together_have_the_families_that_each_has_alone() -> None:
    names = ["jose", "iekaterina", "andrij", "zhang", "ksenia", "nobody"]

    assert families_of_each(names) == [families_of(name) for name in names]
    assert families_of_each([]) == []
