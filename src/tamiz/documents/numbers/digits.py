"""Sums that check digits are made of."""

from collections.abc import Sequence


def weighted(digits: str, weights: Sequence[int]) -> int:
    """The sum of the digits times their weights, as far as there are weights.

    >>> weighted("123", (3, 2, 1))
    10
    """
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
