"""What birth dates, sex, nationality and numbers add to a comparison of two parties."""

import pytest

from matching.invented import dates
from tamiz.matching import Subject, compare_pair
from tamiz.model import Address, Identifier, IdentifierKind, Name, Nationality, PartyType, Sex

NAME = (Name(text="Igor Quilombera"),)


def person(
    *, born: str = "", sex: Sex | None = None, country: str = "", number: str = ""
) -> Subject:
    return Subject(
        type=PartyType.PERSON,
        names=NAME,
        birth_dates=dates(born) if born else (),
        sex=sex,
        nationalities=(Nationality(country=country),) if country else (),
        identifiers=(
            (Identifier(kind=IdentifierKind.NATIONAL, number=number, country="mx"),)
            if number
            else ()
        ),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(born="1980-03-09"), person(born="1994-07-22")),
        (person(born="1980-03-09"), person(born="1980-07-22")),
        (person(born="1980"), person(born="1984")),
        (person(sex=Sex.MALE), person(sex=Sex.FEMALE)),
        (person(number="GOMJ800309HDFRRN01"), person(number="PEXA910722HDFRRL02")),
    ],
)
def test_a_contradiction_outweighs_names_that_agree(one: Subject, other: Subject) -> None:
    assert not compare_pair(one, other).agrees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(born="1980-03-09"), person(born="1980-03-09")),
        (person(born="1980-03-09"), person(born="1980-09-03")),
        (person(born="1980"), person(born="1980-03-09")),
        (person(country="mx"), person(country="co")),
        (person(born="1980-03-09"), person()),
    ],
)
def test_what_is_no_contradiction_leaves_the_names_agreeing(one: Subject, other: Subject) -> None:
    assert compare_pair(one, other).agrees


def test_the_same_number_outweighs_another_name() -> None:
    one = person(number="GOMJ800309HDFRRN01")
    other = Subject(
        type=PartyType.PERSON, names=(Name(text="Oleg Quilombera"),), identifiers=one.identifiers
    )

    assert not compare_pair(person(), Subject(type=other.type, names=other.names)).agrees
    assert compare_pair(one, other).agrees


def test_a_birth_date_that_agrees_does_not_outweigh_another_name() -> None:
    other = Subject(
        type=PartyType.PERSON,
        names=(Name(text="Ana Zubizarreta"),),
        birth_dates=dates("1980-03-09"),
    )

    assert not compare_pair(person(born="1980-03-09"), other).agrees


def test_the_same_address_speaks_for_a_match_and_another_says_nothing() -> None:
    def at(text: str) -> Subject:
        return Subject(type=PartyType.PERSON, names=NAME, addresses=(Address(text=text),))

    without = compare_pair(person(), person()).bits
    same = compare_pair(at("Calle Mayor 7, 28013 Madrid"), at("MADRID 28013, Calle Mayor 7"))
    other = compare_pair(at("Calle Mayor 7, 28013 Madrid"), at("Rue Haute 2, 1000 Bruxelles"))

    assert same.bits > without == other.bits
