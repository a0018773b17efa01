"""Tamiz itself, asked as its peers are."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from peers.peer import Hit, Verdict
from tamiz.matching import Index, Matcher, Subject, build_index
from tamiz.matching.pairs import compare_pair
from tamiz.model import SourceRecord

THRESHOLD = 0.03  # the review threshold of the default policy, a probability
BATCH = 1_000  # applicants at once, as in bench/speed.py


class Tamiz:
    """The matcher over an index of its own; pairs are compared without one."""

    name = "Tamiz"
    threshold = THRESHOLD

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._matcher: Matcher | None = None

    def score_pair(self, left: Subject, right: Subject) -> Verdict:
        """Compare two parties that stand in no index."""
        verdict = compare_pair(left, right)
        return Verdict(verdict.score, verdict.agrees)

    def index(self, parties: Sequence[SourceRecord]) -> None:
        """Build the index and open it."""
        self.close()
        self._folder = TemporaryDirectory()
        path = Path(self._folder.name) / "index"
        build_index(parties, (), path)
        self._matcher = Matcher(Index.open(path))

    def search(self, subjects: Sequence[Subject], limit: int) -> list[list[Hit]]:
        """Search for a batch at once, then compare in full."""
        found: list[list[Hit]] = []
        for start in range(0, len(subjects), BATCH):
            found += self._batch(subjects[start : start + BATCH], limit)
        return found

    def _batch(self, subjects: Sequence[Subject], limit: int) -> list[list[Hit]]:
        assert self._matcher is not None, "index() comes first"
        self._matcher.foresee(subjects, floor=THRESHOLD)
        found = [self._matcher.find(one, floor=THRESHOLD, limit=limit) for one in subjects]
        return [
            [Hit((match.record.source, match.record.id), match.probability) for match in matches]
            for matches in found
        ]

    def close(self) -> None:
        """Close the index and remove it."""
        if self._matcher is not None and self._folder is not None:
            self._matcher.index.close()
            self._folder.cleanup()
            self._matcher = self._folder = None


def engine() -> Tamiz:
    """Tamiz."""
    return Tamiz()
