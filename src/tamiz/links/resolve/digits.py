"""Numbers that differ by a typing error, digit by digit."""

import numpy as np

from tamiz.links.resolve.arrays import Flags, Hashes, Ints

EXCHANGED = 2  # digits that differ where two neighbours are exchanged


def slips(one: Hashes, other: Hashes, *, base: int, digits: int) -> tuple[Ints, Flags]:
    """How many digits of each two numbers differ; whether they are but two neighbours exchanged.

    Args:
        one: numbers written to this base, with a mark before their first digit.
        other: as many others.
        base: of how many digits there are.
        digits: the most of a number that are looked at, its mark included.
    """
    tens = np.uint64(base)
    off = np.zeros(len(one), dtype=np.int64)
    exchanged = np.zeros(len(one), dtype=np.bool_)
    before_one = before_other = np.zeros(len(one), dtype=np.uint64)
    rest_one, rest_other = one, other
    for _ in range(digits):
        rest_one, digit_one = np.divmod(rest_one, tens)
        rest_other, digit_other = np.divmod(rest_other, tens)
        differ = digit_one != digit_other
        off += differ
        exchanged |= differ & (digit_one == before_other) & (digit_other == before_one)
        before_one, before_other = digit_one, digit_other
    return off, np.asarray(exchanged & (off == EXCHANGED))
