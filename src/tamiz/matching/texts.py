"""Many short ASCII texts in one piece, read by number: nothing is copied before it is asked for."""

from collections.abc import Iterable, Sequence
from typing import Self, overload

import numpy as np
from numpy.typing import NDArray


class Texts(Sequence[str]):
    """Texts whose letters stand one after the other.

    ``letters`` are the bytes of all, ``begins`` where each text begins and the last one ends.
    """

    def __init__(self, letters: NDArray[np.uint8], begins: NDArray[np.int64]) -> None:
        self.letters, self.begins = letters, begins

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """These texts in one piece."""
        encoded = [text.encode("ascii") for text in texts]
        lengths = np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded))
        begins = np.concatenate([[0], lengths.cumsum()]).astype(np.int64)
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), begins)

    def followed_by(self, others: "Texts") -> "Texts":
        """These texts, and others after them."""
        return Texts(
            np.concatenate([self.letters, others.letters]),
            np.concatenate([self.begins, others.begins[1:] + self.begins[-1]]),
        )

    def __len__(self) -> int:
        return len(self.begins) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self.letters[self.begins[at] : self.begins[at + 1]].tobytes().decode("ascii")

    def lengths(self, numbers: NDArray[np.integer]) -> NDArray[np.int64]:
        """How many letters some of the texts have."""
        found: NDArray[np.int64] = self.begins[numbers + 1] - self.begins[numbers]
        return found

    def some(self, numbers: NDArray[np.integer]) -> list[bytes]:
        """The bytes of some of the texts."""
        first, last = self.begins[numbers].tolist(), self.begins[numbers + 1].tolist()
        letters = self.letters.data
        return [bytes(letters[begin:end]) for begin, end in zip(first, last, strict=True)]
