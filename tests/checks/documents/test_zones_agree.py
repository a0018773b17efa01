"""The zone as typed, in a picture, in the chip: one document has one zone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.documents.applicants import (
    answers,
    applicant,
    page,
    paper,
    passport_zone,
    reading,
    seen,
    told,
    with_files,
)
from tamiz.checks.documents.zones_agree import RULE

ZONE = passport_zone("SLV", "Amaya", "Rosa", "900401", "F")
OTHER_BIRTH = passport_zone("SLV", "Amaya", "Rosa", "850401", "F")
OTHER_PERSON = passport_zone("VEN", "Machuca", "Kleiver", "850401")
SLIP = (ZONE[0], ZONE[1].replace("900401", "910401"))


@pytest.mark.parametrize(
    ("typed", "picture", "doubtful", "found"),
    [
        (ZONE, ZONE, (), [("clear", "document.zones.agree")]),
        (ZONE, OTHER_BIRTH, (), [("concern", "document.zones.birth_date")]),
        (SLIP, ZONE, (), []),  # the typist's slip
        (ZONE, passport_zone("SLV", "Amaya", "Rosi", "900401", "F"), (),
         [("concern", "document.zones.name")]),
        # A name of which a sign is not clear is not held against another.
        (ZONE, passport_zone("SLV", "Amaya", "Rosi", "900401", "F"), ((0, 15),),
         [("clear", "document.zones.agree")]),
        (ZONE, (), (), []),
    ],
)  # fmt: skip
def test_two_readings_are_compared_where_both_are_sure(
    typed: tuple[str, ...],
    picture: tuple[str, ...],
    doubtful: tuple[tuple[int, int], ...],
    found: list[tuple[str, str]],
) -> None:
    document = with_files(paper(mrz=typed), "scan.jpg")
    context = reading(seen("scan.jpg", page(*picture, doubtful=doubtful)))

    assert told(RULE, applicant(document), context) == found


def test_another_persons_zone_differs_in_everything() -> None:
    document = with_files(paper(mrz=ZONE), "scan.jpg")

    found = answers(RULE, applicant(document), reading(seen("scan.jpg", page(*OTHER_PERSON))))

    assert {one.evidence.code.rpartition(".")[2] for one in found} == {
        "issuing_state", "name", "nationality", "birth_date", "sex",
    }  # fmt: skip


def test_a_bad_picture_of_another_document_is_an_open_question() -> None:
    broken = (OTHER_PERSON[0], OTHER_PERSON[1].replace("850401", "8504X1"))
    document = with_files(paper(mrz=ZONE), "scan.jpg")
    context = reading(seen("scan.jpg", page(*broken, doubtful=((1, 17),))))

    assert told(RULE, applicant(document), context) == [
        ("indeterminate", "document.zones.picture_unlike")
    ]


@given(st.sets(st.tuples(st.integers(0, 1), st.integers(0, 43)), min_size=1, max_size=40))
def test_a_bad_picture_of_the_same_document_is_no_question(unclear: set[tuple[int, int]]) -> None:
    """Whatever signs are lost: an honest applicant's worn passport holds nobody up."""
    lines = [list(line) for line in ZONE]
    for line, column in unclear:
        lines[line][column] = "X"
    picture = tuple("".join(line) for line in lines)
    document = with_files(paper(mrz=ZONE), "scan.jpg")
    context = reading(seen("scan.jpg", page(*picture, doubtful=tuple(sorted(unclear)))))

    assert {outcome for outcome, _ in told(RULE, applicant(document), context)} <= {"clear"}


def test_a_second_picture_with_another_persons_zone_is_a_concern() -> None:
    document = with_files(paper(), "front.jpg", "back.jpg")
    context = reading(seen("front.jpg", page(*ZONE)), seen("back.jpg", page(*OTHER_PERSON)))

    assert ("concern", "document.zones.name") in told(RULE, applicant(document), context)


def test_one_zone_in_two_pictures_is_one() -> None:
    document = with_files(paper(), "front.jpg", "again.jpg")
    context = reading(seen("front.jpg", page(*ZONE)), seen("again.jpg", page(*ZONE)))

    assert told(RULE, applicant(document), context) == []
