"""Barcodes on a page, turned upright first: a PDF417 is not read at 7 degrees and more."""

import cv2
import numpy as np
import zxingcpp
from msgspec import Struct

from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.reading import box_of
from tamiz.documents.pictures.views import View, as_stored, scaled, turned

LEAST_TURN = 1.0  # degrees from which a page is turned upright before barcodes are read
MOST_BARCODES = 16
MOST_ENLARGED = 6_000_000  # pixels of a page that is enlarged where bars are seen but not read
LOOKED_AT = 1_000  # pixels of the longest side in which bars are looked for
BLOCK = 24  # pixels: a few bars
LEAST_ALONG = 0.75  # coherence of a block's edges: 1 is all one way, 0 is no way
LEAST_EDGES = 40.0  # mean steepness in a block, grey values: bars are black on white
FEWEST_BLOCKS = 8  # of bars: 20 by 60 mm on a page of A4
BIN = 3.0  # degrees within which bars are parallel


class Barcode(Struct, frozen=True):
    """A barcode; ``box`` is x, y, width, height in pixels of the page as stored."""

    format: str
    text: str
    box: tuple[int, int, int, int]


def barcodes_on(grey: Image, angle: float | None) -> tuple[Barcode, ...]:
    """Barcodes of a page whose print is turned by ``angle`` degrees; None where it is not known."""
    page = as_stored(grey)
    is_sought = angle is None
    angle = bars_angle(grey) if angle is None else angle
    turn = 0.0 if angle is None else (angle + 45) % 90 - 45  # quarter turns are the library's own
    views = [turned(page, turn)] if abs(turn) >= LEAST_TURN else [page]
    if is_sought and angle is not None and grey.size <= MOST_ENLARGED:
        views.append(scaled(views[0], 2.0))
    for view in views:
        found = zxingcpp.read_barcodes(np.ascontiguousarray(view.grey))
        if found:
            return tuple(_barcode(one, view, grey) for one in found[:MOST_BARCODES])
    return ()


def _barcode(found: zxingcpp.Barcode, view: View, grey: Image) -> Barcode:
    place = found.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    points = view.on_page(tuple((one.x, one.y) for one in corners))
    return Barcode(str(found.format).rpartition(".")[2], found.text, box_of(points, grey.shape))


def bars_angle(grey: Image) -> float | None:
    """By how many degrees (-45 to 45) most parallel bars of a page are turned; None without bars."""
    small = scaled(as_stored(grey), min(1.0, LOOKED_AT / max(grey.shape))).grey
    small = np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), np.uint8)
    dx, dy = cv2.Scharr(small, cv2.CV_32F, 1, 0), cv2.Scharr(small, cv2.CV_32F, 0, 1)
    size = tuple(max(1, side // BLOCK) for side in small.shape[::-1])
    xx, yy, xy = (
        np.asarray(cv2.resize(one, size, interpolation=cv2.INTER_AREA), np.float32)
        for one in (dx * dx, dy * dy, dx * dy)
    )
    edges = xx + yy
    along = np.hypot(xx - yy, 2 * xy) / np.maximum(edges, 1.0)
    is_bars = (along > LEAST_ALONG) & (edges > LEAST_EDGES**2)
    if is_bars.sum() < FEWEST_BLOCKS:
        return None
    ways = np.degrees(np.arctan2(2 * xy, xx - yy)[is_bars]) / 2  # of the step across the bars
    ways = (ways + 45) % 90 - 45
    apart = np.abs((ways[:, None] - ways[None, :] + 45) % 90 - 45)
    best = int(np.argmax((apart < BIN).sum(axis=1)))
    if (apart[best] < BIN).sum() < FEWEST_BLOCKS:
        return None
    off = (ways - ways[best] + 45) % 90 - 45
    return float(ways[best] + np.median(off[apart[best] < BIN]))
