"""Values that two records have in common: numbers, contacts, places, relatives, texts."""

import numpy as np

from tamiz.links.resolve.arrays import Bag, Combos, Flags, Floats, Hashes, Ints, Levels, combos
from tamiz.links.resolve.counts import share_bits
from tamiz.links.resolve.keys import BASE, DIGITS, HASHED
from tamiz.links.resolve.people import ADDRESS, NUMBER, PLACE, People
from tamiz.links.resolve.places import is_number
from tamiz.links.resolve.weights import weights

UNTOLD, DIFFERENT, SAME, ANOTHER_REGISTERED, NEAR = 0, 1, 2, 3, 4
EXCHANGED = 2  # digits that differ where two neighbours are exchanged
_PREFIXES = {ADDRESS: "address", PLACE: "birth"}  # of their weights
PRIOR_PLACE = 1e-3  # the share of people with a word of an address of which nothing is known


def compare_values(
    kind: str, left: People, left_rows: Ints, right: People, right_rows: Ints
) -> tuple[Levels, Floats]:
    """Level and bits of the values of one kind; a value that many have is damped by their number."""
    own, one, other = weights().value, left.bags[kind], right.bags[kind]
    both = combos(one.start, left_rows, other.start, right_rows)
    same = one.values[both.left] == other.values[both.right]
    counts = np.maximum(one.count[both.left], other.count[both.right]).astype(np.float32)
    gains = np.maximum(own[kind] - np.log2(np.maximum(counts - 1, 1)), 0).astype(np.float32)
    best = both.best(np.where(same, gains, np.float32(-1)), -1)
    shared = best >= 0
    level = np.where(shared, np.int8(SAME), both.told * np.int8(DIFFERENT))
    bits = np.where(shared, best, both.told * np.float32(own.get(f"{kind}_different", 0.0)))
    if kind == NUMBER:
        _compare_registered(left, right, both, level, bits)
    return level, bits


def _compare_registered(
    left: People, right: People, both: Combos, level: Levels, bits: Floats
) -> None:
    """Two personal numbers of one register contradict, unless they differ by a typing error.

    Passports of people who applied together have neighbouring numbers, so theirs are not compared.
    """
    register = left.registers[both.left]
    at = np.flatnonzero((register != 0) & (register == right.registers[both.right]))
    at = at[level[both.pair[at]] == DIFFERENT]
    if not len(at):
        return
    one = left.bags[NUMBER].values[both.left[at]]
    near = are_near(one, right.bags[NUMBER].values[both.right[at]])
    own = weights().value
    for some, found, worth in (
        (at[~near], ANOTHER_REGISTERED, own["register_different"]),
        (at[near], NEAR, own["register_near"]),
    ):
        level[both.pair[some]] = found
        bits[both.pair[some]] = worth


def are_near(one: Hashes, other: Hashes) -> Flags:
    """Whether two numbers differ in one digit, or in two neighbouring ones exchanged."""
    base = np.uint64(BASE)
    off = np.zeros(len(one), dtype=np.int64)
    exchanged = np.zeros(len(one), dtype=np.bool_)
    before_one = before_other = np.zeros(len(one), dtype=np.uint64)
    rest_one, rest_other = one, other
    for _ in range(DIGITS):
        rest_one, digit_one = np.divmod(rest_one, base)
        rest_other, digit_other = np.divmod(rest_other, base)
        differ = digit_one != digit_other
        off += differ
        exchanged |= differ & (digit_one == before_other) & (digit_other == before_one)
        before_one, before_other = digit_one, digit_other
    plain = (one < HASHED) & (other < HASHED)
    return np.asarray(plain & ((off == 1) | ((off == EXCHANGED) & exchanged)))


def compare_places(
    kind: str, left: People, left_rows: Ints, right: People, right_rows: Ints
) -> tuple[Levels, Floats]:
    """Words of addresses, or of birth places, that both have, each worth its rarity.

    Where fewer than half of the numbers of two addresses agree they are two houses: a town, however
    rare here, and a street in common say little.
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
        numbers = np.bincount(
            pair[is_number(one.values[both.left[same]])], minlength=len(left_rows)
        )
        told = np.minimum(_numbers(one, left_rows), _numbers(other, right_rows))
        elsewhere = np.float32(weights().place["address_elsewhere_most"])
        most = np.where(2 * numbers < told, np.minimum(most, elsewhere), most)
    different = np.float32(weights().place[f"{_PREFIXES[kind]}_different"])
    level = np.where(shared > 0, np.int8(SAME), both.told * np.int8(DIFFERENT))
    return level, np.where(shared > 0, most, both.told * different)


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
    found: Floats = np.minimum(bits, np.float32(own[f"{prefix}_most"]))
    return found
