"""Where a document's data come from: each zone that was read, and how sure the reading is."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from tamiz.documents.pictures import Page, ZoneFound
from tamiz.documents.zone import Check, Part, Zone, failing, read_zone, typed_zone
from tamiz.intake.evidence_files import FileRead
from tamiz.model import IdentityEvidence


class SourceKind(StrEnum):
    """Who or what says something about a document and its bearer."""

    DECLARED = "declared"  # the applicant
    PRINTED = "printed"  # the visual zone, as somebody typed it
    TYPED_ZONE = "typed_zone"
    PICTURE = "picture"  # the zone in a picture
    BARCODE = "barcode"
    CHIP = "chip"


class PageAt(NamedTuple):
    """A page of a file; pages count from 1."""

    file: FileRead
    number: int
    page: Page

    @property
    def where(self) -> str:
        """``scan.pdf#page=2``."""
        return f"{self.file.path}#page={self.number}"


class ReadZone(NamedTuple):
    """A zone with its source; ``found`` is how a picture shows it."""

    source: SourceKind
    zone: Zone
    field: str
    found: ZoneFound | None = None

    @property
    def is_usable(self) -> bool:
        """Whether every check digit holds, or every sign is clear: else it is another's zone."""
        return self.found is None or not self.found.doubtful or not failing(self.zone)

    def is_sure(self, part: Part) -> bool:
        """Whether a part is as it was read: its check digit holds, or each of its signs is clear.

        Names, States and the sex have no check digit.
        """
        field = self.zone.field(part)
        if self.found is None or field is None or field.check is Check.HOLDS:
            return True
        return not any(
            line == row and start <= column < end
            for line, start, end in field.spans
            for row, column in self.found.doubtful
        )


def _in_page(at: PageAt, box: tuple[int, int, int, int]) -> str:
    """``scan.pdf#page=2&xywh=10,500,900,80``: pixels as stored (W3C Media Fragments 1.0, 4.2.2)."""
    return f"{at.where}&xywh={','.join(map(str, box))}"


def pages_of(files: Sequence[FileRead]) -> tuple[PageAt, ...]:
    """The pages of all pictures and PDFs, in order."""
    return tuple(
        PageAt(file, number, page)
        for file in files
        if file.picture is not None
        for number, page in enumerate(file.picture.pages, start=1)
    )


def typed_in(document: IdentityEvidence) -> ReadZone | None:
    """The zone that was typed; None if there is none, or it cannot be read."""
    zone = typed_zone(document.mrz) if document.mrz else None
    return None if zone is None else ReadZone(SourceKind.TYPED_ZONE, zone, document.field)


def seen_in(pages: Sequence[PageAt]) -> Iterator[ReadZone]:
    """The zones in pictures, as read: a likelier reading never stands in for them."""
    for at in pages:
        found = at.page.zone
        zone = None if found is None else read_zone(found.lines)
        if found is not None and isinstance(zone, Zone):
            yield ReadZone(SourceKind.PICTURE, zone, _in_page(at, found.box), found)


def in_chip(lines: tuple[str, ...], field: str) -> ReadZone | None:
    """The zone in the first data group of a chip."""
    zone = read_zone(lines) if lines else None
    return ReadZone(SourceKind.CHIP, zone, field) if isinstance(zone, Zone) else None
