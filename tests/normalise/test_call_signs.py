"""Call signs that a letter tells: a word and a number by which others know somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.call_signs import (
    LONGEST,
    call_signs_in,
    call_signs_noted,
    word_and_number,
)


@pytest.mark.parametrize(
    ("letter", "found"),
    [
        ("Mis compañeros me dicen Tecolotillo-8 desde 2014.", ("Tecolotillo-8",)),
        ("En mi grupo me conocen como «Tecolotillo 8».", ("Tecolotillo 8",)),
        ("The men I was with call me Nightjar-3 and can vouch for me.", ("Nightjar-3",)),
        ("My call sign was Nightjar 31.", ("Nightjar 31",)),
        ("Побратими кличуть мене Дрохва-4.", ("Дрохва-4",)),
        ("Мій позивний «Дрохва-4».", ("Дрохва-4",)),
        ("Позывной Стрепет-19, знают все.", ("Стрепет-19",)),
        ("Os amigos me chamam de Carcará-5.", ("Carcará-5",)),
        ("Mi apodo es Tecolotillo-8, antes Zanate-3.", ("Tecolotillo-8",)),
    ],
)
def test_what_somebody_is_called_is_found(letter: str, found: tuple[str, ...]) -> None:
    assert call_signs_in(letter) == found


@pytest.mark.parametrize(
    "letter",
    [
        "",
        "I drove a T-72 and an AK-47 was on every wall.",
        "We were hit by Shahed-136 and Lancet-3, and COVID-19 came before.",
        "They call me every Monday at 7.",
        "Me dicen Flaco desde niño.",
        "Llámenme al 7, calle Olmo 12.",
        "Call me in 2026.",
        "My friends call me on Apt 4.",
        "They call me Bear.",
    ],
)
def test_what_is_no_call_sign_is_not(letter: str) -> None:
    assert call_signs_in(letter) == ()


@pytest.mark.parametrize(
    ("note", "sign"),
    [
        ("земляки кличуть його «Лешак-19»", "Лешак-19"),
        ("земляки його називають Лешак-19", "Лешак-19"),
        ("відгукується на «Лешак-19»", "Лешак-19"),
        ("Земляки зовут его Лешак-19", "Лешак-19"),
        ("instructor: his countrymen call him Nightjar-3", "Nightjar-3"),
        ("He goes by “Nightjar-3” among them.", "Nightjar-3"),
        ("los suyos le dicen Tecolotillo-8", "Tecolotillo-8"),
        ("se hace llamar Tecolotillo-8", "Tecolotillo-8"),
        ("os conterrâneos o chamam de Carcará-5", "Carcará-5"),
        ("ses compatriotes l’appellent Engoulevent-3", "Engoulevent-3"),
        ("позивний Дрохва-4", "Дрохва-4"),
    ],
)
def test_an_observer_tells_what_others_call_somebody(note: str, sign: str) -> None:
    assert call_signs_noted(note) == (sign,)


@pytest.mark.parametrize(
    "note", ["He drove a T-72.", "called him on 7 May", "They call him Bear.", "watched Lancet-3"]
)
def test_an_observer_tells_of_other_things(note: str) -> None:
    assert call_signs_noted(note) == ()


def test_a_letter_may_tell_what_others_call_a_friend() -> None:
    assert call_signs_in("Mi amigo, le dicen Tecolotillo-8, ya está allí.") == ()


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Zarigüeya-44", word_and_number("Zarigueya 044")), ("Lobo Doce", ("lubu", "12")),
        ("Aguila Siete", ("ahila", "7")), ("Агила-7", ("ahila", "7")), ("Lobo", ("lubu", "")),
        ("Дрохва-4", word_and_number("Drokhva 4")), ("Ana Luna", ("", "")), ("7", ("", "")),
        ("El Lobo 12", ("", "")), ("", ("", "")),
    ],
)  # fmt: skip
def test_a_call_sign_is_a_word_as_it_sounds_and_a_number(
    written: str, parts: tuple[str, str]
) -> None:
    assert word_and_number(written) == parts


@given(st.text(max_size=LONGEST))
def test_any_text_has_few(letter: str) -> None:
    assert len(call_signs_in(letter)) <= 3
