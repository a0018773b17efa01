"""Names as keys that meet across scripts, and how common they are."""

from pathlib import Path

import pytest

from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister, declared_by, keys_of
from tamiz.links.persons import BIRTHDAYS
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    NameKind,
    Nationality,
    PartialDate,
)

BORN = PartialDate(year=1984, month=11, day=7)


def person(
    *names: str, born: PartialDate = BORN, kind: NameKind = NameKind.PRIMARY, key: str = "A"
) -> Dossier:
    claim = IdentityClaim(
        names=tuple(Name(text=name, kind=kind) for name in names), birth_dates=(born,)
    )
    return Dossier(id=key, identity=claim)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rosendo Quiñónez Batres", "BATRES QUINONEZ, rosendo"),
        ("Сергій Мельник", "Serhii Melnyk"),
        ("Serhii Melnyk", "Sergey Melnik"),
        ("Juan de la Cruz", "Juan Cruz"),
    ],
)
def test_one_name_in_two_spellings_is_one_key(one: str, other: str) -> None:
    assert keys_of(person(one)) == keys_of(person(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rosendo Quiñónez Batres", "Rosendo Quiñónez"),
        ("Luis Ramos", "Luisa Ramos"),
        ("José Ramos", "Juan Ramos"),
    ],
)
def test_other_names_are_other_keys(one: str, other: str) -> None:
    assert keys_of(person(one)) != keys_of(person(other))


@pytest.mark.parametrize(
    "dossier",
    [
        person("Rosendo"),
        person("???"),
        person("Ghost Rider", kind=NameKind.CODE),
        person("Ana Ramos", born=PartialDate(year=1984)),
        person("Ana Ramos", born=PartialDate(year=1984, month=11, day=7, circa=True)),
        Dossier(id="A"),
    ],
)
def test_what_names_nobody_has_no_key(dossier: Dossier) -> None:
    assert keys_of(dossier) == ()


def test_every_number_and_state_counts_as_declared() -> None:
    bearer = IdentityClaim(
        nationalities=(Nationality(country="ve", text="VEN"),),
        identifiers=(Identifier(kind=IdentifierKind.NATIONAL, number="V-12345678"),),
    )
    document = IdentityEvidence(code="P", number="AB 123456", issuing_state="mx", bearer=bearer)
    claim = IdentityClaim(
        nationalities=(Nationality(country="sv", text="SLV"), Nationality(country=None, text="?")),
        identifiers=(Identifier(kind=IdentifierKind.NATIONAL, number="01234567-8"),),
    )

    found = declared_by(Dossier(id="A", identity=claim, documents=(document,)))

    assert found.numbers == {"AB123456", "V12345678", "012345678"}
    assert found.states == {"sv", "mx", "ve"}
    assert found.papers == "AB 123456 (MX); SV; VE"


def expected(folder: Path, *dossiers: Dossier) -> float:
    with CohortRegister(folder / "register", is_new=True) as register:
        for dossier in dossiers:
            register.add(Brought(dossier))
        register.finish()
        (key,) = keys_of(dossiers[0])
        return register.persons.expected(*key)


def test_a_pair_among_few_is_no_chance(tmp_path: Path) -> None:
    pair = (person("Ana Ramos"), person("ANA RAMOS", key="B"))

    assert expected(tmp_path, *pair) == pytest.approx(2 / (BIRTHDAYS + 2))


def test_a_common_name_and_a_common_day_make_chance_greater(tmp_path: Path) -> None:
    others = [person("Ana Ramos", born=PartialDate(year=1990, month=1, day=2), key=f"C{at}")
              for at in range(8)]  # fmt: skip
    same_day = [person(f"Nadie Q{'u' * at}ra", key=f"D{at}") for at in range(1, 6)]

    found = expected(
        tmp_path, person("Ana Ramos"), person("Ana Ramos", key="B"), *others, *same_day
    )

    assert found == pytest.approx(10 * 9 * (5 + 1) / (BIRTHDAYS + 15))
