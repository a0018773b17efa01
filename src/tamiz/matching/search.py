"""Finds the listed names that may reach a score, and misses none.

The bound of a name is what it would score if each of the subject's words found its best partner
in it: the words' gains, less what the words that cannot pair must cost, plus the most that
everything else may add. Only names with a telling word in common are summed up (the words whose
gains together are too small to reach the score cannot bring in a name alone). Parties whose birth
date agrees well need little of the name, and are looked at by their birth date instead.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.birth_bound import birth_bound, born_alike, born_vaguely, most_of_others
from tamiz.matching.index import Index
from tamiz.matching.query import Query, taken_together
from tamiz.matching.reach import gains_at, telling_names
from tamiz.matching.weights import Weights
from tamiz.matching.whole import alike_as_whole, compare_wholes, most_of_whole
from tamiz.model import PartialDate, PartyType

ROUNDING = 1e-2  # bits by which sums of 32-bit floats may differ
FEW = 12  # names whose birth dates are not worth looking up before the names are compared
LONGEST_NAME = 255  # words of a listed name that the table of bases knows


class Search:
    """Bounds the names of one index for subjects of one type."""

    def __init__(self, index: Index, kind: PartyType, weights: Weights) -> None:
        self._index, self._weights = index, weights
        self.relief, self._together = least_conflict(kind, weights), taken_together(kind, weights)
        table = weights.name if kind is PartyType.PERSON else weights.organisation
        self._extra_here, self._extra_there = table.extra_applicant, table.extra_listed
        self._lengths = np.minimum(index.name_lengths, LONGEST_NAME)
        self._first_name = np.searchsorted(
            index.name_record, np.arange(len(index) + 1), side="left"
        ).tolist()
        self._bases = lru_cache(64)(self._base_by_length)
        self._named_in = lru_cache(256)(self._name_by_year)

    def names(
        self, query: Query, dates: tuple[PartialDate, ...], beside: float, needed: float
    ) -> list[int]:
        """Every name whose comparison with the query may give ``needed`` bits.

        Args:
            query: a prepared name of the subject.
            dates: the subject's birth dates.
            beside: the most bits that anything but names and birth dates can add.
            needed: the bits wanted of names, birth dates and ``beside`` together.
        """
        wanted = needed - beside - query.slack - ROUNDING
        birth = self._weights.birth_date
        whole = needed - beside + self._together - ROUNDING
        alike = self._named(born_alike(self._index, dates))
        near = [name for name in alike if self._bound_of(query, name) >= wanted - birth.same_day]
        garbled = self._garbled(query, alike, whole - birth.same_day)
        vague = self._vague(query, dates, whole - max(birth.year, birth.circa_year))
        others = self._reached(query, dates, wanted)
        return list({*near, *garbled, *vague, *others})

    def _named(self, records: list[int]) -> list[int]:
        """The names of a few records."""
        first = self._first_name
        return [name for record in records for name in range(first[record], first[record + 1])]

    def _bound_of(self, query: Query, name: int) -> float:
        """The bound of one name, from its words."""
        index, at = self._index, self._index.array("name_at")
        words = index.array("name_words")[at[name] : at[name + 1]].tolist()
        total = float(self._bases(len(query.near))[0][min(len(words), LONGEST_NAME)])
        for near in query.near:
            total += max((near.gain(word) for word in words), default=0.0)
        joins = [join.bits for word in words for join in query.joined_here.get(word, ())]
        joins += [join.bits for join in query.joined_there.get(name, ())]
        return total + sum(joins) + 2 * self.relief * len(joins)

    def _garbled(self, query: Query, names: list[int], wanted: float) -> list[int]:
        """Those of some names that are alike as a whole."""
        if wanted > most_of_whole(self._weights.whole):
            return []
        compared = [
            (name, compare_wholes(query.wholes, self._index.whole(name), self._weights.whole))
            for name in names
        ]
        return [name for name, whole in compared if whole is not None and whole.bits >= wanted]

    def _vague(self, query: Query, dates: tuple[PartialDate, ...], wanted: float) -> list[int]:
        """The names, alike as a whole, of parties of which only the same birth year is known."""
        if wanted > most_of_whole(self._weights.whole):
            return []
        found: list[int] = []
        for one in dates:
            is_vague = one.month is None or one.day is None or one.circa
            names, texts = self._named_in(one.year, is_vague)
            alike = alike_as_whole(query.wholes, texts, self._weights.whole, wanted)
            found += names[alike].tolist()
        return found

    def _name_by_year(self, year: int, everybody: bool) -> tuple[NDArray[np.int32], list[str]]:
        """The names of those born in a year (whose day is not known, or all), and as one word."""
        names = self._index.names_of(born_vaguely(self._index, year, everybody=everybody))
        return names.astype(np.int32), [self._index.whole(name) for name in names.tolist()]

    def _reached(self, query: Query, dates: tuple[PartialDate, ...], wanted: float) -> list[int]:
        """The names with words near the query's whose bound reaches ``wanted``.

        Parties ``born_alike`` are looked at elsewhere, so birth dates count for no more here than
        they can for others.
        """
        birth = self._weights.birth_date
        of_names = wanted - most_of_others(dates, birth)
        base, most_base = self._bases(len(query.near))
        if most_base >= of_names:
            return list(range(len(self._lengths)))
        names = telling_names(query.reaches, of_names - most_base)
        if not len(names):
            return []
        bound = gains_at(query.reaches, names) + base[self._lengths[names]]
        enough = bound >= of_names
        names, bound = names[enough], bound[enough]
        if len(names) > FEW:
            records = self._index.name_record[names]
            born = birth_bound(self._index, records, dates, birth)
            names = names[bound + born >= wanted]
        found: list[int] = names.tolist()
        return found

    def _base_by_length(self, words: int) -> tuple[NDArray[np.float32], float]:
        """For a listed name of each length, the cost against ``words`` words if none pairs.

        With it the least of these costs.
        """
        there = np.arange(LONGEST_NAME + 1)
        extra = np.where(
            there > words,
            self._extra_there * (there - words),
            self._extra_here * (words - there),
        )
        costs = (extra - self.relief * np.minimum(there, words)).astype(np.float32)
        return costs, float(costs[1:].max())


def least_conflict(kind: PartyType, weights: Weights) -> float:
    """What two words in each other's place cost at least when they differ."""
    if kind is not PartyType.PERSON:
        return -weights.organisation.conflict
    table = weights.name
    return -max(
        table.conflict, table.conflict_given, table.conflict_family, table.conflict_patronymic
    )
