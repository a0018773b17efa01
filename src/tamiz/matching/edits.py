"""How many typing errors lie between words, for many pairs at once.

An error is a letter too many, too few or another, or two neighbours exchanged (optimal string
alignment). H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
(2003) does a whole column of the usual table with a few operations on one number; here each
operation is done for all pairs at once. RapidFuzz does the same a pair at a time, from strings that
must be made first, and takes twice as long; for a few pairs it is faster.
"""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from tamiz.matching.texts import Texts

LONGEST = 32  # letters of a word that fit into one number; of 41,000 listed words 7 are longer
FEW = 700  # pairs: below it the work for each letter's array outweighs the strings
_CODES = 128  # of ASCII
_ONE = np.uint32(1)


def typing_errors(
    given: Texts, whose: NDArray[np.int64], words: Texts, found: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The errors between each pair of a given word and a word, by their numbers.

    Given words have one to ``LONGEST`` letters.
    """
    return (_pair_by_pair if len(found) < FEW else _all_at_once)(given, whose, words, found)


def _pair_by_pair(
    given: Texts, whose: NDArray[np.int64], words: Texts, found: NDArray[np.int64]
) -> NDArray[np.int64]:
    pairs = zip(given.some(whose), words.some(found), strict=True)
    return np.array([OSA.distance(one, other) for one, other in pairs], dtype=np.int64)


def _all_at_once(
    given: Texts, whose: NDArray[np.int64], words: Texts, found: NDArray[np.int64]
) -> NDArray[np.int64]:
    lengths = words.lengths(found)
    order = (-lengths).argsort(kind="stable")  # so that those with a further letter stand first
    longer = (-lengths[order]).searchsorted(-np.arange(lengths.max(initial=0)))
    whose, begins = whose[order], words.begins[found[order]]
    errors = given.lengths(whose)
    last = _ONE << (errors - 1).astype(np.uint32)
    places, rows = _places(given), whose * _CODES
    rises = np.full(len(order), ~np.uint32(0))  # by one from the letter before, down the column
    falls, same, before = (np.zeros(len(order), dtype=np.uint32) for _ in range(3))
    for at, count in enumerate(longer.tolist()):
        here = slice(count)
        rise, fall = rises[here], falls[here]
        equal = places[rows[here] + words.letters[begins[here] + at]]
        exchanged = ((~same[here] & equal) << _ONE) & before[here]
        same[here] = level = (((equal & rise) + rise) ^ rise) | equal | fall | exchanged
        before[here] = equal
        up, down = fall | ~(level | rise), level & rise
        errors[here] += (up & last[here]) != 0
        errors[here] -= (down & last[here]) != 0
        up = (up << _ONE) | _ONE
        rises[here] = (down << _ONE) | ~(level | up)
        falls[here] = up & level
    in_order = np.empty_like(errors)
    in_order[order] = errors
    return in_order


def _places(given: Texts) -> NDArray[np.uint32]:
    """For each given word and each letter the places where it stands, as the bits of a number."""
    lengths = np.diff(given.begins)
    rows = np.arange(len(lengths)).repeat(lengths) * _CODES
    within = np.arange(len(given.letters)) - given.begins[:-1].repeat(lengths)
    found = np.zeros(len(lengths) * _CODES, dtype=np.uint32)
    np.bitwise_or.at(found, rows + given.letters, _ONE << within.astype(np.uint32))
    return found
