"""A barcode is held against the other parts of its document."""

import pytest

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
from documents.test_barcodes import ARGENTINE
from tamiz.checks.documents.barcode import RULE


@pytest.mark.parametrize(
    ("number", "born", "found"),
    [
        ("30.111.222", "1983-02-14",
         [("clear", "document.barcode.number_agrees"), ("clear", "document.barcode.birth_date_agrees")]),
        ("30111223", "", [("concern", "document.barcode.number_differs")]),
        ("", "1984-02-14", [("concern", "document.barcode.birth_date_differs")]),
        ("", "1983", []),  # not to the day: nothing to compare
    ],
)  # fmt: skip
def test_number_and_birth_date_are_compared(
    number: str, born: str, found: list[tuple[str, str]]
) -> None:
    document = with_files(paper("ID", number=number), "back.jpg")
    context = reading(seen("back.jpg", page(barcode=ARGENTINE)))

    assert told(RULE, applicant(document, identity=claim(born=born)), context) == found


def test_a_barcode_of_unknown_form_says_nothing() -> None:
    document = with_files(paper("ID", number="30111223"), "back.jpg")
    context = reading(seen("back.jpg", page(barcode="https://example.org")))

    assert told(RULE, applicant(document), context) == []


def test_the_personal_number_of_the_bearer_may_be_in_the_barcode() -> None:
    document = with_files(paper("ID", number="T000111"), "back.jpg")
    context = reading(seen("back.jpg", page(barcode=ARGENTINE)))
    who = claim(number=("30111222", "ar"))

    assert ("clear", "document.barcode.number_agrees") in told(
        RULE, applicant(document, identity=who), context
    )
