"""How well perceptual hashes of pages and portraits know a page again, and keep pages apart."""

import io
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from tamiz.documents.pictures.portrait import perceptual_hash, portrait_hash
from tamiz.documents.pictures.search import zone_on
from tamiz.documents.pictures.views import as_stored, scaled, turned

NEAR = 8  # bits of 64 that may differ
# One invented person in three of PassportEye's pictures, another in two.
SAME_PORTRAIT = (
    {"100_pass-uto.jpg", "25_pass-uto.jpg", "100_pass2-uto.jpg"},
    {"100_pass-polx.jpg", "100_visa-polx.jpg"},
)
Grey = np.ndarray


def _jpeg(grey: Grey) -> Grey:
    target = io.BytesIO()
    Image.fromarray(grey).save(target, "JPEG", quality=30)
    return np.array(Image.open(target).convert("L"))


def _cropped(grey: Grey) -> Grey:
    height, width = grey.shape
    across, down = int(width * 0.04), int(height * 0.04)
    return np.ascontiguousarray(grey[down : height - down, across : width - across])


CHANGES: dict[str, Callable[[Grey], Grey]] = {
    "JPEG quality 30": _jpeg,
    "half size": lambda grey: scaled(as_stored(grey), 0.5).grey,
    "paler (contrast 0.6)": lambda grey: (255 - (255 - grey.astype(float)) * 0.6).astype(np.uint8),
    "turned by 6 degrees": lambda grey: turned(as_stored(grey), 6.0).grey,
    "8 % cropped (4 % at each edge)": _cropped,
}


def _hashes(grey: Grey) -> dict[str, str]:
    return {"page": perceptual_hash(grey), "portrait": portrait_hash(grey, zone_on(grey))}


def _is_near(one: str, other: str) -> bool:
    return bool(one and other) and (int(one, 16) ^ int(other, 16)).bit_count() <= NEAR


def _greys(folder: Path, names: list[str]) -> Iterator[tuple[str, Grey]]:
    for name in names:
        picture = Image.open(folder / name).convert("RGB")
        yield name, np.asarray(cv2.cvtColor(np.array(picture), cv2.COLOR_RGB2GRAY), np.uint8)


def measure_hashes(folder: Path, names: list[str]) -> None:
    """Pages known again after each change, and pairs of different pages taken for one."""
    greys = dict(_greys(folder, names))
    first = {name: _hashes(grey) for name, grey in greys.items()}
    for kind in ("page", "portrait"):
        print(f"{kind} hash: {sum(bool(one[kind]) for one in first.values())} of {len(first)}")
    for change, make in CHANGES.items():
        again = {name: _hashes(make(grey)) for name, grey in greys.items()}
        for kind in ("page", "portrait"):
            having = [name for name in names if first[name][kind]]
            near = sum(_is_near(first[name][kind], again[name][kind]) for name in having)
            print(f"  {change}: {kind} within {NEAR} bits {near} of {len(having)}")
    for kind in ("page", "portrait"):
        pairs = [
            (one, other)
            for one, other in combinations(names, 2)
            if first[one][kind] and first[other][kind]
        ]
        same = [pair for pair in pairs if any(set(pair) <= group for group in SAME_PORTRAIT)]
        near_pairs = [
            pair for pair in pairs if _is_near(first[pair[0]][kind], first[pair[1]][kind])
        ]
        wrong = [pair for pair in near_pairs if pair not in same]
        print(
            f"different pages: {kind} within {NEAR} bits {len(wrong)} of {len(pairs) - len(same)} "
            f"pairs; same person's {len(near_pairs) - len(wrong)} of {len(same)} {wrong}"
        )
