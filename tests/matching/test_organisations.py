"""Names of firms: the legal form tells nothing, words of trades little, a rare word much."""

import pytest

from matching.invented import listed, matcher_over
from tamiz.matching import Subject, default_weights, probability_of
from tamiz.model import Name, PartyType
from tamiz.screening import load_policy

RELATED = load_policy().policy.thresholds.related


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
    firm = bits("Quilombera Tzintzun Pulquero", "Quilombera Tzintzun Pulquero")
    with matcher_over(person) as matcher:
        words = firm - default_weights().organisation.same_whole
        assert matcher.score(subject, 0).bits > words


@pytest.mark.parametrize("name", ["Quilombera", "Los Tzintzunes", "Quilombera y Tzintzun S.A."])
def test_a_whole_name_that_is_the_same_is_worth_a_look(name: str) -> None:
    assert probability_of(bits(name, name)) >= RELATED


@pytest.mark.parametrize(
    ("listed_name", "name"),
    [
        ("Policía Nacional Revolucionaria", "Policía Nacional Civil"),
        ("Ministry of Internal Affairs Internal Troops", "Ministry of Internal Affairs"),
        ("Grupo de Seguridad Quilombera", "Grupo de Seguridad"),
    ],
)
def test_words_that_thousands_of_offices_bear_tell_none_apart(listed_name: str, name: str) -> None:
    assert probability_of(bits(listed_name, name)) < RELATED


def test_the_search_finds_what_the_scorer_finds_by_a_whole_name() -> None:
    firms = [listed(str(at), name, party=PartyType.ORGANISATION)
             for at, name in enumerate(("Quilombera", "Quilombera Tzintzun", "Tzintzun Oro"))]  # fmt: skip
    subject = Subject(type=PartyType.ORGANISATION, names=(Name(text="Quilombera"),))
    with matcher_over(*firms) as matcher:
        found = {match.record.id for match in matcher.find(subject, floor=RELATED)}
        scored = (matcher.score(subject, at) for at in range(len(firms)))

        assert found == {match.record.id for match in scored if match.probability >= RELATED}
        assert "0" in found


@pytest.mark.parametrize(
    ("listed_name", "name"),
    [
        ("ТОВ «Поділля-Адамчук Агро»", "ТОВ «Поділля-Цимбалюк Агро»"),
        ("Січ-Ющенко Мед", "Січ-Вівчаренко Мед"),
        ("Карпати-Ющенко Буд", "Карпати-Вівчаренко Буд"),
        ("Волинь-Ющенко Транс Сервіс", "Волинь-Вівчаренко Транс Сервіс"),
        ("ООО «Сибирь-Журавлёв Строй»", "ООО «Сибирь-Киломберов Строй»"),
        ("Охорона Полісся Ющенко", "Охорона Полісся Вівчаренко"),
        ("Agropecuaria Andina Quilombera", "Agropecuaria Andina Tzintzun"),
    ],
)
def test_a_shared_region_and_trade_are_no_likeness_of_firms(listed_name: str, name: str) -> None:
    assert probability_of(bits(listed_name, name)) < RELATED / 10
