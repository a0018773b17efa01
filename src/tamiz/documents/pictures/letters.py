"""The signs of OCR-B in cells of 24 x 32 grey values: a small network, trained by a script.

``scripts/train_zone_letters.py`` makes ``zone_letters.npz``; README.md beside it says from what.
"""

from functools import cache
from importlib import resources

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
Floats = NDArray[np.float32]

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
BLANK = len(SIGNS)  # the class of a cell without a sign
PITCH = 20  # pixels from sign to sign in a cell's scale
CELL = (24, 32)  # width and height: a sign with a little of its neighbours
LEAST_SPREAD = 4.0  # grey values: below it a cell's noise would be blown up into a sign


def cut_cells(grey: Image, centres: Floats, steps: Floats) -> Floats:
    """Cells around ``centres`` (n, 2); ``steps`` (n, 2) lead from a sign to the next."""
    pitch = float(np.median(np.hypot(steps[:, 0], steps[:, 1])))
    scale = min(1.0, PITCH / pitch)
    if scale < 1.0:
        grey = np.asarray(
            cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
    width, height = CELL
    across, down = np.meshgrid(
        (np.arange(width) - (width - 1) / 2) / PITCH,
        (np.arange(height) - (height - 1) / 2) / PITCH,
    )
    x, y = (centres * scale).T[:, :, None, None]
    dx, dy = (steps * scale).T[:, :, None, None]
    at_x = (x + across * dx - down * dy).astype(np.float32).reshape(-1, width)
    at_y = (y + across * dy + down * dx).astype(np.float32).reshape(-1, width)
    found = cv2.remap(grey, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return evened(np.asarray(found, np.float32).reshape(len(centres), -1))


def evened(cells: Floats) -> Floats:
    """Each cell with mean 0 and spread 1."""
    centred = cells - cells.mean(axis=1, keepdims=True)
    spread = np.maximum(centred.std(axis=1, keepdims=True), LEAST_SPREAD)
    return np.asarray(centred / spread, np.float32)


@cache
def _weights() -> tuple[Floats, Floats, Floats, Floats]:
    file = resources.files(__package__) / "zone_letters.npz"
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
        first, first_bias, second, second_bias = (
            kept[name].astype(np.float32) for name in ("w1", "b1", "w2", "b2")
        )
    return first, first_bias, second, second_bias


def log_chances(cells: Floats) -> Floats:
    """For each cell the logarithm of the chance of every sign, and of none (``BLANK``)."""
    first, first_bias, second, second_bias = _weights()
    hidden = np.maximum(cells @ first + first_bias, 0)
    scores = hidden @ second + second_bias
    scores -= scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), dtype=np.float32)
