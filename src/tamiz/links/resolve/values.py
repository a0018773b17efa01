"""Values that two records have in common: numbers, contacts, relatives, texts."""

import numpy as np

from tamiz.links.resolve.arrays import Combos, Flags, Floats, Hashes, Ints, Levels, combos
from tamiz.links.resolve.digits import slips
from tamiz.links.resolve.keys import BASE, DIGITS, HASHED
from tamiz.links.resolve.people import NUMBER, People
from tamiz.links.resolve.weights import weights

UNTOLD, DIFFERENT, SAME, ANOTHER_REGISTERED, NEAR = 0, 1, 2, 3, 4


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
    off, exchanged = slips(one, other, base=BASE, digits=DIGITS)
    plain = (one < HASHED) & (other < HASHED)
    return np.asarray(plain & ((off == 1) | exchanged))
