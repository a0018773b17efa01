"""Both sides next to each other."""

import pytest

from output.sample_run import shared_phone, watchlist_finding
from tamiz.model import Evidence
from tamiz.output.sides import side_by_side


def test_names_stand_whole_and_first_and_the_prior_does_not_stand_at_all() -> None:
    found = watchlist_finding("Ana Nadie", "NADIE, Ana", dates=("1990", "1991"), bits=(20.0, 8.0))

    sides = side_by_side(found.evidence)

    assert [(side.feature, side.applicant, side.other, side.verdict) for side in sides] == [
        ("name", "Ana Nadie", "NADIE, Ana", "agrees"),
        ("birth_date", "1990", "1991", "near"),
        ("birth_place", "Ciudad Invento", "Ciudad Invento; Quimera", "agrees"),
        ("nationality", "Ruritania", "Graustark", "differs"),
    ]


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        ("1996-11-12", "1996-12-11", "near"),
        ("12 Nov 1996", "1996-11-12", "agrees"),
        ("1996-11-12", "1996", "agrees"),
        ("1996-11-12; 1996-12-11", "1996-12-11", "agrees"),
        ("1996-11-12", "circa 1997", "agrees"),
        ("of age", "1996", "agrees"),
    ],
)
def test_two_days_that_are_not_one_are_near_at_most(here: str, there: str, verdict: str) -> None:
    found = Evidence(
        feature="birth_date", code="birth_date.x", bits=3.0, applicant=here, other=there
    )

    assert side_by_side([found])[0].verdict == verdict


def test_a_side_that_says_nothing_is_not_compared() -> None:
    missing = Evidence(feature="birth_date", code="birth_date.missing_listed", applicant="1990")

    assert side_by_side([missing])[0].verdict == "uncompared"


def test_evidence_without_weight_has_no_verdict() -> None:
    assert side_by_side(shared_phone("x").evidence)[0].verdict == ""


def test_two_numbers_are_two_lines_and_the_same_pair_is_one() -> None:
    def same(number: str) -> Evidence:
        return Evidence(
            feature="identifier", code="identifier.same", bits=9.0, applicant=number, other=number
        )

    assert [side.applicant for side in side_by_side([same("1"), same("2"), same("1")])] == [
        "1",
        "2",
    ]
