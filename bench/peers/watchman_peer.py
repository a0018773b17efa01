"""Moov Watchman's name search, re-implemented: Watchman is a Go server and cannot run in here.

Candidates as in its docs/indexing.md: parties that share a word with the applicant exactly; all
parties of that type where none does or more than half do. Of these only names with a word near
enough to one of the applicant's are scored, which changes no result: no score is higher than that
of its best pair of words. The speed is this program's, not Watchman's.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from peers.peer import Hit, Verdict, best
from peers.watchman_score import (
    DATE_WEIGHT,
    NAME_WEIGHT,
    Words,
    date_score,
    joined,
    name_score,
    sound,
    whole_score,
    words,
)
from tamiz.matching import Subject
from tamiz.model import PartialDate, PartyType, SourceRecord

# docs/methodology/index.md: "Medium Confidence 0.85-0.94, manual review queue"
THRESHOLD = 0.85
MOST = 0.5  # of the parties that share a word: beyond it all are scored (docs/indexing.md)
Dates = tuple[PartialDate, ...]


class Watchman:
    """Greedy pairs of words by Jaro-Winkler, with the birth date where both sides have one."""

    name = "Watchman (rewritten)"
    threshold = THRESHOLD

    def __init__(self) -> None:
        self._kinds: dict[PartyType, Partition] = {}

    def score_pair(self, left: Subject, right: Subject) -> Verdict:
        """The best score of any two names."""
        here, there = ([words(name.text) for name in side.names] for side in (left, right))
        name = max((name_score(one, other) for one in here for other in there), default=0.0)
        score = whole_score(name, nearest(left.birth_dates, right.birth_dates))
        return Verdict(score, score >= THRESHOLD)

    def index(self, parties: Sequence[SourceRecord]) -> None:
        """One partition for each type of party."""
        kinds: dict[PartyType, list[SourceRecord]] = defaultdict(list)
        for party in parties:
            kinds[party.type].append(party)
        self._kinds = {kind: Partition(some) for kind, some in kinds.items()}

    def search(self, subjects: Sequence[Subject], limit: int) -> list[list[Hit]]:
        """One applicant after the other."""
        return [
            best(self._kinds[one.type].hits(one) if one.type in self._kinds else [], limit)
            for one in subjects
        ]

    def close(self) -> None:
        """Let the names go."""
        self._kinds = {}


class Partition:
    """The names of all parties of one type, by their words."""

    def __init__(self, parties: list[SourceRecord]) -> None:
        self._parties = parties
        self._names: list[tuple[int, Words]] = []
        self._sharing: dict[bytes, set[int]] = defaultdict(set)  # word: parties that have it
        self._by_word: dict[bytes, list[int]] = defaultdict(list)  # word, joined ones too: names
        for number, party in enumerate(parties):
            for name in dict.fromkeys(words(name.text) for name in party.names):
                self._add(number, name)
        self._by_sound: dict[str, list[bytes]] = defaultdict(list)
        for word in self._by_word:
            self._by_sound[sound(word)].append(word)

    def _add(self, number: int, name: Words) -> None:
        for word in name:
            self._sharing[word].add(number)
        for word in {word for way in joined(name) for word in way}:
            self._by_word[word].append(len(self._names))
        self._names.append((number, name))

    def hits(self, subject: Subject) -> list[Hit]:
        """The parties over the threshold."""
        return [hit for name in subject.names for hit in self._hits(words(name.text), subject)]

    def _hits(self, query: Words, subject: Subject) -> list[Hit]:
        allowed = self._candidates(query)
        hits = []
        for at in self._near(query, least_name_score(subject.birth_dates)):
            number, name = self._names[at]
            if allowed is not None and number not in allowed:
                continue
            party = self._parties[number]
            date = nearest(subject.birth_dates, party.birth_dates)
            score = whole_score(name_score(query, name), date)
            if score >= THRESHOLD:
                hits.append(Hit((party.source, party.id), score))
        return hits

    def _candidates(self, query: Words) -> set[int] | None:
        """The parties that share a word; None means all."""
        sharing = set().union(*(self._sharing.get(word, ()) for word in query))
        return sharing if 0 < len(sharing) <= MOST * len(self._parties) else None

    def _near(self, query: Words, least: float) -> set[int]:
        """The names with a word that scores at least so much beside one of the applicant's."""
        near: set[int] = set()
        for word in {word for way in joined(query) for word in way}:
            listed = self._by_sound.get(sound(word), [])
            if listed:
                scores = process.cdist(
                    [word], listed, scorer=JaroWinkler.similarity, score_cutoff=least
                )[0]
                for at in np.flatnonzero(scores).tolist():
                    near.update(self._by_word[listed[at]])
        return near


def engine() -> Watchman:
    """This peer."""
    return Watchman()


def nearest(here: Dates, there: Dates) -> float | None:
    """The best score of any two dates; None where one side has none."""
    return max((date_score(one, other) for one in here for other in there), default=None)


def least_name_score(dates: Dates) -> float:
    """What a name needs if the birth date agrees in full."""
    if not dates:
        return THRESHOLD
    return (THRESHOLD * (NAME_WEIGHT + DATE_WEIGHT) - DATE_WEIGHT) / NAME_WEIGHT
