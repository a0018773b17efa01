"""Pages of a stranger's picture or PDF as small JPEGs made anew, for a human to look at.

Nothing of the file itself is in them: they are encoded from the pixels, without its comments,
profiles, thumbnails or anything behind its end. Called in a process apart (``PictureViewer``).
"""

import io
import warnings
from collections.abc import Iterator

import pypdfium2
from msgspec import Struct
from PIL import Image as Pictures

from tamiz.documents.pictures.picture import MOST_BYTES, MOST_PAGES, kind_of

# Pixels of a page that is shown. Reading takes 60 million; showing needs three bytes a pixel, and
# no phone or scanner at 600 dpi makes more of a document.
MOST_SHOWN = 40_000_000
SIDE, QUALITY = 1500, 70  # pixels and JPEG: a zone has 30 pixels a sign; about 150 kB
_PDF_SIDE = 2000  # pixels of the longer side as drawn


class View(Struct, frozen=True):
    """A page as shown: its place in the file from 1, its size as stored, and a JPEG of it."""

    page: int
    width: int
    height: int
    jpeg: bytes


class Views(Struct, frozen=True):
    """The pages of a file; ``problem`` is empty, or says why there are none, or not all."""

    problem: str = ""
    pages: tuple[View, ...] = ()


def views_of(data: bytes) -> Views:
    """The pages of a JPEG, PNG, TIFF or PDF, made anew. Never raises for what the bytes are."""
    kind = kind_of(data)
    if not kind or len(data) > MOST_BYTES:
        return Views("too_large" if kind else "not_a_picture")
    pages: list[View] = []
    try:
        for page, picture in enumerate(_sheets(data, kind), start=1):
            pages.append(_view(page, picture))
    except _TooLarge:
        return Views("bomb", tuple(pages))
    except MemoryError:
        return Views("too_large", tuple(pages))
    except Exception:  # noqa: BLE001 - decoders raise whatever broken bytes provoke
        return Views("truncated", tuple(pages))
    return Views(pages=tuple(pages))


class _TooLarge(Exception):
    """A page of more pixels than are shown."""


def _sheets(data: bytes, kind: str) -> Iterator[Pictures.Image]:
    return _drawn(data) if kind == "pdf" else _frames(data, kind)


def _frames(data: bytes, kind: str) -> Iterator[Pictures.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = Pictures.open(io.BytesIO(data), formats=[kind.upper()])
        except Pictures.DecompressionBombError as error:
            raise _TooLarge from error
        frames = getattr(picture, "n_frames", 1) if kind == "tiff" else 1
        for number in range(min(frames, MOST_PAGES)):
            picture.seek(number)
            if picture.width * picture.height > MOST_SHOWN:
                raise _TooLarge
            yield picture


def _drawn(data: bytes) -> Iterator[Pictures.Image]:
    opened = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(len(opened), MOST_PAGES)):
            page = opened[number]
            scale = _PDF_SIDE / max(page.get_width(), page.get_height(), 1.0)
            yield page.render(scale=scale).to_pil()
    finally:
        opened.close()


def _view(page: int, picture: Pictures.Image) -> View:
    """A page of it, as stored: orientation is not applied, since zones are placed by pixels."""
    width, height = picture.size
    picture.draft("RGB", (SIDE, SIDE))
    small = _on_paper(picture)
    small.thumbnail((SIDE, SIDE))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=QUALITY)
    return View(page, width, height, out.getvalue())


def _on_paper(picture: Pictures.Image) -> Pictures.Image:
    """In colour, with white behind what is transparent, and without what the file says of itself."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        paper = Pictures.new("RGBA", picture.size, "white")
        return Pictures.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")
    if picture.mode.startswith("I;16") or picture.mode in {"I", "F"}:
        low, high = picture.getextrema()
        span = max(float(high) - float(low), 1.0)  # type: ignore[arg-type]
        return picture.point(lambda value: (value - low) * (255 / span)).convert("RGB")
    flat = picture.convert("RGB")
    flat.info.clear()
    return flat
