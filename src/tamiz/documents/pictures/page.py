"""One page as a picture: its zone, its barcodes, its perceptual hash."""

import cv2
import numpy as np
import zxingcpp
from msgspec import Struct

from tamiz.documents.pictures.facts import FileFacts
from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.reading import ZoneFound, find_zone

LONGEST_SIDE = 2_400  # pixels in which a zone is looked for: a page at 200 dpi
LEAST_TURN = 1.0  # degrees from which a page is turned upright before barcodes are read
MOST_BARCODES = 16
_HASH_SIDE, _HASH_FROM = 8, 32


class Barcode(Struct, frozen=True):
    """A barcode; ``box`` is x, y, width, height in pixels of the page turned upright."""

    format: str
    text: str
    box: tuple[int, int, int, int]


class Page(Struct, frozen=True):
    """A page: its size in pixels as stored, what was read, and ``phash``, 16 hex digits."""

    width: int
    height: int
    zone: ZoneFound | None
    barcodes: tuple[Barcode, ...]
    phash: str
    facts: FileFacts


def page_of(grey: Image, facts: FileFacts) -> Page:
    """What a grey picture (height, width) says."""
    height, width = grey.shape
    zone = _zone(grey)
    angle = zone.angle if zone else 0.0
    return Page(width, height, zone, _barcodes(grey, angle), perceptual_hash(grey), facts)


def _zone(grey: Image) -> ZoneFound | None:
    longest = max(grey.shape)
    if longest <= LONGEST_SIDE:
        return find_zone(grey)
    scale = LONGEST_SIDE / longest
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = find_zone(np.asarray(small, np.uint8))
    if found is None:
        return None
    x, y, width, height = (round(side / scale) for side in found.box)
    return ZoneFound(
        found.lines, (x, y, width, height), found.angle, found.doubtful, found.is_doubtful,
        found.repaired,
    )  # fmt: skip


def _barcodes(grey: Image, angle: float) -> tuple[Barcode, ...]:
    """Barcodes of the page turned upright: PDF417 is not read at 7 degrees and more."""
    if abs(angle) >= LEAST_TURN:
        height, width = grey.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        turned = cv2.warpAffine(grey, turn, (width, height), borderValue=255)
        grey = np.asarray(turned, np.uint8)
    found = zxingcpp.read_barcodes(np.ascontiguousarray(grey))
    return tuple(_barcode(one) for one in found[:MOST_BARCODES])


def _barcode(found: zxingcpp.Barcode) -> Barcode:
    place = found.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    x, y = [one.x for one in corners], [one.y for one in corners]
    box = (min(x), min(y), max(x) - min(x), max(y) - min(y))
    return Barcode(str(found.format).rpartition(".")[2], found.text, box)


def perceptual_hash(grey: Image) -> str:
    """64 bits as hex: low frequencies of the picture above or below their median."""
    small = cv2.resize(grey, (_HASH_FROM, _HASH_FROM), interpolation=cv2.INTER_AREA)
    waves = np.asarray(cv2.dct(np.asarray(small, np.float32)))[:_HASH_SIDE, :_HASH_SIDE].ravel()
    bits = waves > np.median(waves[1:])
    return np.packbits(bits).tobytes().hex()
