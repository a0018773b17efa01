"""Finds the listed names that may reach a score, and misses none; for many subjects at once.

The bound of a name is what it would score if each of the subject's words found its best partner
in it: the words' gains, less what the words that cannot pair must cost, plus the most that
everything else may add. Only names with a telling word in common are summed up (the words whose
gains together are too small to reach the score cannot bring in a name alone). Parties whose birth
date agrees well need little of the name, and are looked at by their birth date instead; of the
others, those born in other years need more of it than those who may be born in the same, and are
looked at for fewer words (``matching.birth_levels``).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.birth_bound import birth_bound, born_alike, born_vaguely
from tamiz.matching.birth_levels import LEVELS, BirthLevels, Told
from tamiz.matching.bounds import Bounds
from tamiz.matching.index import Index
from tamiz.matching.query import Query, taken_together
from tamiz.matching.reach import NamedReach, Reach, fewest_names
from tamiz.matching.spans import once, spread
from tamiz.matching.weights import Weights
from tamiz.matching.whole import alike_as_whole, alike_in_pairs, most_of_whole, share_needed
from tamiz.model import PartialDate, PartyType

ROUNDING = 1e-2  # bits by which sums of 32-bit floats may differ
FEW = 12  # names whose birth dates are not worth looking up before the names are compared
_WHOSE = 40  # bits by which a want's number is shifted beside a name's, to sort both at once


class Want(NamedTuple):
    """A prepared name to look for, and what a comparison with it must give.

    ``beside`` is the most that anything but names and birth dates can add, ``needed`` the bits
    wanted of names, birth dates and ``beside`` together.
    """

    query: Query
    dates: tuple[PartialDate, ...]
    beside: float
    needed: float


class _Pairs(NamedTuple):
    """Wants, by their numbers, and listed names: by want, then by name."""

    want: NDArray[np.int64]
    name: NDArray[np.int64]

    def only(self, chosen: NDArray[np.bool_]) -> "_Pairs":
        """Some of the pairs."""
        return _Pairs(self.want[chosen], self.name[chosen])


_NO_PAIRS = _Pairs(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))


class Search:
    """Bounds the names of one index for subjects of one type."""

    def __init__(self, index: Index, kind: PartyType, weights: Weights) -> None:
        self._index, self._weights = index, weights
        self._bounds, self._births = (
            Bounds(index, kind, weights),
            BirthLevels(index, weights.birth_date),
        )
        self.relief, self._together = self._bounds.relief, taken_together(kind, weights)
        self._named_in = lru_cache(256)(self._name_by_year)

    def names(self, wants: Sequence[Want]) -> list[list[int]]:
        """For each want every name, ascending, whose comparison may give the bits it needs."""
        birth = self._weights.birth_date
        enough = np.array(
            [want.needed - want.beside - want.query.slack - ROUNDING for want in wants]
        )
        # Parties born alike are looked at by their birth date, so for the others birth dates
        # count for no more than they can without.
        dates = [want.dates for want in wants]
        others = enough[:, None] - np.array([self._births.most(some) for some in dates])
        told = self._births.told(dates)
        alike, telling = self._born_alike(wants), self._telling(wants, others.tolist(), told)
        near_bounds, bounds = self._bounds_of_both(wants, alike, telling)
        near = alike.only(near_bounds >= enough[alike.want] - birth.same_day)
        reached = bounds >= others[telling.want, self._births.of(told, *telling)]
        telling = self._born_so(wants, telling.only(reached), bounds[reached], enough)
        found: list[set[int]] = [set() for _ in wants]
        for pairs in (near, telling, self._garbled(wants, alike), self._vague(wants)):
            for want, name in zip(pairs.want.tolist(), pairs.name.tolist(), strict=True):
                found[want].add(name)
        return [sorted(names) for names in found]

    def _born_alike(self, wants: Sequence[Want]) -> _Pairs:
        """The names of the parties born alike."""
        whose, records = born_alike(self._index, [want.dates for want in wants])
        first = self._index.first_name[records]
        counts = self._index.first_name[records + 1] - first
        return _Pairs(whose.repeat(counts), spread(first, counts))

    def _telling(self, wants: Sequence[Want], enough: list[list[float]], told: Told) -> _Pairs:
        """All names whose bound may reach what is enough for their birth, with others that do not.

        ``enough`` says for each want and birth level what names must give.
        """
        words, whose, taken = [], [], []
        named = [_NO_PAIRS]
        for at, want in enumerate(wants):
            base, reaches = self._bounds.least_base[len(want.query.near)], want.query.reaches
            counts = fewest_names(reaches, [most - base for most in enough[at]])
            if counts is None:
                named.append(_of_one(at, np.arange(len(self._index.name_lengths))))
                continue
            for reach, *of_levels in zip(reaches, *counts, strict=True):
                if of_levels[-1] and isinstance(reach, Reach):
                    words.append(reach.first(of_levels[-1]))
                    whose.append(at)
                    taken.append(of_levels)
                elif of_levels[-1] and isinstance(reach, NamedReach):
                    named.append(_of_one(at, reach.names.astype(np.int64)))
        if words:
            named.append(self._with_words(words, np.array(whose), np.array(taken), told))
        return _each_once(named)

    def _with_words(
        self,
        words: list[NDArray[np.int64]],
        whose: NDArray[np.int64],
        taken: NDArray[np.int64],
        told: Told,
    ) -> _Pairs:
        """The names with some words of wants, each word for the birth levels it is taken for."""
        names, counts = self._index.postings(np.concatenate(words))
        first_level = np.tile(np.arange(LEVELS), len(words)).repeat(
            np.diff(taken, prepend=0).ravel()
        )
        pairs = _Pairs(whose.repeat(taken[:, -1]).repeat(counts), names.astype(np.int64))
        return pairs.only(self._births.of(told, *pairs) >= first_level.repeat(counts))

    def _bounds_of_both(
        self, wants: Sequence[Want], some: _Pairs, others: _Pairs
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The bounds of some pairs and of others, with each want's words looked at only once."""
        queries = [want.query for want in wants]
        whose = np.concatenate([some.want, others.want])
        order = whose.argsort(kind="stable")
        bounds = np.empty(len(whose), dtype=np.float32)
        names = np.concatenate([some.name, others.name])
        bounds[order] = self._bounds.of(queries, whose[order], names[order])
        return bounds[: len(some.want)], bounds[len(some.want) :]

    def _born_so(
        self,
        wants: Sequence[Want],
        pairs: _Pairs,
        bounds: NDArray[np.float32],
        enough: NDArray[np.float64],
    ) -> _Pairs:
        """The names that are still enough with what their parties' birth dates can add."""
        kept = np.ones(len(bounds), dtype=np.bool_)
        counts = np.bincount(pairs.want, minlength=len(wants))
        ends = counts.cumsum()
        for at in np.flatnonzero(counts > FEW).tolist():
            here = slice(ends[at] - counts[at], ends[at])
            records = self._index.name_record[pairs.name[here]]
            born = birth_bound(self._index, records, wants[at].dates, self._weights.birth_date)
            kept[here] = bounds[here] + born >= enough[at]
        return pairs.only(kept)

    def _garbled(self, wants: Sequence[Want], pairs: _Pairs) -> _Pairs:
        """Those of some names that are alike as a whole, beside a birth date that agrees."""
        weights, birth = self._weights.whole, self._weights.birth_date
        shares = np.array(
            [share_needed(self._whole_needed(want) - birth.same_day, weights) for want in wants]
        )[pairs.want]
        lengths = self._index.whole_lengths[pairs.name]
        own = np.array([want.query.letters for want in wants])[pairs.want]
        likely = np.abs(lengths - own) <= np.maximum(lengths, own) * shares
        pairs, shares = pairs.only(likely), shares[likely]
        theirs = self._index.wholes(pairs.name)
        alike = np.zeros(len(theirs), dtype=np.bool_)
        for turned in (0, -1):
            ours = [wants[at].query.wholes[turned] for at in pairs.want.tolist()]
            alike |= alike_in_pairs(ours, theirs, shares)
        return pairs.only(alike)

    def _whole_needed(self, want: Want) -> float:
        """The bits that names as a whole and birth dates must give together."""
        return want.needed - want.beside + self._together - ROUNDING

    def _vague(self, wants: Sequence[Want]) -> _Pairs:
        """The names, alike as a whole, of parties of which only the same birth year is known."""
        birth = self._weights.birth_date
        found = [_NO_PAIRS]
        for at, want in enumerate(wants):
            wanted = self._whole_needed(want) - max(birth.year, birth.circa_year)
            if wanted > most_of_whole(self._weights.whole):
                continue
            for one in want.dates:
                is_vague = one.month is None or one.day is None or one.circa
                names, texts = self._named_in(one.year, is_vague)
                alike = alike_as_whole(want.query.wholes, texts, self._weights.whole, wanted)
                found.append(_Pairs(np.full(alike.sum(), at), names[alike]))
        return _Pairs(*map(np.concatenate, zip(*found, strict=True)))

    def _name_by_year(self, year: int, everybody: bool) -> tuple[NDArray[np.int64], list[str]]:
        """The names of those born in a year (whose day is not known, or all), and as one word."""
        names = self._index.names_of(born_vaguely(self._index, year, everybody=everybody))
        return names, self._index.wholes(names)


def _of_one(want: int, names: NDArray[np.int64]) -> _Pairs:
    """One want with many names."""
    return _Pairs(np.full(len(names), want), names)


def _each_once(some: Sequence[_Pairs]) -> _Pairs:
    """All the pairs, each once."""
    both = np.concatenate([pairs.want << _WHOSE | pairs.name for pairs in some])
    both.sort()
    both = both[once(both)]
    return _Pairs(both >> _WHOSE, both & ((1 << _WHOSE) - 1))
