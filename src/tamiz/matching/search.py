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
from itertools import chain
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.birth_bound import birth_bound, born_alike, born_vaguely
from tamiz.matching.birth_levels import LEVELS, BirthLevels, Told
from tamiz.matching.bounds import Bounds, Uses
from tamiz.matching.choice import entries_to_take
from tamiz.matching.index import Index
from tamiz.matching.query import Query, taken_together
from tamiz.matching.reach import Reaches
from tamiz.matching.spans import once, spread
from tamiz.matching.weights import Weights
from tamiz.matching.whole import alike_as_whole, alike_in_pairs, most_of_whole, share_needed
from tamiz.model import PartialDate, PartyType

ROUNDING = 1e-2  # bits by which sums of 32-bit floats may differ
NOTHING = 1e-3  # bits so few that whoever needs no more of a name may have any
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


class Pairs(NamedTuple):
    """Wants, by their numbers, and listed names: by want, then by name."""

    want: NDArray[np.int64]
    name: NDArray[np.int64]

    def only(self, chosen: NDArray[np.bool_]) -> "Pairs":
        """Some of the pairs."""
        return Pairs(self.want[chosen], self.name[chosen])


NO_PAIRS = Pairs(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))


class _Named(NamedTuple):
    """The names that are wanted: how many words each has, and the reaches of these.

    ``needed`` are the bits that names and birth dates must give together.
    """

    sizes: NDArray[np.int64]
    needed: NDArray[np.float64]
    uses: Uses
    reaches: Reaches

    @classmethod
    def of(cls, wants: Sequence[Want]) -> Self:
        """Those of some wants."""
        of_each = [want.query.reaches for want in wants]
        counts = np.fromiter(map(len, of_each), dtype=np.int64, count=len(wants))
        numbers = np.fromiter(chain.from_iterable(of_each), dtype=np.int64, count=counts.sum())
        sizes = np.array([len(want.query.parsed.words) for want in wants], dtype=np.int64)
        needed = np.array([want.needed - want.beside for want in wants])
        uses = Uses(np.arange(len(wants)).repeat(counts), numbers)
        return cls(sizes, needed, uses, wants[0].query.learnt.reaches)


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

    def names(self, wants: Sequence[Want]) -> Pairs:
        """Every listed name, beside each want, whose comparison may give the bits it needs.

        The queries of all wants were prepared together.
        """
        birth = self._weights.birth_date
        named = _Named.of(wants)
        slack = np.array([want.query.slack for want in wants])
        enough = named.needed - slack - ROUNDING
        # Parties born alike are looked at by their birth date, so for the others birth dates
        # count for no more than they can without.
        dates = [want.dates for want in wants]
        others = enough[:, None] - self._births.most(dates)
        told = self._births.told(dates)
        alike, telling = self._born_alike(dates), self._telling(named, others, told)
        near_bounds, bounds = self._bounds_of_both(named, alike, telling)
        near = alike.only(near_bounds >= enough[alike.want] - birth.same_day)
        reached = bounds >= others[telling.want, self._births.of(told, *telling)]
        telling = self._born_so(wants, telling.only(reached), bounds[reached], enough)
        return _each_once(
            [near, telling, self._garbled(wants, named, alike), self._vague(wants, named)]
        )

    def _born_alike(self, dates: Sequence[tuple[PartialDate, ...]]) -> Pairs:
        """The names of the parties born alike."""
        whose, records = born_alike(self._index, dates)
        first = self._index.first_name[records]
        counts = self._index.first_name[records + 1] - first
        return Pairs(whose.repeat(counts), spread(first, counts))

    def _telling(self, named: _Named, enough: NDArray[np.float64], told: Told) -> Pairs:
        """All names whose bound may reach what is enough for their birth, with others that do not.

        ``enough`` says for each want and birth level what names must give.
        """
        wanted = enough - self._bounds.least_base[named.sizes][:, None]
        by_nothing = wanted[:, -1] <= NOTHING  # then every name must be looked at
        count = len(self._index.name_lengths)
        found = [_of_one(at, np.arange(count)) for at in by_nothing.nonzero()[0].tolist()]
        uses = named.uses.only(~by_nothing[named.uses.query]) if found else named.uses
        if len(uses.query):
            counts = np.bincount(uses.query)
            some = counts.nonzero()[0]
            whose = np.arange(len(some)).repeat(counts[some])
            taken = entries_to_take(named.reaches, uses.reach, whose, wanted[some])
            found += self._of_words_and_names(named.reaches, uses, taken, told)
        return _each_once(found)

    def _of_words_and_names(
        self, reaches: Reaches, uses: Uses, taken: NDArray[np.int64], told: Told
    ) -> list[Pairs]:
        """The names of some entries of reaches: of those that are words, and that are names."""
        is_named = reaches.named[uses.reach]
        if not is_named.any():
            return [self._taken(reaches, uses, taken, told)]
        return [
            self._taken(reaches, uses.only(some), taken[some], told)
            for some in (~is_named, is_named)
            if some.any()
        ]

    def _taken(self, reaches: Reaches, uses: Uses, taken: NDArray[np.int64], told: Told) -> Pairs:
        """The names of some entries of reaches, each entry for the levels it is taken for.

        The reaches are all named, or none of them is.
        """
        most, more = taken[:, -1], taken.copy()
        more[:, 1:] -= taken[:, :-1]
        levels = (np.arange(taken.size) % LEVELS).repeat(more.ravel())
        names = reaches.entries[spread(reaches.begins[uses.reach], most)]
        whose = uses.query.repeat(most)
        if not reaches.named[uses.reach[0]]:
            names, counts = self._index.postings(names)
            whose, levels = whose.repeat(counts), levels.repeat(counts)
        pairs = Pairs(whose, names.astype(np.int64))
        return pairs.only(self._births.of(told, *pairs) >= levels)

    def _bounds_of_both(
        self, named: _Named, some: Pairs, others: Pairs
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The bounds of some pairs and of others, with each reach looked at only once."""
        whose = np.concatenate([some.want, others.want])
        order = whose.argsort(kind="stable")
        bounds = np.empty(len(whose), dtype=np.float32)
        names = np.concatenate([some.name, others.name])
        bounds[order] = self._bounds.of(
            named.reaches, named.uses, named.sizes, whose[order], names[order]
        )
        return bounds[: len(some.want)], bounds[len(some.want) :]

    def _born_so(
        self,
        wants: Sequence[Want],
        pairs: Pairs,
        bounds: NDArray[np.float32],
        enough: NDArray[np.float64],
    ) -> Pairs:
        """The names that are still enough with what their parties' birth dates can add."""
        if len(bounds) <= FEW:
            return pairs
        kept = np.ones(len(bounds), dtype=np.bool_)
        counts = np.bincount(pairs.want, minlength=len(wants))
        ends = counts.cumsum()
        for at in np.flatnonzero(counts > FEW).tolist():
            here = slice(ends[at] - counts[at], ends[at])
            records = self._index.name_record[pairs.name[here]]
            born = birth_bound(self._index, records, wants[at].dates, self._weights.birth_date)
            kept[here] = bounds[here] + born >= enough[at]
        return pairs.only(kept)

    def _garbled(self, wants: Sequence[Want], named: _Named, pairs: Pairs) -> Pairs:
        """Those of some names that are alike as a whole, beside a birth date that agrees."""
        wanted = self._whole_needed(named) - self._weights.birth_date.same_day
        shares = share_needed(wanted, self._weights.whole)[pairs.want]
        lengths = self._index.whole_lengths[pairs.name]
        own = np.array([want.query.letters for want in wants])[pairs.want]
        likely = np.abs(lengths - own) <= np.maximum(lengths, own) * shares
        if not likely.any():
            return NO_PAIRS
        pairs, shares = pairs.only(likely), shares[likely]
        theirs = self._index.wholes(pairs.name)
        alike = np.zeros(len(theirs), dtype=np.bool_)
        for turned in (0, -1):
            ours = [wants[at].query.wholes[turned] for at in pairs.want.tolist()]
            alike |= alike_in_pairs(ours, theirs, shares)
        return pairs.only(alike)

    def _whole_needed(self, named: _Named) -> NDArray[np.float64]:
        """The bits that names as a whole and birth dates must give together."""
        return named.needed + self._together - ROUNDING

    def _vague(self, wants: Sequence[Want], named: _Named) -> Pairs:
        """The names, alike as a whole, of parties of which only the same birth year is known."""
        birth = self._weights.birth_date
        wanted = self._whole_needed(named) - max(birth.year, birth.circa_year)
        found = [NO_PAIRS]
        for at in (wanted <= most_of_whole(self._weights.whole)).nonzero()[0].tolist():
            for one in wants[at].dates:
                is_vague = one.month is None or one.day is None or one.circa
                names, texts = self._named_in(one.year, is_vague)
                wholes, weights = wants[at].query.wholes, self._weights.whole
                alike = alike_as_whole(wholes, texts, weights, float(wanted[at]))
                found.append(Pairs(np.full(alike.sum(), at), names[alike]))
        return Pairs(*map(np.concatenate, zip(*found, strict=True)))

    def _name_by_year(self, year: int, everybody: bool) -> tuple[NDArray[np.int64], list[str]]:
        """The names of those born in a year (whose day is not known, or all), and as one word."""
        names = self._index.names_of(born_vaguely(self._index, year, everybody=everybody))
        return names, self._index.wholes(names)


def _of_one(want: int, names: NDArray[np.int64]) -> Pairs:
    """One want with many names."""
    return Pairs(np.full(len(names), want), names)


def _each_once(some: Sequence[Pairs]) -> Pairs:
    """All the pairs, each once."""
    if not some:
        return NO_PAIRS
    both = np.concatenate([pairs.want << _WHOSE | pairs.name for pairs in some])
    both.sort()
    both = both[once(both)]
    return Pairs(both >> _WHOSE, both & ((1 << _WHOSE) - 1))
