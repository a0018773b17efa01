"""Values read many at a time are those that are read one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.links.resolve.columns import Column, Numbers
from tamiz.links.resolve.keys import (
    FEW,
    fast_number,
    number_value,
    number_values,
    phone_digits,
    phone_values,
)

PHONES = ["+380 (44) 279-00-01", "044 279-00-01", "none", "+34 600 111 222 ext. 5", "٠٤٤٢٧٩٠٠٠١",
          "000000000", "121212121", "9" * 500, "1\n234567890", ""]  # fmt: skip
NUMBERS = ["AB 123-456", "ab123456", "n/a", "000000", "1111", "12", "XXXX", "x0x0", "АВ123456",
           "TEST", "318471069112345", "1\n23456", ""]  # fmt: skip


def _enough(texts: list[str]) -> list[str]:
    """So many that they are read together."""
    return texts * (FEW // max(len(texts), 1) + 1)


@given(st.lists(st.sampled_from(PHONES) | st.text("0123456789 +-x٣", max_size=15), min_size=1))
def test_phones(texts: list[str]) -> None:
    for some in (texts, _enough(texts)):
        assert phone_values(some).tolist() == [int(phone_digits(one) or 0) for one in some]


@given(st.lists(st.sampled_from(NUMBERS) | st.text("0123456789abX -Ж", max_size=15), min_size=1))
def test_numbers(texts: list[str]) -> None:
    for some in (texts, _enough(texts)):
        keys = [fast_number(one) for one in some]
        assert number_values(some).tolist() == [number_value(key) if key else 0 for key in keys]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ([(0, 5), (1, 5)], [(0, 5), (1, 5)]),
        ([(0, 5), (0, 5)], [(0, 5)]),
        ([(0, 7), (0, 5), (0, 7), (0, 6)], [(0, 7), (0, 5)]),
        ([(0, 7), (0, 7), (0, 5), (2, 7)], [(0, 7), (0, 5), (2, 7)]),
    ],
)
def test_a_record_keeps_its_first_two_values_each_once(
    told: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    column = Column(2)
    for row, value in told:
        column.put(row, value)
    bag = column.bag(3, "address", None)
    assert list(zip(bag.owners.tolist(), bag.values.tolist(), strict=True)) == kept


def test_each_number_kept_has_its_register() -> None:
    numbers = Numbers(8)
    for text, register in (("3184710691", 77), ("n/a", 5), ("3184710691", 0), ("AB123456", 0)):
        numbers.ask_in(0, text, register)
    bag = numbers.bag(1, "number", None)
    expected = [number_value("3184710691"), number_value("AB123456")]
    assert bag.values.tolist() == expected
    assert numbers.registers().tolist() == [77, 0]
    assert bag.count.dtype == np.uint32
