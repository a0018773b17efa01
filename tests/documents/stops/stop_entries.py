"""Entries of stop lists, for tests."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tamiz.documents.stops import Happened, Stop, StopFolder, StopLookup, keep_stops, load_stops
from tamiz.model import IdentifierKind
from tamiz.normalise.identifiers import identifier_key

TODAY = date(2026, 11, 25)


def stop(
    number: str = "PA0412207",
    last: str = "",
    *,
    state: str = "pa",
    kind: IdentifierKind = IdentifierKind.PASSPORT,
    happened: Happened = Happened.STOLEN,
    reported: str = "2024-05-01",
    reference: str = "EXP-1",
    note: str = "",
    review_by: str = "",
) -> Stop:
    """An entry, or a range if ``last`` is given."""
    return Stop(
        key=identifier_key(number), last_key=identifier_key(last), state=state, kind=kind,
        happened=happened, number=number, last=last, reported=reported, source="Policía",
        reference=reference, note=note, review_by=review_by, row=2,
    )  # fmt: skip


def kept(folder: Path, stops: Iterable[Stop], *, content: bytes = b"a file") -> StopFolder:
    """A store that holds these entries as read from a file with this content."""
    path = folder / "stops.csv"
    path.write_bytes(content)
    keep_stops(folder / "stops", path, stops, source="unit", today=TODAY)
    return StopFolder(folder / "stops", TODAY)


def lookup(folder: Path, *stops: Stop) -> StopLookup:
    """A lookup of these entries."""
    return load_stops(kept(folder, stops))
