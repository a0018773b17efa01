"""The bits of pairs of records, feature by feature."""

from typing import NamedTuple

import numpy as np

from tamiz.links.resolve.arrays import Bag, Floats, Ints, Levels
from tamiz.links.resolve.births import OTHER_BIRTHS, compare_births
from tamiz.links.resolve.names import Named, compare_names
from tamiz.links.resolve.origin import compare_origins
from tamiz.links.resolve.people import (
    ADDRESS,
    EMAIL,
    HANDLE,
    KEYED,
    NUMBER,
    PHONE,
    PLACE,
    RELATIVE,
    TEXT,
    People,
)
from tamiz.links.resolve.place_evidence import compare_places, most_of_places
from tamiz.links.resolve.values import NEAR, compare_values
from tamiz.links.resolve.weights import weights

NAME, BIRTH, SEX = "name", "birth_date", "sex"
ORIGIN = "origin"
FEATURES = (NAME, BIRTH, SEX, *KEYED, ADDRESS, PLACE, RELATIVE, TEXT, ORIGIN)
OF_HOUSEHOLDS = (PHONE, EMAIL, HANDLE, ADDRESS, PLACE)
CHEAP = (BIRTH, SEX, *KEYED)  # looked at first: most pairs are hopeless after them
LATER = (ADDRESS, PLACE, RELATIVE, TEXT)


class Scored(NamedTuple):
    """Which of the pairs asked about are still worth anything, their bits and levels by feature."""

    at: Ints
    bits: Floats
    parts: Floats
    levels: Levels


class Sides(NamedTuple):
    """Pairs of records: row by row one of the left and one of the right people."""

    left: People
    left_rows: Ints
    right: People
    right_rows: Ints

    def only(self, at: Ints) -> "Sides":
        """Some of the pairs."""
        return Sides(self.left, self.left_rows[at], self.right, self.right_rows[at])


def prior_bits(population: int) -> float:
    """log2 of the odds that two records taken at random are of one person."""
    share = min(weights().decision.partners / max(population - 1, 1), 0.5)
    return float(np.log2(share / (1 - share)))


def needed_bits(population: int, probability: float) -> float:
    """The bits of evidence that make two records one person with this probability."""
    return float(np.log2(probability / (1 - probability))) - prior_bits(population)


def score(sides: Sides, at_least: float = -np.inf) -> Scored:
    """Bits of evidence of each pair; pairs that cannot reach ``at_least`` are left out."""
    at = np.arange(len(sides.left_rows))
    parts = np.zeros((len(at), len(FEATURES)), dtype=np.float32)
    levels = np.zeros((len(at), len(FEATURES)), dtype=np.int8)
    for features, still in (
        (CHEAP, lambda rest: _most_of_names(rest) + _most_of_later(rest)),
        (LATER, _most_of_names),
        ((NAME,), lambda _: 0.0),
    ):
        asked = sides.only(at)
        for feature in features:
            column = FEATURES.index(feature)
            levels[:, column], parts[:, column] = _compare(feature, asked)
        if NAME in features:
            _damp(parts, levels, min(sides.left.kin_share, sides.right.kin_share))
            _take_origin(asked, parts, levels)
        kept = np.flatnonzero(parts.sum(axis=1) + still(asked) >= at_least)
        at, parts, levels = at[kept], parts[kept], levels[kept]
    return Scored(at, parts.sum(axis=1), parts, levels)


def _take_origin(sides: Sides, parts: Floats, levels: Levels) -> None:
    """Take away what names and places say only because both records are of one State."""
    name, place, address = (FEATURES.index(each) for each in (NAME, PLACE, ADDRESS))
    column = FEATURES.index(ORIGIN)
    levels[:, column], parts[:, column] = compare_origins(
        *sides, names=levels[:, name], places=(levels[:, place], levels[:, address])
    )


def _damp(parts: Floats, levels: Levels, share: float) -> None:
    """Relatives share what does not tell them apart.

    Where given names differ that is all but the name: twins have one birth date and neighbouring
    numbers. Where birth dates differ it is the address and the phone: of a father and a son. A home
    is theirs however rare its address, so that what goes beyond a limit is cut twice.
    """
    name, birth = levels[:, FEATURES.index(NAME)], levels[:, FEATURES.index(BIRTH)]
    near = levels[:, FEATURES.index(NUMBER)] == NEAR
    kin = (name == Named.KIN) | (name == Named.DIFFERENT)
    household = kin | np.isin(birth, OTHER_BIRTHS)
    for feature, relatives in (
        (BIRTH, kin), (NUMBER, kin & near), *((each, household) for each in OF_HOUSEHOLDS),
    ):  # fmt: skip
        column = FEATURES.index(feature)
        damped = relatives & (parts[:, column] > 0)
        if feature == ADDRESS:
            over = np.maximum(parts[damped, column] - np.float32(weights().kin["home"]), 0)
            parts[damped, column] -= np.float32(1 - share) * over
        parts[damped, column] *= np.float32(share)


def _most_of_names(sides: Sides) -> Floats:
    """The most that the names of each pair can bring."""
    found: Floats = np.minimum(
        sides.left.potential[sides.left_rows], sides.right.potential[sides.right_rows]
    )
    return found


def _most_of_later(sides: Sides) -> Floats:
    """The most that places, relatives and texts of each pair can bring."""
    found: Floats = np.minimum(
        sides.left.reach[sides.left_rows], sides.right.reach[sides.right_rows]
    )
    return found


def reach(bags: dict[str, Bag], population: int) -> Floats:
    """The most bits that the places, relatives and texts of each record can bring."""
    found = most_of_places(ADDRESS, bags[ADDRESS], population)
    found += most_of_places(PLACE, bags[PLACE], population)
    for kind in (RELATIVE, TEXT):
        found += np.float32(weights().value[kind]) * (np.diff(bags[kind].start) > 0)
    return found


def _compare(feature: str, sides: Sides) -> tuple[Levels, Floats]:
    if feature == NAME:
        return compare_names(*sides)
    if feature == BIRTH:
        return compare_births(*sides)
    if feature == SEX:
        return _sexes(sides.left.sex[sides.left_rows], sides.right.sex[sides.right_rows])
    if not (len(sides.left.bags[feature].values) and len(sides.right.bags[feature].values)):
        nothing = np.zeros(len(sides.left_rows), dtype=np.int8)
        return nothing, nothing.astype(np.float32)
    if feature in {ADDRESS, PLACE}:
        return compare_places(feature, *sides)
    return compare_values(feature, *sides)


def _sexes(one: Levels, other: Levels) -> tuple[Levels, Floats]:
    own = weights().sex
    told = (one > 0) & (other > 0)
    level = np.where(told, np.where(one == other, 2, 1), 0).astype(np.int8)
    return level, np.array([0, own["different"], own["same"]], dtype=np.float32)[level]
