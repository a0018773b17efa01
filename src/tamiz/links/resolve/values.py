"""Values that two records have in common: numbers, contacts, places, relatives, texts."""

import numpy as np

from tamiz.links.resolve.arrays import Floats, Ints, Levels, combos
from tamiz.links.resolve.counts import share_bits
from tamiz.links.resolve.people import ADDRESS, KEYED, NUMBER, PLACE, RELATIVE, TEXT, People
from tamiz.links.resolve.weights import weights

UNTOLD, DIFFERENT, SAME, ANOTHER_REGISTERED = 0, 1, 2, 3
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
    best = both.best(np.where(same, gains, np.float32(-1)), len(left_rows), -1)
    shared = best >= 0
    told = (one.sizes(left_rows) > 0) & (other.sizes(right_rows) > 0)
    level = np.where(shared, SAME, np.where(told, DIFFERENT, UNTOLD)).astype(np.int8)
    bits = np.where(shared, best, np.where(told, own.get(f"{kind}_different", 0.0), 0.0))
    if kind == NUMBER:
        clash = (left.registers[both.left] == right.registers[both.right]) & ~same
        clash &= left.registers[both.left] != 0
        at = both.pair[clash]
        at = at[~shared[at]]
        level[at] = ANOTHER_REGISTERED
        bits[at] = own["register_different"]
    return level, bits.astype(np.float32)


def compare_places(
    kind: str, left: People, left_rows: Ints, right: People, right_rows: Ints
) -> tuple[Levels, Floats]:
    """Words of addresses, or of birth places, that both have, each worth its rarity."""
    own, one, other = weights().place, left.bags[kind], right.bags[kind]
    prefix = "address" if kind == ADDRESS else "birth"
    both = combos(one.start, left_rows, other.start, right_rows)
    same = one.values[both.left] == other.values[both.right]
    counts = np.maximum(one.count[both.left[same]], other.count[both.right[same]])
    worth = share_bits(counts, left.population, PRIOR_PLACE)
    gained = np.zeros(len(left_rows), dtype=np.float32)
    np.add.at(gained, both.pair[same], worth)
    told = (one.sizes(left_rows) > 0) & (other.sizes(right_rows) > 0)
    shared = gained > 0
    level = np.where(shared, SAME, np.where(told, DIFFERENT, UNTOLD)).astype(np.int8)
    bits = np.where(
        shared,
        np.minimum(gained * own["rate"] + own[f"{prefix}_shared"], own[f"{prefix}_most"]),
        np.where(told, own[f"{prefix}_different"], 0),
    )
    return level, bits.astype(np.float32)


FIRST = KEYED
LAST = (RELATIVE, TEXT)
PLACES = (ADDRESS, PLACE)
