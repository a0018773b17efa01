"""A document with everything that is said of it, side by side, for a human to look at."""

from msgspec import Struct

# What a document and its bearer are described by, in the order in which an officer reads it.
DATA = (
    "number", "issuing_state", "name", "birth_date", "sex", "nationality", "personal_number",
    "issued", "expires", "authority",
)  # fmt: skip


class Said(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one source says of a document and its bearer.

    ``source`` is ``declared``, ``printed``, ``typed_zone``, ``picture``, ``barcode`` or ``chip``;
    ``where`` the place (``scan.jpg#page=1``). ``values`` are by datum (``number``, ``name`` …), days
    as YYYY-MM-DD and States as two letters. ``is_doubtful``: signs of it may be others.
    """

    source: str
    values: dict[str, str]
    where: str = ""
    is_doubtful: bool = False


class PageShown(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page of a picture or PDF; pages count from 1, sizes are in pixels as stored.

    ``box`` is x, y, width and height of the zone, ``lines`` are its lines as read, ``doubtful``
    the line and column of signs that may be others. ``problem`` says why a file was not read.
    """

    path: str
    sha256: str = ""
    page: int = 1
    width: int = 0
    height: int = 0
    box: tuple[int, int, int, int] | None = None
    lines: tuple[str, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    problem: str = ""


class PaperShown(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document: its sources, the data in which they differ, its pages.

    ``code`` is the document's kind as declared.
    """

    field: str
    code: str = ""
    sources: tuple[Said, ...] = ()
    differing: tuple[str, ...] = ()
    pages: tuple[PageShown, ...] = ()
