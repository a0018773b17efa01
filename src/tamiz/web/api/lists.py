"""The lists as programs ask them: one open index a process, changed when the store changes."""

import time
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from threading import Lock

from django.conf import settings

from tamiz.errors import TamizError
from tamiz.lists.store import Store
from tamiz.matching import Index, Match, Matcher, Subject
from tamiz.model import Edition, SourceRecord
from tamiz.model.uncollected import uncollected
from tamiz.screening import Policy
from tamiz.web.api.fault import Fault, missing, not_ready
from tamiz.web.screening_policy import unit_policy

LOOKED_AT = 10.0  # seconds between two looks whether the store has other editions
ALL = "default"  # the dataset that is all lists
_MOST_WORDS = 200  # that begin alike and are looked for


def no_dataset(where: str = "path") -> Fault:
    """There is no dataset of the name that was asked for, or none for this token."""
    return missing("No such dataset.", where=where, do=f"ask /api/catalog, or use {ALL}")


class Lists:
    """An index with a matcher, which one thread at a time may ask."""

    def __init__(self, index: Index, editions: tuple[Edition, ...], policy: Policy) -> None:
        """Open for questions."""
        self.index, self.policy = index, policy
        self.editions = {edition.source: edition for edition in editions}
        self._matcher = Matcher(index, prevalence=1 / policy.prior.one_in)
        self._lock = Lock()

    def find(
        self, subjects: Sequence[Subject], *, floor: float, sources: frozenset[str] | None
    ) -> list[tuple[Match, ...]]:
        """As ``Matcher.find``, of each; the matcher learns, so one thread asks at a time."""
        with self._lock, uncollected():
            if len(subjects) > 1:
                self._matcher.foresee(subjects, floor=floor, sources=sources)
            return [self._matcher.find(one, floor=floor, sources=sources) for one in subjects]

    def record(self, entity: str, sources: frozenset[str] | None) -> SourceRecord | None:
        """The record of an id in some lists (None: in all): ``SOURCE:ID``, or the id alone.

        An id alone is told only where a single one of the lists has it: which of two parties was
        meant, nobody can guess.
        """
        among = [key for key in self.editions if sources is None or key in sources]
        told = ((key, entity.removeprefix(f"{key}:")) for key in among)
        for source, own in told:
            if own != entity and (found := self.index.record(source, own)) is not None:
                return found
        bare = [one for key in among if (one := self.index.record(key, entity)) is not None]
        return bare[0] if len(bare) == 1 else None

    def party(
        self, record: SourceRecord, sources: frozenset[str] | None
    ) -> tuple[SourceRecord, ...]:
        """The records of the record's party in some lists (None: in all), itself among them."""
        for number in self.index.find("ref", f"{record.source}\0{record.id}", column="ref_record"):
            members = self.index.records_of(self.index.party_of(int(number)))
            every = (self.index.record_at(member) for member in members)
            return tuple(one for one in every if sources is None or one.source in sources)
        return (record,)

    @cached_property
    def vocabulary(self) -> list[tuple[str, int]]:
        """Every word with its number, sorted: for words that are not yet written to their end."""
        words = self.index.words
        return sorted((words[at], at) for at in range(len(words)))

    def words_from(self, beginning: str, most: int = _MOST_WORDS) -> list[int]:
        """The words that begin so."""
        first = bisect_left(self.vocabulary, (beginning, 0))
        found: list[int] = []
        for word, number in self.vocabulary[first : first + most]:
            if not word.startswith(beginning):
                break
            found.append(number)
        return found


class _Open:
    """The lists that are open in this process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lists: Lists | None = None
        self._state: tuple[object, ...] = ()
        self._looked = 0.0

    def get(self) -> Lists:
        """The lists in the store, opened anew where their editions changed."""
        with self._lock:
            if self._lists is None or time.monotonic() - self._looked > LOOKED_AT:
                self._look()
            if self._lists is None:
                raise not_ready("Index not ready.")
            return self._lists

    def forget(self) -> None:
        """Look again at the next question."""
        with self._lock:
            self._lists, self._state = None, ()

    def _look(self) -> None:
        root = settings.LIST_STORE
        if root is None:
            self._lists = None
            return
        store = Store(root)
        try:
            editions = store.editions()
            policy = unit_policy()
            state = (root, editions, policy.sha256)
            if state != self._state and editions:
                index = Index.open(store.index_path(editions))
                self._lists = Lists(index, editions, policy.policy)
                self._state = state
        except TamizError as error:
            if self._lists is None:  # else the edition before goes on answering
                raise not_ready("Index not ready.", str(error)) from error
        self._looked = time.monotonic()


OPEN = _Open()


def lists() -> Lists:
    """The lists of this process.

    Raises:
        Fault: there are none.
    """
    return OPEN.get()
