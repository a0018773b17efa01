"""What is known about a whole run: the head of the report and the summary in the terminal."""

from msgspec import Struct

from tamiz.model import Edition, Queue


class ListUsed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An edition of a list that the run screened against, and whether it was too old."""

    edition: Edition
    stale: bool = False


class RunSummary(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was screened, with what, and how it came out.

    ``started`` and ``finished`` are ISO times in UTC, left empty where two runs must give the
    same bytes. ``invented`` marks people and lists that do not exist: every page then says so.
    ``warnings`` are plain sentences without personal data.
    """

    title: str
    cohort: str
    cohort_sha256: str
    software: str
    policy: str
    policy_version: str
    policy_sha256: str
    counts: dict[Queue, int]
    lists: tuple[ListUsed, ...] = ()
    rejects: int = 0
    warnings: tuple[str, ...] = ()
    started: str = ""
    finished: str = ""
    invented: bool = False

    @property
    def applicants(self) -> int:
        """How many applicants were screened; rejects are not among them."""
        return sum(self.counts.values())
