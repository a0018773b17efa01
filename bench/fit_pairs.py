"""Estimates the weights of a comparison of two names; prints them as ``pair_weights.toml`` has them.

Usage: python bench/fit_pairs.py [--folds N]

Logistic regression over the features that ``tamiz.matching.pair_*`` state, drawn towards what was
expected before counting, each weight held to the side it must be on: no difference may speak for
a match. Weights under ``ruled`` stand by rule and are not estimated. F1 is printed as fitted and,
which is what counts, on pairs left out (all pairs that vary one name together).
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from pair_figures import f1
from pair_training import PUBLIC, Example, examples
from tamiz.matching.pair_weights import pair_weights

BIT = log(2)
RIDGE = 0.2  # how strongly weights are drawn to what was expected, in pairs
STEPS = 3_000  # enough for three digits
DECISIVE = -5.0  # bits: names that agree in all have about as many
REPEATS = 3  # of the cross-validation, with other folds
FREE = frozenset({"prior"})
POSITIVE = frozenset({"agreed", "form_same"})
# Expected bits of features, before counting; of any other -1 where words differ, else 0.
EXPECTED = {
    "prior": -1.0, "agreed": 6.0, "apart": -6.0, "conflict_share": -2.0, "extra_share": -3.0,
    "conflict_initial": -4.0, "conflict_patronymic": -4.0, "conflict_given": -3.0,
    "conflict_family": -3.0, "conflict": -3.0, "little": -2.0, "extra_beside_one": -2.0,
    "conflict_name": -3.0, "conflict_kind": -4.0, "conflict_trade": -3.0, "conflict_place": -4.0,
    "form_different": -4.0, "extra_place": -3.0,
}  # fmt: skip
AGAINST = ("word_", "extra_", "typo_", "form_missing", "both_known")
Bits = dict[str, float]


def main() -> None:
    """Print the figures, then the two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=8)
    options = parser.parse_args()
    known = list(examples())
    kinds = {
        kind: [one for one in known if one.kind == kind] for kind in ("person", "organisation")
    }
    fitted = {kind: estimate(some, kind) for kind, some in kinds.items()}
    for source in PUBLIC:
        left_out = [score_left_out(known, source, options.folds, seed) for seed in range(REPEATS)]
        print(f"# {source}: fitted {_f1(known, source, fitted):.3f}, on pairs left out", end=" ")
        print(" ".join(f"{figure:.3f}" for figure in left_out))
    for kind, bits in fitted.items():
        print(f"\n[{kind}.counted]")
        for name, value in sorted(bits.items()):
            if name not in ruled(kind):
                print(_line(name, value, kinds[kind]))


def ruled(kind: str) -> Bits:
    """The weights that stand by rule."""
    found: Bits = getattr(pair_weights(), kind).ruled
    return found


def estimate(some: Sequence[Example], kind: str) -> Bits:
    """The bits of each feature that make the answers likeliest where no rule decides.

    What a rule decides teaches nothing of the rest, and labels against it would do harm.
    """
    fixed = ruled(kind)
    some = [one for one in some if not _is_decided(one, fixed)]
    names = sorted(getattr(pair_weights(), kind).counted.keys() | fixed.keys())
    amounts = np.array([[one.features.get(name, 0.0) for name in names] for one in some])
    answers = np.array([one.match for one in some], dtype=np.float64)
    weight = np.array([one.weight for one in some])
    expected = np.array([fixed.get(name, _expected(name)) for name in names]) * BIT
    low = np.array(
        [fixed[n] * BIT if n in fixed else 0.0 if n in POSITIVE else -np.inf for n in names]
    )
    high = np.array([
        fixed[n] * BIT if n in fixed else np.inf if n in POSITIVE | FREE else 0.0 for n in names
    ])  # fmt: skip
    step = float(1 / (RIDGE + np.linalg.norm(amounts * np.sqrt(weight)[:, None], 2) ** 2 / 4))
    return dict(
        zip(names, (_descend(amounts, answers, weight, expected, (low, high), step) / BIT).tolist(),
            strict=True)
    )  # fmt: skip


Array = NDArray[np.float64]


def _descend(
    amounts: Array, answers: Array, weight: Array, expected: Array, limits: tuple[Array, Array],
    step: float,
) -> Array:  # fmt: skip
    """Accelerated projected gradient descent (Beck and Teboulle 2009): nothing to be tuned."""
    found = ahead = np.clip(expected, *limits)
    pace = 1.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(amounts @ ahead, -40, 40)))
        slope = amounts.T @ (weight * (chance - answers)) + RIDGE * (ahead - expected)
        new = np.clip(ahead - step * slope, *limits)
        next_pace = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = new + (pace - 1) / next_pace * (new - found)
        found, pace = new, next_pace
    return found


def _is_decided(one: Example, fixed: Bits) -> bool:
    """Whether a rule speaks so much against a pair that nothing else matters."""
    return sum(fixed.get(name, 0.0) * amount for name, amount in one.features.items()) <= DECISIVE


def _expected(name: str) -> float:
    return EXPECTED.get(name, -1.0 if name.startswith(AGAINST) else 0.0)


def score_left_out(known: Sequence[Example], source: str, folds: int, seed: int) -> float:
    """F1 on one set when each pair is scored by weights estimated without its fold."""
    chance = random.Random(seed)
    fold = {group: chance.randrange(folds) for group in sorted({one.group for one in known})}
    judged: list[tuple[float, bool]] = []
    for at in range(folds):
        rest = [one for one in known if not one.group or fold[one.group] != at]
        bits = {
            kind: estimate([one for one in rest if one.kind == kind], kind)
            for kind in ("person", "organisation")
        }
        out = [one for one in known if one.source == source and fold[one.group] == at]
        judged += [(score(one, bits[one.kind]), one.match) for one in out]
    return _f1_of(judged)


def score(one: Example, bits: Bits) -> float:
    """The bits of a pair."""
    return sum(bits.get(name, 0.0) * amount for name, amount in one.features.items())


def _f1(known: Sequence[Example], source: str, fitted: dict[str, Bits]) -> float:
    return _f1_of(
        [(score(one, fitted[one.kind]), one.match) for one in known if one.source == source]
    )


def _f1_of(judged: Sequence[tuple[float, bool]]) -> float:
    said = sum(bits >= 0 for bits, _ in judged)
    right = sum(bits >= 0 and match for bits, match in judged)
    return f1(right, said, sum(match for _, match in judged))


def _line(name: str, value: float, some: Sequence[Example]) -> str:
    """A row of the table: the weight, and in how many pairs it was seen."""
    counts = Counter(
        (one.source == "lists", one.match) for one in some if one.features.get(name, 0.0)
    )
    judged = f"{counts[False, True]} of one party, {counts[False, False]} of two"
    lists = f"{counts[True, True]} and {counts[True, False]} from lists"
    return f"{name} = {round(value, 2) + 0.0}  # {judged}; {lists}"


if __name__ == "__main__":
    main()
