"""How likely a coincidence is."""

from math import exp

RARE = 0.05  # expected in a cohort: what chance makes in fewer than one of twenty is told


def poisson_tail(mean: float, least: int) -> float:
    """How likely ``least`` events or more are where ``mean`` are expected.

    >>> round(poisson_tail(0.1, 2), 4), poisson_tail(3.0, 0)
    (0.0047, 1.0)
    """
    term = fewer = exp(-mean) if least > 0 else 0.0
    for count in range(1, least):
        term *= mean / count
        fewer += term
    return max(1 - fewer, 0.0)
