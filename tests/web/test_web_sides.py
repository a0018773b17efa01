"""What both sides of pairs say: read where they are at hand, quoted where nothing is, else unknown."""

import pytest

from casework.desks import finding
from tamiz.casework import Fields, listed_fields
from tamiz.model import (
    Assessment,
    Finding,
    Listed,
    Name,
    OtherListing,
    PartyType,
    Queue,
    SourceRecord,
)
from tamiz.web.sides import Known, sides_of

PERSON = Listed(source="un-sc", id="QDi.1", name="x")
MERGED = Listed(
    source="un-sc", id="QDi.1", name="x", also=(OtherListing(source="eu-fsf", id="9", name="x"),)
)
RECORD = SourceRecord(
    source="un-sc", id="QDi.1", type=PartyType.PERSON, raw="1", names=(Name(text="El Gato"),)
)
MINE, THEIRS = Fields(names=("mine",)), Fields(names=("theirs",))
QUOTED = Fields(names=("b",))  # as the finding's evidence has it
HERE, GONE = {"A1": MINE}, {"A2": MINE}


def found(*told: Finding) -> Assessment:
    return Assessment(id="A1", queue=Queue.REVIEW, rule="test", findings=told, name="x")


def other_side(one: Finding, known: Known) -> Fields | None:
    return sides_of(found(one), known).of(one)


@pytest.mark.parametrize(
    ("listed", "known", "expected"),
    [
        (PERSON, Known(), QUOTED),
        (PERSON, Known(applicants=HERE), QUOTED),
        (PERSON, Known(records={"un-sc/QDi.1": RECORD}), listed_fields([RECORD])),
        (PERSON, Known(records={}), None),  # the store has it no longer
        (MERGED, Known(records={"un-sc/QDi.1": RECORD}), None),  # only one of its entries
        (PERSON, Known(records={}, others={"un-sc/QDi.1": THEIRS}), None),
        (PERSON, Known(others={"un-sc/QDi.1": THEIRS}), THEIRS),
        (PERSON, Known(applicants=GONE), None),  # of the applicant themselves nothing can be read
    ],
)
def test_a_listed_party(listed: Listed, known: Known, expected: Fields | None) -> None:
    assert other_side(finding(listed=listed), known) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Known(), QUOTED),
        (Known(records={}), QUOTED),
        (Known(applicants=HERE | {"A7": THEIRS}), THEIRS),
        (Known(applicants=HERE), None),
        (Known(applicants=HERE, others={"applicant/A7": THEIRS}), THEIRS),
    ],
)
def test_another_applicant(known: Known, expected: Fields | None) -> None:
    assert other_side(finding(other="A7"), known) == expected


@pytest.mark.parametrize(
    ("known", "own"), [(Known(), Fields(names=("a",))), (Known(applicants=HERE), MINE)]
)
def test_the_applicant(known: Known, own: Fields) -> None:
    assert sides_of(found(finding(listed=PERSON)), known).applicant == own
