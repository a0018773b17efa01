"""What a peer must answer, so that every engine is asked the same questions."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tamiz.matching import Subject
from tamiz.model import SourceRecord

Key = tuple[str, str]  # a party's source and id


class Verdict(NamedTuple):
    """How alike two parties are (0 to 1), and whether that is enough at the fixed threshold."""

    score: float
    agrees: bool


class Hit(NamedTuple):
    """A listed party over the engine's threshold."""

    key: Key
    score: float


class Peer(Protocol):
    """An engine at its one documented threshold; where that comes from stands beside it."""

    name: str
    threshold: float

    def score_pair(self, left: Subject, right: Subject) -> Verdict:
        """Compare an applicant (left) with one party (right) that stands in no index."""

    def index(self, parties: Sequence[SourceRecord]) -> None:
        """Make these the parties that are searched, in place of any earlier ones."""

    def search(self, subjects: Sequence[Subject], limit: int) -> list[list[Hit]]:
        """For each applicant at most ``limit`` parties over the threshold, best first.

        All applicants are given at once, as some engines cannot search for one in good time.
        """

    def close(self) -> None:
        """Give back what the index holds."""


def subject_of(record: SourceRecord) -> Subject:
    """A listed party as the right side of a pair."""
    return Subject(
        type=record.type,
        names=record.names,
        birth_dates=record.birth_dates,
        nationalities=record.nationalities,
    )


def best(hits: list[Hit], limit: int) -> list[Hit]:
    """The best hits, each party once, equal scores in the order of their keys."""
    highest: dict[Key, float] = {}
    for hit in hits:
        highest[hit.key] = max(hit.score, highest.get(hit.key, 0.0))
    ranked = sorted(highest.items(), key=lambda item: (-item[1], item[0]))
    return [Hit(key, score) for key, score in ranked[:limit]]
