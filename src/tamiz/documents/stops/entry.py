"""One entry of a stop list."""

from enum import StrEnum

from msgspec import Struct

from tamiz.model import IdentifierKind


class Happened(StrEnum):
    """Why a document is stopped; the words of Interpol's SLTD, and what issuers say themselves."""

    LOST = "lost"
    STOLEN = "stolen"
    STOLEN_BLANK = "stolen_blank"  # before anybody's name stood in it
    REVOKED = "revoked"
    INVALID = "invalid"
    ISSUED_IN_ERROR = "issued_in_error"


class Stop(Struct, frozen=True, array_like=True, gc=False):
    """A document, or a range of them, that nobody should show.

    ``key`` is the number's ``identifier_key``, ``last_key`` that of the last number of a range,
    empty for one document; ``number`` and ``last`` are the same as written. ``state`` is alpha-2
    in small letters. ``reported`` is the day as written or as ISO 8601, ``review_by`` the day
    until which the entry stands (ISO 8601); both may be empty. ``row`` is its line in the file.
    """

    key: str
    last_key: str
    state: str
    kind: IdentifierKind
    happened: Happened
    number: str
    last: str
    reported: str
    source: str
    reference: str
    note: str
    review_by: str
    row: int

    def shown(self) -> str:
        """The number, or the range, as written."""
        return f"{self.number} \N{EN DASH} {self.last}" if self.last else self.number
