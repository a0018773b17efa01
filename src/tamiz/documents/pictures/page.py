"""One page as a picture: its zone, its barcodes, its perceptual hash."""

from msgspec import Struct

from tamiz.documents.pictures import ocr
from tamiz.documents.pictures.barcodes import Barcode, barcodes_on
from tamiz.documents.pictures.faces import Face, face_on
from tamiz.documents.pictures.facts import FileFacts
from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.portrait import (
    FINE_SIDE,
    FINE_SIZE,
    perceptual_hash,
    portrait_hash,
)
from tamiz.documents.pictures.preview import preview_of
from tamiz.documents.pictures.reading import ZoneFound
from tamiz.documents.pictures.search import zone_on


class Page(Struct, frozen=True):
    """A page: its size in pixels as stored, and what was read.

    ``phash`` and ``portrait`` are perceptual hashes, 16 hex digits, of the page and of the area
    of its portrait; "" where that is blank, or where there is no portrait. ``fingerprint``, 64 hex
    digits, is a finer hash of the page: two pages of one template have nearly the same ``phash``.
    ``preview`` is a small grey JPEG of the page as stored. ``face`` is empty unless asked for.
    """

    width: int
    height: int
    zone: ZoneFound | None
    barcodes: tuple[Barcode, ...]
    phash: str
    facts: FileFacts
    portrait: str = ""
    fingerprint: str = ""
    preview: bytes = b""
    face: Face = ()


def page_of(
    grey: Image,
    facts: FileFacts,
    orientation: int = 1,
    *,
    with_ocr: bool = True,
    with_faces: bool = False,
) -> Page:
    """What a grey picture (height, width) says; places are those of the picture as given."""
    height, width = grey.shape
    zone = zone_on(grey, orientation)
    if with_ocr and (zone is None or zone.is_doubtful) and ocr.is_installed():
        zone = ocr.read_again(grey, zone, orientation)
    return Page(
        width=width,
        height=height,
        zone=zone,
        barcodes=barcodes_on(grey, zone.angle if zone else None),
        phash=perceptual_hash(grey),
        facts=facts,
        portrait=portrait_hash(grey, zone),
        fingerprint=perceptual_hash(grey, side=FINE_SIDE, size=FINE_SIZE),
        preview=preview_of(grey),
        face=face_on(grey, zone.angle if zone else 0.0) if with_faces else (),
    )
