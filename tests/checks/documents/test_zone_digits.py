"""Check digits over what was typed and what a picture shows: what is not clear is never right."""

import pytest

from checks.documents.applicants import (
    applicant,
    page,
    paper,
    passport_zone,
    reading,
    seen,
    told,
    with_files,
)
from tamiz.checks.documents.zone_digits import RULE

ZONE = passport_zone("SLV", "Amaya", "Rosa", "900401", "F")
WRONG = (ZONE[0], ZONE[1].replace("900401", "910401"))
DIGIT = [("concern", "document.zone_digits.birth_date")]
HOLD = [("clear", "document.zone_digits.hold")]
IN_PICTURE = [("indeterminate", "document.zone_digits.birth_date")]


@pytest.mark.parametrize(
    ("typed", "picture", "doubtful", "found"),
    [
        (ZONE, (), (), HOLD),
        (WRONG, (), (), DIGIT),
        ((), ZONE, (), HOLD),
        ((), ZONE, ((0, 7),), HOLD),  # a name's sign: the digits hold all the same
        ((), WRONG, (), IN_PICTURE),  # one picture: a human compares
        (WRONG, WRONG, (), DIGIT),  # twice the same: a fact of the document
        (WRONG, ZONE, (), [*HOLD, ("clear", "document.zone.typed_slip")]),
        (WRONG, WRONG, ((1, 14),), DIGIT),
        ((), WRONG, ((1, 14),), [("indeterminate", "document.zone.doubtful")]),
        ((), (), (), [("indeterminate", "document.zone.not_seen")]),
        (("rubbish",), (), (), [("indeterminate", "document.zone.unreadable")]),
        (("rubbish",), ZONE, (), HOLD),
    ],
)
def test_digits_are_held_by_the_reading_to_go_by(
    typed: tuple[str, ...],
    picture: tuple[str, ...],
    doubtful: tuple[tuple[int, int], ...],
    found: list[tuple[str, str]],
) -> None:
    document = with_files(paper(mrz=typed), "scan.jpg")
    context = reading(seen("scan.jpg", page(*picture, doubtful=doubtful)))

    assert told(RULE, applicant(document), context) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("passport", [("indeterminate", "document.zone.not_seen")]),
        ("", [("indeterminate", "document.zone.not_seen")]),
        ("birth certificate", []),
        ("driving licence", []),
    ],
)
def test_only_a_passport_or_an_unknown_document_must_show_a_zone(
    code: str, found: list[tuple[str, str]]
) -> None:
    document = with_files(paper(code, number="A1"), "scan.jpg")

    assert told(RULE, applicant(document), reading(seen("scan.jpg", page()))) == found


def test_a_document_without_zone_and_files_says_nothing() -> None:
    assert told(RULE, applicant(paper(number="A1"))) == []


def test_the_digit_that_would_hold_is_told() -> None:
    from checks.documents.applicants import answers  # noqa: PLC0415 - for one test

    (only,) = answers(RULE, applicant(paper(mrz=WRONG)))

    assert only.evidence.applicant.startswith("910401 ")
    assert only.evidence.other.isdecimal()
