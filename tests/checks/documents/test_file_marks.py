"""Marks that programs leave in files are hints, whichever file they stand in."""

import pytest

from checks.documents.applicants import applicant, page, paper, reading, seen, told, with_files
from tamiz.checks.documents import editing_marks, pdf_marks

DOCUMENT = applicant(with_files(paper(number="A1"), "scan"))


@pytest.mark.parametrize(
    ("software", "found"),
    [
        ("Adobe Photoshop 25.1 (Windows)", [("concern", "document.editing_marks.software")]),
        ("GIMP 2.10.36", [("concern", "document.editing_marks.software")]),
        ("HP Scan", []),
        ("17.4.1", []),  # a phone's own
        ("", []),
    ],
)
def test_a_picture_saved_by_an_editor_is_told(software: str, found: list[tuple[str, str]]) -> None:
    context = reading(seen("scan", page(software=software)))

    assert told(editing_marks.RULE, DOCUMENT, context) == found
    assert told(pdf_marks.RULE, DOCUMENT, context) == []


@pytest.mark.parametrize(
    ("updates", "software", "codes"),
    [(1, "", []), (2, "", []), (3, "", ["updates"]), (1, "Adobe Illustrator 28", ["software"])],
)
def test_a_pdf_that_was_changed_or_drawn_is_told(
    updates: int, software: str, codes: list[str]
) -> None:
    context = reading(seen("scan", page(software=software, updates=updates), kind="pdf"))

    found = told(pdf_marks.RULE, DOCUMENT, context)

    assert found == [("concern", f"document.pdf_marks.{code}") for code in codes]
    assert told(editing_marks.RULE, DOCUMENT, context) == []
