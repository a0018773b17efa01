"""What is known about a whole run: the head of the report and the summary in the terminal."""

from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from tamiz.model import Edition, Queue


class ListUsed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An edition of a list that the run screened against, and whether it was too old."""

    edition: Edition
    stale: bool = False


class FileUsed(Struct, frozen=True, kw_only=True):
    """A file that was looked things up in: ``kind`` says what.

    It is a ``stop_list``, ``trust_anchors``, or an ``earlier_cohort``. ``count`` is how many entries,
    authorities or applicants it holds, ``imported`` the day (ISO); empty where it is read anew.
    """

    kind: str
    source: str
    sha256: str
    imported: str
    count: int


class RunSummary(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was screened, with what, and how it came out.

    ``screened_on`` is the day (ISO, UTC) from which the age of lists was counted; times of the
    clock stand in ``run.json`` alone, so that the same input gives the same page.
    ``invented`` marks people and lists that do not exist: every page then says so.
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
    consulted: tuple[FileUsed, ...] = ()
    rejects: int = 0
    warnings: tuple[str, ...] = ()
    screened_on: str = ""
    invented: bool = False

    @property
    def applicants(self) -> int:
        """How many applicants were screened; rejects are not among them."""
        return sum(self.counts.values())


def run_json(run: RunSummary, *, started: datetime, finished: datetime) -> bytes:
    """The content of ``run.json``: the summary, and the times of the clock."""
    told = msgspec.to_builtins(run) | {
        "counts": {queue.value: run.counts.get(queue, 0) for queue in Queue},
        "applicants": run.applicants,
        "rejects": run.rejects,
        "started": _stamp(started),
        "finished": _stamp(finished),
    }
    encoded = msgspec.json.encode(told, order="sorted")
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _stamp(moment: datetime) -> str:
    """A moment as ISO text in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
