"""Perceptual hashes: of a page, and of the portrait that stands above the zone's beginning."""

import cv2
import numpy as np
from numpy.typing import NDArray

from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.reading import MARGIN, ZoneFound

# Where portraits lie, in pitches (2.54 mm) from the middle of the first line's first sign: left,
# top, right, bottom. Doc 9303-4 puts zone V at the left edge above the zone, -6 likewise; on 14
# specimens of passports it began 0 (-2 to 2) to the right and ended 12.5 (10 to 13), and lay 20
# (16 to 22) to 5 (3 to 6) above. A TD1 has its portrait on its other side: none.
AREAS = {44: (0.0, -20.0, 12.5, -5.0), 36: (-0.5, -16.0, 10.0, -4.0)}
SIZE = (100, 120)  # pixels in which the portrait is looked at
LEAST_SEEN = 0.85  # share of the area that is in the picture
LEAST_SPREAD = 4.0  # grey values of the picture made small: below it is blank and says nothing
_HASH_SIDE, _HASH_FROM = 8, 32
FINE_SIDE, FINE_SIZE = 16, 64


def perceptual_hash(grey: Image, *, side: int = _HASH_SIDE, size: int = _HASH_FROM) -> str:
    """``side`` squared bits as hex: low frequencies above or below their median; "" if blank.

    The picture is made ``size`` pixels wide and high before.
    """
    small = np.asarray(cv2.resize(grey, (size, size), interpolation=cv2.INTER_AREA), np.float32)
    if small.std() < LEAST_SPREAD:
        return ""
    waves = np.asarray(cv2.dct(small))[:side, :side].ravel()
    bits = waves > np.median(waves[1:])
    return np.packbits(bits).tobytes().hex()


def portrait_hash(grey: Image, zone: ZoneFound | None) -> str:
    """The hash of the portrait's area, upright; "" where there is none or it is cut off."""
    found = None if zone is None else portrait(grey, zone)
    return "" if found is None else perceptual_hash(found)


def portrait(grey: Image, zone: ZoneFound) -> Image | None:
    """The portrait's area, upright, in ``SIZE``; None where there is none or it is cut off."""
    area = AREAS.get(len(zone.lines[0]))
    if area is None or len(zone.corners) != 4:  # noqa: PLR2004 - corners
        return None
    corners = _corners_of(zone, area)
    limit = np.array(grey.shape[::-1]) - 1
    kept = np.clip(corners, 0, limit).astype(np.float32)
    if cv2.contourArea(kept) < LEAST_SEEN * cv2.contourArea(corners):
        return None
    low = np.floor(kept.min(axis=0)).astype(int)
    high = np.ceil(kept.max(axis=0)).astype(int) + 1
    part = grey[low[1] : high[1], low[0] : high[0]]
    scale = min(1.0, 2 * SIZE[0] / max(1.0, float(np.hypot(*(corners[1] - corners[0])))))
    part = np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    source = ((corners[[0, 1, 3]] - low) * scale).astype(np.float32)
    target = np.array([(0, 0), (SIZE[0], 0), (0, SIZE[1])], np.float32)
    forth = cv2.getAffineTransform(source, target)
    seen = cv2.warpAffine(part, forth, SIZE, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, np.uint8)


def _corners_of(zone: ZoneFound, area: tuple[float, float, float, float]) -> NDArray[np.float32]:
    """The area's corners on the page, clockwise from the upper left one of its upright self."""
    first, second, _, below = np.asarray(zone.corners, np.float64)
    across = (second - first) / (len(zone.lines[0]) - 1 + 2 * MARGIN[0])
    down = np.array([-across[1], across[0]])
    if down @ (below - first) < 0:  # the page is mirrored
        down = -down
    origin = first + across * MARGIN[0] + down * MARGIN[1]
    left, top, right, bottom = area
    return np.array(
        [
            origin + across * x + down * y
            for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))
        ],
        np.float32,
    )
