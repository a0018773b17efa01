"""One page as a picture: its zone, its barcodes, its perceptual hash."""

import cv2
import numpy as np
from msgspec import Struct

from tamiz.documents.pictures.barcodes import Barcode, barcodes_on
from tamiz.documents.pictures.facts import FileFacts
from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.reading import ZoneFound
from tamiz.documents.pictures.search import zone_on

_HASH_SIDE, _HASH_FROM = 8, 32


class Page(Struct, frozen=True):
    """A page: its size in pixels as stored, what was read, and ``phash``, 16 hex digits."""

    width: int
    height: int
    zone: ZoneFound | None
    barcodes: tuple[Barcode, ...]
    phash: str
    facts: FileFacts


def page_of(grey: Image, facts: FileFacts, orientation: int = 1) -> Page:
    """What a grey picture (height, width) says; places are those of the picture as given."""
    height, width = grey.shape
    zone = zone_on(grey, orientation)
    barcodes = barcodes_on(grey, zone.angle if zone else None)
    return Page(width, height, zone, barcodes, perceptual_hash(grey), facts)


def perceptual_hash(grey: Image) -> str:
    """64 bits as hex: low frequencies of the picture above or below their median."""
    small = cv2.resize(grey, (_HASH_FROM, _HASH_FROM), interpolation=cv2.INTER_AREA)
    waves = np.asarray(cv2.dct(np.asarray(small, np.float32)))[:_HASH_SIDE, :_HASH_SIDE].ravel()
    bits = waves > np.median(waves[1:])
    return np.packbits(bits).tobytes().hex()
