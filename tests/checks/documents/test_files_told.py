"""Every reason for which a file cannot be read has its sentence in the check of documents."""

import pytest
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, applicant, paper, with_files
from tamiz.checks.documents.check import MOST_TOLD, run
from tamiz.intake.evidence_files import FileRead
from tamiz.intake.evidence_folder import FileProblem
from tamiz.model import Outcome
from tamiz.wording import Language, catalogue

OF_PICTURES = (
    "bomb crashed encrypted_pdf not_a_picture other_format timeout too_large truncated".split()
)


@pytest.mark.parametrize("problem", [*OF_PICTURES, *FileProblem])
@pytest.mark.parametrize("language", Language)
def test_every_problem_has_a_sentence(problem: str, language: Language) -> None:
    assert f"document.files.{problem}" in catalogue(language)


@pytest.mark.parametrize("problem", OF_PICTURES)
def test_a_file_that_cannot_be_read_is_an_open_question(problem: str) -> None:
    dossier = applicant(with_files(paper(number="A1"), "scan.jpg"))
    context = replace(NOBODY, files=(FileRead(given="scan.jpg", path="scan.jpg", problem=problem),))

    found = [one for one in run(dossier, context) if one.check == "document_files"]

    assert [(one.outcome, one.evidence[0].code) for one in found] == [
        (Outcome.INDETERMINATE, f"document.files.{problem}")
    ]
    assert found[0].next_step


def test_pages_beyond_the_most_that_are_read_are_no_question() -> None:
    dossier = applicant(with_files(paper(number="A1"), "scan.pdf"))
    read = FileRead(given="scan.pdf", path="scan.pdf", problem="too_many_pages")

    assert "document_files" not in {
        one.check for one in run(dossier, replace(NOBODY, files=(read,)))
    }


def test_many_files_with_one_problem_are_one_question() -> None:
    paths = [f"{at}.jpg" for at in range(200)]
    dossier = applicant(with_files(paper(number="A1"), *paths))
    files = tuple(FileRead(given=path, path=path, problem="missing") for path in paths)

    found = [
        one for one in run(dossier, replace(NOBODY, files=files)) if one.check == "document_files"
    ]

    assert [len(one.evidence) for one in found] == [MOST_TOLD]
