"""Readers of zones in pictures, each by its documented call on a file's bytes.

PassportEye, which needs Debian's tesseract-ocr, and RapidOCR are measured where they are installed:
``pip install PassportEye`` and the extra ``ocr``, in an environment that is not the product's.
"""

import io
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
from PIL import Image

from tamiz.documents.pictures import ZoneFound, read_picture
from tamiz.documents.pictures.ocr import _fitted, is_installed, zone_by_ocr

WIDTHS = (44, 36, 30)


class Told(NamedTuple):
    """A zone as read, as put right (the same, if not), and whether its reader stands by it."""

    lines: tuple[str, ...]
    repaired: tuple[str, ...]
    is_sure: bool


Reader = Callable[[bytes], Told | None]


def _told(zone: ZoneFound | None) -> Told | None:
    if zone is None:
        return None
    return Told(zone.lines, zone.repaired or zone.lines, not zone.is_doubtful)


def own(data: bytes) -> Told | None:
    """Our own reading alone, with barcodes, hashes and facts."""
    pages = read_picture(data, with_ocr=False).pages
    return _told(pages[0].zone) if pages else None


def both(data: bytes) -> Told | None:
    """As the product does with the extra: RapidOCR where our own finds nothing or doubts."""
    pages = read_picture(data).pages
    return _told(pages[0].zone) if pages else None


def rapidocr(data: bytes) -> Told | None:
    """RapidOCR on the whole page, its fillers counted and its lookalikes put right by us."""
    grey = np.asarray(Image.open(io.BytesIO(data)).convert("L"), np.uint8)
    return _told(zone_by_ocr(grey, None))


def passporteye(data: bytes) -> Told | None:
    """PassportEye, its fillers counted by us; sure where it calls all check digits valid."""
    from passporteye import read_mrz  # noqa: PLC0415

    found = read_mrz(io.BytesIO(data))
    if found is None:
        return None
    raw, text = (
        tuple(found.aux.get(name, "").replace(" ", "").split()) for name in ("raw_text", "text")
    )
    longest = max(map(len, text), default=0)
    width = min(WIDTHS, key=lambda one: abs(one - longest))
    return Told(raw, tuple(_fitted(line, width) for line in text), bool(found.valid))


def installed_readers() -> Iterator[tuple[str, Reader]]:
    """The readers that are there; a line for each that is not."""
    yield "own", own
    if is_installed():
        yield "rapidocr alone", rapidocr
        yield "both", both
    else:
        print("rapidocr is left out: the extra ocr is not installed")
    if find_spec("passporteye") is None or shutil.which("tesseract") is None:
        print("PassportEye is left out: it, or Debian's tesseract-ocr, is not installed")
    else:
        yield "PassportEye", passporteye
