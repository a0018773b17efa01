"""The stop lists of documents that a run looks through, beside the watchlists in the store."""

from datetime import date
from pathlib import Path

from tamiz.documents.stops import StopFolder, list_stops
from tamiz.lists.store import Store


def stop_store(store: Store) -> Path:
    """The folder of the stop lists."""
    return store.root / "stops"


def stops_in_use(store: Store, *, today: date) -> StopFolder | None:
    """The stop lists, once they are found whole; None if there is none.

    Raises:
        InputError: a stop list is damaged. Nobody is screened as if it were not there.
    """
    folder = stop_store(store)
    return StopFolder(folder, today) if list_stops(folder) else None
