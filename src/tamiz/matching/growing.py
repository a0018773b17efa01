"""A flat array that grows: what is learnt a little at a time, and read all at once."""

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

FIRST_ROOM = 1 << 10  # values that are made room for at once; later as many as there are
_Kind = TypeVar("_Kind", bound=np.generic)


class Growing(Generic[_Kind]):
    """Values in the order in which they were added.

    Room is doubled when it is full, so that to add a value takes as long however many there are;
    arrays that were read before keep their values.
    """

    def __init__(self, kind: type[_Kind]) -> None:
        self._room: NDArray[_Kind] = np.empty(FIRST_ROOM, dtype=kind)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    @property
    def values(self) -> NDArray[_Kind]:
        """All values so far."""
        return self._room[: self._used]

    def add(self, values: NDArray[np.generic]) -> None:
        """Add some values at the end."""
        begin, self._used = self._used, self._used + len(values)
        if self._used > len(self._room):
            larger = np.empty(max(self._used, 2 * len(self._room)), dtype=self._room.dtype)
            larger[:begin] = self._room[:begin]
            self._room = larger
        self._room[begin : self._used] = values
