"""Finds every listed party that may be a subject, and says why.

The search (``matching.search``) bounds from above what each listed name can score; every party
whose bound reaches the floor is scored in full, so nobody whom the scorer would name is missed.
"""

from collections.abc import Iterable, Iterator
from math import log2

import numpy as np
from numpy.typing import NDArray

from tamiz.matching.birth_bound import birth_bound
from tamiz.matching.birth_evidence import compare_birth_dates
from tamiz.matching.claim_evidence import (
    compare_birth_place,
    compare_nationality,
    compare_sex,
    most_claim_bits,
)
from tamiz.matching.exact import exact_keys
from tamiz.matching.exact_evidence import compare_contacts, compare_identifiers
from tamiz.matching.index import Index
from tamiz.matching.name_evidence import NameComparison, compare_names
from tamiz.matching.query import Query, QueryMaker
from tamiz.matching.search import Search
from tamiz.matching.subject import Match, Subject, probability_of
from tamiz.matching.weights import Weights, default_weights
from tamiz.matching.whole import BESIDE
from tamiz.model import Evidence, PartyType, SourceRecord

ONE_IN = 500  # applicants is assumed to be listed, unless the policy knows better
FEWEST_PARTIES = 10_000  # a short list does not make each of its parties likelier to apply
NO_NAME = -12.0  # bits when not one word of any name agrees
ROUNDING = 1e-2  # bits by which sums of 32-bit floats may differ
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
        candidates = self._candidates(subject, queries, eligible, needed)
        scored = [
            match
            for record, names in self._promising(subject, candidates, needed)
            if (match := self._score(subject, record, names, prior)).bits >= wanted
        ]
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
        names = self.index.names_of(np.array([number], dtype=np.int32)).tolist()
        return self._score(subject, number, [(q, n) for q in queries for n in names], prior)

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
    ) -> dict[int, list[tuple[Query, int]]]:
        """For each record that may reach ``needed`` bits, the pairs of names that may be alike."""
        exact = [number for number in dict.fromkeys(self._exactly(subject)) if eligible[number]]
        found: dict[int, list[tuple[Query, int]]] = {number: [] for number in exact}
        listed = self.index.names_of(np.array(exact, dtype=np.int32)).astype(np.int32)
        beside = most_claim_bits(subject, self.weights) + self.weights.word.together
        for query in queries:
            search = self._searches[subject.type]
            names = search.names(query, subject.birth_dates, beside, needed)
            if exact:
                names = np.union1d(names, listed)
            records = self.index.name_record[names]
            kept = eligible[records]
            for name, record in zip(names[kept].tolist(), records[kept].tolist(), strict=True):
                found.setdefault(record, []).append((query, name))
        return found

    def _promising(
        self,
        subject: Subject,
        candidates: dict[int, list[tuple[Query, int]]],
        needed: float,
    ) -> Iterator[tuple[int, list[tuple[Query, int]]]]:
        """The candidates whose names, compared in full, leave them within reach of ``needed``."""
        exact = set(self._exactly(subject))
        records = np.fromiter(candidates, dtype=np.int32, count=len(candidates))
        dates, weights = subject.birth_dates, self.weights
        born = birth_bound(self.index, records, dates, weights.birth_date).tolist()
        beside = most_claim_bits(subject, weights) + ROUNDING
        for (record, names), birth in zip(candidates.items(), born, strict=True):
            if record in exact or self._most_of_names(subject, names) + birth + beside >= needed:
                yield record, names

    def _most_of_names(self, subject: Subject, names: list[tuple[Query, int]]) -> float:
        """The most bits that a pair of these names gives, whatever the birth dates allow."""
        compared = [self._compare(subject, query, name, garbled=True) for query, name in names]
        return max((found.bits for found in compared if found.is_alike), default=NO_NAME)

    def _compare(
        self, subject: Subject, query: Query, name: int, *, garbled: bool
    ) -> NameComparison:
        return compare_names(
            query,
            self.index.name(name),
            self.index,
            kind=subject.type,
            weights=self.weights,
            garbled=garbled,
        )

    def _queries(self, subject: Subject) -> list[Query]:
        """The subject's names, each prepared once."""
        maker = self._makers[subject.type]
        return [query for name in subject.names if (query := maker.prepare(name))]

    def _exactly(self, subject: Subject) -> Iterator[int]:
        """The records that share a number or a contact with the subject."""
        for key in dict.fromkeys(exact_keys(subject)):
            yield from self.index.find("key", key, column="key_record").tolist()

    def _score(
        self,
        subject: Subject,
        number: int,
        names: list[tuple[Query, int]],
        prior: Evidence,
    ) -> Match:
        """The full comparison of the subject with one record."""
        record = self.index.record_at(number)
        birth = compare_birth_dates(
            subject.birth_dates, record.birth_dates, self.weights.birth_date
        )
        evidence = [
            prior,
            *self._best_name(subject, record, names, birth),
            birth,
            *compare_birth_place(subject, record, self.weights),
            *compare_nationality(subject, record, self.weights),
            *compare_sex(subject.sex, record.sex, self.weights),
            *compare_identifiers(subject, record, self.weights),
            *compare_contacts(subject, record, self.weights),
        ]
        bits = round(sum(statement.bits or 0.0 for statement in evidence), 4)
        return Match(
            record=record,
            bits=bits,
            probability=probability_of(bits),
            evidence=tuple(evidence),
        )

    def _best_name(
        self,
        subject: Subject,
        record: SourceRecord,
        names: list[tuple[Query, int]],
        birth: Evidence,
    ) -> Iterable[Evidence]:
        """The evidence of the pair of names that speaks most for the match."""
        garbled = birth.code.partition(".")[2] in BESIDE
        best: NameComparison | None = None
        for query, name in names:
            compared = self._compare(subject, query, name, garbled=garbled)
            if best is None or compared.bits > best.bits:
                best = compared
        if best is None or not best.is_alike:
            return [_no_name(subject, record)]
        return best.evidence(self.index, record)


def _no_name(subject: Subject, record: SourceRecord) -> Evidence:
    return Evidence(
        feature="name",
        code="name.none",
        bits=NO_NAME,
        applicant="; ".join(name.text for name in subject.names),
        other=record.names[0].text,
    )
