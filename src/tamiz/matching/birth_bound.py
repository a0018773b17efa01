"""The most that birth dates can prove for each listed party, worked out for all at once."""

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.birth_evidence import CIRCA_YEARS, CLOSE_YEARS
from tamiz.matching.index import Index
from tamiz.matching.weights import BirthDateWeights
from tamiz.model import PartialDate


def born_near(
    index: Index, dates: tuple[PartialDate, ...], weights: BirthDateWeights, at_least: float
) -> NDArray[np.int32]:
    """The records whose birth dates can prove ``at_least`` bits, ascending; all if that is 0."""
    if at_least <= 0:
        return np.arange(len(index), dtype=np.int32)
    found = []
    for one in dates:
        chosen = _chosen(index, one, weights, at_least)
        enough = _bound(index.birth_dates[chosen], one, weights) >= at_least
        found.append(index.array("birth_record")[chosen[enough]])
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int32)


def _chosen(
    index: Index, one: PartialDate, weights: BirthDateWeights, at_least: float
) -> NDArray[np.int64]:
    """The listed dates worth a look: those of near years, if far ones cannot prove enough."""
    if at_least <= max(weights.year_typo, weights.same_day_other_year):
        return np.arange(len(index.birth_dates))
    slack = CLOSE_YEARS + (CIRCA_YEARS if one.circa else 0)
    order, years = index.births_by_year
    first = np.searchsorted(years, one.year - slack, side="left")
    last = np.searchsorted(years, (one.until or one.year) + slack, side="right")
    return np.concatenate([order[first:last], index.births_over_years])


def birth_bound(
    index: Index,
    records: NDArray[np.int32],
    dates: tuple[PartialDate, ...],
    weights: BirthDateWeights,
) -> NDArray[np.float32]:
    """For each of the records no less than ``compare_birth_dates`` can give, in bits.

    Records without a birth date get 0, as the comparison gives them nothing.
    """
    bound = np.zeros(len(records), dtype=np.float32)
    first = np.searchsorted(index.array("birth_record"), records, side="left")
    counts = np.searchsorted(index.array("birth_record"), records, side="right") - first
    if not dates or not counts.sum():
        return bound
    owner = np.repeat(np.arange(len(records)), counts)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    listed = index.birth_dates[first[owner] + within]
    bound[counts > 0] = -np.inf
    for one in dates:
        np.maximum.at(bound, owner, _bound(listed, one, weights))
    return bound


def _bound(
    listed: NDArray[np.int16],
    one: PartialDate,
    weights: BirthDateWeights,
) -> NDArray[np.float32]:
    """The bound for each listed date against one of the subject's."""
    slack = CIRCA_YEARS if one.circa else 0
    first, last = one.year - slack, (one.until or one.year) + slack
    gap = np.maximum(np.maximum(listed[:, 0] - last, first - listed[:, 3]), 0)
    apart = np.where(gap <= CLOSE_YEARS, max(weights.near_year, weights.close), weights.different)
    vague = np.where(
        gap == 0, max(weights.month, weights.year, weights.circa, weights.range), apart
    )
    if one.day is None or one.month is None:
        return vague.astype(np.float32)
    day, month = listed[:, 2] == one.day, listed[:, 1] == one.month
    exact = np.select(
        [
            (gap == 0) & day & month,
            (gap == 0) & (listed[:, 2] == one.month) & (listed[:, 1] == one.day),
            (gap == 1) & day & month,
            day & month,
            gap == 0,
        ],
        [
            weights.same_day,
            weights.swapped,
            weights.year_off_one,
            max(weights.year_typo, weights.same_day_other_year),
            max(weights.same_month, weights.same_year_day, weights.same_year),
        ],
        default=apart,
    )
    is_exact = (listed[:, 2] > 0) & (listed[:, 0] == listed[:, 3]) & (first == last)
    return np.where(is_exact, exact, np.maximum(vague, exact)).astype(np.float32)
