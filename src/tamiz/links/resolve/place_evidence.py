"""Places that two records have in common: their addresses, the places of their birth."""

import numpy as np

from tamiz.links.resolve.arrays import Bag, Flags, Floats, Hashes, Ints, Levels, combos
from tamiz.links.resolve.counts import share_bits
from tamiz.links.resolve.people import ADDRESS, PLACE, People
from tamiz.links.resolve.places import LONG, are_one_number, is_number
from tamiz.links.resolve.values import DIFFERENT, SAME
from tamiz.links.resolve.weights import weights

_PREFIXES = {ADDRESS: "address", PLACE: "birth"}  # of their weights
PRIOR_PLACE = 1e-3  # the share of people with a word of an address of which nothing is known


def compare_places(
    kind: str, left: People, left_rows: Ints, right: People, right_rows: Ints
) -> tuple[Levels, Floats]:
    """Words of addresses, or of birth places, that both have, each worth its rarity.

    Where fewer than half of the numbers of two addresses agree they are two houses: a town, however
    rare here, and a street in common say little. The number of a house or a flat alone says nothing.
    """
    one, other = left.bags[kind], right.bags[kind]
    both = combos(one.start, left_rows, other.start, right_rows)
    same = one.values[both.left] == other.values[both.right]
    counts = np.maximum(one.count[both.left[same]], other.count[both.right[same]])
    worth, pair = share_bits(counts, left.population, PRIOR_PLACE), both.pair[same]
    shared = np.bincount(pair, minlength=len(left_rows))
    fewest = np.minimum(_sizes(one, left_rows), _sizes(other, right_rows))
    most = _most_of(kind, worth, pair, shared >= fewest)
    if kind == ADDRESS:
        shared = _with_more_than_a_house(shared, pair, one.values[both.left[same]])
        elsewhere = np.float32(weights().place["address_elsewhere_most"])
        others = np.flatnonzero(most > elsewhere)
        others = others[_are_elsewhere(one, left_rows[others], other, right_rows[others])]
        most[others] = elsewhere
    different = np.float32(weights().place[f"{_PREFIXES[kind]}_different"])
    level = np.where(shared > 0, np.int8(SAME), both.told * np.int8(DIFFERENT))
    return level, np.where(shared > 0, most, both.told * different)


def _with_more_than_a_house(shared: Ints, pair: Ints, values: Hashes) -> Ints:
    """How many words each pair shares; none, where all of them are numbers of houses and flats.

    There is a number 62 in every street of the world; a postcode is longer.
    """
    is_short = is_number(values) & (values >> np.uint64(1) < np.uint64(LONG))
    named = np.bincount(pair[~is_short], minlength=len(shared))
    return np.where(named > 0, shared, 0)


def _are_elsewhere(one: Bag, left_rows: Ints, other: Bag, right_rows: Ints) -> Flags:
    """Whether fewer than half of the numbers of two addresses are the same, or a slip apart."""
    told = np.minimum(_numbers(one, left_rows), _numbers(other, right_rows))
    found = np.zeros(len(told), dtype=np.bool_)
    asked = np.flatnonzero(told)
    both = combos(one.start, left_rows[asked], other.start, right_rows[asked])
    alike = are_one_number(one.values[both.left], other.values[both.right])
    agreed = np.bincount(both.pair[alike], minlength=len(asked))
    found[asked] = 2 * agreed < told[asked]
    return found


def _sizes(bag: Bag, rows: Ints) -> Ints:
    found: Ints = bag.start[rows + 1] - bag.start[rows]
    return found


def _numbers(bag: Bag, rows: Ints) -> Ints:
    """How many words of each row are numbers."""
    sizes = _sizes(bag, rows)
    owner = np.repeat(np.arange(len(rows)), sizes)
    at = np.arange(len(owner)) + np.repeat(bag.start[rows] - (np.cumsum(sizes) - sizes), sizes)
    return np.bincount(owner[is_number(bag.values[at])], minlength=len(rows))


def most_of_places(kind: str, bag: Bag, population: int) -> Floats:
    """The most bits that the places of each record can bring in any comparison."""
    records = len(bag.start) - 1
    if not len(bag.values):
        return np.zeros(records, dtype=np.float32)
    worth = share_bits(bag.count, population, PRIOR_PLACE)
    found: Floats = np.maximum(_most_of(kind, worth, bag.owners, np.ones(records, np.bool_)), 0)
    return found


def _most_of(kind: str, worth: Floats, owners: Ints, whole: Flags) -> Floats:
    """What shared words of places are worth together: further ones depend on the rarest.

    The rarest counts in full only where one place holds all words of the other (``whole``): with
    most words against it, a town or a State in common says less.
    """
    own, prefix = weights().place, _PREFIXES[kind]
    total, rarest = (np.zeros(len(whole), dtype=np.float32) for _ in range(2))
    np.add.at(total, owners, worth)
    np.maximum.at(rarest, owners, worth)
    rate = np.float32(own["rate"])
    bits = rate * total + (1 - rate) * whole * rarest + np.float32(own[f"{prefix}_shared"])
    bits = np.minimum(bits, np.float32(own["of_rarest"]) * rarest)
    found: Floats = np.minimum(bits, np.float32(own[f"{prefix}_most"]))
    return found
