"""How urgent a case is: its place in the queue, by what was found."""

from tamiz.model import Assessment
from tamiz.output.cases import urgency

STEP = 1_000  # places for one whole concern
BITS, MOST_FINER = 10, 9  # bits for a place, among cases of one weight, and so many places at most
MOST = 100_000  # more places than findings can fill


def rank(assessment: Assessment) -> int:
    """The place in the queue: the smaller the sooner; by queue, then by how much weighs on it."""
    queue, weight, bits, _ = urgency(assessment)
    finer = max(int(bits / BITS), -MOST_FINER)  # less than a hundredth of a concern
    return queue * MOST * 10 + max(int(weight * STEP) + finer, -MOST)
