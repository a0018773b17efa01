"""What the rules about documents look things up in, beside the watchlists in the store."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from tamiz.checks import References
from tamiz.checks.documents.tables import OURS, Tables
from tamiz.documents.chip import Trust, list_imports, load_trust
from tamiz.documents.stops import StopFolder, list_stops, load_stops
from tamiz.lists.store import Store


class Consulted(Struct, frozen=True, kw_only=True):
    """Where it lies, small enough to be sent to another process.

    ``trust`` is the folder with the anchors for chips, ``stops`` that with the unit's stop lists.
    """

    trust: Path | None = None
    stops: StopFolder | None = None
    tables: Tables = OURS
    today: date | None = None

    def open(self) -> References:
        """Everything loaded."""
        return References(
            trust=Trust() if self.trust is None else load_trust(self.trust),
            stops=None if self.stops is None else load_stops(self.stops),
            tables=self.tables,
            today=self.today,
        )


NOTHING = Consulted()  # our own tables only


def consulted(store: Store, *, tables: Tables = OURS, today: date) -> Consulted:
    """What there is in a store, once it is found whole.

    Raises:
        InputError: a stop list is damaged, or a file of anchors is. Nobody is screened as if it
            were not there.
    """
    return Consulted(
        trust=store.trust if list_imports(store.trust) else None,
        stops=StopFolder(store.stops, today) if list_stops(store.stops) else None,
        tables=tables,
        today=today,
    )
