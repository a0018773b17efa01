"""What the store holds of each source: how much, how old, whether something waits."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tamiz.lists.own import past_review
from tamiz.lists.registry import source_module
from tamiz.lists.store import Store
from tamiz.model import Edition


class SourceStatus(Struct, frozen=True, kw_only=True):
    """The state of one source, as ``tamiz lists status --json`` prints it.

    ``age_days`` counts from the publisher's date, or from the retrieval where the list states
    none or one in the future. ``held`` says why a newer snapshot waits for confirmation; where
    none is in use, all else is zero or empty. ``past_review`` are the ids of entries of a unit's
    own list that are to be renewed or taken out.
    """

    source: str
    publisher: str
    content_date: str = ""
    age_days: int = 0
    parties: int = 0
    persons: int = 0
    names: int = 0
    sha256: str = ""
    stale: bool = False
    held: tuple[str, ...] = ()
    past_review: tuple[str, ...] = ()

    @property
    def is_in_use(self) -> bool:
        """Whether there is an edition to screen against."""
        return bool(self.sha256)


def status_of(
    edition: Edition, *, today: date, held: tuple[str, ...] = (), past_review: tuple[str, ...] = ()
) -> SourceStatus:
    """The status of an edition in use."""
    age = age_days(edition, today=today)
    return SourceStatus(
        source=edition.source,
        publisher=edition.publisher,
        content_date=edition.content_date,
        age_days=age,
        parties=edition.parties,
        persons=edition.persons,
        names=edition.names,
        sha256=edition.sha256,
        held=held,
        stale=age > source_module(edition.source).SOURCE.stale_after_days,
        past_review=past_review,
    )


def age_days(edition: Edition, *, today: date) -> int:
    """Days since the publisher's date, or since the retrieval where that is none or comes later."""
    retrieved = edition.retrieved_at[:10]
    told = min(edition.content_date or retrieved, retrieved)
    return max((today - date.fromisoformat(told)).days, 0)


def overdue(store: Store, key: str, *, today: date) -> tuple[str, ...]:
    """Ids of the entries of a unit's own list in use whose review date has passed."""
    return past_review(store.records(key), today=today) if key.startswith("own:") else ()


def statuses(store: Store, *, today: date) -> tuple[SourceStatus, ...]:
    """The status of every source in the store."""
    return tuple(found for key in store.sources() for found in _status(store, key, today))


def _status(store: Store, key: str, today: date) -> Iterator[SourceStatus]:
    """The status of one source, if it has an edition at all."""
    shelf = store.shelf(key)
    current, held = shelf.current(), shelf.held()
    reasons = held.reasons if held is not None else ()
    if current is not None:
        late = overdue(store, key, today=today)
        yield status_of(current.edition, today=today, held=reasons, past_review=late)
    elif held is not None:
        yield SourceStatus(source=key, publisher=held.edition.publisher, held=reasons)
