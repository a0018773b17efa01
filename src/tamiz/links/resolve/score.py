"""The bits of pairs of records, feature by feature."""

from typing import NamedTuple

import numpy as np

from tamiz.links.resolve.arrays import Floats, Ints, Levels
from tamiz.links.resolve.births import compare_births
from tamiz.links.resolve.names import compare_names
from tamiz.links.resolve.people import ADDRESS, KEYED, PLACE, RELATIVE, TEXT, People
from tamiz.links.resolve.values import compare_places, compare_values
from tamiz.links.resolve.weights import weights

NAME, BIRTH, SEX = "name", "birth_date", "sex"
FEATURES = (NAME, BIRTH, SEX, *KEYED, ADDRESS, PLACE, RELATIVE, TEXT)
FIRST = (BIRTH, SEX, *KEYED)  # cheap: what is hopeless after them and the name is let go
REST_MOST = 30.0  # bits that all other features together may still bring


class Scored(NamedTuple):
    """Which of the pairs asked about are still worth anything, their bits and levels by feature."""

    at: Ints
    bits: Floats
    parts: Floats
    levels: Levels


def prior_bits(population: int) -> float:
    """log2 of the odds that two records taken at random are of one person."""
    share = weights().decision.partners / max(population - 1, 1)
    return float(np.log2(share / (1 - min(share, 0.5))))


def needed_bits(population: int, probability: float) -> float:
    """The bits of evidence that make two records one person with this probability."""
    return float(np.log2(probability / (1 - probability))) - prior_bits(population)


def score(
    left: People, left_rows: Ints, right: People, right_rows: Ints, at_least: float = -np.inf
) -> Scored:
    """Bits of evidence of each pair; pairs below ``at_least`` may be left out."""
    at = np.arange(len(left_rows))
    parts = np.zeros((len(at), len(FEATURES)), dtype=np.float32)
    levels = np.zeros((len(at), len(FEATURES)), dtype=np.int8)
    for column, feature in enumerate(FEATURES):
        compared = _compare(feature, left, left_rows[at], right, right_rows[at])
        levels[:, column], parts[:, column] = compared
        if feature == NAME or column >= len(FEATURES) - 4:
            rest = REST_MOST if feature == NAME else 18.0 if feature == FEATURES[-4] else 0
            kept = parts.sum(axis=1) >= at_least - rest
            if not kept.all():
                at, parts, levels = at[kept], parts[kept], levels[kept]
    return Scored(at, parts.sum(axis=1), parts, levels)


def _compare(
    feature: str, left: People, left_rows: Ints, right: People, right_rows: Ints
) -> tuple[Levels, Floats]:
    if feature == NAME:
        aligned = compare_names(left, left_rows, right, right_rows)
        return aligned.level, aligned.bits
    if feature == BIRTH:
        return compare_births(left, left_rows, right, right_rows)
    if feature == SEX:
        return _sexes(left.sex[left_rows], right.sex[right_rows])
    if feature in {ADDRESS, PLACE}:
        return compare_places(feature, left, left_rows, right, right_rows)
    return compare_values(feature, left, left_rows, right, right_rows)


def _sexes(one: Levels, other: Levels) -> tuple[Levels, Floats]:
    own = weights().sex
    told = (one > 0) & (other > 0)
    level = np.where(told, np.where(one == other, 2, 1), 0).astype(np.int8)
    return level, np.array([0, own["different"], own["same"]], dtype=np.float32)[level]
