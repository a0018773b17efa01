"""Persons who trade under their own name."""

import pytest

from tamiz.normalise.traders import is_trader, without_trader_words


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ФОП Коваленко Олена", "Коваленко Олена"),
        ("Фізична особа-підприємець Коваленко О. П.", "Коваленко О. П."),
        ("физлицо-предприниматель Коваленко", "Коваленко"),
        ("ИП Коваленко", "Коваленко"),
        ("Persona natural: Ana Reyes", "Ana Reyes"),
        ("Ana Reyes (autónoma)", "Ana Reyes"),
        ("Ana Reyes, sole trader", "Ana Reyes"),
    ],
)
def test_the_words_for_a_trader_are_no_name(written: str, name: str) -> None:
    assert without_trader_words(written) == name
    assert is_trader(written)


@pytest.mark.parametrize("name", ["Фоплянд", "Іпатенко", "Autonomous Drones", "", "x" * 600])
def test_any_other_name_stays_as_it_is(name: str) -> None:
    assert without_trader_words(name) == name
    assert not is_trader(name)


@pytest.mark.parametrize("name", ["ФОП", "self-employed", "Autónomo", "Sole trader."])
def test_the_words_alone_name_a_trader_and_no_company(name: str) -> None:
    assert without_trader_words(name) == name
    assert is_trader(name)
