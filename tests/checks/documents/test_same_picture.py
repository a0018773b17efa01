"""One file, or one page, of two strangers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from checks.documents.applicants import (
    applicant,
    claim,
    page,
    paper,
    reading,
    seen,
    told,
    with_files,
)
from tamiz.checks.documents.same_picture import FILE
from tamiz.intake.evidence_files import Brought, FileRead
from tamiz.links import CohortRegister
from tamiz.model import Dossier

ROSA, IRYNA, SISTER = "Rosa Amaya Díaz", "Iryna Kovalenko", "Lucía Amaya Díaz"
PLAIN = "0" * 64
NEAR, FAR = "f" + "0" * 63, "ffffff" + "0" * 58  # 4 and 24 bits apart
Ask = Callable[..., list[tuple[str, str]]]


def person(number: str, name: str) -> Dossier:
    document = with_files(paper("letter"), "letter.jpg")
    return structs.replace(applicant(document, identity=claim(name)), id=number)


def letter(path: str, fingerprint: str) -> FileRead:
    return structs.replace(seen(path, page(fingerprint=fingerprint)), given="letter.jpg")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def asked(name: str, one: FileRead, other: FileRead) -> list[tuple[str, str]]:
        path = tmp_path / "register"
        with CohortRegister(path, is_new=True) as register:
            register.add(Brought(person("B-0001", ROSA), (one,)))
            register.add(Brought(person("B-0002", name), (other,)))
            register.finish()
        with CohortRegister(path, is_new=False) as register:
            context = structs.replace(reading(one), register=register)
            return told(FILE, person("B-0001", ROSA), context)

    return asked


def test_one_file_of_two_strangers_is_a_concern(ask: Ask) -> None:
    same = letter("a.jpg", PLAIN)

    assert ask(IRYNA, same, same) == [("concern", "document.same_picture.file")]


@pytest.mark.parametrize(
    ("fingerprint", "found"), [(NEAR, [("concern", "document.same_picture.page")]), (FAR, [])]
)
def test_a_page_saved_anew_is_told_and_another_is_not(
    ask: Ask, fingerprint: str, found: list[tuple[str, str]]
) -> None:
    assert ask(IRYNA, letter("a.jpg", PLAIN), letter("b.jpg", fingerprint)) == found


def test_relatives_may_bring_one_letter(ask: Ask) -> None:
    same = letter("a.jpg", PLAIN)

    assert ask(SISTER, same, same) == []


def test_alone_there_is_nobody_to_compare_with() -> None:
    assert told(FILE, person("B-0001", ROSA), reading(letter("a.jpg", PLAIN))) == []
