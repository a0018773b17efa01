"""All pairs of records of a file that are one person."""

import numpy as np
from msgspec import Struct

from tamiz.links.resolve.arrays import Floats, Ints, Levels
from tamiz.links.resolve.blocks import Block, candidates
from tamiz.links.resolve.people import People
from tamiz.links.resolve.score import Sides, needed_bits, prior_bits, score
from tamiz.links.resolve.weights import weights

AT_ONCE = 1 << 18  # pairs scored at a time: what bounds memory


class Pairs(Struct, frozen=True):
    """Pairs of rows, the lower first, in the order of rows.

    ``bits`` is all evidence without the prior; ``parts`` and ``levels`` have shape (pairs,
    FEATURES). ``blocks`` says how pairs were found and what was too common to be paired.
    """

    left: Ints
    right: Ints
    bits: Floats
    parts: Floats
    levels: Levels
    population: int
    blocks: tuple[Block, ...] = ()

    def __len__(self) -> int:
        return len(self.left)

    @property
    def probability(self) -> Floats:
        """How probable it is that both records are of one person."""
        odds = np.clip(self.bits + prior_bits(self.population), -60, 60)
        return np.asarray(1 / (1 + np.exp2(-odds.astype(np.float64))), dtype=np.float32)

    def only(self, at: Ints) -> "Pairs":
        """Some of the pairs."""
        return Pairs(
            self.left[at], self.right[at], self.bits[at], self.parts[at], self.levels[at],
            self.population, self.blocks,
        )  # fmt: skip

    def matches(self) -> "Pairs":
        """The pairs that are said to be one person."""
        return self.only(np.flatnonzero(self.probability >= weights().decision.threshold))


def resolve(people: People) -> Pairs:
    """Every pair of records that may be one person, with its evidence."""
    left, right, blocks = candidates(people)
    at_least = needed_bits(people.population, weights().decision.kept)
    found: list[Pairs] = []
    for first in range(0, max(len(left), 1), AT_ONCE):
        one, other = left[first : first + AT_ONCE], right[first : first + AT_ONCE]
        scored = score(Sides(people, one, people, other), at_least)
        at = scored.at
        found.append(Pairs(one[at], other[at], *scored[1:], people.population))
    return Pairs(
        left=np.concatenate([each.left for each in found]),
        right=np.concatenate([each.right for each in found]),
        bits=np.concatenate([each.bits for each in found]),
        parts=np.concatenate([each.parts for each in found]),
        levels=np.concatenate([each.levels for each in found]),
        population=people.population,
        blocks=blocks,
    )
