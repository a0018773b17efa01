"""Counters of hashed things in an array whose length is a power of two, no longer than it need be.

What falls into one cell is counted together: things seem commoner than they are, never rarer.
"""

import numpy as np
from numpy.typing import NDArray

FEWEST_CELLS = 1 << 10
ROOM = 16  # cells for each that is used: one in sixteen shares its cell


def folded(cells: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The counters in as few cells as there is use for.

    >>> len(folded(np.zeros(1 << 20, np.uint32)))
    1024
    """
    used = int(np.count_nonzero(cells))
    while len(cells) > max(FEWEST_CELLS, used * ROOM):
        cells = cells.reshape(2, -1).sum(axis=0, dtype=np.uint32)
    return cells
