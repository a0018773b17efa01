"""Finds every listed party that may be a subject, and says why.

The search (``matching.search``) bounds from above what each listed name can score; every party
whose bound reaches the floor is scored in full, so nobody whom the scorer would name is missed.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import log2
from typing import NamedTuple

import numpy as np
from msgspec import structs
from numpy.typing import NDArray

from tamiz.matching.claim_evidence import most_claim_bits
from tamiz.matching.exact import exact_keys
from tamiz.matching.index import Index
from tamiz.matching.query import Query, QueryMaker, taken_together
from tamiz.matching.scorer import NamePairs, Scorer
from tamiz.matching.search import Search, Want
from tamiz.matching.subject import AlsoListed, Match, Subject, bits_of
from tamiz.matching.weights import Weights, default_weights
from tamiz.model import Evidence, Name, PartyType, SourceRecord
from tamiz.model.uncollected import uncollected
from tamiz.normalise.names import in_figures

MOST_CHOICES = 32  # of lists to look at that are remembered: each takes a byte a record
ONE_IN = 500  # applicants is assumed to be listed, unless the policy knows better
FEWEST_PARTIES = 10_000  # a short list does not make each of its parties likelier to apply
MOST_FORESEEN = 10_000  # searches kept for a ``find`` that may never come
FAMILY = {
    PartyType.PERSON: frozenset({PartyType.PERSON, PartyType.UNKNOWN}),
    PartyType.ORGANISATION: frozenset({PartyType.ORGANISATION, PartyType.UNKNOWN}),
}


_NOBODY: frozenset[int] = frozenset()


class _Candidates(NamedTuple):
    """A subject's prepared names, and the records that may be the subject.

    Each record comes with the pairs of names that may be alike; ``exact`` are those that share a
    number or contact with the subject.
    """

    queries: list[Query]
    names: dict[int, NamePairs]
    exact: frozenset[int]


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
        self._foreseen: dict[tuple[Subject, float, frozenset[str] | None], _Candidates] = {}
        self._chosen: dict[tuple[PartyType, frozenset[str] | None], NDArray[np.bool_]] = {}

    def foresee(
        self,
        subjects: Sequence[Subject],
        *,
        floor: float,
        sources: frozenset[str] | None = None,
    ) -> None:
        """Search for many subjects at once, which is several times faster than one by one.

        What was found is kept for one ``find`` with the same arguments each.
        """
        if len(self._foreseen) > MOST_FORESEEN:
            self._foreseen.clear()
        with uncollected():
            found = self._searched(subjects, floor, sources)
            for subject, candidates in zip(subjects, found, strict=True):
                self._foreseen[subject, floor, sources] = candidates

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

        Records that are one party by the references of the lists are one match.
        """
        prior = self._prior(subject.type, sources)
        wanted = bits_of(floor)
        candidates = self._foreseen.pop((subject, floor, sources), None)
        if candidates is None:
            candidates = self._searched([subject], floor, sources)[0]
        if not candidates.names:
            return ()
        scored: list[tuple[int, Match]] = []
        for number, names in candidates.names.items():
            if number in candidates.exact:
                record = self.index.record_at(number)
                match: Match | None = self._scorer.score(subject, record, names, prior)
            else:
                needed = wanted - (prior.bits or 0.0)
                match = self._scorer.score_from(subject, number, names, prior, needed)
            if match is not None and match.bits >= wanted:
                scored.append((number, match))
        scored.sort(key=_likeliest_first)
        parties = self._by_party(scored)
        return tuple(self._one_match(found, subject.type, sources) for found in parties[:limit])

    def sharing(
        self, subject: Subject, *, sources: frozenset[str] | None = None
    ) -> tuple[Match, ...]:
        """Every listed party with a number or contact of the subject, however unlike otherwise.

        Somebody else's document in a listed person's number is what borrowed papers look like:
        it is no sign of being that person, and must still be seen.
        """
        eligible = self._eligible(subject.type, sources)
        numbers = [number for number in dict.fromkeys(self._exactly(subject)) if eligible[number]]
        scored = [(number, self.score(subject, number)) for number in numbers]
        parties = self._by_party(scored)
        return tuple(self._one_match(found, subject.type, sources) for found in parties)

    def _by_party(self, scored: list[tuple[int, Match]]) -> list[list[tuple[int, Match]]]:
        """The matches of each party together, in the order of the first of each."""
        parties: dict[int, list[tuple[int, Match]]] = {}
        for number, match in scored:
            parties.setdefault(self.index.party_of(number), []).append((number, match))
        return list(parties.values())

    def _one_match(
        self,
        found: list[tuple[int, Match]],
        kind: PartyType,
        sources: frozenset[str] | None,
    ) -> Match:
        """The likeliest of a party's matches, with its other records in ``sources`` beside it."""
        (first, best), *others = sorted(found, key=_likeliest_first)
        known, eligible = {number for number, _ in found}, self._eligible(kind, sources)
        members = self.index.records_of(self.index.party_of(first))
        unlike = [self.index.record_at(at) for at in members if at not in known and eligible[at]]
        also = [
            *(AlsoListed(record=m.record, bits=m.bits, evidence=m.evidence) for _, m in others),
            *(AlsoListed(record=record) for record in sorted(unlike, key=_by_source)),
        ]
        return structs.replace(best, also=tuple(also)) if also else best

    def score(self, subject: Subject, number: int) -> Match:
        """Compare the subject with one record in full, whatever a search would make of it."""
        prior = self._prior(subject.type, None)
        (queries,) = self._queries([subject])
        listed = self._scorer.names_of([number])
        pairs = [(query, name) for query in queries for name in listed]
        return self._scorer.score(subject, self.index.record_at(number), pairs, prior)

    def _eligible(self, kind: PartyType, sources: frozenset[str] | None) -> NDArray[np.bool_]:
        chosen = self._chosen.get((kind, sources))
        if chosen is None:
            if len(self._chosen) >= MOST_CHOICES:
                self._chosen.clear()
                self._priors.clear()
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

    def _searched(
        self, subjects: Sequence[Subject], floor: float, sources: frozenset[str] | None
    ) -> list["_Candidates"]:
        """For each subject the records that may reach ``floor``, and those that share a number."""
        candidates = [
            self._sharing(subject, queries, sources)
            for subject, queries in zip(subjects, self._queries(subjects), strict=True)
        ]
        for kind in FAMILY:
            self._search(kind, subjects, candidates, floor, sources)
        return candidates

    def _sharing(
        self, subject: Subject, queries: list[Query], sources: frozenset[str] | None
    ) -> "_Candidates":
        """The records that share a number or contact: scored in any case, with all their names."""
        if not subject.identifiers and not subject.contacts:
            return _Candidates(queries, {}, _NOBODY)
        eligible = self._eligible(subject.type, sources)
        exact = frozenset(number for number in self._exactly(subject) if eligible[number])
        listed = self._scorer.names_of(sorted(exact))
        found: dict[int, NamePairs] = {number: [] for number in sorted(exact)}
        for name in listed:
            record = int(self.index.name_record[name])
            found[record].extend((query, name) for query in queries)
        return _Candidates(queries, found, exact)

    def _search(
        self,
        kind: PartyType,
        subjects: Sequence[Subject],
        candidates: list["_Candidates"],
        floor: float,
        sources: frozenset[str] | None,
    ) -> None:
        """Add what the search finds for the subjects of one type to their candidates."""
        wants, whose = [], []
        needed = bits_of(floor) - (self._prior(kind, sources).bits or 0.0)
        together = taken_together(kind, self.weights)
        for subject, mine in zip(subjects, candidates, strict=True):
            if subject.type is kind and mine.queries:
                beside = most_claim_bits(subject, self.weights) + together
                for query in mine.queries:
                    wants.append(Want(query, subject.birth_dates, beside, needed))
                    whose.append(mine)
        if not wants:
            return
        found = self._searches[kind].names(wants)
        records = self.index.name_record[found.name]
        eligible = self._eligible(kind, sources)[records]
        for at, name, record in zip(
            *(of[eligible].tolist() for of in (*found, records)), strict=True
        ):
            if record not in whose[at].exact:
                whose[at].names.setdefault(record, []).append((wants[at].query, name))

    def _queries(self, subjects: Sequence[Subject]) -> Iterator[list[Query]]:
        """For each subject its names, each prepared once; code names also in figures."""
        names = [_as_written(subject) for subject in subjects]
        prepared = {
            kind: iter(
                maker.prepare(
                    [
                        n
                        for one, some in zip(subjects, names, strict=True)
                        if one.type is kind
                        for n in some
                    ]
                )
            )
            for kind, maker in self._makers.items()
        }
        for subject, some in zip(subjects, names, strict=True):
            mine = islice(prepared[subject.type], len(some))
            yield [query for query in mine if query is not None]

    def _exactly(self, subject: Subject) -> Iterator[int]:
        """The records that share a number or a contact with the subject."""
        for key in dict.fromkeys(exact_keys(subject)):
            yield from self.index.find("key", key, column="key_record").tolist()


def _as_written(subject: Subject) -> list[Name]:
    """The names of a subject, and what code names are with their number in figures."""
    if subject.type is not PartyType.PERSON:
        return list(subject.names)
    more = (in_figures(name) for name in subject.names)
    return [*subject.names, *(name for name in more if name is not None)]


def _likeliest_first(scored: tuple[int, Match]) -> tuple[float, str, str]:
    """By bits, and in a fixed order where they are equal."""
    return (-scored[1].bits, *_by_source(scored[1].record))


def _by_source(record: SourceRecord) -> tuple[str, str]:
    return record.source, record.id
