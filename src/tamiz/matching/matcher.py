"""Finds every listed party that may be a subject, and says why.

The search (``matching.search``) bounds from above what each listed name can score; every party
whose bound reaches the floor is scored in full, so nobody whom the scorer would name is missed.
"""

from collections.abc import Iterator
from math import log2

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.claim_evidence import most_claim_bits
from tamiz.matching.exact import exact_keys
from tamiz.matching.index import Index
from tamiz.matching.query import Query, QueryMaker, taken_together
from tamiz.matching.scorer import NamePairs, Scorer
from tamiz.matching.search import Search
from tamiz.matching.subject import Match, Subject
from tamiz.matching.weights import Weights, default_weights
from tamiz.model import Evidence, PartyType

ONE_IN = 500  # applicants is assumed to be listed, unless the policy knows better
FEWEST_PARTIES = 10_000  # a short list does not make each of its parties likelier to apply
FAMILY = {
    PartyType.PERSON: frozenset({PartyType.PERSON, PartyType.UNKNOWN}),
    PartyType.ORGANISATION: frozenset({PartyType.ORGANISATION, PartyType.UNKNOWN}),
}


class Matcher:
    """Compares subjects with the parties of one index; keep one a process, it learns the words."""

    def __init__(
        self,
        index: Index,
        *,
        prevalence: float = 1 / ONE_IN,
        weights: Weights | None = None,
    ) -> None:
        """Prepare to search ``index``; ``prevalence`` is the share of subjects that are listed."""
        self.index, self.weights = index, weights or default_weights()
        self._prevalence = prevalence
        self._scorer = Scorer(index, self.weights)
        self._searches = {kind: Search(index, kind, self.weights) for kind in FAMILY}
        self._makers = {
            kind: QueryMaker(index, kind, self.weights, relief=search.relief)
            for kind, search in self._searches.items()
        }
        self._priors: dict[tuple[PartyType, frozenset[str] | None], Evidence] = {}
        self._chosen: dict[tuple[PartyType, frozenset[str] | None], NDArray[np.bool_]] = {}

    def find(
        self,
        subject: Subject,
        *,
        floor: float,
        sources: frozenset[str] | None = None,
        limit: int | None = None,
    ) -> tuple[Match, ...]:
        """Every listed party with at least ``floor`` probability to be the subject, best first.

        Args:
            subject: whom to look for.
            floor: the least probability of a match that is wanted.
            sources: only parties of these sources; None means all.
            limit: at most so many matches; None means all.
        """
        eligible = self._eligible(subject.type, sources)
        prior = self._prior(subject.type, sources)
        wanted = log2(floor / (1 - floor))
        queries = self._queries(subject)
        needed = wanted - (prior.bits or 0.0)
        candidates, exact = self._candidates(subject, queries, eligible, needed)
        scored = []
        for number, names in candidates.items():
            if number in exact:
                record = self.index.record_at(number)
                match: Match | None = self._scorer.score(subject, record, names, prior)
            else:
                match = self._scorer.score_from(subject, number, names, prior, needed)
            if match is not None and match.bits >= wanted:
                scored.append(match)
        scored.sort(key=lambda match: (-match.bits, match.record.source, match.record.id))
        return tuple(scored[:limit])

    def sharing(
        self, subject: Subject, *, sources: frozenset[str] | None = None
    ) -> tuple[Match, ...]:
        """Every listed party with a number or contact of the subject, however unlike otherwise.

        Somebody else's document in a listed person's number is what borrowed papers look like:
        it is no sign of being that person, and must still be seen.
        """
        eligible = self._eligible(subject.type, sources)
        numbers = [number for number in dict.fromkeys(self._exactly(subject)) if eligible[number]]
        return tuple(self.score(subject, number) for number in numbers)

    def score(self, subject: Subject, number: int) -> Match:
        """Compare the subject with one record in full, whatever a search would make of it."""
        prior = self._prior(subject.type, None)
        queries = self._queries(subject)
        listed = self._scorer.names_of([number])
        pairs = [(query, name) for query in queries for name in listed]
        return self._scorer.score(subject, self.index.record_at(number), pairs, prior)

    def _eligible(self, kind: PartyType, sources: frozenset[str] | None) -> NDArray[np.bool_]:
        chosen = self._chosen.get((kind, sources))
        if chosen is None:
            chosen = self.index.of_type(FAMILY[kind], sources)
            self._chosen[kind, sources] = chosen
        return chosen

    def _prior(self, kind: PartyType, sources: frozenset[str] | None) -> Evidence:
        """How likely a given party is before anything is compared: few are listed, of many."""
        prior = self._priors.get((kind, sources))
        if prior is None:
            parties = max(int(self._eligible(kind, sources).sum()), FEWEST_PARTIES)
            prior = self._priors[kind, sources] = Evidence(
                feature="prior",
                code=f"prior.{kind.value}",
                bits=round(log2(self._prevalence / parties), 4),
                params={
                    "parties": f"{parties:,}".replace(",", " "),
                    "one_in": f"{1 / self._prevalence:.0f}",
                },
            )
        return prior

    def _candidates(
        self,
        subject: Subject,
        queries: list[Query],
        eligible: NDArray[np.bool_],
        needed: float,
    ) -> tuple[dict[int, NamePairs], set[int]]:
        """For each record that may reach ``needed`` bits, the pairs of names that may be alike.

        With them the records that share a number or contact, which are scored in any case.
        """
        exact = {number for number in self._exactly(subject) if eligible[number]}
        found: dict[int, NamePairs] = {number: [] for number in sorted(exact)}
        listed = self._scorer.names_of(sorted(exact))
        beside = most_claim_bits(subject, self.weights)
        beside += taken_together(subject.type, self.weights)
        search, record_of = self._searches[subject.type], self.index.name_record
        for query in queries:
            names = search.names(query, subject.birth_dates, beside, needed)
            for name in sorted({*names, *listed}):
                record = int(record_of[name])
                if eligible[record]:
                    found.setdefault(record, []).append((query, name))
        return found, exact

    def _queries(self, subject: Subject) -> list[Query]:
        """The subject's names, each prepared once."""
        maker = self._makers[subject.type]
        return [query for name in subject.names if (query := maker.prepare(name))]

    def _exactly(self, subject: Subject) -> Iterator[int]:
        """The records that share a number or a contact with the subject."""
        for key in dict.fromkeys(exact_keys(subject)):
            yield from self.index.find("key", key, column="key_record").tolist()
