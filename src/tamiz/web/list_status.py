"""What is known about lists: from the store, where there is one, and from the runs taken in."""

from datetime import date

import msgspec
from django.conf import settings
from msgspec import Struct

from tamiz.casework import Act, Actor
from tamiz.lists.status import SourceStatus, statuses
from tamiz.lists.store import Store
from tamiz.output.run import ListUsed, RunSummary
from tamiz.web import visibility
from tamiz.web.models import Run
from tamiz.web.screening_policy import told_of_run


class RunLists(Struct, frozen=True, kw_only=True):
    """The lists of a programme's latest run, and its policy's name, version and digest; no applicant."""

    programme: str
    run: Run
    lists: tuple[ListUsed, ...]
    policy: dict[str, str]


def stored(today: date) -> tuple[SourceStatus, ...]:
    """The status of every list in the store; nothing where the pages were given none."""
    if settings.LIST_STORE is None:
        return ()
    return statuses(Store(settings.LIST_STORE), today=today)


def latest_runs(actor: Actor) -> list[RunLists]:
    """The latest run, with its lists, of each programme in which somebody may see lists."""
    latest = [
        programme.runs.order_by("-started").first()
        for programme in visibility.programmes(actor, Act.SEE_LISTS).order_by("name")
    ]
    return [_told(run) for run in latest if run is not None]


def _told(run: Run) -> RunLists:
    summary = msgspec.convert(run.summary, RunSummary)
    return RunLists(
        programme=run.programme.name, run=run, lists=summary.lists, policy=told_of_run(summary)
    )
