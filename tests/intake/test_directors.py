"""Who is told at a sponsor's contacts to lead it."""

from pathlib import Path

import pytest

from intake.reading import one
from tamiz.intake.dossiers.directors import LONGEST, MOST, directors_in
from tamiz.intake.dossiers.entries import Value
from tamiz.model import RelationKind


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("+57 310 345 7820; director: Rafael Campos Valdez", ["Rafael Campos Valdez"]),
        ("Representante legal: Ana Luna, ana@altoverde.example", ["Ana Luna"]),
        ("Rafael Campos Valdez (director), +57 310 345 7820", ["Rafael Campos Valdez"]),
        ("директор: Олена Коваленко; +380 44 279 00 00", ["Олена Коваленко"]),
        ("Gérant : Jean-Luc Moreau", ["Jean-Luc Moreau"]),
        ("CEO - Ann Moss / contact: Bob Reyes", ["Ann Moss", "Bob Reyes"]),
        ("Rafael Campos Valdez", []),  # a street may be called so
        ("director: +57 310 345 7820", []),
        ("director: Rafael", []),
        ("contact: office@altoverde.example", []),
        ("www.altoverde.example", []),
        ("", []),
    ],
)
def test_a_name_beside_an_office_is_told(written: str, names: list[str]) -> None:
    assert list(directors_in(Value(written, "sponsor_contact"))) == names


def test_no_cell_has_more_than_a_few() -> None:
    written = "; ".join(f"director: Ana {chr(97 + at)}una" for at in range(20))

    assert len(list(directors_in(Value(written, "x")))) == MOST


@pytest.mark.parametrize("text", ["director: " * LONGEST, "Ana (" * LONGEST, "a " * LONGEST])
def test_a_hostile_cell_has_none(text: str) -> None:
    assert list(directors_in(Value(text, "x"))) == []


def test_a_director_is_a_party_of_the_applicant(tmp_path: Path) -> None:
    told = {"sponsor": "Altoverde", "sponsor_contact": "director: Rafael Campos Valdez"}

    _, director = one(tmp_path, **told).relations

    assert (director.kind, director.name) == (RelationKind.DIRECTOR, "Rafael Campos Valdez")


def test_who_is_named_anyway_is_named_once(tmp_path: Path) -> None:
    told = {
        "sponsor": "Altoverde",
        "sponsor_contact": "director: Rafael Campos",
        "referees": "Rafael Campos",
    }

    found = one(tmp_path, **told).relations

    assert [party.kind for party in found] == [RelationKind.SPONSOR, RelationKind.REFEREE]
