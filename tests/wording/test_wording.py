"""The three languages say the same things."""

import string

import pytest

from tamiz.wording import Language, catalogue, say

OTHERS = [Language.SPANISH, Language.UKRAINIAN]


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_codes(language: Language) -> None:
    assert set(catalogue(language)) == set(catalogue(Language.ENGLISH))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_gaps(language: Language) -> None:
    english, other = catalogue(Language.ENGLISH), catalogue(language)

    differing = [code for code in english if gaps(english[code]) != gaps(other[code])]

    assert differing == []


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        say("no.such.code")
