"""The order of listed birth dates, worked out when an index is built."""

import numpy as np
import pytest

from tamiz.matching.births import LONGEST_SPAN, birth_arrays, day_key


def arrays(*rows: tuple[int, int, int, int]) -> dict[str, list[int]]:
    dates = np.array(rows, dtype=np.int16).reshape(-1)
    records = np.arange(len(rows), dtype=np.int32) + 10
    return {name: found.tolist() for name, found in birth_arrays(dates, records).items()}


def test_dates_are_in_the_order_of_their_years() -> None:
    found = arrays((1980, 1, 2, 1980), (1970, 0, 0, 1970))

    assert (found["born_number"], found["born_year"]) == ([1, 0], [1970, 1980])


def test_a_range_of_years_stands_in_each_of_them() -> None:
    found = arrays((1970, 0, 0, 1972))

    assert found["born_year"] == [1970, 1971, 1972]
    assert found["born_record"] == [10, 10, 10]


def test_records_are_in_the_order_of_their_days() -> None:
    found = arrays((1980, 12, 2, 1980), (1980, 2, 12, 1980))

    assert found["born_record"] == [11, 10]
    assert found["born_day"] == [day_key(1980, 2, 12), day_key(1980, 12, 2)]


@pytest.mark.parametrize(("last", "years"), [(1900, 1), (9999, LONGEST_SPAN)])
def test_a_range_without_sense_is_bounded(last: int, years: int) -> None:
    assert len(arrays((1980, 0, 0, last))["born_year"]) == years


def test_nobody_has_no_dates() -> None:
    assert set(map(len, arrays().values())) == {0}
