"""Draws people so that each nationality has its share of them, and no lucky draw decides whose."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from redteam.world import Draft


def spread(rng: Random, pool: Sequence[Draft], count: int, like: Counter[str]) -> list[Draft]:
    """So many of the pool, of each nationality its share in ``like``, rounded up or down.

    Where the pool has too few of one, others take their places; it never gives more than it has.
    """
    mixed = rng.sample(pool, len(pool))
    chosen: list[Draft] = []
    for code, wanted in quotas(rng, min(count, len(pool)), like).items():
        chosen += [one for one in mixed if one.person.country.code == code][:wanted]
    taken = {one.key for one in chosen}
    left = [one for one in mixed if one.key not in taken]
    return chosen + left[: min(count, len(pool)) - len(chosen)]


def quotas(rng: Random, count: int, like: Counter[str]) -> dict[str, int]:
    """``count`` in shares of ``like``: whole numbers, none further than one from its share."""
    total, start = like.total(), rng.random()
    found: dict[str, int] = {}
    sums, before = 0, 0
    for code in sorted(like):
        sums += like[code]
        upto = count if sums == total else int(count * sums / total + start)
        found[code], before = upto - before, upto
    return found


def nationalities(drafts: Sequence[Draft]) -> Counter[str]:
    """How many there are of each nationality."""
    return Counter(one.person.country.code for one in drafts)
