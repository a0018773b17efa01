"""The levels of parties by their birth dates: no date proves more than its level says."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.invented import dates, listed, matcher_over
from tamiz.matching import Matcher
from tamiz.matching.birth_bound import born_alike
from tamiz.matching.birth_evidence import compare_age, compare_birth_dates
from tamiz.matching.birth_levels import FAR, NEAR, UNKNOWN, BirthLevels
from tamiz.matching.weights import default_weights
from tamiz.model import PartialDate

WEIGHTS = default_weights().birth_date
DATES = st.builds(
    PartialDate,
    year=st.integers(1960, 1966) | st.sampled_from([1936, 1969, 1996]),
    month=st.integers(3, 5),
    day=st.none() | st.integers(3, 5),
    circa=st.booleans(),
) | st.builds(PartialDate, year=st.integers(1950, 1970), until=st.none() | st.integers(1970, 1990))


def level(matcher: Matcher, here: tuple[PartialDate, ...]) -> int:
    """The level of the first party of an index beside a subject with these dates."""
    levels, only = BirthLevels(matcher.index, WEIGHTS), np.array([0])
    return int(levels.of(levels.told([here]), only, only)[0])


def most(here: tuple[PartialDate, ...]) -> list[float]:
    """What birth dates can prove at each level for a subject with these dates."""
    with matcher_over(listed("1", "Somebody")) as matcher:
        found: list[float] = BirthLevels(matcher.index, WEIGHTS).most([here])[0].tolist()
        return found


@given(st.lists(DATES, min_size=1, max_size=2), st.lists(DATES, max_size=3))
def test_birth_dates_never_prove_more_than_their_level_says(
    here: list[PartialDate], there: list[PartialDate]
) -> None:
    subject = tuple(here)
    evidence = compare_birth_dates(subject, tuple(there), WEIGHTS)
    if not there:
        evidence = compare_age(subject, evidence, WEIGHTS)
    record = msgspec.structs.replace(listed("1", "Somebody"), birth_dates=tuple(there))
    with matcher_over(record) as matcher:
        proved = BirthLevels(matcher.index, WEIGHTS).most([subject])[0, level(matcher, subject)]
        _, alike = born_alike(matcher.index, [subject])

    assert 0 in alike or (evidence.bits or 0.0) <= proved


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("1990-05-04", "", UNKNOWN),
        ("1990-05-04", "1960-11-20", FAR),
        ("1990-05-04", "1987-11-20", FAR),
        ("1990-05-04", "1988-11-20", NEAR),
        ("1990-05-04", "1992", NEAR),
        ("1990-05-04", "1993", FAR),
        ("1990-05-04", "1960-05-04", NEAR),  # the year may be mistyped
        ("1990", "1960-05-04", FAR),
        ("circa 1990", "1986", NEAR),
        ("1990-05-04", "circa 1986", NEAR),
        ("1990-05-04", "1975-1988", NEAR),
    ],
)
def test_parties_are_near_who_may_be_of_the_same_age(here: str, there: str, expected: int) -> None:
    with matcher_over(listed("1", "Somebody", born=there)) as matcher:
        assert level(matcher, dates(here)) == expected


def test_no_level_is_told_apart_without_a_birth_date() -> None:
    assert most(()) == [0.0, 0.0, 0.0]


def test_the_young_need_more_of_a_name_where_no_birth_date_is_listed() -> None:
    assert most(dates("2002-03-04"))[UNKNOWN] == -5.0
