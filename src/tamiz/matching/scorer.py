"""Compares a subject with one listed party in full: every piece of evidence, and their sum."""

import numpy as np

from tamiz.matching.birth_evidence import compare_age, compare_birth_dates
from tamiz.matching.claim_evidence import (
    compare_birth_place,
    compare_nationality,
    compare_sex,
    most_claim_bits,
)
from tamiz.matching.exact_evidence import compare_contacts, compare_identifiers
from tamiz.matching.index import Index, ListedName
from tamiz.matching.name_evidence import NameComparison, compare_names
from tamiz.matching.query import Query
from tamiz.matching.short_forms import contradicts, fuller_forms
from tamiz.matching.subject import Match, Subject, probability_of
from tamiz.matching.weights import Weights
from tamiz.matching.whole import BESIDE, MOST_OF_REST
from tamiz.model import Evidence, SourceRecord

NO_NAME = -12.0  # bits when not one word of any name agrees
ROUNDING = 1e-2  # bits by which sums of 32-bit floats may differ
NamePairs = list[tuple[Query, int]]  # a name of the subject, and the number of a listed one


class Scorer:
    """Scores subjects against the records of one index."""

    def __init__(self, index: Index, weights: Weights) -> None:
        self._index, self._weights = index, weights

    def score_from(
        self,
        subject: Subject,
        number: int,
        names: NamePairs,
        prior: Evidence,
        needed: float,
    ) -> Match | None:
        """The full comparison, unless names and birth dates leave ``needed`` bits out of reach.

        Numbers and contacts are not looked at before: a record that shares one is scored anyway.
        """
        weights = self._weights
        birth = weights.birth_date
        beside = most_claim_bits(subject, weights) + ROUNDING
        best = self._best_name(subject, names, rest=MOST_OF_REST)
        bits = max(NO_NAME, best.bits if best is not None else NO_NAME) + beside
        most = max(birth.same_day, birth.same_new_year) if subject.birth_dates else 0.0
        if bits + most < needed:
            return None
        record = self._index.record_at(number)
        born = self._born(subject, record)
        if bits + (born.bits or 0.0) < needed:
            return None
        rest = _rest_beside(born)
        if best is not None and best.whole is not None and rest != MOST_OF_REST:
            best = self._best_name(subject, names, rest=rest)
        return self._match(subject, record, best, born, prior)

    def score(
        self, subject: Subject, record: SourceRecord, names: NamePairs, prior: Evidence
    ) -> Match:
        """The full comparison with one record."""
        born = self._born(subject, record)
        best = self._best_name(subject, names, rest=_rest_beside(born))
        return self._match(subject, record, best, born, prior)

    def _born(self, subject: Subject, record: SourceRecord) -> Evidence:
        weights = self._weights.birth_date
        born = compare_birth_dates(subject.birth_dates, record.birth_dates, weights)
        is_one_sided = bool(subject.birth_dates) and not record.birth_dates
        return compare_age(subject.birth_dates, born, weights) if is_one_sided else born

    def _match(
        self,
        subject: Subject,
        record: SourceRecord,
        best: NameComparison | None,
        born: Evidence,
        prior: Evidence,
    ) -> Match:
        weights = self._weights
        evidence = (
            prior,
            *(best.evidence(self._index, record) if best else [_no_name(subject, record)]),
            born,
            *compare_birth_place(subject, record, weights),
            *compare_nationality(subject, record, weights),
            *compare_sex(subject.sex, record.sex, weights),
            *compare_identifiers(subject, record, weights),
            *compare_contacts(subject, record, weights),
        )
        bits = round(sum(statement.bits or 0.0 for statement in evidence), 4)
        return Match(record=record, bits=bits, probability=probability_of(bits), evidence=evidence)

    def names_of(self, records: list[int]) -> list[int]:
        """The numbers of all names of some records."""
        if not records:
            return []
        found: list[int] = self._index.names_of(np.array(records, dtype=np.int32)).tolist()
        return found

    def _best_name(
        self, subject: Subject, names: NamePairs, *, rest: float
    ) -> NameComparison | None:
        """The pair of names that speaks most for a match; None if no word agrees in any."""
        compared = [
            self._compare(subject, query, self._index.name(name), rest=rest)
            for query, name in names
        ]
        best: NameComparison | None = None
        for one in sorted(compared, key=_bits, reverse=True):
            if best is not None and best.bits >= one.bits:
                break
            if one.is_alike:
                told = self._in_full(subject, one)
                best = told if best is None or told.bits > best.bits else best
        return best

    def _in_full(self, subject: Subject, short: NameComparison) -> NameComparison:
        """The comparison, or that with a fuller form of the listed name where it speaks against.

        Only words that the subject has beside the short form can be contradicted.
        """
        if short.whole is not None or not short.alignment.left_here:
            return short
        numbers = self.names_of([int(self._index.name_record[short.listed.number])])
        names = (self._index.name(number) for number in numbers)
        fuller = [
            self._compare(subject, short.query, one, rest=0.0)
            for one in fuller_forms(short.listed, names, self._index)
        ]
        if not fuller or not all(map(contradicts, fuller)):
            return short
        return min(short, max(fuller, key=_bits), key=_bits)

    def _compare(
        self, subject: Subject, query: Query, listed: ListedName, *, rest: float
    ) -> NameComparison:
        return compare_names(
            query, listed, self._index, kind=subject.type, weights=self._weights, rest=rest
        )


def _bits(compared: NameComparison) -> float:
    return compared.bits


def _rest_beside(born: Evidence) -> float:
    """How much of the rest of names may differ beside these birth dates; 0 if they are no support."""
    return BESIDE.get(born.code.partition(".")[2], 0.0)


def _no_name(subject: Subject, record: SourceRecord) -> Evidence:
    return Evidence(
        feature="name",
        code="name.none",
        bits=NO_NAME,
        applicant="; ".join(name.text for name in subject.names),
        other=record.names[0].text,
    )
