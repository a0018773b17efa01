"""How two birth dates agree, and that their bound is never too low."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.invented import dates, listed, matcher_over
from tamiz.matching.birth_bound import birth_bound, born_alike, most_of_others
from tamiz.matching.birth_evidence import compare_age, compare_birth_dates, compare_dates
from tamiz.matching.weights import default_weights
from tamiz.model import PartialDate

WEIGHTS = default_weights().birth_date


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("1980-05-04", "1980-05-04", "same_day"),
        ("1980-05-04", "1980-04-05", "swapped"),
        ("1980-05-04", "1981-05-04", "year_off_one"),
        ("1980-05-04", "1908-05-04", "year_typo"),
        ("1980-05-04", "1990-05-04", "year_typo"),
        ("1980-05-04", "1997-05-04", "same_day_other_year"),
        ("1980-05-04", "1980-05-19", "same_month"),
        ("1980-05-04", "1980-09-04", "same_year_day"),
        ("1980-05-04", "1980-09-17", "same_year"),
        ("1980-05-04", "1980-05", "month"),
        ("1980-05-04", "1980", "year"),
        ("1980-05-04", "1981", "near_year"),
        ("1980-05-04", "circa 1978", "circa"),
        ("1980-05-04", "circa 1980", "circa_year"),
        ("1980-01-01", "1980-01-01", "same_new_year"),
        ("1980-05-04", "1979-1981", "range_narrow"),
        ("1980-05-04", "1978-1982", "range"),
        ("1980-05-04", "1970-1982", "range_wide"),
        ("1980-05-04", "1982-11-30", "close"),
        ("1980-05-04", "1990-11-30", "different"),
        ("1980-05-04", "1999-11-30", "far"),
        ("1980-05-04", "1960-1963", "far"),
    ],
)
def test_each_way_to_agree_has_its_name(one: str, other: str, level: str) -> None:
    assert compare_dates(dates(one)[0], dates(other)[0]) == level
    assert compare_dates(dates(other)[0], dates(one)[0]) == level


def test_a_missing_date_says_so_and_weighs_nothing() -> None:
    evidence = compare_birth_dates((), dates("1980"), WEIGHTS)

    assert (evidence.code, evidence.bits) == ("birth_date.missing_applicant", None)


def test_the_best_of_several_listed_dates_counts_but_less_than_an_only_one() -> None:
    only = compare_birth_dates(dates("1980-05-04"), dates("1980-05-04"), WEIGHTS)
    chosen = compare_birth_dates(dates("1980-05-04"), dates("1971; 1980-05-04; 1985"), WEIGHTS)

    assert chosen.code == only.code
    assert 0 < (chosen.bits or 0) < (only.bits or 0)


PARTIAL = (
    st.builds(
        PartialDate,
        year=st.integers(1940, 2000),
        month=st.none() | st.integers(1, 12),
        day=st.none(),
        circa=st.booleans(),
    )
    | st.builds(
        PartialDate,
        year=st.integers(1978, 1983),
        month=st.integers(3, 6),
        day=st.integers(3, 6),
        circa=st.booleans(),
    )
    | st.builds(PartialDate, year=st.integers(1960, 1980), until=st.integers(1980, 1990))
)


@given(st.lists(PARTIAL, min_size=1, max_size=2), st.lists(PARTIAL, max_size=3))
def test_the_bound_is_never_below_the_evidence(
    here: list[PartialDate], there: list[PartialDate]
) -> None:
    evidence = compare_birth_dates(tuple(here), tuple(there), WEIGHTS)
    record = msgspec.structs.replace(listed("1", "Somebody"), birth_dates=tuple(there))
    with matcher_over(record) as matcher:
        records = matcher.index.name_record[:1]
        bound = birth_bound(matcher.index, records, tuple(here), WEIGHTS)[0]
        _, alike = born_alike(matcher.index, [tuple(here)])

    assert bound >= (evidence.bits or 0.0)
    assert 0 in alike or (evidence.bits or 0.0) <= most_of_others(WEIGHTS)


def test_an_ambiguous_reading_costs_a_bit() -> None:
    sure = dates("1980-05-04")
    unsure = (PartialDate(year=1980, month=5, day=4, ambiguous=True),)

    difference = (compare_birth_dates(sure, sure, WEIGHTS).bits or 0) - (
        compare_birth_dates(unsure, sure, WEIGHTS).bits or 0
    )

    assert difference == pytest.approx(-WEIGHTS.ambiguous)


@pytest.mark.parametrize(
    ("born", "code", "bits"),
    [
        (["1970-05-04"], "missing_listed", None),
        (["1984-12-31"], "missing_listed", None),
        (["1985-01-01"], "young", -1.0),
        (["2002"], "young", -5.0),
        (["2002-03-04", "1960-03-04"], "missing_listed", None),  # may be either
    ],
)
def test_the_young_are_seldom_listed_where_no_birth_date_is(
    born: list[str], code: str, bits: float | None
) -> None:
    readings = tuple(day for text in born for day in dates(text))

    found = compare_age(readings, compare_birth_dates(readings, (), WEIGHTS), WEIGHTS)

    assert (found.code, found.bits) == (f"birth_date.{code}", bits)


def test_no_age_speaks_for_a_match() -> None:
    assert all(bits < 0 for _, bits in WEIGHTS.young)
