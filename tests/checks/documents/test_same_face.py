"""Faces that are near each other; made of numbers here, since dlib is an extra."""

from pathlib import Path

import pytest
from msgspec import structs

from checks.documents.applicants import (
    answers,
    applicant,
    claim,
    page,
    paper,
    reading,
    seen,
    with_files,
)
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.same_picture import FACE
from tamiz.documents.pictures.faces import NUMBERS
from tamiz.intake.evidence_files import Brought, FileRead
from tamiz.links import CohortRegister
from tamiz.model import Dossier


def face(apart: float) -> tuple[float, ...]:
    """A face that lies so far from that of nought."""
    return (apart, *([0.0] * (NUMBERS - 1)))


def scan(path: str, apart: float) -> FileRead:
    return structs.replace(seen(path, structs.replace(page(), face=face(apart))), given="scan.jpg")


def person(number: str, name: str) -> Dossier:
    document = with_files(paper(), "scan.jpg")
    return structs.replace(applicant(document, identity=claim(name)), id=number)


@pytest.mark.parametrize(
    ("apart", "strengths"),
    [(0.0, [Strength.B]), (0.39, [Strength.B]), (0.45, [Strength.C]), (0.51, []), (0.9, [])],
)
def test_how_near_faces_are_is_how_much_it_proves(
    tmp_path: Path, apart: float, strengths: list[Strength]
) -> None:
    rosa, path = person("B-0001", "Rosa Amaya Díaz"), tmp_path / "register"
    with CohortRegister(path, is_new=True) as register:
        register.add(Brought(rosa, (scan("a.jpg", 0.0),)))
        register.add(Brought(person("B-0002", "Iryna Kovalenko"), (scan("b.jpg", apart),)))
        register.finish()
    with CohortRegister(path, is_new=False) as register:
        context = structs.replace(reading(scan("a.jpg", 0.0)), register=register)
        found = answers(FACE, rosa, context)

    assert [one.strength for one in found] == strengths


def test_without_the_extra_no_page_has_a_face() -> None:
    assert answers(FACE, person("B-0001", "Rosa Amaya Díaz"), reading(seen("a.jpg", page()))) == []
