"""Names compared as a whole: what typing errors across several words, or between them, leave.

Three slips in a short name may spoil every word of it, or run two words together. Written as one
word the names are still alike. So loose a likeness is taken into account only beside a birth date
that agrees: among all the world's names it would mean nothing.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist, cpdist

from tamiz.matching.weights import WholeWeights

FEWEST_LETTERS = 6  # of a name: shorter ones are a slip away from too many others
# The share of letters that differ, up to which names are close, alike, or distantly alike.
LEVELS = (("close", 0.15), ("alike", 0.25), ("distant", 0.35))
MOST_DIFFERENT = LEVELS[-1][1]
# … and of what is left beside words that agree: of a short word three slips leave little. A year
# that agrees proves less than a day, so there names must be more alike.
MOST_OF_REST = 0.65
MOST_OF_REST_BESIDE_YEAR = 0.5
# The agreements of birth dates beside which names are compared as a whole, and how much of the rest
# may differ there.
BESIDE = dict.fromkeys(
    ("same_day", "same_new_year", "swapped", "year_off_one", "month"), MOST_OF_REST
) | dict.fromkeys(("year", "circa_year"), MOST_OF_REST_BESIDE_YEAR)


class Whole(Struct, frozen=True):
    """How two names agree as a whole, the letters that differ, and the bits this gives."""

    level: str
    letters: int
    bits: float


def most_of_whole(weights: WholeWeights) -> float:
    """The most that an agreement as a whole can prove."""
    return max(weights.close, weights.alike, weights.distant)


def compare_wholes(here: tuple[str, ...], there: str, weights: WholeWeights) -> Whole | None:
    """The best agreement of a spelling of one name with the other; None if they are not alike."""
    best: Whole | None = None
    for one in here:
        longest = max(len(one), len(there))
        most = int(longest * MOST_DIFFERENT)
        if min(len(one), len(there)) < FEWEST_LETTERS:
            continue
        letters = OSA.distance(one, there, score_cutoff=most)
        if letters > most:
            continue
        level = next(name for name, share in LEVELS if letters <= longest * share)
        bits = getattr(weights, level)
        if best is None or bits > best.bits:
            best = Whole(level, letters, bits)
    return best


def is_whole_alike(here: str, there: str, most: float) -> bool:
    """Whether names are alike beyond the words that agree, by what those leave, written as one.

    Names that share a common given name are alike by that alone: the rest of an Oleksandr Tkachuk
    has nothing of Oleksandr Korsun's. At most the share ``most`` of the longer rest may differ.
    Where nothing is left, every word agrees, and each tells how common it is: so many are called
    Viking that it is no likeness of whole names.
    """
    longest = max(len(here), len(there))
    if not longest:
        return False
    return not here or not there or OSA.distance(here, there) <= most * longest


def share_needed(wanted: NDArray[np.float64], weights: WholeWeights) -> NDArray[np.float64]:
    """The share of letters that may differ where so many bits are needed; -1 if none may."""
    found = np.full(wanted.shape, -1.0)
    for level, share in LEVELS:  # the more may differ, the less it proves
        found[getattr(weights, level) >= wanted] = share
    return found


def alike_as_whole(
    here: tuple[str, ...], there: list[str], weights: WholeWeights, wanted: float
) -> NDArray[np.bool_]:
    """Which names agree as a whole so well with one of ``here`` that it gives ``wanted`` bits."""
    share = float(share_needed(np.array(wanted), weights))
    found = np.zeros(len(there), dtype=np.bool_)
    if share < 0 or not there:
        return found
    lengths = np.fromiter(map(len, there), dtype=np.int64, count=len(there))
    for one in here:
        most = int(len(one) / (1 - share) * share)  # the longer name may have so many letters more
        letters = cdist([one], there, scorer=OSA.distance, score_cutoff=most, dtype=np.int32)[0]
        longest = np.maximum(lengths, len(one))
        found |= (letters <= longest * share) & (letters <= most)
    return found


def alike_in_pairs(
    here: list[str], there: list[str], shares: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """For each pair of names written as one whether so small a share of their letters differs."""
    longest = np.fromiter(map(max, map(len, here), map(len, there)), np.int64, len(here))
    found: NDArray[np.bool_] = cpdist(here, there, scorer=OSA.distance) <= longest * shares
    return found
