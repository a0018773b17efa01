"""Keys made of addresses: with each other, with a birth date, with a name."""

import numpy as np

from tamiz.links.resolve.arrays import Hashes, Ints, mixed
from tamiz.links.resolve.incidence import FIRST, Incidence, Keys, either_order, unordered
from tamiz.links.resolve.people import ADDRESS

SHARE, FEW = 0.002, 20  # a word of an address that more records have finds too many
WORDS = 4  # a word is taken together with the three that follow it
# With the first sound of a name, of which there are some sixteen, a word of an address makes blocks
# that are small enough to be paired if no more records have it.
MOST_HOUSES = 128


def by_address(incidence: Incidence, *, every: bool = False) -> Keys:
    """Two rare words of an address: a street and its town."""
    values, rows = _rare(incidence, every=every)
    found = [Keys(values[:0], rows[:0])]
    for apart in range(1, WORDS):
        first = np.flatnonzero(rows[apart:] == rows[:-apart])
        found.append(Keys(unordered(values[first], values[first + apart]), rows[first]))
    return Keys(
        np.concatenate([each.keys for each in found]), np.concatenate([each.rows for each in found])
    )


def by_address_and_day(incidence: Incidence, *, every: bool = False) -> Keys:
    """A rare word of an address with the birth date: whatever became of the name."""
    met, born = incidence.with_days(Keys(*_rare(incidence, every=every)))
    return Keys(mixed(met.keys, either_order(born)), met.rows)


def by_address_and_name(incidence: Incidence, *, every: bool = False) -> Keys:
    """A very rare word of an address with the first sound of any word of the name."""
    values, rows = _rare(incidence, every=every, most=MOST_HOUSES)
    sounds = incidence.people.vocabulary.edges[incidence.words].astype(np.uint64) & FIRST
    start = np.searchsorted(incidence.rows, np.arange(len(incidence.people) + 1))
    names = np.diff(start)[rows]
    ends = np.cumsum(names)
    at = np.arange(names.sum()) + np.repeat(start[rows] - (ends - names), names)
    return Keys(mixed(np.repeat(values, names), sounds[at]), np.repeat(rows, names))


def _rare(incidence: Incidence, *, every: bool, most: float = np.inf) -> tuple[Hashes, Ints]:
    """Rare words of addresses and the record of each; ``every``: also those of one record alone."""
    bag = incidence.people.bags[ADDRESS]
    rare = bag.count <= min(max(incidence.people.population * SHARE, FEW), most)
    if not every:
        rare &= bag.count > 1
    return bag.values[rare], bag.owners[rare]
