"""Family names are told or recognised; given names, particles and patronymics are none."""

import pytest

from tamiz.links import family_names
from tamiz.model import Name, NamePart, Role
from tamiz.normalise.names import split_family_first


def told(text: str) -> frozenset[str]:
    return family_names([Name(text=text, parts=split_family_first(text))])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iván Palacios", "Luis Palacios Cuesta"),
        ("PALACIOS, Iván", "Luis Palacios"),
        ("Мельник Олег Іванович", "Мельник Петро Степанович"),
        ("Олег Мельник", "Мельник Петро Степанович"),
        ("María del Carmen Quiñónez", "Quiñónez Batres, Rosendo"),
        ("Siarhei Piatrovich Stasanovich", "Дзмітрый Пятровіч Стасановіч"),
    ],
)
def test_relatives_share_a_family_name(one: str, other: str) -> None:
    assert told(one) & told(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("María de la Cruz", "Juan de la Rosa"),
        ("Ahmed bin Salem", "Omar bin Rashid"),
        ("ZAMBRANO, Luis", "PEREZ, Luis"),
        ("Ковальчук Іван Петрович", "Бондар Іван Петрович"),
        ("Luis Zambrano", "Luis Pérez"),
        ("Juan Carlos Zambrano", "Pedro Carlos Ruiz"),
        ("Олена Іванівна Коваль", "Ганна Іванівна Бондар"),
        ("Siarhei Piatrovich Stasanovich", "Maksim Piatrovich Lukashevich"),
    ],
)
def test_strangers_with_one_given_name_or_particle_do_not(one: str, other: str) -> None:
    assert not told(one) & told(other)


def test_roles_that_are_told_are_believed() -> None:
    parts = (NamePart(Role.GIVEN, "Luis"), NamePart(Role.PATERNAL, "Pedro"))

    assert family_names([Name(text="Luis Pedro", parts=parts)]) == {"pedro"}
