"""Many short texts in two arrays, so that workers open them without reading them."""

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import Self

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Ints

MANY = 16  # one part in so many: to decode the others as well takes no longer than a few askings


class Texts(Struct, frozen=True, dict=True):
    """Texts one after the other in UTF-8; ``start`` has shape (texts + 1,)."""

    start: Ints
    data: NDArray[np.uint8]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """The texts in their order."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        start = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(each) for each in encoded], out=start[1:])
        return cls(start, np.frombuffer(b"".join(encoded), dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.start) - 1

    def __getitem__(self, at: int) -> str:
        """One text."""
        return bytes(self.data[self.start[at] : self.start[at + 1]]).decode(
            "utf-8", "surrogatepass"
        )

    def take(self, at: Ints) -> list[str]:
        """Several texts; all are decoded, once, when many are asked for."""
        if "decoded" in self.__dict__ or len(at) * MANY > len(self):
            return list(self.decoded[at])
        data = self.data.data
        spans = zip(self.start[at].tolist(), self.start[at + 1].tolist(), strict=True)
        return [str(data[first:last], "utf-8", "surrogatepass") for first, last in spans]

    @cached_property
    def decoded(self) -> NDArray[np.object_]:
        """All texts, kept."""
        found = np.empty(len(self), dtype=object)
        found[:] = self.all()
        return found

    def all(self) -> list[str]:
        """All texts."""
        data, ends = bytes(self.data), self.start.tolist()
        return [data[first:last].decode("utf-8", "surrogatepass") for first, last in pairwise(ends)]
