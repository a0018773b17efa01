"""What the store holds of each source: how much, how old, whether something waits."""

from datetime import date

from msgspec import Struct

from tamiz.lists.registry import source_module
from tamiz.lists.store import Store
from tamiz.model import Edition


class SourceStatus(Struct, frozen=True, kw_only=True):
    """The state of one source, as ``tamiz lists status --json`` prints it.

    ``age_days`` counts from the publisher's date, or from the retrieval where the list states
    none or one in the future. ``held`` says why a newer snapshot waits for confirmation.
    """

    source: str
    publisher: str
    content_date: str
    age_days: int
    parties: int
    persons: int
    names: int
    sha256: str
    stale: bool
    held: tuple[str, ...] = ()


def status_of(edition: Edition, *, today: date, held: tuple[str, ...] = ()) -> SourceStatus:
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
    )


def age_days(edition: Edition, *, today: date) -> int:
    """Days since the publisher's date, or since the retrieval where that is none or comes later."""
    retrieved = edition.retrieved_at[:10]
    told = min(edition.content_date or retrieved, retrieved)
    return max((today - date.fromisoformat(told)).days, 0)


def statuses(store: Store, *, today: date) -> tuple[SourceStatus, ...]:
    """The status of every source in the store."""
    found = []
    for key in store.sources():
        shelf = store.shelf(key)
        current, held = shelf.current(), shelf.held()
        reasons = held.reasons if held is not None else ()
        if current is not None:
            found.append(status_of(current.edition, today=today, held=reasons))
    return tuple(found)
