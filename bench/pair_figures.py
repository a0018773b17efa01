"""What verdicts on pairs are worth: precision, recall, F1, and how well scores rank."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from peers import Verdict

Judged = tuple[Verdict, bool]  # what an engine says, and whether the pair is one party


class Figures(NamedTuple):
    """Of one engine on one set of pairs."""

    pairs: int
    precision: float
    recall: float
    f1: float


def at_threshold(judged: Sequence[Judged]) -> Figures:
    """Precision, recall and F1 of the verdicts as given."""
    right = sum(verdict.agrees and match for verdict, match in judged)
    said = sum(verdict.agrees for verdict, _ in judged)
    true = sum(match for _, match in judged)
    return Figures(len(judged), _share(right, said), _share(right, true), f1(right, said, true))


def best_f1(judged: Sequence[Judged]) -> float:
    """F1 at whatever threshold would have been best: known only afterwards."""
    true = sum(match for _, match in judged)
    return max((f1(right, said, true) for right, said in _steps(judged)), default=0.0)


def average_precision(judged: Sequence[Judged]) -> float:
    """The area under precision over recall, pairs of equal score taken together."""
    true = sum(match for _, match in judged)
    area, before = 0.0, 0
    for right, said in _steps(judged):
        area += (right - before) * right / said
        before = right
    return _share(area, true)


def _steps(judged: Sequence[Judged]) -> list[tuple[int, int]]:
    """For each score, from the highest: how many so scored are right, and how many there are."""
    ranked = sorted(judged, key=lambda one: -one[0].score)
    steps, right, said = [], 0, 0
    for score, group in groupby(ranked, key=lambda one: one[0].score):
        here = [match for _, match in group]
        right, said = right + sum(here), said + len(here)
        if score > 0:
            steps.append((right, said))
    return steps


def f1(right: int, said: int, true: int) -> float:
    """The harmonic mean of precision (right of said) and recall (right of true)."""
    return _share(2 * right, said + true)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
