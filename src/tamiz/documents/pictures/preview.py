"""A small picture of a page, for a human to look at beside what was read."""

import cv2

from tamiz.documents.pictures.letters import Image

SIDE, QUALITY = 900, 55  # pixels, JPEG: a zone can be read in it; about 40 kB


def preview_of(grey: Image) -> bytes:
    """A small JPEG of a grey picture, made anew: nothing that was hidden in the file is in it."""
    scale = min(1.0, SIDE / max(grey.shape))
    size = tuple(max(1, round(side * scale)) for side in grey.shape[::-1])
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    is_made, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return data.tobytes() if is_made else b""
