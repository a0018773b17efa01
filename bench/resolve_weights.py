"""What each level of each feature is worth by one step of EM, beside what Tamiz counts it for.

Usage: python bench/resolve_weights.py [--rows 50000] [--seed 7]

Nobody's labels are used: a pair counts for one person as far as the table in use says so, and
pairs of rows taken at random are two people. The truth, which the invented set has, is printed
beside as a third column and enters nothing.
"""

import argparse

import numpy as np
from numpy.typing import NDArray

from resolve_data import records
from resolve_figures import Truth
from tamiz.links.resolve import FEATURES, People, PeopleBuilder, resolve
from tamiz.links.resolve.score import Scored, Sides, score
from tamiz.links.resolve.sentences import CODES

RANDOM_PAIRS = 2_000_000
SMOOTHED = 1.0  # a level that never occurs is not infinitely telling


def shares(
    levels: NDArray[np.int8], weights: NDArray[np.float64], count: int
) -> NDArray[np.float64]:
    """How often each level occurs."""
    found = np.bincount(levels, weights=weights, minlength=count) + SMOOTHED / count
    return np.asarray(found / found.sum())


def at_random(people: People, seed: int) -> Scored:
    """The levels of pairs of strangers."""
    rng = np.random.default_rng(seed)
    left, right = rng.integers(0, len(people), (2, RANDOM_PAIRS))
    apart = left != right
    return score(Sides(people, left[apart], people, right[apart]))


def main() -> None:
    """Print a line for each level."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    builder, persons = PeopleBuilder(), []
    for record in records(asked.rows, asked.seed):
        builder.add(record.dossier)
        persons.append(record.person)
    people = builder.build()
    pairs, strangers = resolve(people), at_random(people, asked.seed)
    truth = Truth(persons, [""] * len(persons))
    left, right = np.divmod(truth.pairs, len(people))
    true = score(Sides(people, left, people, right))
    probability = pairs.probability.astype(np.float64)
    print(f"{'feature':12} {'level':14} {'share':>6} {'EM bits':>8} {'by truth':>8} {'used':>6}")
    for column, feature in enumerate(FEATURES):
        count = max(CODES[feature]) + 1
        chance = shares(strangers.levels[:, column], np.ones(len(strangers.at)), count)
        likely = shares(pairs.levels[:, column], probability, count)
        really = shares(true.levels[:, column], np.ones(len(true.at)), count)
        for level, name in CODES[feature].items():
            if not (
                (pairs.levels[:, column] == level).any() or (true.levels[:, column] == level).any()
            ):
                continue  # it does not occur, so nothing can be said of it
            here = pairs.levels[:, column] == level
            used = np.average(pairs.parts[here, column]) if here.any() else np.nan
            em, known = (
                np.log2(likely[level] / chance[level]),
                np.log2(really[level] / chance[level]),
            )
            print(f"{feature:12} {name:14} {likely[level]:6.3f} {em:8.1f} {known:8.1f} {used:6.1f}")


if __name__ == "__main__":
    main()
