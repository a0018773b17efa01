"""Long gaps of a full history are faint hints; a short history has none."""

import pytest

from checks.background.stories import FPV, applicant, concerns, served, told
from tamiz.checks.background.gap import RULE

ARMY, MILL = served("army", "2008", "2010"), served("mill", "2010", "2013")


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2014", "clear"), ("2016", "clear"), ("2019", "concern C")],
)
def test_a_gap_must_surely_be_long(start: str, expected: str) -> None:
    found = told(RULE, applicant(ARMY, MILL, served("shop", start, "2025")))

    assert [outcome for outcome, _ in found] == [expected]


def test_a_gap_that_another_stretch_covers_is_none() -> None:
    farm = served("farm", "2005", "2022")

    assert told(RULE, applicant(ARMY, MILL, farm)) == [("clear", "gap.none")]


def test_two_stretches_are_no_history() -> None:
    assert told(RULE, applicant(ARMY, served("shop", "2019", "2025"))) == []


def test_a_gap_alone_holds_nobody_up_whatever_the_course() -> None:
    dossier = applicant(ARMY, MILL, served("shop", "2019", "2025"), course=FPV)

    assert concerns(dossier) == []
