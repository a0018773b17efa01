"""Claimed experience and profession against age."""

import pytest
from msgspec.structs import replace

from checks.background.stories import applicant, served, told
from tamiz.checks.background.experience import RULE


@pytest.mark.parametrize(
    ("text", "born", "expected"),
    [
        ("Ejército, 4 años, cabo", "2004-05-01", ["clear"]),
        ("army, 30 years", "2000-05-01", ["concern B"]),
        ("infantry, 18 years", "2000-05-01", ["concern C"]),
        ("служба 40 років", "2000-05-01", ["concern B"]),
        ("25 years old, army", "2000-05-01", []),
        ("tengo 25 años, ejército", "2000-05-01", []),  # the applicant's own age
        ("30 años de edad", "2000-05-01", []),
        ("conscript, 1 year", "2007-05-01", ["clear"]),
        ("1990-2000 army", "2000-05-01", []),
    ],
)
def test_years_of_service_against_age(text: str, born: str, expected: list[str]) -> None:
    assert [outcome for outcome, _ in told(RULE, applicant(served(text), born=born))] == expected


@pytest.mark.parametrize(
    ("occupation", "born", "expected"),
    [
        ("retired officer", "2003-01-01", ["concern C"]),
        ("oficial retirado", "2003-01-01", ["concern C"]),
        ("офіцер у відставці", "2003-01-01", ["concern C"]),
        ("coronel", "2003-01-01", ["concern C"]),
        ("soldado retirado", "2003-01-01", []),  # discharged
        ("police officer (former)", "2003-01-01", []),
        ("retired officer", "1970-01-01", []),
        ("генеральний директор", "2003-01-01", []),
        ("sargento mayor", "2003-01-01", []),
        ("professor", "2004-06-01", []),  # of a school, in Portuguese
        ("associate professor", "2004-06-01", ["concern C"]),
        ("surgeon's assistant", "1970-01-01", []),
    ],
)
def test_a_profession_against_age(occupation: str, born: str, expected: list[str]) -> None:
    dossier = replace(applicant(born=born), occupation=occupation)

    assert [outcome for outcome, _ in told(RULE, dossier)] == expected


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        ("Batallón de Infantería No. 18 Coronel Jaime Rooke, soldado", []),
        ("cabo, Batallón Coronel Jaime Rooke", []),
        ("BATALLÓN DE INFANTERÍA CORONEL JAIME ROOKE", []),
        ("Escuela Militar Almirante Padilla", []),
        ("Brigada General de División Luis Acosta, soldado", []),
        ("Batalhão Coronel Pedro Dias, soldado", []),
        ("Regiment Colonel Denfert, private", []),
        ("131 батальйон імені полковника Євгена Коновальця, солдат", []),
        ("полк імені полковника Болбочана", []),
        ("батальон имени полковника Иванова, рядовой", []),
        ("Batallón de Infantería No. 18, coronel", ["concern C"]),
        ("Batallón de Infantería No. 18 (coronel)", ["concern C"]),
        ("Coronel, Batallón Jaime Rooke", ["concern C"]),
        ("coronel del Batallón Jaime Rooke", ["concern C"]),
        ("Batallón Coronel Jaime Rooke, coronel", ["concern C"]),
        ("Batallón de Infantería coronel", ["concern C"]),
        ("полковник 95 бригади", ["concern C"]),
    ],
)
def test_a_rank_in_the_name_of_a_unit_is_not_the_mans(service: str, expected: list[str]) -> None:
    dossier = applicant(served(service), born="2002-01-01")

    assert [outcome for outcome, _ in told(RULE, dossier)] == expected


@pytest.mark.parametrize(("born", "applied"), [("", "2026-03-02"), ("2000-01-01", "")])
def test_without_age_nothing_is_asked(born: str, applied: str) -> None:
    dossier = applicant(served("army, 90 years"), applied=applied)
    identity = replace(dossier.identity, birth_dates=dossier.identity.birth_dates if born else ())

    assert told(RULE, replace(dossier, identity=identity)) == []
