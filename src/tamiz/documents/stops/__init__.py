"""A unit's own stop list: documents that were lost, stolen, revoked, or never rightly issued.

Like Interpol's SLTD, but local: single numbers, and ranges of blanks. ``tamiz.intake.stops`` reads
the file that a unit brings; here are its entries, where they are kept, and how they are looked up.
"""

from tamiz.documents.stops.entry import Happened, Stop
from tamiz.documents.stops.lookup import StopLookup
from tamiz.documents.stops.store import (
    StopFolder,
    StopImport,
    keep_stops,
    list_stops,
    load_stops,
    remove_stops,
)

__all__ = [
    "Happened",
    "Stop",
    "StopFolder",
    "StopImport",
    "StopLookup",
    "keep_stops",
    "list_stops",
    "load_stops",
    "remove_stops",
]
