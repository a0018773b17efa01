"""The groups designated as foreign terrorist organisations since 2025."""

import re
from datetime import date

import pytest

from tamiz.lists.designated_groups import Group, designation, groups


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("CARTEL DE JALISCO NUEVA GENERACION", "Cártel de Jalisco Nueva Generación"),
        ("Cártel de Jalisco Nueva Generación (CJNG)", "Cártel de Jalisco Nueva Generación"),
        ("CJNG", "Cártel de Jalisco Nueva Generación"),
        ("ms 13", "Mara Salvatrucha"),
        ("Sinaloa  Cartel", "Cártel de Sinaloa"),
        ("KATAIB AL IMAM ALI", "Kata'ib al-Imam Ali"),
        ("GULF CARTEL", "Cártel del Golfo"),
        ("GULF CLAN", "Clan del Golfo"),
        ("THE FAJR FORCES", "Lebanese Muslim Brotherhood"),
    ],
)
def test_a_group_is_known_by_any_spelling_of_its_names(written: str, name: str) -> None:
    found = designation(written)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "name", ["", "()", "CARTEL", "CARTEL DE JALISCO", "LA FAMILIA MICHOACANA", "JEMAAH ISLAMIYAH"]
)
def test_a_part_of_a_name_or_another_group_is_not_taken_for_it(name: str) -> None:
    assert designation(name) is None


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.name)
def test_every_group_says_what_since_when_and_from_where(group: Group) -> None:
    assert group.designation == "FTO, SDGT"
    assert date(2025, 2, 20) <= date.fromisoformat(group.date) <= date(2026, 11, 25)
    assert group.date_is in {"effective", "announced"}
    assert group.source
    assert re.fullmatch(
        r"|(\d\d FR \d+; )?FR Doc\. 202\d-\d{5}(; Public Notice \d{5})?", group.notice
    )


def test_groups_stand_in_the_order_of_their_designation() -> None:
    assert list(groups()) == sorted(groups(), key=lambda group: group.date)


def test_no_alias_is_given_to_two_groups() -> None:
    names = [name.casefold() for group in groups() for name in (group.name, *group.aliases)]

    assert len(names) == len(set(names))
    assert all(designation(name) in groups() for name in names)
