"""The signs of OCR-B in cells of 24 x 32 grey values: a small network, trained by a script.

``scripts/train_zone_letters.py`` makes ``zone_letters.npz``; README.md beside it says from what.
Two layers of moving windows, one of hidden units, one of classes; plain numpy, 0.2 ms a cell.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Image = NDArray[np.uint8]
Floats = NDArray[np.float32]
Weights = dict[str, Floats]

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
BLANK = len(SIGNS)  # the class of a cell without a sign
PITCH = 20  # pixels from sign to sign in a cell's scale
CELL = (24, 32)  # width and height: a sign with a little of its neighbours
LEAST_SPREAD = 4.0  # grey values: below it a cell's noise would be blown up into a sign
WINDOWS = ((5, 2), (3, 1))  # side of each layer's windows, and the border put around first
STRIDE = 2  # of both layers


class Stance(NamedTuple):
    """How signs stand on their row, in pitches: moved, how tall for their pitch, leaning."""

    right: float = 0.0
    down: float = 0.0
    tall: float = 1.0
    lean: float = 0.0


UPRIGHT = Stance()


def cut_cells(grey: Image, centres: Floats, steps: Floats, stance: Stance = UPRIGHT) -> Floats:
    """Cells around ``centres`` (n, 2); ``steps`` (n, 2) lead from a sign to the next."""
    pitch = float(np.median(np.hypot(steps[:, 0], steps[:, 1])))
    grey, corner = _part(grey, centres, pitch)
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
    across = across + stance.right + stance.lean * down
    down = stance.tall * (down + stance.down)
    x, y = ((centres - corner) * scale).T[:, :, None, None]
    dx, dy = (steps * scale).T[:, :, None, None]
    at_x = (x + across * dx - down * dy).astype(np.float32).reshape(-1, width)
    at_y = (y + across * dy + down * dx).astype(np.float32).reshape(-1, width)
    found = cv2.remap(grey, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return evened(np.asarray(found, np.float32).reshape(len(centres), -1))


def _part(grey: Image, centres: Floats, pitch: float) -> tuple[Image, Floats]:
    """The part of a picture in which the cells lie, and its corner."""
    limit = np.array(grey.shape[::-1]) - 1
    low = np.clip(np.floor(centres.min(axis=0) - 2 * pitch), 0, limit).astype(int)
    high = np.clip(np.ceil(centres.max(axis=0) + 2 * pitch), 0, limit).astype(int) + 1
    return grey[low[1] : high[1], low[0] : high[0]], low.astype(np.float32)


def evened(cells: Floats) -> Floats:
    """Each cell with mean 0 and spread 1."""
    centred = cells - cells.mean(axis=1, keepdims=True)
    spread = np.maximum(centred.std(axis=1, keepdims=True), LEAST_SPREAD)
    return np.asarray(centred / spread, np.float32)


@cache
def _weights() -> Weights:
    file = resources.files(__package__) / "zone_letters.npz"
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
        return {name: kept[name].astype(np.float32) for name in kept.files}


def windows(maps: Floats, side: int, border: int) -> Floats:
    """All windows (n, height, width, side * side * channels) of maps (n, height, width, channels)."""
    edged = np.pad(maps, ((0, 0), (border, border), (border, border), (0, 0)))
    seen = sliding_window_view(edged, (side, side), axis=(1, 2))[:, ::STRIDE, ::STRIDE]
    return np.ascontiguousarray(seen).reshape(*seen.shape[:3], -1)


def layers(net: Weights, cells: Floats) -> list[Floats]:
    """What each layer takes, and at last the scores (n, classes) of the signs and of none."""
    width, height = CELL
    taken: list[Floats] = []
    maps = cells.reshape(-1, height, width, 1)
    for number, (side, border) in enumerate(WINDOWS, 1):
        taken.append(windows(maps, side, border))
        maps = np.maximum(taken[-1] @ net[f"w{number}"] + net[f"b{number}"], 0)
    taken.append(maps.reshape(len(maps), -1))
    taken.append(np.maximum(taken[-1] @ net["w3"] + net["b3"], 0))
    return [*taken, taken[-1] @ net["w4"] + net["b4"]]


def log_chances(cells: Floats) -> Floats:
    """For each cell the logarithm of the chance of every sign, and of none (``BLANK``)."""
    scores = layers(_weights(), cells)[-1]
    scores = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), dtype=np.float32)
