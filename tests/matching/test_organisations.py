"""Names of firms: the legal form tells nothing, words of trades little, a rare word much."""

import pytest

from matching.invented import listed, matcher_over
from tamiz.matching import Subject
from tamiz.model import Name, PartyType


def bits(listed_name: str, name: str) -> float:
    """The score of one firm against a listed one."""
    firm = listed("1", listed_name, party=PartyType.ORGANISATION)
    subject = Subject(type=PartyType.ORGANISATION, names=(Name(text=name),))
    with matcher_over(firm) as matcher:
        return matcher.score(subject, 0).bits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quilombera Tzintzun S.A. de C.V.", "QUILOMBERA TZINTZUN"),
        ("Quilombera Tzintzun Sp. z o.o.", "Quilombera Tzintzun spzoo"),
        ("ООО «Киломбера Цинцун»", "Kilombera Tsintsun LLC"),
        ("Quilombera y Tzintzun", "Quilombera Tzintzun"),
    ],
)
def test_the_legal_form_and_small_words_make_no_difference(one: str, other: str) -> None:
    assert bits(one, other) > 0


def test_a_shared_legal_form_is_no_likeness() -> None:
    assert bits("Quilombera Sp. z o.o.", "Tzintzunegui Sp. z o.o.") < -20


def test_the_first_letter_of_a_word_is_no_abbreviation_of_it() -> None:
    assert bits("Quilombera X", "Quilombera Xochimilca") < bits("Quilombera", "Quilombera")


def test_words_of_a_firm_lose_more_for_going_together_than_words_of_a_person() -> None:
    person = listed("1", "Quilombera Tzintzun Pulquero")
    subject = Subject(type=PartyType.PERSON, names=(Name(text="Quilombera Tzintzun Pulquero"),))
    with matcher_over(person) as matcher:
        assert matcher.score(subject, 0).bits > bits(
            "Quilombera Tzintzun Pulquero", "Quilombera Tzintzun Pulquero"
        )
