"""Figures and words of findings, in each language."""

import pytest

from tamiz.output import sentences
from tamiz.output.sentences import feature, grouped, percent, probability_word, signed
from tamiz.wording import Language


@pytest.mark.parametrize(
    ("probability", "english", "spanish"),
    [
        (0.5, "50.0%", "50,0\u00a0%"),
        (0.9731, "97.3%", "97,3\u00a0%"),
        (0.99999, "over 99.9%", "más de 99,9\u00a0%"),
        (1.0, "over 99.9%", "más de 99,9\u00a0%"),
        (0.0, "under 0.1%", "menos de 0,1\u00a0%"),
    ],
)
def test_a_probability_is_never_certain(probability: float, english: str, spanish: str) -> None:
    assert percent(probability, Language.ENGLISH) == english
    assert percent(probability, Language.SPANISH) == spanish


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (1.0, "almost_certain"), (0.99, "almost_certain"), (0.95, "very_likely"), (0.6, "likely"),
        (0.5, "even"), (0.2, "unlikely"), (0.01, "very_unlikely"),
    ],
)  # fmt: skip
def test_a_probability_has_a_word(probability: float, word: str) -> None:
    assert probability_word(probability) == word


@pytest.mark.parametrize(
    ("bits", "text"), [(8.46, "+8.5"), (-27.3, "−27.3"), (0.0, "0.0"), (-0.01, "0.0")]
)
def test_bits_carry_their_sign(bits: float, text: str) -> None:
    assert signed(bits) == text


def test_numbers_are_grouped_without_a_line_break() -> None:
    assert grouped(1234567) == "1\u00a0234\u00a0567"


def test_an_unknown_feature_is_readable() -> None:
    assert feature("travel_document", Language.SPANISH) == "travel document"


@pytest.mark.parametrize(
    ("code", "words"),
    [("passport", "паспорт"), ("Passport", "паспорт"), ("cédula", "cédula"), ("", "")],
)
def test_a_kind_of_document_is_told_in_words_and_anything_else_as_it_is_written(
    code: str, words: str
) -> None:
    assert sentences.paper_kind(code, Language.UKRAINIAN) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("watchlist_person", "persona en lista"),
        ("A00012 phone", "A00012 phone"),
        ("a\u202eb", "a⟨U+202E⟩b"),
    ],
)
def test_where_a_tie_stands_is_told_in_words_where_it_is_a_question(place: str, words: str) -> None:
    assert sentences.place(place, Language.SPANISH) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MX", "México (MX)"), ("sv", "El Salvador (SV)"), ("salvadoreña", "salvadoreña"),
        ("CO; VE", "Colombia (CO); Venezuela (VE)"), ("SV / HN", "El Salvador (SV) / Honduras (HN)"),
        ("XXA", "XXA"), ("zz", "zz"), ("", ""),
    ],
)  # fmt: skip
def test_a_state_is_told_by_its_name_and_its_code(text: str, words: str) -> None:
    assert sentences.states(text, Language.SPANISH) == words
