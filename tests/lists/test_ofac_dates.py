"""Dates of birth as OFAC writes them."""

import pytest

from tamiz.lists.ofac_dates import read_birth


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12 Apr 1976", ["1976-04-12"]),
        ("Apr 1976", ["1976-04"]),
        ("1976", ["1976"]),
        ("circa 1976", ["~1976"]),
        ("1970 to 1975", ["1970/1975"]),
        ("circa 1970 to 1975", ["~1970/1975"]),
        ("01 Jan 1970 to 31 Dec 1970", ["1970"]),
        ("01 Feb 1970 to 28 Feb 1970", ["1970-02"]),
        ("Mar 1962 to Feb 1963", ["1962/1963"]),
        ("Mar 1962 to Apr 1962", ["1962"]),
        ("circa Mar 1962 to Feb 1963", ["~1962/1963"]),
        ("early sixties", []),
        ("31 Feb 1970", []),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, read: list[str]) -> None:
    assert [date.text() for date in read_birth(text, field="DOB")] == read
