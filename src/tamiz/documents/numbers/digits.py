"""Sums that check digits are made of."""

from collections.abc import Sequence
from operator import mul


def weighted(digits: str, weights: Sequence[int]) -> int:
    """The sum of the digits times their weights, as far as there are weights.

    >>> weighted("123", (3, 2, 1))
    10
    """
    return sum(map(mul, map(int, digits), weights))
