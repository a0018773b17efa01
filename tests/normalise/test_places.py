"""The words of a place that can tell one town from another."""

import pytest

from tamiz.normalise.places import place_words


@pytest.mark.parametrize(
    ("place", "country", "words"),
    [
        ("Poltava, Ukraine", "ua", {"poltava"}),
        ("Poltava oblast", None, {"poltava"}),
        ("San José, Costa Rica", "cr", {"jose"}),
        ("Ciudad de México", "mx", set()),
        ("the north", None, set()),
        ("", None, set()),
    ],
)
def test_the_country_and_general_words_tell_nothing(
    place: str, country: str | None, words: set[str]
) -> None:
    assert place_words(place, country) == words


@pytest.mark.parametrize(
    ("text", "country", "words"),
    [
        ("Tijuana, Baja California, Mexico", "mx", {"tijuana", "baja", "california"}),
        ("Kandahar Province, Afghanistan", "af", {"kandahar"}),
        ("м. Харків", "ua", {"kharkiv"}),
        ("City of San Luis", None, {"luis"}),
        ("Mexico", "mx", set()),
        ("", None, set()),
    ],
)
def test_generic_words_and_the_country_tell_no_town(
    text: str, country: str | None, words: set[str]
) -> None:
    assert place_words(text, country) == words
