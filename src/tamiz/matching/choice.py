"""How many entries of each reach must be taken so that no name that gains enough is missed.

A name none of whose entries is taken gains less than the sum of what the rest of each reach can
gain at most: that sum must stay under what is wanted. Of all ways to do so one is chosen that
takes in few names: either entries of one reach only, or the cheapest steps of all reaches, whatever
a bit costs in names, and at the end one step that is just enough.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.reach import Reaches
from tamiz.matching.spans import spread

FEW_NAMES = 1_000  # names that are quicker to look at than to think about
_NEVER = 1 << 62  # a cost over all others
_PLACE = 28  # bits that hold the place of a step beside its cost
_PRICE = 32  # bits that hold a price beside the number of a want


class _Steps(NamedTuple):
    """The steps of all reaches of some wants, by want and reach.

    ``want`` and ``use`` tell for each step the want, and which of all reaches. ``relief`` (what
    the step takes away of the most that can be gained) and ``names`` are columns. ``first`` is
    where the steps of each reach begin, ``wants`` where those of each want do.
    """

    want: NDArray[np.int64]
    use: NDArray[np.int64]
    relief: NDArray[np.float64]
    names: NDArray[np.int64]
    first: NDArray[np.int64]
    wants: NDArray[np.int64]


def entries_to_take(
    reaches: Reaches,
    numbers: NDArray[np.int64],
    whose: NDArray[np.int64],
    wanted: NDArray[np.float64],
) -> NDArray[np.int64]:
    """How many of the entries of each reach to take: those that gain most.

    Args:
        reaches: all reaches.
        numbers: of the reaches of some wants, by want.
        whose: the want of each; every want from 0 on has a reach.
        wanted: a row a want, of what names must gain to be enough for its levels; none may gain
            more than 0 for nothing. It falls from level to level.

    Returns:
        a row for each of ``numbers``, a column a level; no count is less than the one before.
    """
    begins, (left, taken, names) = reaches.step_begins, reaches.steps
    counts = begins[numbers + 1] - begins[numbers]
    place = spread(begins[numbers], counts)
    first, top = counts.cumsum() - counts, left[begins[numbers]]
    begin = whose.searchsorted(np.arange(len(wanted)))
    steps = _Steps(
        whose.repeat(counts),
        np.arange(len(numbers)).repeat(counts),
        (top.repeat(counts) - left[place])[:, None],
        names[place][:, None],
        first,
        first[begin],
    )
    chosen = _chosen(steps, whose, begin, np.bincount(whose, top)[:, None] - wanted)
    rising: NDArray[np.int64] = np.maximum.accumulate(taken[place[chosen]], axis=1)
    return rising


def _chosen(
    steps: _Steps,
    whose: NDArray[np.int64],
    begin: NDArray[np.int64],
    surplus: NDArray[np.float64],
) -> NDArray[np.int64]:
    """For each reach and level the step that is taken.

    ``begin`` is where the reaches of each want begin; ``surplus`` what must be taken away of the
    most that can be gained.
    """
    relief, names = steps.relief, steps.names
    best = _cheapest_step(steps, relief, names, surplus)
    chosen = steps.first[:, None].repeat(surplus.shape[1], axis=1)
    if best.max() >= FEW_NAMES << _PLACE:
        begun = _by_price(steps, surplus)
        spent, cost = (np.add.reduceat(of[begun, 0], begin, axis=0) for of in (relief, names))
        last = _cheapest_step(
            steps,
            relief - relief[begun, 0][steps.use],
            np.maximum(names - names[begun, 0][steps.use], 0),
            surplus - spent,
        )
        is_cheaper = (last >> _PLACE) + cost < best >> _PLACE
        best = np.where(is_cheaper, last, best)
        chosen = np.where(is_cheaper[whose], begun, chosen)
    step = best & ((1 << _PLACE) - 1)
    chosen[steps.use[step], np.arange(surplus.shape[1])] = step
    return chosen


def _cheapest_step(
    steps: _Steps,
    relief: NDArray[np.float64],
    names: NDArray[np.int64],
    surplus: NDArray[np.float64],
) -> NDArray[np.int64]:
    """For each want and level the cheapest step that takes the surplus, and its names before it.

    Where nothing need be taken it is a step that takes nothing.
    """
    priced = names << _PLACE | np.arange(len(names))[:, None]
    enough = np.where(relief > surplus[steps.want], priced, _NEVER)
    found: NDArray[np.int64] = np.minimum.reduceat(enough, steps.wants, axis=0)
    return found


def _by_price(steps: _Steps, surplus: NDArray[np.float64]) -> NDArray[np.int64]:
    """The steps by price, all that leave a surplus: the last of each use and level."""
    bits = _prices(steps).astype(np.float32).view(np.uint32)  # positive floats are ordered as these
    order = np.argsort(steps.want << _PRICE | bits, kind="stable")
    more = np.diff(steps.relief[:, 0], prepend=0.0)
    more[steps.first] = 0.0
    spent = np.append(0.0, more[order].cumsum())
    # The first step that would leave none, in the order of prices.
    end = spent[1:].searchsorted(spent[steps.wants][:, None] + surplus, side="right")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    taken = np.add.reduceat(rank[:, None] < end[steps.want], steps.first, axis=0, dtype=np.int64)
    last: NDArray[np.int64] = steps.first[:, None] + np.maximum(taken - 1, 0)
    return last


def _prices(steps: _Steps) -> NDArray[np.float64]:
    """What a bit costs in names: the least of the step and of all later ones of its reach.

    So it never falls from step to step.
    """
    relief, names = steps.relief[:, 0], steps.names[:, 0]
    prices = np.divide(names, relief, out=np.zeros(len(names)), where=relief > 0)
    apart = steps.use * (prices.max() + 1)  # reaches before are cheaper than those after
    found: NDArray[np.float64] = np.minimum.accumulate((prices + apart)[::-1])[::-1] - apart
    return np.maximum(found, 0.0)
