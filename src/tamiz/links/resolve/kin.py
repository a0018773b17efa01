"""How far the given names of a file can be trusted to tell relatives apart.

Twins have one birth date and address, families one phone, and only given names differ. But where
the same number stands again and again beside another given name, names are badly kept, and a
difference says little. The file itself tells, without anybody's judgement.
"""

import numpy as np

from tamiz.links.resolve.names import Named, compare_names
from tamiz.links.resolve.people import NUMBER, People
from tamiz.links.resolve.weights import weights

MOST_PAIRS = 5_000  # that are looked at: enough for one part in a thousand


def kin_share(people: People) -> float:
    """What is left of evidence that relatives share, between 0 and 1, where given names differ."""
    own, bag = weights().kin, people.bags[NUMBER]
    twice = np.flatnonzero(bag.count == 2)  # noqa: PLR2004 - a number that exactly two records have
    twice = twice[np.argsort(bag.values[twice], kind="stable")][: 2 * MOST_PAIRS]
    rows = bag.owners[twice].reshape(-1, 2)
    level, _ = compare_names(people, rows[:, 0], people, rows[:, 1])
    told = int((level != Named.UNTOLD).sum())
    kin = int(((level == Named.KIN) | (level == Named.DIFFERENT)).sum())
    rate = (kin + own["usual"] * own["pseudo"]) / (told + own["pseudo"])
    return float(min(rate / own["full"], 1.0))
