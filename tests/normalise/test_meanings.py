"""What a letter tells, whatever its language."""

from importlib.resources import files

import numpy as np
import pytest

from tamiz.normalise.meanings import LANGUAGES, NONE, are_of_two_languages, told_in

LETTERS = {
    "en": "My grandfather was a baker in a village beside the lake, and in winter I carried the bread"
          " on a sledge to seven houses.",
    "es": "Mi abuelo era panadero en una aldea junto al lago, y en invierno yo llevaba el pan en un"
          " trineo a siete casas.",
    "pt": "Meu avô era padeiro em uma aldeia junto ao lago, e no inverno eu levava o pão num trenó para"
          " sete casas do povo.",
    "fr": "Mon grand-père était boulanger dans un village près du lac, et en hiver je portais le pain"
          " sur un traîneau à sept maisons.",
    "uk": "Мій дід був пекарем у селі біля озера, і взимку я возив хліб на санях до семи хат, що стояли"
          " на горі.",
    "ru": "Мой дед был пекарем в деревне у озера, и зимой я возил хлеб на санях к семи домам, что"
          " стояли на горе.",
}  # fmt: skip
TEXTS = list(LETTERS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_told_by_its_usual_words(language: str) -> None:
    assert LANGUAGES[told_in(LETTERS[language]).language] == language


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_has_most_meanings_in_the_same_order(language: str) -> None:
    here, there = told_in(LETTERS["en"]).pairs, told_in(LETTERS[language]).pairs

    assert len(np.intersect1d(here, there)) >= min(len(here), len(there)) / 2 > 3


def test_the_same_words_the_other_way_round_are_another_order() -> None:
    turned = " ".join(reversed(LETTERS["en"].split()))

    assert not len(np.intersect1d(told_in(LETTERS["en"]).pairs, told_in(turned).pairs))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I want to help.",
        "qwx " * 40,
        "ა ბ გ " * 20,
        "مرحبا " * 30,
        "1 2 3 " * 30,
        "а" * 100_000,
    ],
    ids=["empty", "short", "no language", "Georgian", "Arabic", "figures", "one word"],
)
def test_of_other_texts_nothing_is_told(text: str) -> None:
    told = told_in(text)

    assert (told.language, len(told.pairs)) == (NONE, 0)


@pytest.mark.parametrize(
    ("one", "other", "are_two"),
    [
        (LETTERS["en"], LETTERS["uk"], True),
        (LETTERS["en"], LETTERS["en"].upper(), False),
        (LETTERS["en"], "qwx " * 40, False),
    ],
)
def test_two_languages_are_told_where_both_are(one: str, other: str, *, are_two: bool) -> None:
    assert are_of_two_languages(one, other) is are_two


def test_each_meaning_has_words_in_every_language() -> None:
    text = files("tamiz.normalise").joinpath("meanings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]

    assert len({name for name, *_ in rows}) == len(rows)
    assert all(
        len(columns) == len(LANGUAGES) and all(map(str.strip, columns)) for _, *columns in rows
    )
