"""Bytes in, what they show out: JPEG, PNG, TIFF and PDF, under limits.

``read_picture`` trusts the libraries below it not to crash; ``PictureReader`` does not.
"""

import hashlib
import io
import re
import warnings
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pypdfium2
from msgspec import Struct
from PIL import Image as Pictures

from tamiz.documents.pictures.facts import FileFacts, orientation_of, pdf_facts, picture_facts
from tamiz.documents.pictures.letters import Image
from tamiz.documents.pictures.page import Page, page_of

MOST_BYTES = 40_000_000  # of a file: a page scanned at 600 dpi without loss is 30 MB
MOST_PIXELS = 60_000_000  # of a page: A4 at 600 dpi is 35 million
MOST_PAGES = 8  # of a file that are read: a passport's two pages and a letter
PDF_DPI = 200  # an OCR-B sign is then 20 pixels wide
_ENCRYPTED = 4  # FPDF_ERR_PASSWORD
_STARTS = {
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"%PDF-": "pdf",
}

# Pictures that are not read, told by name: their decoders are no risk worth taking.
_OTHERS = (
    ("gif", re.compile(rb"GIF8[79]a")),
    ("webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    ("heif", re.compile(rb".{4}ftyp(?:heic|heix|mif1|msf1|avif)", re.DOTALL)),
    ("jpeg2000", re.compile(rb"\0\0\0\x0cjP  ")),
    ("svg", re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:svg|[?!].*?<svg)\b", re.DOTALL)),
)


class PictureReading(Struct, frozen=True):
    """What a file shows; ``problem`` is empty, or says why it was not, or not wholly, read."""

    kind: str
    problem: str
    sha256: str
    pages: tuple[Page, ...] = ()


def is_picture(head: bytes) -> bool:
    """Whether bytes begin as a JPEG, PNG, TIFF or PDF."""
    return any(head.startswith(start) for start in _STARTS)


def kind_of(data: bytes) -> str:
    """What bytes begin as: jpeg, png, tiff, pdf; "" for anything else."""
    return next((kind for start, kind in _STARTS.items() if data.startswith(start)), "")


class _Sheet(NamedTuple):
    grey: Image
    facts: FileFacts
    orientation: int = 1


class Unreadable(Exception):
    """A file, or a page, that is not read; its text is the reading's ``problem``."""


def read_picture(data: bytes, *, with_ocr: bool = True, with_faces: bool = False) -> PictureReading:
    """What a file shows, read in this process. Never raises for what the bytes are.

    ``with_ocr``: the extra reads doubtful zones again, if it is installed. ``with_faces``: the
    extra ``face``, which must be installed, makes numbers of portraits.
    """
    kind = kind_of(data)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > MOST_BYTES:
        return PictureReading(kind, "too_large", digest)
    if not kind:
        name = next((name for name, start in _OTHERS if start.match(data[:1_000])), "")
        return PictureReading(name, "other_format" if name else "not_a_picture", digest)
    pages: list[Page] = []
    problem = ""
    try:
        for sheet in _pdf_pages(data) if kind == "pdf" else _frames(data, kind):
            if len(pages) == MOST_PAGES:
                problem = "too_many_pages"
                break
            pages.append(page_of(*sheet, with_ocr=with_ocr, with_faces=with_faces))
    except Unreadable as told:
        problem = str(told)
    except MemoryError:
        problem = "too_large"
    except Exception:  # noqa: BLE001 - decoders raise whatever broken bytes provoke
        problem = "truncated"
    return PictureReading(kind, problem, digest, tuple(pages))


def _frames(data: bytes, kind: str) -> Iterator[_Sheet]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = Pictures.open(io.BytesIO(data), formats=[kind.upper()])
        except Pictures.DecompressionBombError as error:
            raise Unreadable("bomb") from error
        frames = getattr(picture, "n_frames", 1) if kind == "tiff" else 1
        for number in range(min(frames, MOST_PAGES + 1)):
            picture.seek(number)
            if picture.width * picture.height > MOST_PIXELS:
                raise Unreadable("bomb")
            facts, orientation = picture_facts(picture, data), orientation_of(picture)
            yield _Sheet(_grey(picture), facts, orientation)


def _grey(picture: Pictures.Image) -> Image:
    """Grey values of 8 bits; transparent is white. As stored: orientation is not applied."""
    if picture.mode.startswith("I;16") or picture.mode in {"I", "F"}:
        deep = np.asarray(picture, np.float32)
        low, high = float(deep.min()), float(deep.max())
        return ((deep - low) * (255 / max(high - low, 1.0))).astype(np.uint8)
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        paper = Pictures.new("RGBA", picture.size, "white")
        picture = Pictures.alpha_composite(paper, picture.convert("RGBA"))
    return np.array(picture.convert("L"), np.uint8)


def _pdf_pages(data: bytes) -> Iterator[_Sheet]:
    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium may answer with the error of the file before: a lock must stand in this one.
        is_locked = b"/Encrypt" in data and getattr(error, "err_code", None) == _ENCRYPTED
        raise Unreadable("encrypted_pdf" if is_locked else "truncated") from error
    try:
        facts = pdf_facts(opened.get_metadata_dict(), data)
        for number in range(min(len(opened), MOST_PAGES + 1)):
            page = opened[number]
            scale = PDF_DPI / 72
            if page.get_width() * page.get_height() * scale * scale > MOST_PIXELS:
                raise Unreadable("bomb")
            drawn = np.array(page.render(scale=scale, grayscale=True).to_numpy(), np.uint8)
            yield _Sheet(drawn.reshape(drawn.shape[:2]), facts)
    finally:
        opened.close()
