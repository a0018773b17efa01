"""The screener of this process: one edition of everything for a dossier and all that is said of it."""

from importlib.metadata import version
from threading import Lock
from typing import NamedTuple

from django.conf import settings

from tamiz.documents.chip import list_imports
from tamiz.documents.stops import list_stops
from tamiz.errors import TamizError
from tamiz.intake.evidence_files import Brought
from tamiz.lists.store import Store
from tamiz.model import Assessment, Dossier, Queue, SourceRecord
from tamiz.output.run import ListUsed, RunSummary
from tamiz.screening import (
    ListsInUse,
    LoadedPolicy,
    Screener,
    consulted,
    lists_in_use,
    setup_of,
)
from tamiz.web.api.fault import not_ready
from tamiz.web.clock import now
from tamiz.web.screening_policy import unit_policy

COHORT = "api"  # what stands in the place of a file's name


class Opened(NamedTuple):
    """A screener, and what it was opened with."""

    screener: Screener
    lists: ListsInUse
    policy: LoadedPolicy
    day: str

    def record(self, source: str, entry: str) -> SourceRecord | None:
        """An entry of the lists, of the edition that was screened against."""
        return self.screener.record(source, entry)

    def summary(self) -> RunSummary:
        """What dossiers are screened with on this day; nothing of any of them."""
        policy = self.policy
        return RunSummary(
            title=COHORT, cohort=COHORT, cohort_sha256="", software=f"tamiz {version('tamiz')}",
            policy=policy.name, policy_version=policy.policy.version,
            policy_sha256=policy.sha256, counts=dict.fromkeys(Queue, 0),
            lists=tuple(ListUsed(edition=one) for one in self.lists.editions),
            screened_on=self.day,
        )  # fmt: skip


class _Open:
    """The screener of this process, opened anew where what it looks things up in has changed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._opened: Opened | None = None
        self._state: tuple[object, ...] = ()

    def assess(self, dossier: Dossier) -> tuple[Assessment, Opened]:
        """The findings, and what they were made with; one thread at a time."""
        with self._lock:
            opened = self._ready()
            return next(iter(opened.screener.assess_all([Brought(dossier, ())]))), opened

    def forget(self) -> None:
        """Open anew at the next dossier."""
        with self._lock:
            self._opened, self._state = None, ()

    def _ready(self) -> Opened:
        root = settings.LIST_STORE
        if root is None:
            raise not_ready("there is no list to screen against")
        store, today = Store(root), now().date()
        try:
            state = (
                root, today, store.editions(), list_stops(store.stops), list_imports(store.trust),
                unit_policy().sha256,
            )  # fmt: skip
            if self._opened is None or state != self._state:
                # One that another thread still asks is closed when nobody refers to it any more.
                self._opened, self._state = _opened(store), state
        except TamizError as error:
            raise not_ready("there is no list to screen against", str(error)) from error
        return self._opened


OPEN = _Open()


def _opened(store: Store) -> Opened:
    loaded, today = unit_policy(), now().date()
    lists = lists_in_use(store, loaded.policy, today=today)
    references = consulted(store, tables=loaded.tables, today=today)
    screener = Screener(setup_of(lists, loaded.policy, references=references))
    return Opened(screener, lists, loaded, today.isoformat())
