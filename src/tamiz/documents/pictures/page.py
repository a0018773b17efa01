"""One page as a picture: its zone, its barcodes, its perceptual hash."""

import cv2
import numpy as np
import zxingcpp
from msgspec import Struct, structs

from tamiz.documents.pictures.facts import FileFacts
from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.reading import ZoneFound, find_zone
from tamiz.documents.zone import NoZone, read_zone

LONGEST_SIDE = 2_400  # pixels in which a zone is looked for: a page at 200 dpi
LEAST_TURN = 1.0  # degrees from which a page is turned upright before barcodes are read
MOST_ODD, MOST_WEAK = 2, 0.3  # oddities, then doubtful signs: beyond, all four sides are tried
NO_ZONE = 100  # oddities of lines that are no zone
MOST_BARCODES = 16
_HASH_SIDE, _HASH_FROM = 8, 32
_FINE_SIDE, _FINE_SIZE = 16, 64
PREVIEW_SIDE, PREVIEW_QUALITY = 900, 55  # pixels, JPEG: a zone can be read in it; about 40 kB


class Barcode(Struct, frozen=True):
    """A barcode; ``box`` is x, y, width, height in pixels of the page turned upright."""

    format: str
    text: str
    box: tuple[int, int, int, int]


class Page(Struct, frozen=True):
    """A page: its size in pixels as stored, what was read, and ``phash``, 16 hex digits.

    ``fingerprint``, 64 hex digits, is a finer hash of the same kind: two pages of one template
    have nearly the same ``phash``. ``preview`` is a small grey JPEG of the page, for a human.
    """

    width: int
    height: int
    zone: ZoneFound | None
    barcodes: tuple[Barcode, ...]
    phash: str
    facts: FileFacts
    preview: bytes = b""
    fingerprint: str = ""


def page_of(grey: Image, facts: FileFacts) -> Page:
    """What a grey picture (height, width) says."""
    height, width = grey.shape
    zone = _zone(grey)
    angle = zone.angle if zone else 0.0
    return Page(
        width=width,
        height=height,
        zone=zone,
        barcodes=_barcodes(grey, angle),
        phash=perceptual_hash(grey),
        facts=facts,
        preview=preview_of(grey),
        fingerprint=perceptual_hash(grey, side=_FINE_SIDE, size=_FINE_SIZE),
    )


def _zone(grey: Image) -> ZoneFound | None:
    """The zone, upright or else at the quarter turn at which most of its signs are sure."""
    scale = min(1.0, LONGEST_SIDE / max(grey.shape))
    if scale < 1.0:
        small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        grey = np.asarray(small, np.uint8)
    best = find_zone(grey)
    if best is None or _weakness(best) > (MOST_ODD, MOST_WEAK):
        turned = [_turned_zone(grey, turns) for turns in (1, 2, 3)]
        found = [one for one in (best, *turned) if one is not None]
        best = min(found, key=_weakness, default=None)
    if best is None:
        return None
    x, y, width, height = (round(side / scale) for side in best.box)
    return structs.replace(best, box=(x, y, width, height))


def _weakness(zone: ZoneFound) -> tuple[int, float]:
    """Oddities of the zone, more than any has where it is none, and its share of weak signs."""
    read = read_zone(zone.repaired or zone.lines)
    odd = NO_ZONE if isinstance(read, NoZone) else len(read.flags)
    return odd, len(zone.doubtful) / sum(map(len, zone.lines))


def _turned_zone(grey: Image, turns: int) -> ZoneFound | None:
    """The zone of the page turned left ``turns`` times, its box on the page as it was."""
    found = find_zone(np.ascontiguousarray(np.rot90(grey, turns)))
    if found is None:
        return None
    box = found.box
    for turn in range(turns, 0, -1):
        x, y, width, height = box
        side = grey.shape[1] if turn % 2 else grey.shape[0]
        box = (side - y - height, x, height, width)
    return structs.replace(found, box=box, angle=found.angle + 90 * turns)


def _barcodes(grey: Image, angle: float) -> tuple[Barcode, ...]:
    """Barcodes of the page turned upright: PDF417 is not read at 7 degrees and more."""
    angle = (angle + 45) % 90 - 45  # quarter turns are the library's own
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


def preview_of(grey: Image) -> bytes:
    """A small JPEG of a grey picture, made anew: nothing that was hidden in the file is in it."""
    scale = min(1.0, PREVIEW_SIDE / max(grey.shape))
    size = tuple(max(1, round(side * scale)) for side in grey.shape[::-1])
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    is_made, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, PREVIEW_QUALITY])
    return data.tobytes() if is_made else b""


def perceptual_hash(grey: Image, *, side: int = _HASH_SIDE, size: int = _HASH_FROM) -> str:
    """``side`` squared bits as hex: low frequencies of the picture above or below their median.

    The picture is made ``size`` pixels wide and high before.
    """
    small = cv2.resize(grey, (size, size), interpolation=cv2.INTER_AREA)
    waves = np.asarray(cv2.dct(np.asarray(small, np.float32)))[:side, :side].ravel()
    bits = waves > np.median(waves[1:])
    return np.packbits(bits).tobytes().hex()
